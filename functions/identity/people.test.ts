import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type IdentityDeps, identityStores } from './deps.ts';
import type { Member } from './directory.ts';
import { peopleRoutes } from './people.ts';
import { memoryDirectory } from './testing/directory.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let deps: IdentityDeps;
let directory: ReturnType<typeof memoryDirectory>;

beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const member = (username: string, organisation: string | undefined, status = 'CONFIRMED'): Member => ({
  organisation,
  person: {
    username,
    email: `${username}@example.cn`,
    name: username,
    enabled: true,
    roles: ['SUBMITTER'],
    status,
  },
});

beforeEach(async () => {
  const table = await tables.fresh();
  directory = memoryDirectory([
    member('li', 'SURVEY'),
    member('zhao', 'OTHER'),
    member('nobody', undefined),
    member('new', 'SURVEY', 'FORCE_CHANGE_PASSWORD'),
    member('strange-new', 'OTHER', 'FORCE_CHANGE_PASSWORD'),
  ]);
  deps = { ...identityStores(table, () => new Date('2026-11-22T02:00:00Z')), directory };
});

const admin = claimsOf('boss', ['SUBMITTER_ADMIN'], { 'custom:organisation': 'SURVEY' });
const api = () => caller(() => deps, peopleRoutes);
const invite = (body: Record<string, unknown>, claims = admin) =>
  api().call({ method: 'POST', path: '/identity/people', claims, body });
const change = (username: string, body: Record<string, unknown>, claims = admin) =>
  api().call({ method: 'PATCH', path: `/identity/people/${username}`, claims, body });
const trail = async () =>
  (await tables.all(deps.table))
    .filter((row) => String(row['pk']).startsWith('audit#'))
    .map((row) => ({ action: row['action'], by: row['by'], detail: row['detail'] }));

describe('the people of an organisation', () => {
  test('an administrator sees their own people only', async () => {
    const { status, body } = await api().call({ path: '/identity/people', claims: admin });
    expect(status).toBe(200);
    expect(body['items']).toEqual([
      expect.objectContaining({ username: 'li' }),
      expect.objectContaining({ username: 'new' }),
    ]);
  });

  test('a submitter may neither see nor invite', async () => {
    const claims = claimsOf('li', ['SUBMITTER'], { 'custom:organisation': 'SURVEY' });
    expect((await api().call({ path: '/identity/people', claims })).status).toBe(403);
    const asked = await invite({ email: 'a@example.cn', name: '王', role: 'SUBMITTER' }, claims);
    expect(asked.status).toBe(403);
    expect(directory.done).toEqual([]);
  });

  test('an administrator without an organisation has no people', async () => {
    const claims = claimsOf('boss', ['SUBMITTER_ADMIN']);
    expect((await api().call({ path: '/identity/people', claims })).status).toBe(403);
  });

  test('an invitation makes the account in the own organisation and is in the trail', async () => {
    const asked = await invite({ email: 'Wang@Example.CN', name: ' 王芳 ', role: 'SUBMITTER' });
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ email: 'wang@example.cn', name: '王芳', roles: ['SUBMITTER'] });
    const username = String(asked.body['username']);
    expect((await directory.find(username))?.organisation).toBe('SURVEY');
    expect(await trail()).toEqual([
      {
        action: 'identity.invite',
        by: 'sub-boss',
        detail: { email: 'wang@example.cn', role: 'SUBMITTER', organisation: 'SURVEY', again: false },
      },
    ]);
  });

  test.each([
    ['somebody of the own organisation who has signed in', 'li'],
    ['somebody of another organisation', 'zhao'],
    ['somebody whom another organisation invited', 'strange-new'],
    ['somebody of no organisation', 'nobody'],
  ])('an address is refused that belongs to %s', async (_, username) => {
    const asked = await invite({ email: `${username}@example.cn`, name: '王', role: 'SUBMITTER' });
    expect(asked.status).toBe(422);
    expect(asked.body['fields']).toEqual([{ field: 'body.email', message: `${username}@example.cn` }]);
    expect(directory.done).toEqual([]);
    expect(await trail()).toEqual([]);
  });

  test('who never signed in can be invited again, in another role', async () => {
    const asked = await invite({ email: 'new@example.cn', name: '新', role: 'SUBMITTER_ADMIN' });
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ username: 'new', roles: ['SUBMITTER_ADMIN'] });
    expect(directory.done).toEqual(['role=SUBMITTER_ADMIN new', 'invite again new']);
  });

  test.each([
    ['no address', { name: '王', role: 'SUBMITTER' }, 'body.email'],
    ['no real address', { email: 'wang', name: '王', role: 'SUBMITTER' }, 'body.email'],
    ['a name of spaces', { email: 'w@example.cn', name: '  ', role: 'SUBMITTER' }, 'body.name'],
    ['a staff role', { email: 'w@example.cn', name: '王', role: 'ARCHIVE_CLERK' }, 'body.role'],
  ])('%s is refused by its field', async (_, body, field) => {
    const asked = await invite(body);
    expect(asked.status).toBe(400);
    expect(asked.body['fields']).toEqual([expect.objectContaining({ field })]);
  });

  test('an invitation that failed leaves both entries in the trail', async () => {
    directory.breakNext();
    const asked = await invite({ email: 'w@example.cn', name: '王', role: 'SUBMITTER' });
    expect(asked.status).toBe(500);
    expect((await trail()).map(({ action }) => action).sort()).toEqual([
      'identity.invite',
      'identity.invite-failed',
    ]);
  });
});

describe('a change of a person', () => {
  test('disables, enables and gives another role', async () => {
    expect((await change('li', { enabled: false })).body).toMatchObject({ enabled: false });
    const both = await change('li', { enabled: true, role: 'SUBMITTER_ADMIN' });
    expect(both.body).toMatchObject({ enabled: true, roles: ['SUBMITTER_ADMIN'] });
    expect((await trail()).map(({ action }) => action)).toEqual([
      'identity.change-person',
      'identity.change-person',
    ]);
  });

  test.each(['zhao', 'nobody', 'unknown'])('%s is not found: not of this organisation', async (username) => {
    const asked = await change(username, { enabled: false });
    expect(asked.status).toBe(404);
    expect(directory.done).toEqual([]);
    expect(await trail()).toEqual([]);
  });

  test.each([{ enabled: false }, { role: 'SUBMITTER' }])(
    'nobody locks the organisation out by %j of themselves',
    async (body) => {
      const li = claimsOf('li', ['SUBMITTER_ADMIN'], { 'custom:organisation': 'SURVEY' });
      expect((await change('li', body, li)).status).toBe(422);
      expect(directory.done).toEqual([]);
    },
  );
});

describe('where an outside issuer keeps the people', () => {
  test('every call says so', async () => {
    deps = { ...deps, directory: undefined };
    for (const asked of [
      await api().call({ path: '/identity/people', claims: admin }),
      await invite({ email: 'w@example.cn', name: '王', role: 'SUBMITTER' }),
      await change('li', { enabled: false }),
    ]) {
      expect(asked.status).toBe(422);
      expect(asked.body['detail']).toMatch(/external issuer/);
    }
  });
});
