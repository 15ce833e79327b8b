import { events } from '@geoarchive/contract/events.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { beginTurn } from '../jobs/work.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { finishAcceptance } from './finish.ts';
import { type ArchiveKit, archiveKit } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});

const input = {
  number: 'RW-1',
  name: '某矿权',
  source: 'other',
  organisation: 'MINE',
  node: 'NGA',
  due: '2027-01-01',
};
/** Sends tasks in batches of a hundred and starts their import, which then is done. */
const bring = async (id: string, tasks: unknown[], who: 'ministry' | 'keeper' = 'ministry') => {
  const batches = Math.ceil(tasks.length / 100);
  for (let no = 1; no <= batches; no += 1) {
    const sent = await kit.as(who, {
      method: 'PUT',
      path: `/archive/tasks/imports/${id}/batches/${no}`,
      body: { tasks: tasks.slice((no - 1) * 100, no * 100) },
    });
    if (sent.status !== 200) return sent;
  }
  const body = { batches, subject: '任务.xlsx' };
  await kit.as(who, { method: 'POST', path: `/archive/tasks/imports/${id}`, body });
  await kit.work();
  return kit.as(who, { path: `/jobs/${id}` });
};
const importing = (...tasks: unknown[]) => bring(ulid(), tasks);
const done = (counts: object) => ({ state: 'done', counts });

const toldOfVersion = async (version: number) =>
  (await eventsIn(tables, kit.table))
    .flatMap(({ type, data }) => (type === 'TaskRecorded' ? [events.TaskRecorded.data.parse(data)] : []))
    .find((data) => data.version === version);

