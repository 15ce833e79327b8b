import { dayOf } from '@geoarchive/domain/dates.ts';
import { dutiesOf } from '@geoarchive/domain/supervision/duties.ts';
import { receiverOf } from '@geoarchive/domain/supervision/routing.ts';
import { taskOf } from '@geoarchive/domain/supervision/task-of.ts';
import { type ArchiveKit, archiveKit } from '@geoarchive/functions/archive/testing/kit.ts';
import { beginTurn, goOn } from '@geoarchive/functions/jobs/work.ts';
import { digestOf } from '@geoarchive/functions/supervision/bring-in-line.ts';
import { dutyContext } from '@geoarchive/functions/supervision/context.ts';
import { idOf } from '@geoarchive/functions/supervision/ids.ts';
import { registerBody, registerId, shardCount } from '@geoarchive/functions/supervision/register-store.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { Row, Write } from '@geoarchive/platform/store/table.ts';
import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startDynamoDbTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { ulid } from 'ulid';
import type { Bench, Figure } from './figure.ts';
import { seconds } from './figure.ts';
import { madeEntry, rowOf } from './registers-made.ts';

/** Messages that are worked on at once, as the workers of the local run would. */
const atOnce = 4;
/** Entries that are put at once while the table is filled. */
const perFill = 500;
const told = { action: 'bench', by: { worker: 'bench' } };

const owner = 'sub-ministry';
/** Lets the ministry's jobs go on as the queue would, several messages at once; nothing looks through the whole table. */
export const work = async ({ workers }: ArchiveKit): Promise<void> => {
  await beginTurn(workers, { owner }, { id: ulid(), receives: 1 });
  while (workers.queue.sent.length > 0)
    await inParallel(workers.queue.sent.splice(0, atOnce), atOnce, async ({ body }) => {
      await goOn(workers, messageOf(body));
    });
};
const ended = async (kit: ArchiveKit, id: unknown) => {
  const { body } = await kit.as('ministry', { path: `/jobs/${String(id)}` });
  if (body['state'] !== 'done') throw new Error(`The job is ${JSON.stringify(body)}`);
  return Object(body['counts']);
};

const bring = async (kit: ArchiveKit, count: number): Promise<void> => {
  const id = ulid();
  const path = `/supervision/registers/imports/${id}`;
  const rows = Array.from({ length: count }, (_, n) => rowOf(n));
  for (let no = 1; (no - 1) * 100 < count; no += 1)
    await kit.as('ministry', {
      ...{ method: 'PUT', path: `${path}/batches/${no}` },
      body: { rows: rows.slice((no - 1) * 100, no * 100) },
    });
  const body = { batches: Math.ceil(count / 100), subject: 'Bench' };
  await kit.as('ministry', { method: 'POST', path, body });
  await work(kit);
  await ended(kit, id);
};

/** Puts the very items that an import left straight into an empty table: transactions as full as they may be, nothing else. */
const straight = async (tables: TestTables, items: readonly Row[]): Promise<number> => {
  const table = await tables.fresh();
  const writes = items.map((Item): Write => ({ Put: { TableName: table.name, Item } }));
  return seconds(async () => {
    for (let at = 0; at < writes.length; at += 96) await table.transact(writes.slice(at, at + 96));
  });
};

const importing = async (tables: TestTables, rows: number, tell: (figure: Figure) => void): Promise<void> => {
  const kit = await archiveKit(tables);
  await bring(kit, 300);
  const warm = await archiveKit(tables);
  const took = await seconds(() => bring(warm, rows));
  const items = await tables.all(warm.table);
  const limit = await straight(tables, items);
  const peer = { what: `its ${items.length} items straight to DynamoDB Local`, value: rows / limit };
  tell({
    what: `import of ${rows} new licences, the archive's part alone`,
    value: rows / took,
    unit: 'rows/s',
    peer,
  });
  const again = await seconds(() => bring(warm, rows));
  tell({ what: 'the same rows again, nothing changed', value: rows / again, unit: 'rows/s' });
};

/** Entries as importing them would leave them, in line with their tasks; the tasks themselves no recompute reads. */
const fill = async (kit: ArchiveKit, from: number, to: number): Promise<number> => {
  const context = await dutyContext(kit);
  let duties = 0;
  for (let first = from; first < to; first += perFill) {
    const rows = Array.from({ length: Math.min(perFill, to - first) }, (_, at) => {
      const entry = madeEntry(first + at);
      const id = registerId(entry.kind, entry.number);
      const made = dutiesOf(entry, context);
      duties += made.length;
      const tasks = Object.fromEntries(
        made.map((duty) => [
          duty.subject,
          { taskId: idOf('task', id, duty.subject), digest: digestOf(taskOf(id, entry, duty)) },
        ]),
      );
      const { node } = receiverOf(entry, context.today, context);
      const body = registerBody.parse({ ...entry, node, tasks, updatedAt: kit.clock().toISOString() });
      const [put] = kit.registers.creation(id, body, told);
      return { ...put?.Put?.Item, pk: `register#${id}`, sk: 'item' };
    });
    await kit.table.writeMany(rows);
  }
  return duties;
};

/** The pages of the register as a recompute reads them, without looking at them. */
const readThrough = (kit: ArchiveKit): Promise<void> =>
  inParallel(
    Array.from({ length: shardCount }, (_, no) => no),
    atOnce,
    async (no) => {
      let start: Row | undefined;
      do {
        const page = await kit.table.query({ index: 'gsi1', partition: `register#${no}`, limit: 400, start });
        start = page.next;
      } while (start !== undefined);
    },
  );

const recomputed = async (kit: ArchiveKit): Promise<{ took: number; megabytes: number }> => {
  const before = process.memoryUsage().rss;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 100);
  try {
    const started = await kit.as('ministry', { method: 'POST', path: '/supervision/recompute' });
    const took = await seconds(() => work(kit));
    const counts = await ended(kit, started.body['id']);
    if (counts['tasksCreated'] !== 0) throw new Error('The entries were not in line with their tasks');
    return { took, megabytes: peak / 1e6 };
  } finally {
    clearInterval(timer);
  }
};

/**
 * The archive's part of an import beside what DynamoDB Local takes for the same items (SCALE_ROWS, 2 000), and a recompute over
 * REGISTER entries (100 000) in one process, with its memory at a fifth of them and at all.
 */
export const registersScale: Bench = async (tell) => {
  const entries = Number(process.env['REGISTER'] ?? 100_000);
  const tables = await startDynamoDbTables({ brief: false });
  try {
    await importing(tables, Number(process.env['SCALE_ROWS'] ?? 2000), tell);
    const kit = await archiveKit(tables);
    kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
    const first = await fill(kit, 0, entries / 5);
    const fifth = await recomputed(kit);
    const duties = first + (await fill(kit, entries / 5, entries));
    const reading = await seconds(() => readThrough(kit));
    const all = await recomputed(kit);
    const what = `recompute of ${entries} entries with ${duties} tasks, nothing changed (${dayOf(kit.time.now)})`;
    const peer = { what: 'reading their pages alone, four at once', value: reading };
    tell({ what, value: all.took, unit: 's', ...(entries === 200_000 ? { goal: 120 } : {}), peer });
    const fewer = { what: 'with a fifth of the entries', value: fifth.megabytes };
    tell({ what: 'memory of the process at most', value: all.megabytes, unit: 'MB', peer: fewer });
  } finally {
    await tables.close();
  }
};
