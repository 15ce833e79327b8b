import type { ArchiveKit } from '@geoarchive/functions/archive/testing/kit.ts';
import { queueDaily } from '@geoarchive/functions/supervision/daily.ts';
import { tallyTasks } from '@geoarchive/functions/supervision/tally.ts';
import { startDynamoDbTables } from '@geoarchive/platform/testing/table.ts';
import { fillSheets, kitOf, madeTask, nodes } from './cockpit-made.ts';
import type { Bench } from './figure.ts';

const reads = 30;
/** Tasks told of at once, as a batch of the worker. */
const perBatch = 20;

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
    const { id, body } = madeTask(n);
    await kit.tasks.create(id, body, { action: 'bench', by: { worker: 'bench' } });
    ids.push(id);
  }
  return ids;
};

/** The cockpit through its route on DynamoDB Local: prepared counts of TASKS (500 000) in 35 archives; counting and recount of COUNTED (2 000). */
export const cockpit: Bench = async (tell) => {
  const [tasks, counted] = [Number(process.env['TASKS'] ?? 500_000), Number(process.env['COUNTED'] ?? 2000)];
  const tables = await startDynamoDbTables();
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
    const sheets = await fillSheets(full, tasks);
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
