import { events } from '@geoarchive/contract/events.ts';
import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { archiveNotices } from '../notices/archive-notify.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { queueDaily } from '../supervision/daily.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { noFigures } from './holding-figures.ts';

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
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
});

const agree = async (authority: string, start = '2024-01-01', end = '2029-12-31') => {
  const [who, node] =
    authority === 'ministry' ? (['ministry', 'NGA'] as const) : (['province', 'HB'] as const);
  const made = await kit.as(
    who,
    {
      method: 'POST',
      path: '/custody/agreements',
      body: {
        ...{ custodian: 'CNPC', authority, title: '协议', duties: '保管', start, end },
        scope: { kinds: ['original'] },
      },
    },
    node,
  );
  const path = `/custody/agreements/${made.body['id']}/moves`;
  const { status } = await kit.as(who, { method: 'POST', path, body: { move: 'sign', text: '签' } }, node);
  expect(status).toBe(200);
};
const listed = (state: 'open' | 'handed-in') =>
  kit.holdingLists.create(
    kit.holdingLists.idFor('CNPC', '2026'),
    { node: 'CNPC', period: '2026', figures: noFigures, said: [] },
    { action: 'test', by: { worker: 'test' } },
    state,
  );
const planned = async (plannedOn: string) => {
  const { body } = await kit.as('ministry', {
    method: 'POST',
    path: '/custody/inspections',
    body: {
      ...{ custodian: 'CNPC', authority: 'ministry', checklist: 'physical', archive: 'HB' },
      ...{ title: '年度检查', plannedOn },
    },
  });
  return String(body['id']);
};
const moveInspection = (id: string, move: string) =>
  kit.as('ministry', { method: 'POST', path: `/custody/inspections/${id}/moves`, body: { move } });
/** An inspection that was done and asked for a rectification by a day. */
const rectification = async (due: string) => {
  const id = await planned('2026-12-01');
  const { body: of } = await moveInspection(id, 'dispatch');
  const finding = { id: ulid(), text: '标签脱落', severity: 'major', due, photos: [] };
  const { status, body } = await kit.as(
    'inspector',
    {
      method: 'POST',
      path: `/custody/inspections/${id}/results`,
      body: {
        ...{ sync: ulid(), base: of['version'], photos: [], complete: true, findings: [finding] },
        answers: Object.fromEntries(
          (of['items'] as { code: string }[]).map(({ code }) => [code, { result: 'pass' }]),
        ),
      },
    },
    'HB',
  );
  expect(status).toBe(200);
  return String((body['rectifications'] as string[])[0]);
};

const due = ['HoldingListDue', 'InspectionLate', 'RectificationDue'] as const;
/** Lets the daily clock run, and tells what came of it: mailbox, kind and title of each new notice. */
const heard = new Set<string>();
const run = async (day: string): Promise<string[]> => {
  kit.time.now = new Date(`${day}T02:00:00.000Z`);
  await queueDaily(kit);
  await kit.work();
  const notices = noticeStore(kit.table, kit.clock);
  const found: string[] = [];
  const put: typeof notices.put = (some, by) => {
    for (const { mailbox, notice } of some)
      found.push(`${'node' in mailbox ? mailbox.node : ''} ${notice.kind} ${notice.title.zh}`);
    return notices.put(some, by);
  };
  const deps = { ...kit, notices: { put }, send: undefined, by: 'archive-notify' };
  for (const { id, type, at, data } of await eventsIn(tables, kit.table)) {
    const kind = due.find((one) => one === type);
    if (kind === undefined || heard.has(id)) continue;
    heard.add(id);
    if (kind === 'HoldingListDue')
      await archiveNotices[kind](deps, events[kind].data.parse(data), { id, at });
    if (kind === 'InspectionLate')
      await archiveNotices[kind](deps, events[kind].data.parse(data), { id, at });
    if (kind === 'RectificationDue')
      await archiveNotices[kind](deps, events[kind].data.parse(data), { id, at });
  }
  return found.sort();
};

