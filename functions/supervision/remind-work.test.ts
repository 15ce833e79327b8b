import { events } from '@geoarchive/contract/events.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { queueDaily } from './daily.ts';

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
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } });
});

const today = '2026-11-22';
const task = async (left: number, node = 'NGA') => {
  const id = ulid();
  const body = {
    number: `RW-${id}`,
    name: '某勘查',
    source: 'other' as const,
    organisation: 'MINE',
    node,
    due: addDays(today, left),
    deposits: {},
  };
  await kit.tasks.create(id, body, { action: 'test', by: { worker: 'test' } });
  return id;
};
/** The clock's daily run, so many days from today on. */
const day = async (after: number) => {
  kit.time.now = new Date(Date.parse('2026-11-22T02:00:00.000Z') + after * 86_400_000);
  await queueDaily(kit);
  await kit.work();
};
const told = async () =>
  (await eventsIn(tables, kit.table)).flatMap(({ type, data }) => {
    if (type !== 'TaskRecorded') return [];
    const { id, reminded } = events.TaskRecorded.data.parse(data).task;
    return [[id, reminded?.stage]];
  });

test('reminds of what is due soon, today or overdue, at every archive, and of nothing else', async () => {
  const soon = await task(29);
  const now = await task(0, 'HB');
  const late = await task(-45, 'HB');
  await task(91);
  const handed = await kit.tasks.get(await task(3));
  if (handed === undefined) throw new Error('no task');
  await kit.tasks.move(handed, 'receive', handed.body, { action: 'test', by: { worker: 'test' } });
  await day(0);
  expect(await told()).toEqual(
    expect.arrayContaining([
      [soon, 30],
      [now, 0],
      [late, -31],
    ]),
  );
  expect(await told()).toHaveLength(3);
  expect(await auditOf(tables, kit.table, late)).toContain('task.remind');
});

test('each is told once, whatever the clock does; days without a run are not made up for', async () => {
  const id = await task(8);
  for (const after of [0, 0, 1, 20, 21]) await day(after);
  expect((await told()).map(([, stage]) => stage).toSorted()).toEqual([-1, 30, 7].toSorted());
  expect((await kit.tasks.get(id))?.body.reminded).toEqual({ stage: -1, due: addDays(today, 8) });
});

test('more than one transaction or page holds are all told, once each', async () => {
  await Promise.all(Array.from({ length: 130 }, (_, n) => task(n % 90)));
  await day(0);
  const ids = (await told()).map(([id]) => id);
  expect(new Set(ids).size).toBe(130);
  expect(ids).toHaveLength(130);
});
