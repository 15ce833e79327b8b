import { events } from '@geoarchive/contract/events.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import type { DossierBody, StoredFile } from '../archive/dossier-store.ts';
import { finishAcceptance } from '../archive/finish.ts';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { archiveNotices } from '../notices/archive-notify.ts';
import { internalInbox, internalNoticeRoutes } from '../notices/internal.ts';
import { noticeStore as inboxStore } from '../notices/notice-store.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { watchTransfers } from './clocks-work.ts';
import { missingTransfers, transfersAfter } from './making.ts';

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
  kit.settings.nodes = [
    { code: 'NGA', name: { zh: '全国馆', en: 'National' } },
    { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' },
    { code: 'HN', name: { zh: '湖南馆', en: 'Hunan' }, province: '430000' },
    { code: 'JX', name: { zh: '江西馆', en: 'Jiangxi' }, province: '360000' },
  ];
});

const by = { worker: 'test' };
const get = async (who: Staff, node: string, path: string, query: Record<string, string> = {}) => {
  const asked = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]));
  return kit.as(who, { path: `/archive${path}`, query: asked }, node);
};
const post = (who: Staff, node: string, path: string, body: object, version?: number) =>
  kit.as(
    who,
    {
      ...{ method: 'POST', path: `/archive${path}`, body },
      ...(version === undefined ? {} : { headers: { 'If-Match': `"${version}"` } }),
    },
    node,
  );
type Shown = { id: string; state: string; version: number; moves: string[]; late: boolean };
/** What the contract's check of the reply let through. */
const items = async (who: Staff, node: string, query: Record<string, string> = {}) =>
  (await get(who, node, '/transfers', query)).body['items'] as unknown as (Shown & Record<string, unknown>)[];

let numbers = 0;
const file = (no: number, more: Partial<StoredFile> = {}): StoredFile => ({
  ...{ no, path: `报告/${no}.pdf`, size: 10, sha256: String(no % 10).repeat(64), secrecy: 'public' },
  ...{ key: `dossiers/x/v1/${no}`, ...more },
});
/** A dossier of an archive with its files, accepted on a day; as if from before there were transfers. */
const dossier = async (node: string, more: Partial<DossierBody> = {}, files = [file(1)]): Promise<string> => {
  numbers += 1;
  const archiveNumber = `d${String(numbers).padStart(8, '0')}`;
  const code = `cgdoi.${node}/${archiveNumber}`;
  const id = await kit.dossier({ node, archiveNumber, code, fileCount: files.length, ...more });
  if (files.length > 0) await kit.dossierFiles.putPage(id, 1, files);
  return id;
};
/** The day's job, as often as it is called. */
const day = async (on?: string): Promise<string> => {
  if (on !== undefined) kit.time.now = new Date(`${on}T02:00:00.000Z`);
  const createdAt = kit.clock().toISOString();
  const of = { kind: 'transfer-clocks' as const, subject: createdAt.slice(0, 10), total: 1, createdAt };
  const job = { ...of, owner: 'system:clocks', ownerName: 'clocks' };
  const id = ulid();
  await kit.table.transact(kit.jobs.queueing(id, job, by, 'test'));
  await kit.work();
  expect((await kit.jobs.get(id))?.state).toBe('done');
  return id;
};
/** A dossier whose transfer to the national archive is owed. */
const owed = async (node: string, more: Partial<DossierBody> = {}, files?: StoredFile[]) => {
  const dossierId = await dossier(node, more, files);
  const item = await kit.dossiers.get(dossierId);
  if (item === undefined) throw new Error('no dossier');
  for (const { id, body, told } of await missingTransfers(kit, [item], 'test'))
    await kit.transfers.create(id, body, told);
  return { dossierId, id: kit.transfers.idFor(dossierId, 'NGA') };
};
const sent = async (ids: readonly string[], node = 'HB') => {
  const reply = await post('keeper', node, '/transfer-lists', { transfers: ids });
  expect(reply.status).toBe(201);
  return { id: String(reply.body['id']), body: reply.body };
};
const notices = async () =>
  (await eventsIn(tables, kit.table)).flatMap(({ type, data }) => (type === 'TransfersDue' ? [data] : []));