describe('importing', () => {
  test('the same again changes nothing; another name is an update and is told', async () => {
    const counts = { created: 0, updated: 0, unchanged: 0 };
    expect((await importing(input)).body).toMatchObject(done({ ...counts, created: 1 }));
    expect((await importing(input)).body).toMatchObject(done({ ...counts, unchanged: 1 }));
    expect((await importing({ ...input, name: '改' })).body).toMatchObject(done({ ...counts, updated: 1 }));
    expect(await toldOfVersion(1)).toMatchObject({ task: { name: '某矿权', state: 'open' } });
    expect(await toldOfVersion(2)).toMatchObject({ task: { name: '改', state: 'open' } });
  });
  test('a number that stands twice is made once, then changed by its second row', async () => {
    const { body } = await importing(input, { ...input, name: '又' }, { ...input, number: 'RW-2' });
    expect(body).toMatchObject({ done: 3, counts: { created: 2, updated: 1, unchanged: 0 } });
    expect((await kit.tasks.byNumber('NGA', 'RW-1'))?.body.name).toBe('又');
  });
  test('is shown before: what is new, changed, unchanged; and changes nothing', async () => {
    const previewing = (tasks: unknown[], node = 'NGA') =>
      kit.as('ministry', { method: 'POST', path: '/archive/tasks/preview', body: { tasks } }, node);
    await importing(input, { ...input, number: 'RW-2', licenceNumber: 'C1' });
    const { body } = await previewing([
      { ...input, name: '改名', licenceEnd: '2027-03-01' },
      { ...input, number: 'RW-2' },
      { ...input, number: 'RW-3' },
    ]);
    // What the file leaves out stays as it is.
    const changes = [
      { field: 'name', before: '某矿权', after: '改名' },
      { field: 'licenceEnd', after: '2027-03-01' },
    ];
    expect(body['items']).toHaveLength(3);
    expect(body['items']).toEqual(
      expect.arrayContaining([
        { number: 'RW-1', node: 'NGA', outcome: 'changed', changes },
        { number: 'RW-2', node: 'NGA', outcome: 'unchanged', changes: [] },
        { number: 'RW-3', node: 'NGA', outcome: 'new', changes: [] },
      ]),
    );
    expect((await kit.tasks.byNumber('NGA', 'RW-1'))?.body.name).toBe('某矿权');
    const province = { method: 'POST', path: '/archive/tasks/preview', body: { tasks: [input] } } as const;
    expect((await kit.as('province', province, 'HB')).status).toBe(403);
  });
  test('makes one task when two people import it at once', async () => {
    const queue = async (who: 'ministry' | 'deputy') => {
      const path = `/archive/tasks/imports/${ulid()}`;
      await kit.as(who, { method: 'PUT', path: `${path}/batches/1`, body: { tasks: [input] } });
      await kit.as(who, { method: 'POST', path, body: { batches: 1, subject: 'x' } });
      return () => beginTurn(kit.workers, { owner: `sub-${who}` }, { id: ulid(), receives: 1 });
    };
    const turns = [await queue('ministry'), await queue('deputy')];
    await Promise.all(turns.map((begin) => begin()));
    const counts = await Promise.all(
      (['ministry', 'deputy'] as const).map(
        async (who) => (await kit.as(who, { path: '/jobs/mine' })).body['items'],
      ),
    );
    expect(counts.flat()).toMatchObject([{ state: 'done' }, { state: 'done' }]);
    expect((await kit.as('keeper', { path: '/archive/tasks' })).body['items']).toHaveLength(1);
  });
  test('of many batches does each task once, in turns', async () => {
    const many = Array.from({ length: 420 }, (_, at) => ({ ...input, number: `N-${at}` }));
    const { body } = await importing(...many);
    expect(body).toMatchObject({ total: 420, done: 420, counts: { created: 420 } });
    expect(await kit.tasks.byNumber('NGA', 'N-419')).toBeDefined();
  });
  test('is listed by state, and by archive for the ministry', async () => {
    await importing(input, { ...input, number: 'RW-2', node: 'HB' });
    const numbers = async (who: 'ministry' | 'keeper', query: Record<string, string>) => {
      const asked = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
      const { body } = await kit.as(who, { path: '/archive/tasks', query: asked });
      return JSON.stringify(body['items']).match(/RW-\d/g) ?? [];
    };
    expect(await numbers('ministry', { node: 'HB', state: 'open' })).toEqual(['RW-2']);
    expect(await numbers('ministry', { node: 'HB', state: 'accepted' })).toEqual([]);
    expect(await numbers('keeper', { node: 'HB' })).toEqual(['RW-1']);
  });
  test('of another node is for the ministry only', async () => {
    expect((await bring(ulid(), [input], 'keeper')).status).toBe(403);
  });
  test('a wrong row is named by its place and nothing of the call is imported', async () => {
    const reply = await importing(input, { ...input, number: 'RW-2', due: '2027-02-30' });
    expect([reply.status, JSON.stringify(reply.body['fields'])]).toEqual([
      400,
      expect.stringContaining('tasks.1.due'),
    ]);
    expect((await kit.as('keeper', { path: '/archive/tasks' })).body).toEqual({ items: [] });
  });
  test('begins only when every batch is there, and takes none after', async () => {
    const id = ulid();
    const path = `/archive/tasks/imports/${id}`;
    const put = (no: number) =>
      kit.as('ministry', { method: 'PUT', path: `${path}/batches/${no}`, body: { tasks: [input] } });
    await put(2);
    const start = () => kit.as('ministry', { method: 'POST', path, body: { batches: 2, subject: 'x' } });
    expect((await start()).status).toBe(422);
    await put(1);
    await put(1);
    expect([(await start()).body['total'], (await start()).body['total']]).toEqual([2, 2]);
    expect((await put(1)).status).toBe(409);
  });
  test('lists show tasks in order of their day, and not how their deposits stand', async () => {
    await importing(input, { ...input, number: 'RW-2', due: '2026-12-01' });
    const { body } = await kit.as('keeper', { path: '/archive/tasks' });
    expect(body['items']).toMatchObject([{ number: 'RW-2' }, { number: 'RW-1' }]);
    expect(JSON.stringify(body)).not.toContain('deposits');
  });
});

