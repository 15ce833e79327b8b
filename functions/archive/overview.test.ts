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
  test('of publication tell the same as each dossier does, by the clock of the archive', async () => {
    const window = { earliest: '2026-11-01', latest: '2026-11-22' };
    const barred = { secrecy: 'secret' } as const;
    for (const latest of ['2026-11-21', '2026-11-22'])
      for (const more of [{}, barred]) await kit.dossier({ window: { ...window, latest }, ...more });
    await kit.dossier({ window: { earliest: '2026-12-01', latest: '2027-01-01' } });
    await kit.dossier({ window: { ...window, latest: '2026-11-21' }, releasedFiles: 1 }, 'released');
    const standings = async () => {
      const { body } = await kit.as('keeper', { path: '/archive/dossiers' });
      return (body['items'] as { publication: string }[]).map(({ publication }) => publication).sort();
    };
    expect(await standings()).toEqual(['early', 'late', 'none', 'none', 'none', 'open']);
    expect(await overview()).toMatchObject({ releaseOverdue: 1 });
    kit.time.now = new Date('2026-11-22T16:00:00.000Z'); // the 23rd in China
    expect(await standings()).toEqual(['early', 'late', 'late', 'none', 'none', 'none']);
    expect(await overview()).toMatchObject({ releaseOverdue: 2 });
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