describe('a transfer is owed', () => {
  const accepted = async (node: string, forwardsTo: string[] = []) => {
    const taskId = ulid();
    const reckoned = { rule: 'r', version: 1, name: { zh: '期', en: 'd' }, reference: { zh: '条', en: 'a' } };
    const decides = {
      ...{ ...reckoned, occasion: 'licence-end' as const, on: '2026-12-31', days: 0, due: '2026-12-31' },
      ...{ kind: 'calendar' as const, rollsOver: false },
    };
    const receiver = { node, rule: 'work-province', reference: reckoned.reference, forwardsTo };
    await kit.tasks.create(
      taskId,
      {
        ...{ number: taskId, name: '某勘查', source: 'other', organisation: 'MINE', node, due: '2026-12-31' },
        ...{ deposits: {} },
        basis: {
          ...{ registerId: ulid(), registerNumber: 'T1', subject: 't1', needs: ['result'] },
          proof: { decides, beside: [], receiver },
        },
      },
      { action: 'test', by },
    );
    const depositId = ulid();
    const handedIn = { as: 'handed-in', on: '2026-11-20' } as const;
    await kit.table.transact(await kit.tasks.following(taskId, depositId, handedIn, 'receive'));
    const reviewId = await kit.review({ node, taskId, depositId });
    const path = `/archive/reviews/${reviewId}/accept`;
    expect((await kit.as('checker', { method: 'POST', path, body: {} }, node)).status).toBe(202);
    await finishAcceptance(kit, reviewId);
    return { taskId, told: { reviewId, depositId, round: 1, archiveNumber: 'd1' } };
  };
  /** The register was corrected: the duty of the task names these further provinces now. */
  const named = async (taskId: string, forwardsTo: string[]) => {
    const task = await kit.tasks.get(taskId);
    const { basis } = task?.body ?? {};
    if (task === undefined || basis === undefined) throw new Error('no task');
    const receiver = { ...basis.proof.receiver, forwardsTo };
    await kit.tasks.change(
      task,
      { ...task.body, basis: { ...basis, proof: { ...basis.proof, receiver } } },
      { action: 'test', by },
    );
  };

  test('to a further province by the national archive too, which received instead of the first one', async () => {
    const { told } = await accepted('NGA', ['43']);
    await transfersAfter(kit, told);
    await day();
    expect(await items('keeper', 'NGA')).toMatchObject([{ to: 'HN', route: 'province', state: 'due' }]);
  });

  test('to another province until the duty names it no more: then it can be exempted, and only then', async () => {
    const { taskId, told } = await accepted('HB', ['43']);
    await transfersAfter(kit, told);
    const found = await items('keeper', 'HB');
    const { id } = found.find(({ to }) => to === 'HN') ?? { id: '' };
    const path = `/transfers/${id}/exemption`;
    const because = { ground: 'not-named', reason: '登记更正' };
    expect((await post('keeper', 'HB', path, because)).status).toBe(422);
    await named(taskId, []);
    const national = kit.transfers.idFor(String(found[0]?.['dossierId']), 'NGA');
    expect((await post('keeper', 'HB', `/transfers/${national}/exemption`, because)).status).toBe(422);
    expect((await post('keeper', 'HB', path, because)).body).toMatchObject({ state: 'exempt' });
    await day();
    expect(await items('keeper', 'HB', { state: 'open' })).toMatchObject([{ to: 'NGA' }]);
  });

  test('from acceptance on, once however often that is told, and the day’s job adds nothing', async () => {
    const { told } = await accepted('HB', ['43', '51']);
    await Promise.all([transfersAfter(kit, told), transfersAfter(kit, told)]);
    await transfersAfter(kit, told);
    await day();
    const found = await items('keeper', 'HB');
    expect(new Set(found.map(({ to, route }) => `${String(to)} ${String(route)}`))).toEqual(
      new Set(['NGA national', 'HN province']),
    );
    for (const one of found)
      expect(one).toMatchObject({ state: 'due', accepted: '2026-11-22', due: '2027-02-20', late: false });
    for (const { id } of found) expect(await auditOf(tables, kit.table, id)).toEqual(['transfer.owe']);
  });

  test('by the day’s job too where acceptance came before, however many, and only where it is owed', async () => {
    for (let n = 0; n < 28; n += 1) await dossier('HB', { acceptedAt: '2026-06-02T02:00:00.000Z' });
    for (const dataKind of ['original', 'physical'] as const) await dossier('HB', { dataKind });
    await dossier('NGA');
    await day();
    expect(await items('keeper', 'HB', { limit: '100' })).toHaveLength(28);
    expect(await items('keeper', 'NGA')).toEqual([]);
    await day('2026-11-23');
    expect(await items('keeper', 'HB', { limit: '100' })).toHaveLength(28);
  });

  test('by as many days as the deployment sets', async () => {
    Object.assign(kit.settings, { transfer: { days: 60, noticeDays: [5], repeatDays: 10 } });
    await owed('HB', { acceptedAt: '2026-11-22T02:00:00.000Z' });
    expect(await items('keeper', 'HB')).toMatchObject([{ due: '2027-01-21' }]);
    Object.assign(kit.settings, { transfer: undefined });
  });
});