describe('an import undone', () => {
  let id: string;
  let other: string;
  beforeEach(() => {
    [id, other] = [ulid(), ulid()];
  });
  const ask = (importId: string, who: 'ministry' | 'keeper' = 'ministry') =>
    kit.as(who, { method: 'POST', path: `/archive/tasks/imports/${importId}/undo` });
  const undo = async (importId: string) => {
    const { body } = await ask(importId);
    await kit.work();
    return (await kit.as('ministry', { path: `/jobs/${String(body['id'])}` })).body;
  };
  const stored = (number: string) => kit.tasks.byNumber('NGA', number);

  test('withdraws what it made and sets back what it changed, once, with audit entry and event', async () => {
    await importing({ ...input, licenceNumber: 'C1' });
    await bring(id, [
      { ...input, name: '改', licenceEnd: '2028-01-01' },
      { ...input, number: 'RW-2' },
    ]);
    expect(await undo(id)).toMatchObject(done({ withdrawn: 1, restored: 1, kept: 0 }));
    const first = await stored('RW-1');
    expect(first?.body).toEqual({ ...input, licenceNumber: 'C1', deposits: {} });
    expect((await stored('RW-2'))?.state).toBe('withdrawn');
    expect((await kit.as('keeper', { path: '/archive/tasks' })).body['items']).toHaveLength(1);
    expect(await auditOf(tables, kit.table, first?.id ?? '')).toContain('task.undo-import');
    expect(await toldOfVersion(3)).toMatchObject({ task: { number: 'RW-1', name: '某矿权' } });
    expect(await undo(id)).toMatchObject(done({ withdrawn: 0, restored: 0, kept: 0 }));
  });

  test('leaves what changed since, or what a deposit hangs on, and names it', async () => {
    await bring(id, [input, { ...input, number: 'RW-2' }, { ...input, number: 'RW-3' }]);
    await bring(other, [{ ...input, name: '又改' }]);
    const second = await stored('RW-2');
    await kit.table.transact(
      await kit.tasks.following(second?.id, ulid(), { as: 'handed-in', on: '2026-11-22' }, 'receive'),
    );
    const body = await undo(id);
    expect(body).toMatchObject(done({ withdrawn: 1, restored: 0, kept: 2 }));
    expect(body['notes']).toEqual(expect.arrayContaining(['NGA RW-1', 'NGA RW-2']));
    expect([(await stored('RW-1'))?.body.name, (await stored('RW-2'))?.state]).toEqual(['又改', 'handed-in']);
  });

  test('lets the same file be imported again: what was withdrawn is new, and comes back', async () => {
    await bring(id, [input]);
    await undo(id);
    const before = await stored('RW-1');
    const look = await kit.as('ministry', {
      method: 'POST',
      path: '/archive/tasks/preview',
      body: { tasks: [input] },
    });
    expect(look.body['items']).toMatchObject([{ outcome: 'new' }]);
    expect((await bring(other, [input])).body).toMatchObject({ counts: { created: 1 } });
    expect(await stored('RW-1')).toMatchObject({ id: before?.id, state: 'open' });
    expect(await undo(other)).toMatchObject({ counts: { withdrawn: 1 } });
  });

  test('a deposit that was under way brings a withdrawn task back', async () => {
    await bring(id, [input]);
    await undo(id);
    const task = await stored('RW-1');
    await kit.table.transact(
      await kit.tasks.following(task?.id, ulid(), { as: 'handed-in', on: '2026-11-22' }, 'receive'),
    );
    expect((await stored('RW-1'))?.state).toBe('handed-in');
  });

  test('goes through all of many; of nobody is not found, for others forbidden, of one under way refused', async () => {
    await bring(
      id,
      Array.from({ length: 60 }, (_, at) => ({ ...input, number: `N-${at}` })),
    );
    expect((await ask(id, 'keeper')).status).toBe(403);
    expect((await ask(ulid())).status).toBe(404);
    expect(await undo(id)).toMatchObject({ total: 60, done: 60, counts: { withdrawn: 60 } });
    await kit.as('ministry', {
      method: 'PUT',
      path: `/archive/tasks/imports/${other}/batches/1`,
      body: { tasks: [input] },
    });
    const body = { batches: 1, subject: 'x' };
    await kit.as('ministry', { method: 'POST', path: `/archive/tasks/imports/${other}`, body });
    expect((await ask(other)).status).toBe(409);
  });
});

