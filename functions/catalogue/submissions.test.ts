import type { EventData } from '@geoarchive/contract/events.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { memoryBucket } from '@geoarchive/platform/testing/bucket.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { sendThrough } from '../archive/door-two.ts';
import { replayToIntake } from '../archive/replay.ts';
import { heldGrants } from '../delivery/grant-store.ts';
import { discloseFigures, discloseSubmissions } from '../disclosure/disclose.ts';
import { type DisclosureKit, disclosureKit } from '../disclosure/testing/kit.ts';
import { figureStore } from './figure-store.ts';
import { publicHoleStore } from './hole-store.ts';
import { publicNoticeStore } from './notice-store.ts';
import { recordStore } from './record-store.ts';
import { replayBundles } from './replay.ts';
import { submissionStore } from './submission-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let kit: DisclosureKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await disclosureKit(tables);
});

const licence = 'T4200002026013010000001';
const recorded = (no: number, version: number, more: Partial<Task> = {}): EventData<'TaskRecorded'> => ({
  version,
  task: {
    ...{ id: `01KAHZ6YB800000000000000${String(no).padStart(2, '0')}`, number: `${licence}-t${no}` },
    ...{ name: '某铜矿详查', source: 'exploration-right', licenceNumber: licence, organisation: 'MINE' },
    ...{ node: 'NGA', due: `2026-1${no}-01`, state: 'open' },
    ...more,
  } as Task,
});
const send = async (...some: EventData<'TaskRecorded'>[]) => {
  await discloseSubmissions(kit, some);
  await kit.through();
};
const found = async (number: string) => (await kit.visit('/submissions', { number: [number] })).body;

describe('how submissions stand', () => {
  test('is found by licence and by task, however it is typed, by due day; the party is not named', async () => {
    await send(recorded(2, 1), recorded(1, 1), recorded(1, 2, { state: 'handed-in' }));
    const all = await found(licence.toLowerCase().replace('2026', ' 2026 '));
    expect(all).toMatchObject({
      today: '2026-11-22',
      items: [
        { number: `${licence}-t1`, state: 'handed-in', until: '2026-11-01' },
        { number: `${licence}-t2`, state: 'open' },
      ],
    });
    expect(JSON.stringify(all)).not.toContain('MINE');
    expect(await found(`${licence}-t2`)).toMatchObject({ items: [{ number: `${licence}-t2` }] });
    expect(await found(licence.slice(0, -1))).toMatchObject({ items: [] });
    // Both went in one bundle.
    expect(kit.inbox.keys()).toHaveLength(1);
  });
  test('older news changes nothing, and what was withdrawn is not known any more', async () => {
    await send(recorded(1, 5, { state: 'accepted' }));
    await send(recorded(1, 4));
    expect(await found(licence)).toMatchObject({ items: [{ state: 'accepted' }] });
    await send(recorded(1, 6, { state: 'withdrawn' }));
    expect(await found(licence)).toMatchObject({ items: [] });
    expect(JSON.stringify(await tables.all(kit.portal.table))).not.toContain('某铜矿');
  });
  test('of very many, in bundles that are never too large', async () => {
    const ids = Array.from(
      { length: 1001 },
      (_, at) => `01KAHZ6YB8000000000000${String(at).padStart(4, '0')}`,
    );
    await discloseSubmissions(
      kit,
      ids.map((id) => recorded(1, 1, { id })),
    );
    expect(kit.inbox.keys()).toHaveLength(3);
  });
  test('does not leave the archive where the deployment does not disclose it', async () => {
    const settings = { ...kit.settings, disclosure: { days: {}, submissions: false } };
    await discloseSubmissions({ ...kit, settings }, [recorded(1, 1)]);
    expect(kit.inbox.keys()).toEqual([]);
  });
});

const recordId = '01KAHZ6YB80000000000000099';
const usage = (sequence: number, views: number) =>
  sendThrough(kit, {
    ...{ format: 'geoarchive-usage/1', bundleId: ulid(), sequence },
    rows: [{ recordId, usage: { asOf: '2026-11-22', views, downloads: 2, granted: 0, robots: 7 } }],
  });
const figures = (version: number, n: number) =>
  discloseFigures(kit, {
    ...{ year: 2026, version, openedAt: '2027-02-10T02:00:00.000Z', accepted: 2, units: 4 },
    sums: { 'T3.dossiers': { n, units: 2 } },
  });
/** A portal plane with nothing in its table. */
const empty = async (): Promise<void> => {
  const table = await tables.fresh();
  Object.assign(kit.portal, {
    table,
    records: recordStore(table, kit.clock),
    notices: publicNoticeStore(table, kit.clock),
    holes: publicHoleStore(table, kit.clock),
    submissions: submissionStore(table),
    figures: figureStore(table, kit.clock),
    held: heldGrants(table, kit.clock),
    delivery: memoryBucket('delivery'),
  });
};

test('the portal is rebuilt from its inbox: notices, submissions, figures and use as they stood last', async () => {
  await kit.owe('MINE');
  const { id } = await kit.publish('MINE');
  await kit.through();
  await kit.move(id, 'suspend', { reason: '核实' });
  await send(recorded(1, 1), recorded(2, 1));
  await send(recorded(1, 2, { state: 'accepted' }));
  for (const [at, n] of [10, 20].entries()) {
    await figures(at + 1, n);
    await usage(100 + at, n);
  }
  await kit.through();
  const shown = async () => [
    (await kit.visit(`/notices/${id}`)).body,
    await found(licence),
    await kit.portal.figures.all(),
    await kit.portal.records.usageOf(recordId),
  ];
  const before = await shown();
  expect(before.slice(2)).toMatchObject([[{ version: 2 }], { views: 20 }]);
  await empty();
  expect((await kit.visit(`/notices/${id}`)).status).toBe(404);
  // Of the notice and of the year the newest bundle, and both of submissions and of use.
  expect(await replayBundles(kit.portal)).toBe(6);
  expect(await shown()).toEqual(before);
});

test('without its bundles, the archive tells of its public notices again; an older one never comes back', async () => {
  await kit.owe('MINE');
  await kit.owe('OTHER');
  const [first, second] = [await kit.publish('MINE'), await kit.publish('OTHER')];
  await kit.propose('THIRD');
  await kit.move(first.id, 'suspend', { reason: '核实' });
  await kit.move(second.id, 'withdraw', { reason: '有误' });
  await kit.through();
  const shown = () =>
    Promise.all([first, second].map(({ id }) => kit.visit(`/notices/${id}`).then(({ body }) => body)));
  const before = await shown();
  expect(before).toMatchObject([{ state: 'suspended' }, { state: 'withdrawn' }]);
  await empty();
  const sent = kit.inbox.keys().length;
  await replayToIntake(kit, { before: '2099-01-01T00:00:00.000Z' });
  await kit.through();
  expect(kit.inbox.keys().length).toBe(sent + 2);
  expect(await shown()).toEqual(before);
});
