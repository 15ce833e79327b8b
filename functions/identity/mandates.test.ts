import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type IdentityDeps, identityStores } from './deps.ts';
import { mandateRoutes } from './mandates.ts';
import { meRoutes } from './me.ts';
import { recordOrganisation } from './organisation-store.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let deps: IdentityDeps;
let now: Date;

beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const ownTask = '01KAHZ6YB80000000000000001';
const strangeTask = '01KAHZ6YB80000000000000002';
const nowhere = '01KAHZ6YB80000000000000009';

beforeEach(async () => {
  now = new Date('2026-11-22T02:00:00Z');
  deps = { ...identityStores(await tables.fresh(), () => now), directory: undefined };
  for (const [id, name, parent] of [
    ['GROUP', '某某矿业集团'],
    ['MINE', '某某矿业有限公司', 'GROUP'],
    ['PIT', '某某铜矿', 'MINE'],
    ['TEAM', '第一地质大队'],
  ])
    await recordOrganisation(deps.organisations, {
      id: id ?? '',
      name: name ?? '',
      ...(parent === undefined ? {} : { parent }),
    });
  for (const [id, organisation] of [
    [ownTask, 'MINE'],
    [strangeTask, 'GROUP'],
  ])
    await deps.tasks.put(
      {
        id: id ?? '',
        number: `T-${id}`,
        name: '某铜矿勘探',
        source: 'mining-right',
        organisation: organisation ?? '',
        node: 'n0001',
        due: '2027-01-31',
        state: 'open',
      },
      1,
    );
});

const adminOf = (organisation: string) =>
  claimsOf(`boss-${organisation}`, ['SUBMITTER_ADMIN'], { 'custom:organisation': organisation });
const api = () => caller(() => deps, [...mandateRoutes, ...meRoutes]);
const wanted = { to: 'TEAM', scope: 'all', taskIds: [], validFrom: '2026-11-22', validTo: '2027-11-21' };
const give = (more: Record<string, unknown> = {}, from = 'MINE') =>
  api().call({
    method: 'POST',
    path: '/identity/mandates',
    claims: adminOf(from),
    body: { ...wanted, ...more },
  });
const end = (id: unknown, by: string, headers = {}) =>
  api().call({
    method: 'POST',
    path: `/identity/mandates/${id}/end`,
    claims: adminOf(by),
    body: {},
    headers,
  });
const listed = async (by: string) =>
  (await api().call({ path: '/identity/mandates', claims: adminOf(by) })).body['items'];
const written = async (prefix: string) =>
  (await tables.all(deps.table)).filter((row) => String(row['pk']).startsWith(prefix));
/** What was raised of mandates; the tasks put in before raise events of their own. */
const raised = async () =>
  (await written('outbox')).filter((row) => Object(row['event'])['type'] === 'MandateChanged');

describe('giving a mandate', () => {
  test('both sides see it, it counts at once, and event and audit entry are there', async () => {
    const given = await give();
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({
      ...{ from: 'MINE', fromName: '某某矿业有限公司', to: 'TEAM', toName: '第一地质大队', active: true },
    });
    expect(await listed('MINE')).toEqual([given.body]);
    expect(await listed('TEAM')).toEqual([given.body]);
    expect(await listed('GROUP')).toEqual([]);
    expect(await deps.mandates.allows('MINE', 'TEAM', undefined)).toBe(true);
    expect(await deps.mandates.allows('TEAM', 'MINE', undefined)).toBe(false);
    const [event] = await raised();
    expect(event?.['event']).toMatchObject({ type: 'MandateChanged', data: { mandateId: given.body['id'] } });
    const [entry] = await written(`audit#${given.body['id']}`);
    expect(entry).toMatchObject({ action: 'identity.give-mandate', by: 'sub-boss-MINE' });
  });

  test('for named tasks it covers these and no others', async () => {
    const given = await give({ scope: 'tasks', taskIds: [ownTask, ownTask] });
    expect(given.body['taskIds']).toEqual([ownTask]);
    expect(await deps.mandates.allows('MINE', 'TEAM', ownTask)).toBe(true);
    expect(await deps.mandates.allows('MINE', 'TEAM', strangeTask)).toBe(false);
    expect(await deps.mandates.allows('MINE', 'TEAM', undefined)).toBe(false);
  });

  test('it begins and ends with its days in China', async () => {
    await give({ validFrom: '2026-11-23', validTo: '2026-11-24' });
    const on = async (instant: string) => {
      now = new Date(instant);
      return deps.mandates.allows('MINE', 'TEAM', undefined);
    };
    expect(await on('2026-11-22T15:59:59Z')).toBe(false);
    expect(await on('2026-11-22T16:00:00Z')).toBe(true);
    expect(await on('2026-11-24T15:59:59Z')).toBe(true);
    expect(await on('2026-11-24T16:00:00Z')).toBe(false);
    expect(await deps.mandates.principalsOf('TEAM')).toEqual([]);
  });

  test.each([
    ['to itself', { to: 'MINE' }, 'body.to'],
    ['to an organisation nobody recorded', { to: 'GHOST' }, 'body.to'],
    ['that ends before it begins', { validFrom: '2027-01-02', validTo: '2027-01-01' }, 'body.validTo'],
    ['that has ended already', { validFrom: '2026-01-01', validTo: '2026-11-21' }, 'body.validTo'],
    ['for everything with tasks', { taskIds: [ownTask] }, 'body.taskIds'],
    ['for tasks without any', { scope: 'tasks' }, 'body.taskIds'],
    ["for another's task", { scope: 'tasks', taskIds: [ownTask, strangeTask] }, 'body.taskIds'],
    ['for a task that does not exist', { scope: 'tasks', taskIds: [nowhere] }, 'body.taskIds'],
  ])('one %s is refused and leaves nothing', async (_, more, field) => {
    const asked = await give(more);
    expect(asked.status).toBe(422);
    expect(asked.body['fields']).toEqual([{ field, message: expect.any(String) }]);
    expect(await written('mandate#')).toEqual([]);
    expect(await raised()).toEqual([]);
  });

  test('a day that does not exist is refused by its field', async () => {
    const asked = await give({ validTo: '2027-02-30' });
    expect(asked.status).toBe(400);
    expect(asked.body['fields']).toEqual([expect.objectContaining({ field: 'body.validTo' })]);
  });
});

