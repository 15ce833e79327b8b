import { mineralClasses } from '@geoarchive/domain/codes/mineral-classes.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { additions, type Cell, countedStates } from '@geoarchive/domain/supervision/tally.ts';
import type { TaskBody } from '@geoarchive/functions/archive/task-store.ts';
import { type ArchiveKit, archiveKit } from '@geoarchive/functions/archive/testing/kit.ts';
import type { TestTables } from '@geoarchive/platform/testing/table.ts';

export const nodes = ['NGA', ...Object.keys(provinces)];

/** Tasks over fourteen years, most of the past submitted; each archive has some of every day. */
export const madeCell = (n: number): Cell => {
  const due = addDays('2014-01-01', (n * 7919) % 5100);
  const done = due < '2026-11-22' && n % 7 !== 0;
  // A third names no mineral.
  const mineral = mineralClasses[n % 10];
  return {
    node: nodes[n % nodes.length] ?? 'NGA',
    due,
    ...(mineral === undefined ? {} : { mineral }),
    source: taskSources[n % taskSources.length] ?? 'other',
    state: done ? (countedStates[1 + (n % 3)] ?? 'accepted') : 'open',
  };
};

/** An archive plane with the archives of all provinces. */
export const kitOf = async (tables: TestTables): Promise<ArchiveKit> => {
  const kit = await archiveKit(tables);
  kit.settings.nodes.splice(
    0,
    kit.settings.nodes.length,
    ...nodes.map((code) => ({ code, name: provinces[code] ?? { zh: '全国馆', en: 'National' } })),
  );
  return kit;
};

/** Puts the prepared counts of so many tasks into the table, as counting one by one would leave them. */
export const fillSheets = async ({ table }: ArchiveKit, tasks: number): Promise<number> => {
  const rows = additions(Array.from({ length: tasks }, (_, n) => ({ to: madeCell(n) }))).map(
    ({ node, sheet, add }) => ({
      pk: `tally#${node}`,
      sk: sheet,
      at: '2026-11-01T00:00:00.000Z',
      rev: 1,
      ...Object.fromEntries(Object.entries(add).map(([name, count]) => [`n:${name}`, count])),
    }),
  );
  await table.writeMany(rows);
  return rows.length;
};

/** The id and the body of the task that stands for the n-th cell. */
export const madeTask = (n: number): { id: string; body: TaskBody } => {
  const id = `${'0'.repeat(20)}${String(n).padStart(6, '0')}`;
  const { node, due, source, mineral } = madeCell(n);
  const body = { number: id, name: '某勘查', source, mineral, organisation: 'MADE', node, due, deposits: {} };
  return { id, body };
};
