import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
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

const overview = async (node = 'NGA') => (await kit.as('keeper', { path: '/archive/overview' }, node)).body;
const task = (due: string, number: string) =>
  kit.tasks.create(
    ulid(),
    { number, name: '某', source: 'other', organisation: 'MINE', node: 'NGA', due, deposits: {} },
    { action: 'test', by: { worker: 'test' } },
  );

describe('the figures of the start page', () => {
  test('of nothing are zero, for every state there is', async () => {
    expect(await overview()).toEqual({
      reviews: { received: 0, returned: 0, accepting: 0, stalled: 0, accepted: 0, certified: 0 },
      dossiers: { closed: 0, proposed: 0, releasing: 0, released: 0, withdrawing: 0, withdrawn: 0 },
      checkOverdue: 0,
      releaseOverdue: 0,
      tasksOverdue: 0,
      transfersOverdue: 0,
      transfersIn: 0,
    });
  });
  test('are those of the lists they lead to', async () => {
    for (const state of ['received', 'received', 'stalled', 'accepted'] as const) await kit.review({}, state);
    await kit.dossier();
    await kit.dossier({}, 'released');
    const { reviews, dossiers } = await overview();
    expect(reviews).toMatchObject({ received: 2, stalled: 1, accepted: 1 });
    expect(dossiers).toMatchObject({ closed: 1, released: 1 });
    for (const [state, count] of Object.entries({ received: 2, stalled: 1, returned: 0 })) {
      const reply = await kit.as('keeper', { path: '/archive/reviews', query: { state: [state] } });
      expect(reply.body['items']).toHaveLength(count);
    }
  });
  test('count what is late, from the day after', async () => {
    await kit.review({ clock: { from: '2026-11-10', pauses: [] } });
    await kit.review({ clock: { from: '2026-11-12', pauses: [] } });
    await kit.review({ checkBy: '2026-01-01' }, 'accepted');
    await task('2026-11-21', 'T-1');
    await task('2026-11-22', 'T-2');
    expect(await overview()).toMatchObject({ checkOverdue: 1, tasksOverdue: 1 });
  });
  test('are the caller’s node’s', async () => {
    await kit.review();
    await kit.dossier();
    const { reviews, dossiers } = await overview('HB');
    expect(reviews).toMatchObject({ received: 0 });
    expect(dossiers).toMatchObject({ closed: 0 });
  });
  test('lead the ministry to the lists of any archive, everybody else to those of their own', async () => {
    await kit.review({ node: 'HB' });
    await kit.dossier({ node: 'HB' });
    for (const path of ['/archive/reviews', '/archive/dossiers']) {
      const query = { node: ['HB'] };
      expect((await kit.as('ministry', { path, query })).body['items']).toHaveLength(1);
      expect((await kit.as('ministry', { path })).body['items']).toHaveLength(0);
      expect((await kit.as('keeper', { path, query })).body['items']).toHaveLength(0);
    }
  });
  test('are not for an account of no node', async () => {
    expect((await kit.as('keeper', { path: '/archive/overview' }, '')).status).toBe(403);
  });
});