describe('the clock', () => {
  const acceptedAt = '2026-11-22T02:00:00.000Z';
  const due = '2027-02-20';

  test('tells the archive of what comes near and of what is overdue, once each', async () => {
    await dossier('HB', { acceptedAt });
    await owed('HB', { acceptedAt });
    await day();
    expect(await notices()).toEqual([]);
    for (const left of [31, 30, 29, 7, 6, 0, -1, -2, -31])
      for (const _ of ['once', 'again']) await day(addDays(due, -left));
    const soon = { node: 'HB', soon: 2, overdue: 0, due };
    const late = { node: 'HB', soon: 0, overdue: 2, due };
    expect(await notices()).toEqual([soon, soon, soon, late, late]);
  });

  test('stood still for 91 days: one notice for all that passed, and the cockpit counts it', async () => {
    const { id } = await owed('HB', { acceptedAt });
    await day(addDays('2026-11-22', 91));
    await dossier('HB', { acceptedAt: kit.clock().toISOString() });
    await day(addDays('2026-11-22', 92));
    expect(await notices()).toEqual([{ node: 'HB', soon: 0, overdue: 1, due }]);
    expect(await items('province', 'HB', { state: 'open' })).toMatchObject([
      { id, late: true },
      { late: false },
    ]);
    const { body } = await get('ministry', 'NGA', '/overview/late', { node: 'HB' });
    expect(body['items']).toMatchObject([{ transferOverdue: 1, transferSoon: 0 }]);
    expect(await items('ministry', 'NGA', { node: 'HB', state: 'open', dueTo: due })).toHaveLength(1);
    // The second is due 90 days after it was accepted, which the cockpit sees 30 days before.
    kit.time.now = new Date('2027-04-25T02:00:00.000Z');
    const later = await get('ministry', 'NGA', '/overview/late', { node: 'HB' });
    expect(later.body['items']).toMatchObject([{ transferOverdue: 1, transferSoon: 1 }]);
    expect(
      await items('ministry', 'NGA', {
        node: 'HB',
        state: 'open',
        dueFrom: '2027-04-25',
        dueTo: '2027-05-25',
      }),
    ).toHaveLength(1);
  });

  test('a run that ended before its notice leaves what it marked to the notice of the next', async () => {
    await owed('HB', { acceptedAt });
    const job = await kit.jobs.get(await day());
    if (job === undefined) throw new Error('no job');
    kit.time.now = new Date('2027-02-20T02:00:00.000Z');
    let so = { ...(await kit.jobs.progressOf(job.id)), cursor: null as unknown };
    for (let reminded = 0; reminded === 0; ) {
      const { effect, cursor, counts, finished } = await watchTransfers(kit, job, so);
      expect(finished).toBe(false);
      if (effect.length > 0) await kit.table.transact(effect);
      reminded = counts['reminded'] ?? 0;
      so = { ...so, cursor };
    }
    expect(await notices()).toEqual([]);
    await owed('HB', { acceptedAt: '2026-11-21T02:00:00.000Z' });
    await day('2027-02-20');
    await day('2027-02-20');
    expect(await notices()).toEqual([{ node: 'HB', soon: 1, overdue: 1, due }]);
  });

  test('says nothing of what was sent, received or exempted', async () => {
    const one = await owed('HB', { acceptedAt });
    await sent([one.id]);
    const two = await owed('HB', { acceptedAt });
    await post('keeper', 'HB', `/transfers/${two.id}/exemption`, { ground: 'small-deposit', reason: '小型' });
    await day(addDays(due, 5));
    expect(await notices()).toEqual([]);
    expect(await items('keeper', 'HB', { state: 'open' })).toEqual([]);
  });
});