test('a list is asked for before its day, and once it is late who entrusts learns of it', async () => {
  await agree('ministry');
  await agree('420000');
  // The list of 2025 was never brought.
  expect(await run('2026-12-20')).toEqual([
    'CNPC holding-list-late 中国石油 2025 年度保管清单逾期未报送',
    'HB holding-list-late 中国石油 2025 年度保管清单逾期未报送',
    'NGA holding-list-late 中国石油 2025 年度保管清单逾期未报送',
  ]);
  expect(await run('2027-01-01')).toEqual(['CNPC holding-list-due 请于 2027-01-15 前报送 2026 年度保管清单']);
  expect(await run('2027-01-02')).toEqual([]);
  // One that is only being filled is not handed in.
  await listed('open');
  expect(await run('2027-01-12')).toEqual(['CNPC holding-list-due 请于 2027-01-15 前报送 2026 年度保管清单']);
  expect(await run('2027-01-15')).toEqual([]);
  expect(await run('2027-01-16')).toHaveLength(3);
  expect(await run('2027-01-17')).toEqual([]);
  const trail = await auditOf(tables, kit.table, kit.holdingLists.idFor('CNPC', '2026'));
  expect(trail.filter((action) => action === 'custody.remind-list')).toHaveLength(3);
});

test('nothing is asked of who handed it in, nor of who had no agreement in that year', async () => {
  await agree('ministry');
  await listed('handed-in');
  expect(await run('2027-02-01')).toEqual([]);
  kit = await archiveKit(tables);
  await agree('ministry', '2027-01-01');
  expect(await run('2027-02-01')).toEqual([]);
});

test('days before are settings', async () => {
  Object.assign(kit.settings, { custody: { listDue: '03-31', listNoticeDays: [40] } });
  await agree('ministry', '2026-06-01');
  expect(await run('2027-02-18')).toEqual([]);
  expect(await run('2027-02-19')).toEqual(['CNPC holding-list-due 请于 2027-03-31 前报送 2026 年度保管清单']);
});

test('an inspection that was not done on its day is told once, to inspectors only if it is theirs', async () => {
  const id = await planned('2026-12-05');
  const dispatched = await planned('2026-12-06');
  await moveInspection(dispatched, 'dispatch');
  const before = (await kit.inspections.get(dispatched))?.version;
  expect(await run('2026-12-05')).toEqual([]);
  expect(await run('2026-12-06')).toEqual([
    'NGA inspection-late 检查 JC-CNPC-2026-001 已过计划日期 2026-12-05',
  ]);
  expect(await run('2026-12-07')).toEqual([
    'HB inspection-late 检查 JC-CNPC-2026-002 已过计划日期 2026-12-06',
    'NGA inspection-late 检查 JC-CNPC-2026-002 已过计划日期 2026-12-06',
  ]);
  expect(await run('2026-12-08')).toEqual([]);
  // A tablet that has it synchronises as if nothing had been told.
  expect((await kit.inspections.get(dispatched))?.version).toBe(before);
  expect(await auditOf(tables, kit.table, id)).toContain('custody.remind-inspection');
});

test('an inspection that was called off is not told', async () => {
  await moveInspection(await planned('2026-12-05'), 'cancel');
  expect(await run('2026-12-10')).toEqual([]);
});

test('a rectification is told near its day and past it, until it is answered', async () => {
  const id = await rectification('2026-12-20');
  expect(await run('2026-12-12')).toEqual([]);
  const soon = await kit.as('custodian', { path: `/custody/rectifications/${id}` }, 'CNPC');
  expect(soon.body).toMatchObject({ soon: false, late: false });
  expect(await run('2026-12-13')).toEqual([
    'CNPC rectification-due 整改 JC-CNPC-2026-001-ZG01 应于 2026-12-20 前完成',
  ]);
  expect((await kit.as('custodian', { path: `/custody/rectifications/${id}` }, 'CNPC')).body).toMatchObject({
    soon: true,
  });
  const { body } = await kit.as('ministry', { path: '/custody/overview' });
  expect((body['items'] as object[])[0]).toMatchObject({ rectifications: { open: 1, soon: 1, late: 0 } });
  expect(await run('2026-12-14')).toEqual([]);
  expect(await run('2026-12-21')).toEqual([
    'CNPC rectification-late 整改 JC-CNPC-2026-001-ZG01 已逾期',
    'HB rectification-late 整改 JC-CNPC-2026-001-ZG01 已逾期',
    'NGA rectification-late 整改 JC-CNPC-2026-001-ZG01 已逾期',
  ]);
  expect(await run('2026-12-22')).toEqual([]);
});

test('more than fit into a step are told step by step', async () => {
  for (let n = 0; n < 23; n += 1) await planned('2026-12-01');
  expect(await run('2026-12-02')).toHaveLength(23);
});
