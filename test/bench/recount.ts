import { dayOf } from '@geoarchive/domain/dates.ts';
import type { ArchiveKit } from '@geoarchive/functions/archive/testing/kit.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { Key, Row } from '@geoarchive/platform/store/table.ts';
import { startDynamoDbTables } from '@geoarchive/platform/testing/table.ts';
import { ulid } from 'ulid';
import { fillSheets, kitOf, madeCell, madeTask, nodes } from './cockpit-made.ts';
import type { Bench } from './figure.ts';
import { seconds } from './figure.ts';
import { work } from './registers-scale.ts';

const perFill = 500;
const told = { action: 'bench', by: { worker: 'bench' } };

/** Tasks, and where each was counted, as creating and counting them one by one would leave them. */
const fillTasks = async (kit: ArchiveKit, count: number): Promise<void> => {
  for (let first = 0; first < count; first += perFill) {
    const rows = Array.from({ length: Math.min(perFill, count - first) }, (_, at): (Row & Key)[] => {
      const n = first + at;
      const { id, body } = madeTask(n);
      const { state } = madeCell(n);
      const [put] = kit.tasks.creation(id, body, told);
      const { writes } = kit.tallies.counting([{ id, version: 1, cell: madeCell(n), was: undefined }]);
      const counted = writes.flatMap(({ Put }) =>
        Put === undefined
          ? []
          : [{ ...Put.Item, pk: String(Put.Item?.['pk']), sk: String(Put.Item?.['sk']) }],
      );
      return [{ ...put?.Put?.Item, pk: `task#${id}`, sk: 'item', state }, ...counted];
    });
    await kit.table.writeMany(rows.flat());
  }
};

const recount = async (kit: ArchiveKit): Promise<Record<string, number>> => {
  const [id, owner] = [ulid(), 'sub-ministry'];
  const of = { kind: 'recount' as const, subject: dayOf(kit.clock()), total: 1, owner, ownerName: 'Bench' };
  const queueing = kit.jobs.queueing(
    id,
    { ...of, createdAt: kit.clock().toISOString() },
    told.by,
    told.action,
  );
  await kit.table.transact(queueing);
  await work(kit);
  const { body } = await kit.as('ministry', { path: `/jobs/${id}` });
  if (body['state'] !== 'done') throw new Error(`The recount is ${JSON.stringify(body)}`);
  return Object(body['counts']);
};

/** The lists of tasks alone, page by page, without looking at them. */
const readThrough = (kit: ArchiveKit): Promise<void> =>
  inParallel(nodes, 1, async (node) => {
    let start: Row | undefined;
    do {
      const page = await kit.table.query({ index: 'gsi1', partition: `tasks#${node}`, limit: 400, start });
      start = page.next;
    } while (start !== undefined);
  });

/** The daily recount of COUNTED_TASKS (20 000) tasks in 35 archives and fourteen years, all in order; then one count spoilt, which it must find. */
export const recountBench: Bench = async (tell) => {
  const tasks = Number(process.env['COUNTED_TASKS'] ?? 20_000);
  const tables = await startDynamoDbTables({ brief: false });
  try {
    const kit = await kitOf(tables);
    await fillSheets(kit, tasks);
    await fillTasks(kit, tasks);
    const reading = await seconds(() => readThrough(kit));
    const [from, before] = [process.cpuUsage(), process.memoryUsage().rss];
    let [peak, counts] = [before, {} as Record<string, number>];
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 100);
    const took = await seconds(async () => {
      counts = await recount(kit);
    });
    clearInterval(timer);
    if (counts['tasksCounted'] !== tasks || (counts['repaired'] ?? 0) + (counts['late'] ?? 0) > 0)
      throw new Error(`The recount found ${JSON.stringify(counts)}`);
    const { user, system } = process.cpuUsage(from);
    const peer = { what: 'reading the lists of tasks alone', value: reading };
    tell({ what: `recount of ${tasks} tasks, all in order`, value: took, unit: 's', peer });
    tell({ what: 'processor time of the functions', value: (user + system) / 1e6, unit: 's' });
    tell({
      what: 'memory of the process at most',
      value: peak / 1e6,
      unit: 'MB',
      peer: { what: 'before it', value: before / 1e6 },
    });
    const { node, due } = madeCell(0);
    const sheet = { pk: `tally#${node}`, sk: `year#${due.slice(0, 4)}` };
    const spoilt = await kit.table.get(sheet);
    const name = Object.keys(spoilt ?? {}).find((key) => key.startsWith('n:'));
    if (spoilt === undefined || name === undefined) throw new Error('Nothing to spoil');
    await kit.table.writeMany([{ ...spoilt, ...sheet, [name]: Number(spoilt[name]) + 1 }]);
    const found = await recount(kit);
    if (found['repaired'] !== 1) throw new Error(`The spoilt count was not found: ${JSON.stringify(found)}`);
  } finally {
    await tables.close();
  }
};
