import { shippedReleaseRules } from '@geoarchive/domain/release-rules.ts';
import { shippedRouting } from '@geoarchive/domain/supervision/routing.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { finishAcceptance } from '../archive/finish.ts';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { registerId } from './register-store.ts';
import { tallyTasks } from './tally.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
});

const post = (path: string, body?: object, who: Staff = 'ministry') =>
  kit.as(who, { method: 'POST', path, ...(body === undefined ? {} : { body }) });
const job = async (path: string, body?: object) => {
  const started = await post(path, body);
  await kit.work();
  return (await kit.as('ministry', { path: `/jobs/${String(started.body['id'])}` })).body;
};
const bring = async (...rows: object[]) => {
  const path = `/supervision/registers/imports/${ulid()}`;
  await kit.as('ministry', { method: 'PUT', path: `${path}/batches/1`, body: { rows } });
  return job(path, { batches: 1, subject: '登记.xlsx' });
};
const row = (of: object = {}) => ({
  kind: 'exploration-right',
  number: 'T1',
  name: '某煤矿勘探',
  holder: 'MINE',
  from: '2022-03-01',
  to: '2027-03-01',
  regions: ['420100'],
  minerals: ['coal'],
  ...of,
});
const entryOf = (number: string) => kit.registers.get(registerId('exploration-right', number));
const taskOf = async (number: string, subject = 't1') => {
  const id = (await entryOf(number))?.body.tasks[subject]?.taskId;
  const task = id === undefined ? undefined : await kit.tasks.get(id);
  if (task === undefined) throw new Error(`no task of ${number}`);
  return task;
};
/** The numbers of an archive's tasks, as its list shows them. */
const listed = async (node: string) => {
  const { items } = await kit.tasks.list('gsi1', `tasks#${node}`, {});
  return items.map(({ body }) => body.number).sort();
};