describe('an exemption', () => {
  const because = { ground: 'building-material', reason: '普通建筑用砂' };

  test('is decided with its ground and reason, and taken back with another', async () => {
    const { id } = await owed('HB');
    const exempted = await post('province', 'HB', `/transfers/${id}/exemption`, because, 1);
    expect(exempted.body).toMatchObject({
      ...{ state: 'exempt', late: false, moves: ['resume'] },
      exempted: { ...because, by: expect.any(String) },
    });
    expect((await post('keeper', 'HB', `/transfers/${id}/exemption`, because)).status).toBe(409);
    expect((await post('keeper', 'HB', '/transfer-lists', { transfers: [id] })).status).toBe(409);
    expect(await items('keeper', 'HB', { state: 'exempt' })).toMatchObject([{ id }]);
    const back = await post('keeper', 'HB', `/transfers/${id}/exemption/end`, { reason: '有误' });
    expect(back.body).toMatchObject({ state: 'due', moves: ['exempt', 'send'] });
    expect(back.body).not.toHaveProperty('exempted');
    // Entries of one instant stand in no order.
    const trail = ['transfer.exempt', 'transfer.owe', 'transfer.resume'];
    expect((await auditOf(tables, kit.table, id)).sort()).toEqual(trail);
  });

  test('needs one of the grounds and a reason, of the archive’s own, and is seen by who looked', async () => {
    const { id } = await owed('HB');
    const path = `/transfers/${id}/exemption`;
    expect((await post('keeper', 'HB', path, { ...because, reason: ' ' })).status).toBe(400);
    expect((await post('keeper', 'HB', path, { ...because, ground: 'other' })).status).toBe(400);
    expect((await post('checker', 'HB', path, because)).status).toBe(403);
    expect((await post('keeper', 'NGA', path, because)).status).toBe(404);
    expect((await post('keeper', 'HB', path, because, 7)).status).toBe(412);
    expect(await items('keeper', 'HB')).toMatchObject([{ id, state: 'due', moves: ['exempt', 'send'] }]);
  });

  test('by its kind is from the national archive only', async () => {
    const dossierId = await dossier('HB');
    const id = kit.transfers.idFor(dossierId, 'HN');
    await kit.transfers.create(
      id,
      {
        ...{ node: 'HB', to: 'HN', route: 'province', dossierId, archiveNumber: 'd1' },
        ...{ accepted: '2026-06-02', due: '2026-08-31' },
      },
      { action: 'test', by },
    );
    expect((await post('keeper', 'HB', `/transfers/${id}/exemption`, because)).status).toBe(422);
  });
});

