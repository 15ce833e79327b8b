import { inParallel } from '@geoarchive/platform/parallel.ts';
import { memoryQueue, messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { auditOf } from '../testing/written.ts';
import { jobStore } from './job-store.ts';
import { CannotGoOn, type LanedWork, type Work } from './step.ts';
import { turnStore } from './turns.ts';
import { beginTurn, goOn } from './work.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await open();
});

const by = { worker: 'test' };
const perLane = 30;
const lanes = 4;

/** A plane in which `recompute` has lanes: a row says how often its unit was done. */
const open = async () => {
  const table = await tables.fresh();
  const clock = () => new Date('2026-11-24T02:00:00.000Z');
  const jobs = jobStore(table, clock);
  const trouble: { now: (of: { lane: number; step: number }) => Promise<void> | void } = {
    now: () => undefined,
  };
  const order: string[] = [];
  const unit = (job: string, no: string) => ({
    Update: {
      TableName: table.name,
      Key: { pk: `unit#${job}`, sk: no },
      UpdateExpression: 'ADD times :one',
      ExpressionAttributeValues: { ':one': 1 },
    },
  });
  const laned: LanedWork<object> = {
    lanes,
    async step(_, job, so, lane) {
      await trouble.now({ lane, step: so.step });
      order.push(job.body.subject);
      const done = so.done + 1;
      const effect = [unit(job.id, `${lane}-${so.done}`)];
      return { effect, cursor: done, done: 1, counts: { tasksKept: 1 }, finished: done >= perLane };
    },
  };
  const short: Work<object> = async (_, job) => {
    order.push(job.body.subject);
    return { effect: [unit(job.id, '0')], cursor: 0, done: 1, counts: {}, finished: true };
  };
  const queue = memoryQueue();
  const works = {
    'task-import': short,
    'task-import-undo': short,
    'register-import': short,
    'register-import-undo': short,
    recompute: laned,
    reminders: short,
    bars: short,
    recount: short,
    'rule-trial': short,
    'release-trial': short,
    'chase-demands': short,
    holders: short,
    'organisation-import': short,
    'organisation-import-undo': short,
    'hole-import': short,
    'hole-import-undo': short,
    'hole-export': short,
    'public-notices': short,
    'custody-clocks': short,
    'transfer-clocks': short,
    'holding-import': short,
    'holding-import-undo': short,
    'report-figures': short,
    'chase-closing': short,
  };
  const deps = { clock, jobs, turns: turnStore(table, clock), queue, works };
  return {
    ...{ table, jobs, queue, trouble, order },
    async add(subject: string, kind: 'recompute' | 'reminders' = 'recompute') {
      const id = ulid();
      const of = {
        kind,
        subject,
        owner: 'one',
        ownerName: 'One',
        createdAt: clock().toISOString(),
        total: 120,
      };
      await table.transact(jobs.queueing(id, of, by, 'test'));
      return id;
    },
    begin: () => beginTurn(deps, { owner: 'one' }, { id: ulid(), receives: 1 }),
    /** Takes messages as workers would, so many at once, each as often as is said. */
    async work({ atOnce = 1, times = 1, messages = 1000 } = {}) {
      for (let taken = 0; queue.sent.length > 0 && taken < messages; ) {
        const some = queue.sent.splice(0, Math.min(atOnce, messages - taken));
        taken += some.length;
        const all = some.flatMap(({ body }) => Array.from({ length: times }, () => body));
        await inParallel(all, atOnce * times, async (body) => {
          await goOn(deps, messageOf(body)).catch(() => goOn(deps, messageOf(body, 2)));
        });
      }
    },
    async units(id: string): Promise<number[]> {
      const rows = await tables.all(table);
      return rows.filter(({ pk }) => pk === `unit#${id}`).map(({ times }) => Number(times));
    },
    async whole(id: string) {
      const item = await jobs.get(id);
      return { state: item?.state, ...(await jobs.wholeProgressOf(id)) };
    },
  };
};
const once = Array.from({ length: lanes * perLane }, () => 1);

test('lanes side by side do each unit once, and the job is done when all are', async () => {
  const id = await kit.add('all');
  await kit.begin();
  expect(kit.queue.sent).toHaveLength(lanes);
  await kit.work({ atOnce: lanes, messages: lanes });
  const middle = await kit.whole(id);
  expect(middle).toMatchObject({ state: 'running', done: 80, counts: { tasksKept: 80 } });
  await kit.work({ atOnce: lanes });
  expect(await kit.whole(id)).toMatchObject({ state: 'done', done: 120, counts: { tasksKept: 120 } });
  expect(await kit.units(id)).toEqual(once);
  expect((await auditOf(tables, kit.table, id)).filter((action) => action === 'job.finish')).toHaveLength(1);
  const listed = await kit.jobs.list('jobs', 'gsi2', { limit: 10 });
  expect(listed.items[0]?.at).toMatchObject({ done: 120 });
});

test('messages that come twice, at once, and turns that begin again repeat nothing', async () => {
  const id = await kit.add('all');
  await kit.begin();
  await kit.begin();
  await kit.work({ atOnce: 2, times: 2 });
  expect(await kit.whole(id)).toMatchObject({ state: 'done', done: 120, counts: { tasksKept: 120 } });
  expect(await kit.units(id)).toEqual(once);
});

test('a step that breaks comes again, and the other lanes go on', async () => {
  const id = await kit.add('all');
  let broken = 0;
  kit.trouble.now = ({ lane, step }) => {
    if (lane !== 2 || step !== 7 || broken > 0) return;
    broken += 1;
    throw new Error('the power went');
  };
  await kit.begin();
  await kit.work({ atOnce: lanes });
  expect([broken, await kit.units(id)]).toEqual([1, once]);
});

test('one that was held does nothing further, and goes on in every lane; what comes after it waits for its end', async () => {
  const id = await kit.add('all');
  const after = await kit.add('after', 'reminders');
  await kit.begin();
  await kit.work({ messages: 2 });
  const running = await kit.jobs.get(id);
  if (running === undefined) throw new Error('no job');
  const held = await kit.jobs.move(running, 'pause', by);
  const before = await kit.whole(id);
  await kit.work();
  expect((await kit.whole(id)).done).toBe(before.done);
  // While it is held, the owner's next one has its turn.
  expect((await kit.jobs.get(after))?.state).toBe('done');
  const last = await kit.add('last', 'reminders');
  await kit.jobs.move(held, 'resume', by);
  await kit.begin();
  await kit.work({ atOnce: lanes });
  expect(await kit.units(id)).toEqual(once);
  expect([(await kit.jobs.get(id))?.state, (await kit.jobs.get(last))?.state]).toEqual(['done', 'done']);
  expect(kit.order.at(-1)).toBe('last');
});

test('what cannot be done fails the job once; tried again it goes on where each lane was', async () => {
  const id = await kit.add('all');
  kit.trouble.now = ({ lane, step }) => {
    if (lane === 1 && step === 3) throw new CannotGoOn({ zh: '不行', en: 'no' }, 'here');
  };
  await kit.begin();
  await kit.work({ atOnce: lanes });
  const failed = await kit.jobs.get(id);
  if (failed === undefined) throw new Error('no job');
  expect(failed).toMatchObject({ state: 'failed', body: { failure: { at: 'here' } } });
  kit.trouble.now = () => undefined;
  await kit.jobs.move(failed, 'retry', by);
  await kit.begin();
  await kit.work({ atOnce: lanes });
  expect(await kit.whole(id)).toMatchObject({ state: 'done', done: 120 });
  expect(await kit.units(id)).toEqual(once);
});
