import { events } from '@geoarchive/contract/events.ts';
import { claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import sample from '../../events/DocumentIssued.json' with { type: 'json' };
import { recordDocument } from '../documents/issue.ts';
import { followRegister } from '../identity/organisation-store.ts';
import { depositId, intakeKit, taskId } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: Awaited<ReturnType<typeof intakeKit>>;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await intakeKit(tables);
  await record('GROUP', undefined);
  await record('MINE', 'GROUP');
  await record('PIT', 'MINE');
  await record('STRANGE', undefined);
});

const record = (code: string, parent: string | undefined, version = 1, name = `${code} 有限公司`) =>
  followRegister(kit.organisations, {
    code,
    name,
    version,
    ...(parent === undefined ? {} : { parent }),
  });
const admin = (organisation: string, path: string, query: Record<string, string[]> = {}) =>
  kit.api.call({
    path,
    query,
    claims: claimsOf(`boss-${organisation}`, ['SUBMITTER_ADMIN'], { 'custom:organisation': organisation }),
  });
const task = (organisation: string, number: string, id = ulid(), more: object = {}) =>
  kit.tasks.put(
    {
      ...{ id, number, organisation, name: '某矿', source: 'other', node: 'NGA', due: '2027-01-01' },
      ...{ state: 'open', ...more },
    },
    1,
  );
const numbers = (body: Record<string, unknown>) =>
  (body['items'] as { number: string }[]).map(({ number }) => number);

describe('the register of the archive side', () => {
  test('is followed: names and groups; old news and news told twice change nothing', async () => {
    await record('MINE', undefined, 3, '新名');
    await record('MINE', 'GROUP', 2);
    await record('MINE', 'GROUP', 3);
    expect(await kit.organisations.named('MINE')).toEqual({ id: 'MINE', name: '新名' });
    expect(await kit.organisations.below('GROUP')).toEqual([]);
  });
  test('a subsidiary may come before its group; a ring is walked once; ten levels are seen, no more', async () => {
    await record('GROUP', 'PIT', 2);
    expect((await kit.organisations.below('GROUP')).map(({ id }) => id)).toEqual(['MINE', 'PIT']);
    for (let n = 12; n > 0; n -= 1) await record(`L${n}`, `L${n - 1}`);
    expect((await kit.organisations.below('L0')).map(({ id }) => id)).toEqual(
      Array.from({ length: 9 }, (_, n) => `L${n + 1}`),
    );
  });
});

describe('the administrator of a group', () => {
  beforeEach(async () => {
    await task('GROUP', 'RW-G');
    await task('MINE', 'RW-1', taskId, { depositId });
    await task('PIT', 'RW-2');
    await task('STRANGE', 'RW-S');
  });
  test('sees the tasks of all below, with whose they are, and no deposit', async () => {
    const { body } = await admin('GROUP', '/intake/group/tasks');
    expect(body['items']).toMatchObject([
      { number: 'RW-1', organisation: 'MINE', organisationName: 'MINE 有限公司' },
      { number: 'RW-2', organisation: 'PIT' },
    ]);
    expect(JSON.stringify(body)).not.toContain(depositId);
    expect(numbers((await admin('MINE', '/intake/group/tasks')).body)).toEqual(['RW-2']);
    expect(numbers((await admin('PIT', '/intake/group/tasks')).body)).toEqual([]);
  });
  test('page by page, and of one subsidiary; of a stranger nothing', async () => {
    for (let n = 3; n < 6; n += 1) await task('MINE', `RW-${n}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: ['2'], ...(cursor === undefined ? {} : { cursor: [cursor] }) };
      const { body } = await admin('GROUP', '/intake/group/tasks', query);
      expect(numbers(body).length).toBeLessThanOrEqual(2);
      seen.push(...numbers(body));
      cursor = body['cursor'] as string | undefined;
    } while (cursor !== undefined);
    expect(seen.toSorted()).toEqual(['RW-1', 'RW-2', 'RW-3', 'RW-4', 'RW-5']);
    const of = async (organisation: string) =>
      numbers((await admin('GROUP', '/intake/group/tasks', { organisation: [organisation] })).body);
    expect(await of('PIT')).toEqual(['RW-2']);
    expect(await of('STRANGE')).toEqual([]);
    // Neither what is no cursor nor that of another list.
    const other = Buffer.from(JSON.stringify({ pk: 'x', sk: 'y' })).toString('base64url');
    for (const wrong of ['?', other])
      expect((await admin('GROUP', '/intake/group/tasks', { cursor: [wrong] })).status).toBe(400);
  });
  test('sees how the papers of a task stand; may not act, nor see what was handed in', async () => {
    const paper = events.DocumentIssued.data.parse({ ...sample.data, depositId });
    await recordDocument(kit.documents, { ...paper, says: { ...paper.says, submitter: 'MINE' } });
    const found = await admin('GROUP', `/intake/group/tasks/${taskId}`);
    expect(found.body).toMatchObject({
      number: 'RW-1',
      organisationName: 'MINE 有限公司',
      papers: [{ number: sample.data.number, kind: 'correction-notice', state: 'issued' }],
    });
    expect(JSON.stringify(found.body)).not.toContain(sample.data.says.reason);
    await kit.open(depositId, { taskId });
    expect((await admin('GROUP', `/intake/deposits/${depositId}`)).status).toBe(404);
    expect((await admin('GROUP', `/intake/tasks/${taskId}`)).status).toBe(404);
    expect((await admin('STRANGE', `/intake/group/tasks/${taskId}`)).status).toBe(404);
    expect((await kit.as('GROUP', { path: `/intake/group/tasks/${taskId}` })).status).toBe(403);
    expect((await kit.as('GROUP', { path: '/intake/group/tasks' })).status).toBe(403);
  });
  test('sees it no more once the register says that it left the group', async () => {
    await record('MINE', undefined, 2);
    expect(numbers((await admin('GROUP', '/intake/group/tasks')).body)).toEqual([]);
    expect((await admin('GROUP', `/intake/group/tasks/${taskId}`)).status).toBe(404);
  });
});