test('what is owed and what was refused are listed by due day, each on full pages', async () => {
  const ids: string[] = [];
  for (const on of ['01', '02', '03', '04', '05'])
    ids.push((await owed('HB', { acceptedAt: `2026-11-${on}T02:00:00.000Z` })).id);
  const refused = [ids[1], ids[3]].map(String);
  const list = await sent(refused);
  await post('keeper', 'NGA', `/transfer-lists/${list.id}/refusal`, { transfers: refused, reason: '不全' });
  const pages = async (query: Record<string, string>) => {
    const found: string[][] = [];
    let cursor: string | undefined;
    do {
      const asked = { ...query, ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await get('keeper', 'HB', '/transfers', asked);
      found.push((body['items'] as unknown as Shown[]).map(({ id }) => id));
      cursor = body['cursor'] === undefined ? undefined : String(body['cursor']);
    } while (cursor !== undefined);
    return found;
  };
  expect(await pages({ state: 'open', limit: '2' })).toEqual([
    ids.slice(0, 2),
    ids.slice(2, 4),
    ids.slice(4),
  ]);
  const range = { dueFrom: '2027-01-31', dueTo: '2027-02-02' };
  expect(await pages({ state: 'open', limit: '2', ...range })).toEqual([ids.slice(1, 3), ids.slice(3, 4)]);
  expect((await pages({ state: 'refused', limit: '2' }))[0]).toEqual(refused);
  expect((await pages({ state: 'due', limit: '100' })).flat()).toEqual([ids[0], ids[2], ids[4]]);
  expect((await get('keeper', 'HB', '/transfers', { state: 'open', cursor: 'e30' })).status).toBe(400);
  kit.time.now = new Date('2027-02-02T02:00:00.000Z');
  const { body } = await get('ministry', 'NGA', '/overview/late', { node: 'HB' });
  expect(body['items']).toMatchObject([{ transferOverdue: 3, transferSoon: 2 }]);
  expect((await get('keeper', 'HB', '/overview')).body).toMatchObject({ transfersOverdue: 3 });
});

describe('a transfer list', () => {
  test('is closed with number, contents and digests; the receiver confirms some and refuses others', async () => {
    const certificate = { certificateNumber: 'HJ-HB-2026-00007' };
    const one = await owed('HB', { ...certificate, bytes: 20 }, [file(1), file(2)]);
    const two = await owed('HB');
    const list = await sent([one.id, two.id, two.id]);
    expect(list.body).toMatchObject({
      ...{ number: 'YJ-HB-2026-00001', node: 'HB', to: 'NGA' },
      items: [
        {
          ...certificate,
          transferId: one.id,
          files: 2,
          bytes: 20,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        { transferId: two.id, files: 1 },
      ],
      transfers: [{ state: 'sent' }, { state: 'sent' }],
    });
    const path = `/transfer-lists/${list.id}`;
    expect((await get('keeper', 'NGA', '/transfer-lists', { way: 'in' })).body['items']).toMatchObject([
      { id: list.id },
    ]);
    expect((await get('keeper', 'HN', path)).status).toBe(404);
    expect(await items('keeper', 'NGA', { way: 'in' })).toMatchObject([
      { moves: ['receive', 'refuse'], readable: false },
      { moves: ['receive', 'refuse'] },
    ]);
    expect((await post('keeper', 'HB', `${path}/receipt`, { transfers: [one.id] })).status).toBe(403);
    const received = await post('keeper', 'NGA', `${path}/receipt`, { transfers: [one.id] });
    expect(received.body['transfers']).toMatchObject([
      { state: 'received', received: { on: '2026-11-22' } },
      { state: 'sent' },
    ]);
    const refused = await post('keeper', 'NGA', `${path}/refusal`, { transfers: [two.id], reason: '缺附图' });
    expect(refused.body['transfers']).toMatchObject([{ state: 'received' }, { state: 'refused' }]);
    expect(await items('keeper', 'HB', { state: 'refused' })).toMatchObject([
      { id: two.id, refused: { reason: '缺附图', list: 'YJ-HB-2026-00001' }, moves: ['exempt', 'send'] },
    ]);
    const again = await sent([two.id]);
    expect(again.body['number']).toBe('YJ-HB-2026-00002');
    // It stands on the later list now.
    expect((await post('keeper', 'NGA', `${path}/receipt`, { transfers: [two.id] })).status).toBe(412);
    await post('keeper', 'NGA', `/transfer-lists/${again.id}/receipt`, { transfers: [two.id] });
    expect(await items('keeper', 'NGA', { way: 'in', state: 'received' })).toHaveLength(2);
    const told = (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'TransferListMoved');
    expect(told.map(({ data }) => data)).toMatchObject(
      ['send', 'receive', 'refuse', 'send', 'receive'].map((move) => ({ move })),
    );
  });

  test('goes to one archive, of one’s own, all or nothing', async () => {
    const { id, dossierId } = await owed('HB');
    const other = kit.transfers.idFor(dossierId, 'HN');
    await kit.transfers.create(
      other,
      {
        ...{ node: 'HB', to: 'HN', route: 'province', dossierId, archiveNumber: 'd1' },
        ...{ accepted: '2026-06-02', due: '2026-08-31' },
      },
      { action: 'test', by },
    );
    const send = (transfers: string[], who: Staff = 'keeper', node = 'HB') =>
      post(who, node, '/transfer-lists', { transfers });
    expect((await send([id, other])).status).toBe(422);
    expect((await send([id, ulid()])).status).toBe(404);
    expect((await send([id], 'keeper', 'HN')).status).toBe(404);
    expect((await send([id], 'ministry', 'NGA')).status).toBe(403);
    expect((await send(Array.from({ length: 31 }, () => id))).status).toBe(400);
    expect(await items('keeper', 'HB', { state: 'sent' })).toEqual([]);
    await sent([id]);
    expect((await send([id])).status).toBe(409);
  });

  test('of as many as fit, at once', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push((await owed('HB')).id);
    const { id } = await sent(ids);
    const received = await post('keeper', 'NGA', `/transfer-lists/${id}/receipt`, { transfers: ids });
    expect(received.status).toBe(200);
    expect(await items('keeper', 'HB', { state: 'received' })).toHaveLength(30);
  });

  test('what is not what the list says cannot be received: the problem names it, and nothing is', async () => {
    const good = await owed('HB');
    const bad = await owed('HB');
    const { id } = await sent([good.id, bad.id]);
    await kit.dossierFiles.putPage(bad.dossierId, 1, [file(1, { sha256: 'f'.repeat(64) })]);
    const path = `/transfer-lists/${id}`;
    const both = await post('keeper', 'NGA', `${path}/receipt`, { transfers: [good.id, bad.id] });
    const { archiveNumber } = (await kit.dossiers.get(bad.dossierId))?.body ?? {};
    expect(both.status).toBe(422);
    expect(both.body['fields']).toMatchObject([{ field: `transfers.${archiveNumber}` }]);
    expect(await items('keeper', 'NGA', { way: 'in' })).toHaveLength(2);
    expect((await post('keeper', 'NGA', `${path}/receipt`, { transfers: [good.id] })).status).toBe(200);
    const refusal = { transfers: [bad.id], reason: '摘要不符' };
    expect((await post('keeper', 'NGA', `${path}/refusal`, refusal)).status).toBe(200);
  });

  test('two people at once: one list has it, one answer counts', async () => {
    const { id } = await owed('HB');
    const both = await Promise.all(
      ['one', 'other'].map(() => post('keeper', 'HB', '/transfer-lists', { transfers: [id] })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const { body } = await get('keeper', 'HB', '/transfer-lists');
    expect(body['items']).toHaveLength(1);
    const list = String(both.find(({ status }) => status === 201)?.body['id']);
    const answers = await Promise.all([
      post('keeper', 'NGA', `/transfer-lists/${list}/receipt`, { transfers: [id] }),
      post('keeper', 'NGA', `/transfer-lists/${list}/refusal`, { transfers: [id], reason: '不全' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await kit.transfers.get(id))?.version).toBe(3);
  });

  test('leaves with the receiver, too, who received or refused', async () => {
    const { id } = await owed('HB');
    const list = await sent([id]);
    const path = `/transfer-lists/${list.id}`;
    await post('keeper', 'NGA', `${path}/refusal`, { transfers: [id], reason: '不全' });
    const again = await sent([id]);
    await post('keeper', 'NGA', `/transfer-lists/${again.id}/receipt`, { transfers: [id] });
    const there = (await tables.all(kit.table)).filter(
      ({ pk, node }) => String(pk).startsWith('audit#') && node === 'NGA',
    );
    expect(new Set(there.map(({ about, action }) => `${String(about)} ${String(action)}`))).toEqual(
      new Set([`${list.id} transfer.refuse`, `${again.id} transfer.receive`]),
    );
  });

  test('says what a dossier is about only while that lies with the receiver, and never why it was exempted', async () => {
    const { id } = await owed('HB', { certificateNumber: 'HJ-HB-2026-00008' });
    const list = await sent([id]);
    const path = `/transfer-lists/${list.id}`;
    const seen = async (node: string) =>
      ((await get('keeper', node, path)).body['transfers'] as unknown as Record<string, unknown>[])[0];
    const whole = {
      ...{ title: '某地金矿普查报告', secrecy: 'public', submitter: 'MINE' },
      ...{ certificateNumber: 'HJ-HB-2026-00008', files: 1, bytes: 10 },
    };
    expect((await seen('NGA'))?.['dossier']).toEqual(whole);
    await post('keeper', 'NGA', `${path}/refusal`, { transfers: [id], reason: '不全' });
    expect((await seen('NGA'))?.['dossier']).toEqual({ files: 1, bytes: 10 });
    expect((await seen('HB'))?.['dossier']).toEqual(whole);
    const because = { ground: 'small-deposit', reason: '小型' };
    await post('keeper', 'HB', `/transfers/${id}/exemption`, because);
    const abroad = await seen('NGA');
    expect(abroad).toMatchObject({ state: 'exempt', refused: { reason: '不全' } });
    expect(abroad).not.toHaveProperty('exempted');
    expect(abroad?.['dossier']).toEqual({ files: 1, bytes: 10 });
    expect(await seen('HB')).toMatchObject({ exempted: because, dossier: whole });
  });
});

describe('who may read the dossier', () => {
  const reads = async (who: Staff, node: string, id: string) =>
    Promise.all(
      ['', '/files', '/files/1/content', '/files/1/part', '/transfers'].map(async (path) => {
        const headers = path.endsWith('part') ? { Accept: 'application/octet-stream' } : {};
        return (await kit.as(who, { path: `/archive/dossiers/${id}${path}`, headers }, node)).status;
      }),
    );
  const all = [200, 200, 200, 200, 200];
  const none = [404, 404, 404, 404, 404];
  const kept = async () => {
    const found = await owed('HB');
    await kit.archive.put('dossiers/x/v1/1', '0123456789');
    return found;
  };

  test('the receiving archive, once it confirmed receipt, and no other', async () => {
    const { id, dossierId } = await kept();
    const before = await reads('keeper', 'HB', dossierId);
    expect(await reads('keeper', 'NGA', dossierId)).toEqual(none);
    const list = await sent([id]);
    expect(await reads('keeper', 'NGA', dossierId)).toEqual(none);
    await post('keeper', 'NGA', `/transfer-lists/${list.id}/receipt`, { transfers: [id] });
    expect(before).toEqual(all);
    expect(await auditOf(tables, kit.table, dossierId)).not.toContain('dossier.read-file');
    // In parts a page takes holes out of a file: those would be its own.
    for (const who of ['keeper', 'checker', 'secrecy'] as const)
      expect(await reads(who, 'NGA', dossierId)).toEqual([200, 200, 200, 404, 200]);
    const told = (await tables.all(kit.table)).filter(({ pk }) => pk === `audit#${dossierId}`);
    expect(told.filter(({ action }) => action === 'dossier.read-file')).toMatchObject(
      [1, 2, 3].map(() => ({ node: 'HB', detail: { no: 1, path: '报告/1.pdf', from: 'NGA' } })),
    );
    expect(await reads('keeper', 'HN', dossierId)).toEqual(none);
    expect((await get('auditor', 'NGA', `/dossiers/${dossierId}`)).status).toBe(403);
  });

  test('it reads and changes nothing', async () => {
    const { id, dossierId } = await kept();
    const list = await sent([id]);
    await post('keeper', 'NGA', `/transfer-lists/${list.id}/receipt`, { transfers: [id] });
    const shown = (await get('keeper', 'NGA', `/dossiers/${dossierId}`)).body;
    expect(shown).toMatchObject({ node: 'HB', moves: [] });
    const proposed = await post('keeper', 'NGA', `/dossiers/${dossierId}/release-proposal`, {
      files: [1],
      note: 'x',
    });
    expect(proposed.status).toBe(404);
    expect((await get('keeper', 'NGA', '/dossiers')).body['items']).toEqual([]);
    expect((await get('keeper', 'NGA', `/dossiers/${dossierId}/transfers`)).body['items']).toMatchObject([
      { to: 'NGA', readable: true, moves: [] },
    ]);
  });

  test('what was refused stays closed', async () => {
    const { id, dossierId } = await kept();
    const list = await sent([id]);
    await post('keeper', 'NGA', `/transfer-lists/${list.id}/refusal`, { transfers: [id], reason: '不全' });
    expect(await reads('keeper', 'NGA', dossierId)).toEqual(none);
  });

  test('of a state secret the list keeps what it is about, and the dossier stays closed for good', async () => {
    const { id, dossierId } = await owed('HB', { secrecy: 'secret', title: '某铀矿详查' }, []);
    const list = await sent([id]);
    const [masked, plain] = [{ title: '〔机密〕' }, { title: '某铀矿详查', submitter: 'MINE' }];
    const seen = async (who: Staff, node: string) =>
      ((await get(who, node, `/transfer-lists/${list.id}`)).body['transfers'] as unknown as Shown[])[0];
    const veiled = { ...masked, secrecy: 'secret', files: 0, bytes: 10 };
    expect(await seen('officer', 'HB')).toMatchObject({ dossier: masked });
    expect(await seen('keeper', 'HB')).toMatchObject({ dossier: plain });
    for (const who of ['officer', 'keeper'] as const)
      expect(Object(await seen(who, 'NGA'))['dossier']).toEqual(veiled);
    await post('keeper', 'NGA', `/transfer-lists/${list.id}/receipt`, { transfers: [id] });
    expect(Object(await seen('officer', 'NGA'))['dossier']).toEqual(veiled);
    expect(await seen('keeper', 'NGA')).toMatchObject({ dossier: plain });
    expect(await items('keeper', 'NGA', { way: 'in', state: 'received' })).toMatchObject([
      { readable: false },
    ]);
    expect(await reads('keeper', 'NGA', dossierId)).toEqual(none);
    expect((await get('keeper', 'HB', `/dossiers/${dossierId}`)).status).toBe(200);
    const { items: told } = (await get('officer', 'HB', '/transfers')).body;
    expect(JSON.stringify(told)).not.toContain('铀');
  });

  test('a single file that is a state secret is not among those of the other archive', async () => {
    const files = [file(1, { secrecy: 'secret', path: '机密/1.pdf' }), file(2)];
    const { id, dossierId } = await owed('HB', {}, files);
    const list = await sent([id]);
    await post('keeper', 'NGA', `/transfer-lists/${list.id}/receipt`, { transfers: [id] });
    const { body } = await get('keeper', 'NGA', `/dossiers/${dossierId}/files`);
    expect(body['items']).toMatchObject([{ no: 2 }]);
    expect((await get('keeper', 'NGA', `/dossiers/${dossierId}/files/1/content`)).status).toBe(404);
    expect((await get('keeper', 'HB', `/dossiers/${dossierId}/files/1/content`)).status).toBe(200);
  });
});

test('the annual report counts what went to the national archive, on time or not, and what was exempted', async () => {
  const acceptedAt = '2026-06-02T02:00:00.000Z';
  const [late, exempt, refused] = [
    await owed('HB', { acceptedAt }),
    await owed('HB', { acceptedAt }),
    await owed('HB', { acceptedAt }),
  ];
  const inTime = await owed('HB', { acceptedAt: '2026-11-01T02:00:00.000Z' });
  await sent([late.id, inTime.id]);
  await post('keeper', 'HB', `/transfers/${exempt.id}/exemption`, {
    ground: 'small-deposit',
    reason: '小型',
  });
  const list = await sent([refused.id]);
  await post('keeper', 'NGA', `/transfer-lists/${list.id}/refusal`, {
    transfers: [refused.id],
    reason: '不全',
  });
  const path = '/reporting/reports';
  const begun = await kit.as('keeper', { path, method: 'POST', body: { year: 2026 } }, 'HB');
  await kit.work();
  const { values } = (await kit.as('keeper', { path: `${path}/${String(begun.body['id'])}` }, 'HB')).body;
  expect(values).toMatchObject({
    'T2.transferred': { n: 2, from: 'operations' },
    'T2.on-time': { n: 1 },
    'T2.exempt': { n: 1 },
  });
});

test('the receiving archive is told of a list, the sender of what became of it and of what is due; told again it is not', async () => {
  const { id } = await owed('HB', { acceptedAt: '2026-06-02T02:00:00.000Z' });
  const other = await owed('HB', { acceptedAt: '2026-06-02T02:00:00.000Z' });
  await day();
  const list = await sent([id, other.id]);
  const path = `/transfer-lists/${list.id}`;
  await post('keeper', 'NGA', `${path}/receipt`, { transfers: [id] });
  await post('keeper', 'NGA', `${path}/refusal`, { transfers: [other.id], reason: '缺附图' });
  const deps = {
    ...{ ...kit, notices: inboxStore(kit.table, kit.clock) },
    ...{ send: undefined, by: 'archive-notify' },
  };
  for (const _ of ['once', 'again'])
    for (const { id: event, at, type, data } of await eventsIn(tables, kit.table)) {
      const of = { id: event, at };
      if (type === 'TransferListMoved')
        await archiveNotices.TransferListMoved(deps, events.TransferListMoved.data.parse(data), of);
      if (type === 'TransfersDue')
        await archiveNotices.TransfersDue(deps, events.TransfersDue.data.parse(data), of);
    }
  const inbox = caller(() => internalInbox(kit), internalNoticeRoutes);
  const told = async (role: string, node: string) => {
    const claims = claimsOf(role, [role], { 'custom:node': node });
    const { body } = await inbox.call({ path: '/notices/inbox', claims });
    const found: { title: { zh: string } }[] = Object(body)['items'];
    return found.map(({ title }) => title.zh).sort();
  };
  expect(await told('ARCHIVE_KEEPER', 'NGA')).toEqual(['移交清单 YJ-HB-2026-00001 待接收']);
  expect(await told('ARCHIVE_KEEPER', 'HB')).toEqual([
    '移交清单 YJ-HB-2026-00001：已接收 1 件',
    '移交清单 YJ-HB-2026-00001：退回 1 件',
    '转送提醒：即将到期 0 件，逾期 2 件',
  ]);
  expect(await told('PROVINCE_ADMIN', 'HB')).toEqual(['转送提醒：即将到期 0 件，逾期 2 件']);
  expect(await told('ARCHIVE_KEEPER', 'HN')).toEqual([]);
});
