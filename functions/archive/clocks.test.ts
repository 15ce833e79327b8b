import { metricNames } from '@geoarchive/platform/metric-names.ts';
import { arrivals } from '@geoarchive/platform/store/arrivals.ts';
import { metrics } from '@geoarchive/platform/telemetry.ts';
import { quietPowertools, watchMetrics } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { queueDaily } from '../supervision/daily.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { runClocks, tellOverdue } from './clocks.ts';
import { type ArchiveKit, archiveKit } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
quietPowertools();
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await archiveKit(tables);
});
const told = async () =>
  (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'ReleaseOverdue').map(({ data }) => data);
const window = (latest: string) => ({ window: { earliest: '2026-01-01', latest } });

describe('what should have been public', () => {
  test('is told once, from the day after its last', async () => {
    const late = await kit.dossier(window('2026-11-21'));
    await kit.dossier(window('2026-11-22'));
    expect(await tellOverdue(kit)).toBe(1);
    expect(await tellOverdue(kit)).toBe(0);
    expect(await told()).toEqual([{ dossierId: late }]);
    expect(await auditOf(tables, kit.table, late)).toContain('release.overdue');
    kit.time.now = new Date('2026-11-22T16:00:00.000Z');
    // The next day has begun in Shanghai.
    expect(await tellOverdue(kit)).toBe(1);
  });
  test('is told however long ago it fell due', async () => {
    await kit.dossier(window('1999-01-01'));
    expect(await tellOverdue(kit)).toBe(1);
  });
  test.each([
    ['held back by a protection', { protectedUntil: '2030-01-01' }],
    ['held back by its secrecy', { secrecy: 'internal' as const }],
    ['held back by its author', { copyright: 'withheld' as const }],
    ['without a day', { window: undefined }],
  ])('is not told where it is %s', async (_, more) => {
    await kit.dossier({ ...window('2026-01-31'), ...more });
    expect(await tellOverdue(kit)).toBe(0);
  });
  test('is not told where it is public, but where only its catalogue is', async () => {
    await kit.dossier({ ...window('2026-01-31'), releasedFiles: 1 }, 'released');
    expect(await tellOverdue(kit)).toBe(0);
    await kit.dossier({ ...window('2026-01-31'), releasedFiles: 0 }, 'released');
    expect(await tellOverdue(kit)).toBe(1);
  });
  test('one that somebody works on right now waits for the next run, the others do not', async () => {
    await kit.dossier(window('2026-01-01'));
    const busy = await kit.dossier(window('2026-01-02'));
    await kit.dossier(window('2026-01-03'));
    const { list } = kit.dossiers;
    kit.dossiers.list = async (...given) => {
      const page = await list(...given);
      const item = await kit.dossiers.get(busy);
      if (item !== undefined)
        await kit.dossiers.change(item, item.body, { action: 'test', by: { worker: 'test' } });
      return page;
    };
    expect(await tellOverdue(kit)).toBe(2);
    kit.dossiers.list = list;
    expect(await tellOverdue(kit)).toBe(1);
  });
});

test('a run gives what it found and emits what alarms read', async () => {
  const seen = watchMetrics(metrics());
  await kit.dossier(window('2026-01-31'));
  await kit.review({ copyingSince: '2026-11-20T02:00:00.000Z' }, 'accepting');
  await arrivals(kit.table, kit.clock).note('door-1 NGA', 2);
  expect(await runClocks(kit)).toEqual({ overdue: 1, stalled: 1, missing: [], curves: 0 });
  kit.time.now = new Date('2026-11-23T02:00:00.000Z');
  expect(await runClocks(kit)).toEqual({
    ...{ overdue: 0, stalled: 1, curves: 0 },
    missing: ['door-1 NGA 1'],
  });
  expect(seen).toEqual({ [metricNames.stalled]: 1, [metricNames.missing]: 1 });
});

test('the day’s reckoning of tasks is queued once, and once for all days without', async () => {
  await queueDaily(kit);
  await queueDaily(kit);
  kit.time.now = new Date('2026-11-29T02:00:00.000Z');
  await queueDaily(kit);
  await kit.work();
  const { body } = await kit.as('ministry', { path: '/jobs/all' });
  expect(body).toMatchObject({
    items: [
      { kind: 'transfer-clocks', state: 'done', subject: '2026-11-29' },
      { kind: 'custody-clocks', state: 'done', subject: '2026-11-29' },
      { kind: 'holders', state: 'done', subject: '2026-11-29' },
      { kind: 'recount', state: 'done', subject: '2026-11-29' },
      { kind: 'public-notices', state: 'done', subject: '2026-11-29' },
      { kind: 'chase-closing', state: 'done', subject: '2026-11-29' },
      { kind: 'bars', state: 'done', subject: '2026-11-29' },
      { kind: 'reminders', state: 'done', subject: '2026-11-29' },
      { kind: 'recompute', state: 'done', subject: '2026-11-29' },
      { kind: 'transfer-clocks', state: 'done', subject: '2026-11-22' },
      { kind: 'custody-clocks', state: 'done', subject: '2026-11-22' },
      { kind: 'holders', state: 'done', subject: '2026-11-22' },
      { kind: 'recount', state: 'done', subject: '2026-11-22' },
      { kind: 'public-notices', state: 'done', subject: '2026-11-22' },
      { kind: 'chase-closing', state: 'done', subject: '2026-11-22' },
      { kind: 'bars', state: 'done', subject: '2026-11-22' },
      { kind: 'reminders', state: 'done', subject: '2026-11-22' },
      { kind: 'recompute', state: 'done', subject: '2026-11-22' },
    ],
  });
});