describe('a task with two deposits', () => {
  let taskId: string;
  const [older, newer] = ['01KAHZ6YB80000000000000001', '01KAHZ6YB80000000000000002'];
  beforeEach(async () => {
    await importing(input);
    taskId = (await kit.tasks.byNumber('NGA', 'RW-1'))?.id ?? '';
  });
  /** A round of a deposit as door 1 brings it: the review, and the task that follows. */
  const handIn = async (depositId: string): Promise<string> => {
    const id = await kit.review({ depositId, taskId });
    await kit.table.transact(
      await kit.tasks.following(taskId, depositId, { as: 'handed-in', on: '2026-11-22' }, 'receive'),
    );
    return id;
  };
  const act = async (who: 'checker' | 'officer', id: string, what: string, body = {}) => {
    const { status } = await kit.as(who, { method: 'POST', path: `/archive/reviews/${id}/${what}`, body });
    expect(status).toBeLessThan(300);
  };
  const turnBack = (id: string) => act('checker', id, 'return', { reason: '缺图' });
  const accept = async (id: string) => {
    await act('checker', id, 'accept');
    await finishAcceptance(kit, id);
  };
  const task = async () => {
    const found = await kit.tasks.get(taskId);
    return [found?.state, found?.body.depositId];
  };

  test('stays accepted when the other is returned', async () => {
    const [a, b] = [await handIn(older), await handIn(newer)];
    await accept(a);
    expect(await task()).toEqual(['accepted', older]);
    await turnBack(b);
    expect(await task()).toEqual(['accepted', older]);
    await act('officer', a, 'certificate');
    expect(await task()).toEqual(['certified', older]);
  });
  test('stays handed in when one of two is returned, and is open when both are', async () => {
    const [a, b] = [await handIn(older), await handIn(newer)];
    await turnBack(b);
    expect(await task()).toEqual(['handed-in', older]);
    await turnBack(a);
    expect(await task()).toEqual(['open', newer]);
    await accept(await handIn(older));
    expect(await task()).toEqual(['accepted', older]);
  });
  test('is not taken back by a later deposit once it is certified', async () => {
    const a = await handIn(older);
    await accept(a);
    await act('officer', a, 'certificate');
    const b = await handIn(newer);
    await turnBack(b);
    expect(await task()).toEqual(['certified', older]);
  });
  test('follows both when they are decided at once', async () => {
    const [a, b] = [await handIn(older), await handIn(newer)];
    await Promise.all([turnBack(a), turnBack(b)]);
    expect(await task()).toEqual(['open', newer]);
    expect((await auditOf(tables, kit.table, taskId)).filter((of) => of === 'task.returned')).toHaveLength(2);
  });
  test('tells intake its state and deposit with each change, and nothing else of the archive', async () => {
    await handIn(older);
    const told = await toldOfVersion(2);
    expect(told).toMatchObject({ task: { state: 'handed-in', depositId: older } });
    expect(JSON.stringify(told)).not.toContain('"deposits"');
  });
  test('of a deposit without a task nothing follows', async () => {
    expect(await kit.tasks.following(undefined, older, { as: 'accepted' }, 'copy')).toEqual([]);
    expect(await kit.tasks.following(ulid(), older, { as: 'accepted' }, 'copy')).toEqual([]);
  });
});