describe('ending a mandate', () => {
  test('the giver ends it: it counts no longer, a second end is refused', async () => {
    const { id } = (await give()).body;
    const ended = await end(id, 'MINE');
    expect(ended.body).toMatchObject({ active: false, endedAt: '2026-11-22T02:00:00.000Z' });
    expect(await deps.mandates.allows('MINE', 'TEAM', undefined)).toBe(false);
    expect((await end(id, 'MINE')).body['type']).toBe('wrong-state');
    expect(await raised()).toHaveLength(2);
  });

  test('the holder may not, a third party does not learn that it exists', async () => {
    const { id } = (await give()).body;
    expect((await end(id, 'TEAM')).status).toBe(403);
    expect((await end(id, 'GROUP')).status).toBe(404);
    expect((await end(nowhere, 'MINE')).status).toBe(404);
    expect(await deps.mandates.allows('MINE', 'TEAM', undefined)).toBe(true);
  });

  test('on an old version it is refused', async () => {
    const { id } = (await give()).body;
    expect((await end(id, 'MINE', { 'If-Match': '"7"' })).status).toBe(412);
    expect((await end(id, 'MINE', { 'If-Match': '"1"' })).status).toBe(200);
  });

  test('a submitter cannot end one', async () => {
    const { id } = (await give()).body;
    const claims = claimsOf('li', ['SUBMITTER'], { 'custom:organisation': 'MINE' });
    const path = `/identity/mandates/${id}/end`;
    expect((await api().call({ method: 'POST', path, claims, body: {} })).status).toBe(403);
  });
});

describe('who is signed in', () => {
  const me = async (claims: Record<string, string>) =>
    (await api().call({ path: '/identity/me', claims })).body;

  test('the administrator of a group sees everything below it', async () => {
    expect(await me(adminOf('GROUP'))).toEqual({
      username: 'boss-GROUP',
      name: 'boss-GROUP',
      roles: ['SUBMITTER_ADMIN'],
      organisation: { id: 'GROUP', name: '某某矿业集团' },
      subsidiaries: [
        { id: 'MINE', name: '某某矿业有限公司', parent: 'GROUP' },
        { id: 'PIT', name: '某某铜矿', parent: 'MINE' },
      ],
      actsFor: [],
    });
  });

  test('a submitter sees no subsidiaries, but whom the organisation acts for', async () => {
    await give();
    const found = await me(claimsOf('li', ['SUBMITTER'], { 'custom:organisation': 'TEAM' }));
    expect(found).toMatchObject({ subsidiaries: [], actsFor: [{ id: 'MINE' }] });
    const group = await me(claimsOf('wu', ['SUBMITTER'], { 'custom:organisation': 'GROUP' }));
    expect(group['subsidiaries']).toEqual([]);
  });

  test('a registered user without an organisation is somebody too', async () => {
    const found = await me(claimsOf('reader', ['REGISTERED_USER'], { email: 'r@example.cn' }));
    expect(found).toMatchObject({ email: 'r@example.cn', roles: ['REGISTERED_USER'], actsFor: [] });
    expect(found).not.toHaveProperty('organisation');
  });

  test('an organisation that nobody recorded shows by its id', async () => {
    expect((await me(adminOf('GHOST')))['organisation']).toEqual({ id: 'GHOST', name: 'GHOST' });
  });
});

describe('recording organisations', () => {
  test('the same again changes nothing; another name updates', async () => {
    const mine = { id: 'MINE', name: '某某矿业有限公司', parent: 'GROUP' };
    expect(await recordOrganisation(deps.organisations, mine)).toBe('unchanged');
    expect(await recordOrganisation(deps.organisations, { ...mine, name: '新名' })).toBe('updated');
    expect(await deps.organisations.named('MINE')).toEqual({ ...mine, name: '新名' });
    expect(await written('audit#MINE')).toHaveLength(2);
  });

  test('leaving the group takes it out of the list below', async () => {
    await recordOrganisation(deps.organisations, { id: 'MINE', name: '某某矿业有限公司' });
    expect(await deps.organisations.below('GROUP')).toEqual([]);
  });

  test.each([
    ['itself', 'GROUP'],
    ['its own subsidiary', 'PIT'],
    ['an unknown organisation', 'GHOST'],
  ])('a group cannot lie below %s', async (_, parent) => {
    const wrong = recordOrganisation(deps.organisations, { id: 'GROUP', name: '某某矿业集团', parent });
    await expect(wrong).rejects.toMatchObject({ kind: 'rule-broken' });
  });
});