describe('rules of routing', () => {
  const minerals = shippedRouting.find(({ id }) => id === 'ministry-minerals');
  if (minerals === undefined) throw new Error('no such rule');
  const path = '/supervision/routing-rules/ministry-minerals';
  /** From the beginning of 2027 coal goes to the ministry. */
  const draft = {
    from: '2027-01-01',
    active: true,
    order: minerals.order,
    when: { minerals: ['oil', 'coal'] },
    receiver: 'national',
    reference: minerals.reference,
  };
  const publish = () => post(`${path}/versions`, { draft, reason: '煤炭改由部接收' });

  test('a trial names the tasks that would go to another archive and moves none; the version that is then added does', async () => {
    await bring(
      row(),
      row({ number: 'T2', minerals: ['copper'] }),
      // Its occasion is before the version's first day.
      row({ number: 'T3', from: '2021-01-01', to: '2026-12-31' }),
      row({ number: 'T4', minerals: ['oil'] }),
    );
    const trial = await job(`${path}/trials`, { draft });
    expect(trial).toMatchObject({ state: 'done', counts: { archivesMoved: 1, daysMoved: 0 } });
    expect(trial['notes']).toEqual(['T1 t1: 2027-01-30 HB → 2027-01-30 NGA']);
    expect(await taskOf('T1')).toMatchObject({ version: 1, body: { node: 'HB' } });

    expect(await publish()).toMatchObject({ status: 201, body: { version: 2, edited: { by: 'ministry' } } });
    // The oil stays where it goes; its proof names the version that counts for its day.
    expect(await job('/supervision/recompute')).toMatchObject({ counts: { tasksUpdated: 2 } });
    expect(await job('/supervision/recompute')).toMatchObject({ counts: { tasksUpdated: 0 } });
    const proofs = await Promise.all(
      ['T1', 'T2', 'T3', 'T4'].map(async (number) => {
        const { node, basis } = (await taskOf(number)).body;
        return [node, basis?.proof.receiver.rule, basis?.proof.receiver.version];
      }),
    );
    expect(proofs).toEqual([
      ['NGA', 'ministry-minerals', 2],
      ['HB', 'work-province', 1],
      ['HB', 'work-province', 1],
      ['NGA', 'ministry-minerals', 2],
    ]);
    // An entry is the archive's that receives by today's rules.
    expect((await entryOf('T1'))?.body.node).toBe('HB');
    expect(await auditOf(tables, kit.table, 'rule-ministry-minerals')).toEqual(['rule.add-routing-version']);
    expect(kit.errors).toEqual([]);
  });

  test('a task that goes to another archive leaves the lists and counts of the one, stands in those of the other, and is told', async () => {
    await bring(row(), row({ number: 'T2', minerals: ['copper'] }));
    const { id } = await taskOf('T1');
    await tallyTasks(kit, [id]);
    const year = async (node: string) => (await kit.tallies.sheet(node, 'year#2027'))?.counts ?? {};
    const counted = await year('HB');
    expect(Object.values(counted)).toContain(1);
    await publish();
    await job('/supervision/recompute');
    await tallyTasks(kit, [id]);
    expect([await listed('HB'), await listed('NGA')]).toEqual([['T2-t1'], ['T1-t1']]);
    expect(Object.values(await year('HB')).every((count) => count === 0)).toBe(true);
    expect(await year('NGA')).toEqual(counted);
    // Its number is taken at the new archive and free at the old one.
    expect((await kit.tasks.byNumber('NGA', 'T1-t1'))?.id).toBe(id);
    expect(await kit.tasks.byNumber('HB', 'T1-t1')).toBeUndefined();
    const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'TasksRecorded').at(-1);
    expect(told?.data).toMatchObject({ tasks: [{ task: { id, node: 'NGA' }, version: 2 }] });

    // And back again, as the same task.
    await post(`${path}/versions`, { draft: { ...draft, active: false }, reason: '撤回' });
    await job('/supervision/recompute');
    expect([await listed('HB'), await listed('NGA')]).toEqual([['T1-t1', 'T2-t1'], []]);
    expect((await kit.tasks.byNumber('HB', 'T1-t1'))?.id).toBe(id);
  });

  test('what was handed in stays at the archive that has it, with the proof why it went there', async () => {
    await bring(row());
    const task = await taskOf('T1');
    const told = { action: 'test', by: { worker: 'test' } };
    await kit.tasks.move(task, 'receive', { ...task.body, deposits: { [ulid()]: 'handed-in' } }, told);
    await publish();
    const trial = await job(`${path}/trials`, { draft: { ...draft, from: '2026-01-01' } });
    expect(trial).toMatchObject({ counts: { archivesMoved: 0 }, notes: [] });
    await job('/supervision/recompute');
    expect(await taskOf('T1')).toMatchObject({
      body: { node: 'HB', basis: { proof: { receiver: { node: 'HB', rule: 'work-province', version: 1 } } } },
    });
    // Nothing more is written for it.
    const { version } = await taskOf('T1');
    await job('/supervision/recompute');
    expect((await taskOf('T1')).version).toBe(version);
    expect(await listed('HB')).toEqual(['T1-t1']);
  });

  test('what was on its way while the task moved brings it back to where it lies', async () => {
    await bring(row());
    const { id } = await taskOf('T1');
    await publish();
    await job('/supervision/recompute');
    expect(await listed('NGA')).toEqual(['T1-t1']);
    const handedIn = { as: 'handed-in', on: '2026-11-24', node: 'HB' } as const;
    await kit.table.transact(await kit.tasks.following(id, ulid(), handedIn, 'receive'));
    expect([await listed('HB'), await listed('NGA')]).toEqual([['T1-t1'], []]);
    expect((await kit.tasks.byNumber('HB', 'T1-t1'))?.id).toBe(id);
    expect(await kit.tasks.byNumber('NGA', 'T1-t1')).toBeUndefined();
    // Another deposit elsewhere moves it no more, nor does the reckoning.
    await kit.table.transact(await kit.tasks.following(id, ulid(), { ...handedIn, node: 'NGA' }, 'receive'));
    await job('/supervision/recompute');
    expect(await listed('HB')).toEqual(['T1-t1']);
  });

  test('a task is read with its entry by its own archive, too', async () => {
    await bring(row());
    const entry = (await entryOf('T1'))?.id ?? '';
    const read = (node: string) => kit.as('province', { path: `/supervision/registers/${entry}` }, node);
    expect((await read('NGA')).status).toBe(404);
    await publish();
    await job('/supervision/recompute');
    expect([(await read('HB')).status, (await read('NGA')).status]).toEqual([200, 200]);
  });

  test('an import says beforehand which task would go to another archive', async () => {
    await bring(row());
    const { body } = await post('/supervision/registers/preview', { rows: [row({ minerals: ['oil'] })] });
    expect(body).toMatchObject({ items: [{ duties: [{ subject: 't1', from: 'HB', to: 'NGA' }] }] });
  });

  test('an entry with more tasks than a transaction takes moves them all, over several steps', async () => {
    const years = Array.from({ length: 25 }, (_, n) => 2027 + n);
    await bring(...years.map((year) => row({ from: `${year}-01-01`, to: `${year}-12-31` })));
    expect(await listed('HB')).toHaveLength(years.length);
    await publish();
    expect(await job('/supervision/recompute')).toMatchObject({
      state: 'done',
      counts: { tasksUpdated: years.length },
    });
    expect([await listed('HB'), (await listed('NGA')).length]).toEqual([[], years.length]);
    expect(kit.errors).toEqual([]);
  });

  test('minerals that no list has are named; those that this deployment added are taken', async () => {
    const withMinerals = (...minerals: string[]) => ({
      draft: { ...draft, when: { minerals } },
      reason: '试',
    });
    const refused = await post(`${path}/versions`, withMinerals('oil', 'unobtainium'));
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { fields: [{ field: 'body.draft.when.minerals', message: 'unobtainium' }] },
    ]);
    expect((await post(`${path}/trials`, withMinerals('unobtainium'))).status).toBe(400);
    const edit = { kind: 'add', slug: 'unobtainium', code: '', name: { zh: '某矿', en: 'Unobtainium' } };
    await post('/codes/lists/minerals/edits', { edit, reason: '新矿种' });
    expect((await post(`${path}/versions`, withMinerals('unobtainium'))).status).toBe(201);
  });

  test('where another task has its number at the new archive it stays and is named; the rest goes on', async () => {
    await bring(row(), row({ number: 'T2' }));
    const id = ulid();
    const body = { ...(await taskOf('T1')).body, node: 'NGA' };
    await kit.tasks.create(id, body, {
      action: 'test',
      by: { worker: 'test' },
      with: [kit.tasks.claiming('NGA', body.number, id)],
    });
    await publish();
    expect(await job('/supervision/recompute')).toMatchObject({
      state: 'done',
      counts: { tasksUpdated: 1, hindered: 1 },
      notes: [expect.stringMatching(/^T1: NGA .*T1-t1/)],
    });
    expect([(await taskOf('T1')).body.node, (await taskOf('T2')).body.node]).toEqual(['HB', 'NGA']);
    // So does a trial.
    const trial = await job(`${path}/trials`, { draft: { ...draft, order: 11 } });
    expect(trial).toMatchObject({ state: 'done', notes: [expect.stringMatching(/^T1: .*T1-t1/)] });
    // Once the other is withdrawn the number is free.
    const other = await kit.tasks.get(id);
    if (other === undefined) throw new Error('no such task');
    await kit.tasks.move(other, 'withdraw', other.body, { action: 'test', by: { worker: 'test' } });
    expect(await job('/supervision/recompute')).toMatchObject({ state: 'done' });
    expect((await kit.tasks.byNumber('NGA', 'T1-t1'))?.id).toBe((await taskOf('T1')).id);
  });

  test('a proof from before rules of routing had versions is read still', async () => {
    await bring(row());
    const task = await taskOf('T1');
    const { basis } = task.body;
    if (basis === undefined) throw new Error('no basis');
    const { version: _, name: __, ...receiver } = basis.proof.receiver;
    const old = { ...task.body, basis: { ...basis, proof: { ...basis.proof, receiver } } };
    await kit.tasks.change(task, old, { action: 'test', by: { worker: 'test' } });
    const { status, body } = await kit.as('ministry', { path: `/supervision/tasks/${task.id}` }, 'HB');
    expect([status, body]).toMatchObject([
      200,
      { basis: { proof: { receiver: { rule: 'work-province' } } } },
    ]);
  });

  test('a rule that ends before it begins, one that is not there, and somebody who may not', async () => {
    const send = (to: string, body: object, who?: Staff) =>
      post(`/supervision/routing-rules/${to}`, body, who);
    const reason = 'x';
    const ending = { draft: { ...draft, to: '2026-12-31' }, reason };
    expect((await send('ministry-minerals/versions', ending)).status).toBe(400);
    expect((await send('ministry-minerals/trials', ending)).status).toBe(400);
    // A row without a condition would take what comes after it.
    expect((await send('ministry-minerals/versions', { draft: { ...draft, when: {} }, reason })).status).toBe(
      422,
    );
    const off = { ...draft, when: {}, active: false };
    expect((await send('ministry-minerals/trials', { draft: off })).status).toBe(202);
    expect((await send('exploration-expiry/versions', { draft, reason })).status).toBe(404);
    expect((await send('marine/versions', { draft, reason }, 'province')).status).toBe(403);
    const none = { draft: { ...draft, when: { minerals: [] } }, reason };
    expect((await send('ministry-minerals/versions', none)).status).toBe(400);
  });
});

