import { mineralClasses } from '@geoarchive/domain/codes/mineral-classes.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { additions, type Cell, countedStates } from '@geoarchive/domain/supervision/tally.ts';
import { type ArchiveKit, archiveKit } from '@geoarchive/functions/archive/testing/kit.ts';
import { queueDaily } from '@geoarchive/functions/supervision/daily.ts';
import { tallyTasks } from '@geoarchive/functions/supervision/tally.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import type { Bench } from './figure.ts';

const nodes = ['NGA', ...Object.keys(provinces)];
const reads = 30;
/** Tasks told of at once, as a batch of the worker. */
const perBatch = 20;

/** Tasks over fourteen years, most of the past submitted; each archive has some of every day. */
const madeCell = (n: number): Cell => {
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

const kitOf = async (tables: TestTables): Promise<ArchiveKit> => {
  const kit = await archiveKit(tables);
  kit.settings.nodes.splice(
    0,
    kit.settings.nodes.length,
    ...nodes.map((code) => ({ code, name: provinces[code] ?? { zh: '全国馆', en: 'National' } })),
  );
  return kit;
};

/** Puts the prepared counts of so many tasks into the table, as counting one by one would leave them. */
const fill = async ({ table }: ArchiveKit, tasks: number): Promise<number> => {
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

const msOf = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** So many tasks that are really there, not counted yet. */
const makeTasks = async (kit: ArchiveKit, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = `${'0'.repeat(20)}${String(n).padStart(6, '0')}`;
    const { node, due, source, mineral } = madeCell(n);
    const body = {
      number: id,
      name: '某勘查',
      source,
      mineral,
      organisation: 'MADE',
      node,
      due,
      deposits: {},
    };
    await kit.tasks.create(id, body, { action: 'bench', by: { worker: 'bench' } });
    ids.push(id);
  }
  return ids;
};

/** The cockpit through its route on DynamoDB Local: prepared counts of TASKS (500 000) in 35 archives; counting and recount of COUNTED (2 000). */
export const cockpit: Bench = async (tell) => {
  const [tasks, counted] = [Number(process.env['TASKS'] ?? 500_000), Number(process.env['COUNTED'] ?? 2000)];
  const tables = await startTestTables();
  try {
    const kit = await kitOf(tables);
    const ids = await makeTasks(kit, counted);
    const peerMs = await msOf(() =>
      Promise.all(nodes.map((node) => kit.table.count('gsi1', `tasks#${node}`))),
    );
    const seconds =
      (await msOf(async () => {
        for (let from = 0; from < ids.length; from += perBatch)
          await tallyTasks(kit, ids.slice(from, from + perBatch));
      })) / 1000;
    tell({
      what: `counting ${counted} new tasks, ${perBatch} at once`,
      value: counted / seconds,
      unit: 'rows/s',
    });
    kit.time.now = new Date(kit.time.now.getTime() + 86_400_000);
    await queueDaily(kit);
    const recountSeconds = (await msOf(() => kit.work())) / 1000;
    tell({
      what: `the daily jobs over ${counted} tasks: reminders and recount`,
      value: counted / recountSeconds,
      unit: 'rows/s',
    });

    const full = await kitOf(tables);
    const sheets = await fill(full, tasks);
    const read = () => full.as('ministry', { path: '/supervision/cockpit' });
    const first = await msOf(read);
    const times: number[] = [];
    for (let n = 0; n < reads; n += 1) times.push(await msOf(read));
    const sorted = times.toSorted((a, b) => a - b);
    const what = `cockpit of ${nodes.length} archives, ${tasks} tasks on ${sheets} sheets`;
    const peer = { what: `counting the lists of only ${counted} tasks`, value: peerMs };
    tell({ what: `${what}: median of ${reads}`, value: at(sorted, 0.5), unit: 'ms', goal: 300, peer });
    tell({ what: `${what}: 95 of 100`, value: at(sorted, 0.95), unit: 'ms', goal: 300 });
    tell({ what: `${what}: the first`, value: first, unit: 'ms' });
    const stock = () => kit.as('ministry', { path: '/supervision/cockpit/stock' });
    await stock();
    tell({ what: 'the night’s stock of all archives', value: await msOf(stock), unit: 'ms', goal: 300 });
    const own = () => full.as('province', { path: '/supervision/cockpit' }, '420000');
    await own();
    tell({ what: 'of one archive', value: await msOf(own), unit: 'ms', goal: 300 });
  } finally {
    await tables.close();
  }
};
