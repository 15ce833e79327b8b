import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { memoryQueue, messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { auditOf, eventTypesIn } from '../testing/written.ts';
import { jobRoutes } from './api.ts';
import { jobStore } from './job-store.ts';
import { CannotGoOn, type Work } from './step.ts';
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

/** What happens before a step of the work below is done; a test puts its trouble here. */
type Trouble = (of: { job: string; step: number }) => Promise<void> | void;

/** A plane whose jobs write one row a unit: a row says how often its unit was done. */
const open = async () => {
  const table = await tables.fresh();
  const clock = () => new Date('2026-11-24T02:00:00.000Z');
  const jobs = jobStore(table, clock);
  const trouble: { now: Trouble } = { now: () => undefined };
  const order: string[] = [];
  const count: Work<object> = async (_, job, so) => {
    await trouble.now({ job: job.body.subject, step: so.step });
    order.push(job.body.subject);
    return {
      effect: [
        {
          Update: {
            TableName: table.name,
            Key: { pk: `unit#${job.id}`, sk: String(so.done) },
            UpdateExpression: 'ADD times :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        },
      ],
      cursor: so.done + 1,
      done: 1,
      counts: { created: 1 },
      finished: so.done + 1 >= job.body.total,
    };
  };
  const queue = memoryQueue();
  const works = {
    'task-import': count,
    'task-import-undo': count,
    'register-import': count,
    'register-import-undo': count,
    recompute: count,
    reminders: count,
    bars: count,
    recount: count,
    'rule-trial': count,
    'release-trial': count,
    'chase-demands': count,
    'chase-closing': count,
    'organisation-import': count,
    'organisation-import-undo': count,
    holders: count,
    'hole-import': count,
    'hole-import-undo': count,
    'hole-export': count,
    'public-notices': count,
    'custody-clocks': count,
    'transfer-clocks': count,
    'holding-import': count,
    'holding-import-undo': count,
    'report-figures': count,
  };
  const deps = { clock, jobs, turns: turnStore(table, clock), queue, works };
  const api = caller(() => deps, jobRoutes);
  return {
    ...{ table, jobs, deps, queue, trouble, order },
    as: (who: string, roles: string[], path: string, move?: string) =>
      api.call({
        path,
        claims: claimsOf(who, roles),
        ...(move === undefined ? {} : { method: 'POST', body: { move } }),
      }),
    /** Queues a job of so many units for `sub-owner`, without telling the worker. */
    async add(owner: string, subject: string, total: number): Promise<string> {
      const id = ulid();
      const of = { kind: 'task-import' as const, subject, total, createdAt: clock().toISOString() };
      const by = { sub: `sub-${owner}`, name: owner };
      const body = { ...of, owner: by.sub, ownerName: owner };
      await table.transact(jobs.queueing(id, body, by, 'job.test'));
      return id;
    },
    tell: (owner: string, id = ulid(), receives = 1) =>
      beginTurn(deps, { owner: `sub-${owner}` }, { id, receives }),
    /** Hands messages on in the order in which they lie in the queue. */
    async drain(): Promise<void> {
      for (let next = queue.sent.shift(); next !== undefined; next = queue.sent.shift())
        await goOn(deps, messageOf(next.body));
    },
    async units(id: string): Promise<unknown[]> {
      return (await tables.all(table)).filter(({ pk }) => pk === `unit#${id}`).map(({ times }) => times);
    },
    stateOf: async (id: string) => (await jobs.get(id))?.state,
  };
};
const times = (count: number) => Array.from({ length: count }, () => 1);
const minister = ['MINISTRY_ADMIN'];

describe('a job', () => {
  test('is done step by step over several turns, each unit once, and tells it', async () => {
    const id = await kit.add('a', 'x', 45);
    await kit.tell('a');
    expect(kit.queue.sent).toHaveLength(1);
    await kit.drain();
    expect(await kit.units(id)).toEqual(times(45));
    const { body } = await kit.as('a', minister, `/jobs/${id}`);
    expect(body).toMatchObject({ state: 'done', done: 45, counts: { created: 45 }, moves: [] });
    expect(await eventTypesIn(tables, kit.table)).toEqual(['JobQueued', 'JobMoved', 'JobEnded']);
    // All within one instant of the test's clock: in any order.
    expect(new Set(await auditOf(tables, kit.table, id))).toEqual(
      new Set(['job.test', 'job.start', 'job.finish']),
    );
  });
  test('does each unit once when its message comes twice at once', async () => {
    const id = await kit.add('a', 'x', 30);
    const event = ulid();
    await Promise.all([kit.tell('a', event), kit.tell('a', event), kit.tell('a', event)]);
    await kit.drain();
    await kit.tell('a', event);
    expect(await kit.units(id)).toEqual(times(30));
    expect(await kit.stateOf(id)).toBe('done');
  });
  test('goes on where it was when an execution breaks off, by the same message again', async () => {
    const id = await kit.add('a', 'x', 30);
    const event = ulid();
    kit.trouble.now = ({ step }) => {
      if (step === 7) throw new Error('killed');
    };
    await expect(kit.tell('a', event)).rejects.toThrow('killed');
    expect(await kit.units(id)).toHaveLength(7);
    kit.trouble.now = () => undefined;
    await kit.tell('a', event, 2);
    await kit.drain();
    expect(await kit.units(id)).toEqual(times(30));
  });
  test('stops with the reason and its place when a step cannot be done, and tries again from there', async () => {
    const id = await kit.add('a', 'x', 5);
    kit.trouble.now = ({ step }) => {
      if (step === 3) throw new CannotGoOn({ zh: '第 4 行', en: 'row 4' }, '4');
    };
    await kit.tell('a');
    const { body } = await kit.as('a', minister, `/jobs/${id}`);
    expect(body).toMatchObject({ state: 'failed', done: 3, failure: { reason: { en: 'row 4' }, at: '4' } });
    kit.trouble.now = () => undefined;
    const again = await kit.as('a', minister, `/jobs/${id}/moves`, 'retry');
    expect([again.body['state'], again.body['failure']]).toEqual(['queued', undefined]);
    await kit.tell('a');
    expect(await kit.units(id)).toEqual(times(5));
  });
  test('of an error that nobody foresaw fails at the third try, and holds up no other of its owner', async () => {
    const [bad, good] = [await kit.add('a', 'bad', 5), await kit.add('a', 'good', 5)];
    kit.trouble.now = ({ job }) => {
      if (job === 'bad') throw new Error('bug');
    };
    const event = ulid();
    await expect(kit.tell('a', event, 1)).rejects.toThrow('bug');
    await expect(kit.tell('a', event, 2)).rejects.toThrow('bug');
    await kit.tell('a', event, 3);
    expect([await kit.stateOf(bad), await kit.stateOf(good)]).toEqual(['failed', 'done']);
  });
});

describe('held and called off', () => {
  test('a paused job does no further step, and goes on when it is resumed', async () => {
    const id = await kit.add('a', 'x', 10);
    kit.trouble.now = async ({ step }) => {
      if (step === 4) await kit.as('a', minister, `/jobs/${id}/moves`, 'pause');
    };
    await kit.tell('a');
    expect([await kit.stateOf(id), (await kit.units(id)).length]).toEqual(['paused', 4]);
    kit.trouble.now = () => undefined;
    await kit.as('a', minister, `/jobs/${id}/moves`, 'resume');
    await kit.tell('a');
    expect(await kit.units(id)).toEqual(times(10));
  });
  test('a cancelled job keeps what was done and does nothing more', async () => {
    const id = await kit.add('a', 'x', 10);
    kit.trouble.now = async ({ step }) => {
      if (step === 4) await kit.as('a', minister, `/jobs/${id}/moves`, 'cancel');
    };
    await kit.tell('a');
    kit.trouble.now = () => undefined;
    await kit.tell('a');
    const { body } = await kit.as('a', minister, `/jobs/${id}`);
    expect(body).toMatchObject({ state: 'cancelled', done: 4, endedAt: expect.any(String), moves: [] });
    expect((await kit.as('a', minister, `/jobs/${id}/moves`, 'resume')).status).toBe(409);
  });
});

describe('fair between owners', () => {
  test('who queues little is not kept waiting by who queues much', async () => {
    const many = [await kit.add('a', 'a1', 90), await kit.add('a', 'a2', 90), await kit.add('a', 'a3', 90)];
    const small = await kit.add('b', 'b', 30);
    for (const _ of many) await kit.tell('a');
    await kit.tell('b');
    expect(kit.queue.sent).toHaveLength(2);
    await kit.drain();
    expect(await Promise.all([...many, small].map(kit.stateOf))).toEqual(['done', 'done', 'done', 'done']);
    // The other's turn stands between: at most two turns of the one are before the end of the other.
    expect(kit.order.lastIndexOf('b')).toBeLessThan(kit.order.lastIndexOf('a1'));
  });
  test('a job queued while the turn ends is not forgotten', async () => {
    await kit.add('a', 'first', 1);
    const { end } = kit.deps.turns;
    let late = '';
    const turns = {
      ...kit.deps.turns,
      end: async (owner: string, ticket: string) => {
        if (late === '') {
          late = await kit.add('a', 'late', 1);
          // Its own message finds the turn still under way, and leaves the work to it.
          await kit.tell('a');
        }
        return end(owner, ticket);
      },
    };
    await beginTurn({ ...kit.deps, turns }, { owner: 'sub-a' }, { id: ulid(), receives: 1 });
    expect(await kit.stateOf(late)).toBe('done');
  });
});

describe('who sees what', () => {
  test('one sees and moves one’s own; operators those of all', async () => {
    const id = await kit.add('a', 'x', 3);
    const stranger = await kit.as('b', ['ARCHIVE_CLERK'], `/jobs/${id}`);
    const theirs = await kit.as('b', ['ARCHIVE_CLERK'], `/jobs/${id}/moves`, 'cancel');
    expect([stranger.status, theirs.status]).toEqual([404, 404]);
    expect((await kit.as('b', ['ARCHIVE_CLERK'], '/jobs/mine')).body).toEqual({ items: [] });
    expect((await kit.as('b', ['ARCHIVE_CLERK'], '/jobs/all')).status).toBe(403);
    expect((await kit.as('a', ['ARCHIVE_CLERK'], '/jobs/mine')).body['items']).toMatchObject([{ id }]);
    expect((await kit.as('o', ['OPERATOR'], '/jobs/all')).body['items']).toMatchObject([{ id, done: 0 }]);
    expect((await kit.as('o', ['OPERATOR'], `/jobs/${id}/moves`, 'pause')).body['state']).toBe('paused');
  });
});