describe('rules of publication', () => {
  const [rights] = shippedReleaseRules;
  if (rights === undefined) throw new Error('no such rule');
  const path = '/supervision/release-rules/release-rights';
  const draft = {
    from: '2027-01-01',
    active: true,
    latest: { days: 60, kind: 'calendar' },
    reference: rights.reference,
  };
  const received = (licenceEnd: string) =>
    kit.review({ source: 'mining-right', licenceEnd, dossierId: ulid() }, 'accepting');
  const windowOf = async (reviewId: string) => {
    await finishAcceptance(kit, reviewId);
    const id = (await kit.reviews.get(reviewId))?.body.dossierId ?? '';
    return (await kit.dossiers.get(id))?.body.window;
  };

  test('what is taken in gets its days by the version of the counted day, and keeps them', async () => {
    const [before, after] = [await received('2027-03-31'), await received('2027-03-31')];
    const fixed = { earliest: '2027-03-31', latest: '2027-04-30', rule: { id: rights.id, version: 1 } };
    expect(await windowOf(before)).toEqual(fixed);
    const added = await post(`${path}/versions`, { draft, reason: '试验' });
    expect(added).toMatchObject({ status: 201, body: { version: 2, counted: 'licence-end' } });
    expect(await windowOf(after)).toEqual({
      earliest: '2027-03-31',
      latest: '2027-05-30',
      rule: { id: rights.id, version: 2 },
    });
    expect(await windowOf(await received('2026-12-31'))).toMatchObject({ latest: '2027-01-30' });
    expect(await windowOf(before)).toEqual(fixed);
    expect(await auditOf(tables, kit.table, 'rule-release-rights')).toEqual(['rule.add-release-version']);
  });

  test('a trial names tasks and deposits whose days would change, counts dossiers that keep theirs, and changes nothing', async () => {
    await bring(row(), row({ number: 'T2', from: '2021-01-01', to: '2026-12-15' }));
    await bring(row({ number: 'T3', minerals: ['oil'] }));
    const review = await received('2027-06-30');
    await kit.review({ source: 'other' });
    const number = (await kit.reviews.get(review))?.body.receipt.number;
    await kit.dossier({
      source: 'mining-right',
      licenceEnd: '2027-03-31',
      window: { earliest: '2027-03-31', latest: '2027-04-30' },
    });
    const trial = await job(`${path}/trials`, { draft });
    expect(trial).toMatchObject({ state: 'done', counts: { daysMoved: 3, unchanged: 2, kept: 1 } });
    expect([...(trial['notes'] as string[])].sort()).toEqual(
      [
        `${number} review: 2027-07-30 → 2027-08-29`,
        'T1-t1 task: 2027-03-31 → 2027-04-30',
        'T3-t1 task: 2027-03-31 → 2027-04-30',
      ].sort(),
    );
    expect(await auditOf(tables, kit.table, 'rule-release-rights')).toEqual([]);
    expect(kit.errors).toEqual([]);
  });

  test('a rule that is not there, days before the counted one, and somebody who may not', async () => {
    const reason = 'x';
    const send = (to: string, of: object, who?: Staff) =>
      post(`/supervision/release-rules/${to}`, { draft: of, reason }, who);
    expect((await send('marine/versions', draft)).status).toBe(404);
    expect(
      (await send('release-rights/versions', { ...draft, latest: { days: -1, kind: 'calendar' } })).status,
    ).toBe(400);
    expect((await send('release-rights/versions', { ...draft, to: '2026-01-01' })).status).toBe(400);
    // Ended or switched off, data of its kind could never be published.
    for (const ends of [{ to: '2028-01-01' }, { active: false }])
      for (const path of ['versions', 'trials'])
        expect((await send(`release-rights/${path}`, { ...draft, ...ends })).status).toBe(422);
    expect((await send('release-rights/versions', draft, 'province')).status).toBe(403);
  });
});

test('the page of rules has all families, and the steps that this deployment sets', async () => {
  kit.settings.checkDays = 12;
  const { body } = await kit.as('province', { path: '/supervision/rules' });
  expect(body).toMatchObject({
    routing: shippedRouting.map(({ id, order }) => ({ id, order, version: 1 })),
    release: shippedReleaseRules.map(({ id, latest }) => ({ id, latest, version: 1 })),
    steps: [
      { id: 'check', term: { days: 12, kind: 'calendar', rollsOver: true } },
      { id: 'correction', term: { days: 30 } },
      { id: 'certificate', says: { en: 'Issued by the authority' } },
    ],
  });
});
