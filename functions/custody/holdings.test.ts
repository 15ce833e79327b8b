import { events } from '@geoarchive/contract/events.ts';
import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { archiveNotices } from '../notices/archive-notify.ts';
import { noticeStore } from '../notices/notice-store.ts';
import { auditOf, eventsIn } from '../testing/written.ts';

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

const row = (code: string, more: object = {}) => ({
  ...{ code, custodian: 'CNPC', kind: 'physical', title: `${code} 岩心`, count: 12, unit: '箱' },
  ...{ place: '大庆库 1 架', condition: 'good' },
  ...more,
});
type Row = ReturnType<typeof row>;
const imports = '/custody/holding-imports';
const lists = '/custody/holding-lists';
const asCustodian = (request: Parameters<ArchiveKit['as']>[1], node = 'CNPC') =>
  kit.as('custodian', request, node);

/** Sends the rows in batches of a hundred and starts the import, without working on it. */
const send = async (period: string, rows: Row[], custodian = 'CNPC') => {
  const id = ulid();
  let batches = 0;
  for (let at = 0; at < rows.length; at += 100) {
    batches += 1;
    const body = { custodian, rows: rows.slice(at, at + 100) };
    const { status } = await asCustodian({
      method: 'PUT',
      path: `${imports}/${id}/batches/${batches}`,
      body,
    });
    if (status !== 200) return { id, status };
  }
  const body = { custodian, period, batches, subject: `清单${period}.xlsx` };
  const { status } = await asCustodian({ method: 'POST', path: `${imports}/${id}`, body });
  return { id, status };
};
const imported = async (period: string, rows: Row[]) => {
  const { id, status } = await send(period, rows);
  expect(status).toBe(202);
  await kit.work();
  const { body } = await asCustodian({ path: `/jobs/${id}` });
  expect(body).toMatchObject({ state: 'done' });
  return { id, counts: body['counts'] };
};
const listOf = async (period: string) => (await asCustodian({ path: `${lists}/CNPC/${period}` })).body;
const differencesOf = async (period: string) => {
  const { body } = await asCustodian({ path: `${lists}/CNPC/${period}/differences` });
  return (body['items'] as { code: string; standing: string }[]).map(
    ({ code, standing }) => `${code} ${standing}`,
  );
};
const codesOf = async (period: string) => {
  const { body } = await asCustodian({ path: `${lists}/CNPC/${period}/rows` });
  return (body['items'] as { code: string }[]).map(({ code }) => code);
};
/** An agreement in force between the ministry and the custodian. */
const agreed = async (): Promise<void> => {
  const made = await kit.as('ministry', {
    method: 'POST',
    path: '/custody/agreements',
    body: {
      ...{ custodian: 'CNPC', authority: 'ministry', title: '协议', duties: '保管' },
      ...{ start: '2024-01-01', end: '2029-12-31', scope: { kinds: ['original'] } },
    },
  });
  const path = `/custody/agreements/${made.body['id']}/moves`;
  const { status } = await kit.as('ministry', { method: 'POST', path, body: { move: 'sign', text: '签' } });
  expect(status).toBe(200);
};
const move = (who: 'custodian' | 'ministry', period: string, body: object) =>
  kit.as(
    who,
    { method: 'POST', path: `${lists}/CNPC/${period}/moves`, body },
    who === 'custodian' ? 'CNPC' : 'NGA',
  );

describe('a holding list', () => {
  test('is imported and says how much there is', async () => {
    const { counts } = await imported('2025', [
      row('A'),
      row('B', { kind: 'original', unit: '件', services: 3 }),
    ]);
    expect(counts).toMatchObject({ created: 2 });
    expect(await listOf('2025')).toMatchObject({
      state: 'open',
      figures: {
        rows: 2,
        services: 3,
        byKind: { original: 1, physical: 1 },
        amounts: [
          { kind: 'physical', unit: '箱', count: 12 },
          { kind: 'original', unit: '件', count: 12 },
        ],
      },
      mayImport: true,
    });
  });
  test('tells what was added, is gone and has changed since the year before', async () => {
    await imported('2024', [row('A'), row('B'), row('C')]);
    await imported('2025', [row('A'), row('B', { count: 11 }), row('D')]);
    expect(await differencesOf('2025')).toEqual(['B changed', 'C gone', 'D added']);
    expect(await listOf('2025')).toMatchObject({
      differences: { added: 1, gone: 1, changed: 1, before: '2024' },
    });
    expect((await listOf('2024'))['differences']).toBeUndefined();
  });
  test('holds many rows, compared in pieces', async () => {
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => row(`N${String(from + n).padStart(5, '0')}`));
    await imported('2024', many(0, 1100));
    await imported('2025', many(50, 1160));
    expect(await listOf('2025')).toMatchObject({
      figures: { rows: 1110 },
      differences: { added: 60, gone: 50, changed: 0 },
    });
  });
  test('is previewed: what would be done to it, and how it differs', async () => {
    await imported('2024', [row('A'), row('B')]);
    await imported('2025', [row('A')]);
    const body = {
      ...{ custodian: 'CNPC', period: '2025' },
      rows: [row('A'), row('B', { place: '新库' }), row('C', { well: '不明1' })],
    };
    const found = await asCustodian({ method: 'POST', path: `${imports}/preview`, body });
    expect(found.body).toMatchObject({
      items: [
        { code: 'A', outcome: 'unchanged', standing: 'same' },
        { code: 'B', outcome: 'new', standing: 'changed', changes: [{ field: 'place', after: '新库' }] },
        { code: 'C', outcome: 'new', standing: 'added', findings: ['unknown-well'] },
      ],
    });
  });
  test('imported again it changes nothing', async () => {
    await imported('2025', [row('A'), row('B')]);
    expect((await imported('2025', [row('A'), row('B')])).counts).toMatchObject({ unchanged: 2 });
    expect((await listOf('2025'))['figures']).toMatchObject({ rows: 2 });
  });
  test('is taken back as an import: new rows go, changed ones return, what changed since stays', async () => {
    await imported('2025', [row('A'), row('B')]);
    const { id } = await imported('2025', [row('A', { count: 1 }), row('C'), row('D')]);
    await imported('2025', [row('D', { count: 5 })]);
    const undone = await asCustodian({ method: 'POST', path: `${imports}/${id}/undo` });
    expect(undone.status).toBe(202);
    await kit.work();
    expect(await codesOf('2025')).toEqual(['A', 'B', 'D']);
    const { body } = await asCustodian({ path: `/jobs/${undone.body['id']}` });
    expect(body).toMatchObject({ state: 'done', counts: { removed: 1, restored: 1, kept: 1 } });
    expect((await listOf('2025'))['figures']).toMatchObject({ rows: 3 });
  });
});

describe('ties', () => {
  test('that are not found are told, and the row stands all the same', async () => {
    const { counts } = await imported('2025', [
      row('A', { task: 'RW-1', dossier: 'd00000009', well: 'ZK-404' }),
      row('B', { dossier: '九号' }),
      row('C', { box: '1–9' }),
    ]);
    expect(counts).toMatchObject({ created: 3, unknown: 2 });
    const { body } = await asCustodian({ path: `${lists}/CNPC/2025/rows`, query: { findings: ['yes'] } });
    expect(body['items']).toMatchObject([
      { code: 'A', findings: ['unknown-task', 'unknown-dossier', 'unknown-well'] },
      { code: 'B', findings: ['unknown-dossier'] },
    ]);
  });
  test('that are found say nothing, and lead from the thing to who holds it', async () => {
    const id = ulid();
    await kit.table.transact([kit.tasks.claiming('NGA', 'RW-7', id)]);
    await kit.table.transact([
      { Put: { TableName: kit.table.name, Item: { pk: 'counter#archive#NGA', sk: 'counter', value: 3 } } },
    ]);
    await imported('2025', [row('A', { task: 'RW-7', dossier: 'cgdoi.NGA/d00000003' })]);
    const { body } = await asCustodian({ path: '/custody/ties', query: { of: ['task'], value: ['RW-7'] } });
    expect(body['items']).toMatchObject([{ code: 'A', period: '2025', findings: [] }]);
    const others = await kit.as(
      'custodian',
      { path: '/custody/ties', query: { of: ['task'], value: ['RW-7'] } },
      'CNNC',
    );
    expect(others.body['items']).toEqual([]);
  });
});

describe('ties as they are typed', () => {
  const hole = (number: string, key: string) => ({
    Put: {
      TableName: kit.table.name,
      Item: { pk: `hole-number#NGA#${key}`, sk: 'holes', version: 1, holes: [{ id: ulid(), hole: number }] },
    },
  });
  const tiedTo = async (of: string, value: string) => {
    const { body } = await asCustodian({ path: '/custody/ties', query: { of: [of], value: [value] } });
    return (body['items'] as { code: string }[]).map(({ code }) => code);
  };
  test('are kept in half width, found whatever their width and case, and looked for likewise', async () => {
    await kit.table.transact([kit.tasks.claiming('NGA', 'RW-7', ulid()), hole('ZK1-11', 'zk111')]);
    await kit.table.transact([
      { Put: { TableName: kit.table.name, Item: { pk: 'counter#archive#NGA', sk: 'counter', value: 3 } } },
    ]);
    await imported('2025', [
      row('A', { task: ' ｒｗ－７', dossier: 'ＣＧＤＯＩ.nga/D00000003', well: 'ｚｋ1－11', box: ' １–９ ' }),
      row('B', { well: 'ZK11-1', dossier: 'd00000004' }),
    ]);
    const { body } = await asCustodian({ path: `${lists}/CNPC/2025/rows` });
    expect(body['items']).toMatchObject([
      { code: 'A', task: 'rw-7', well: 'zk1-11', box: '1–9', findings: [] },
      { code: 'B', findings: ['unknown-dossier', 'unknown-well'] },
    ]);
    expect(await tiedTo('task', 'RW-7')).toEqual(['A']);
    expect(await tiedTo('dossier', 'd00000003')).toEqual(['A']);
    expect(await tiedTo('dossier', 'HB/d00000003')).toEqual([]);
    expect(await tiedTo('well', 'ZK1-11')).toEqual(['A']);
    expect(await tiedTo('well', 'ZK11-1')).toEqual(['B']);
  });
  test('that were registered meanwhile are known once the list is imported again', async () => {
    await imported('2025', [row('A', { task: 'RW-8' })]);
    expect((await listOf('2025'))['figures']).toMatchObject({ findings: 1 });
    await kit.table.transact([kit.tasks.claiming('NGA', 'RW-8', ulid())]);
    expect((await imported('2025', [row('A', { task: 'rw-8' })])).counts).toMatchObject({ unchanged: 1 });
    expect((await listOf('2025'))['figures']).toMatchObject({ findings: 0 });
  });
});

describe('the list of another custodian', () => {
  test('is refused with the lines at fault, and stands in the trail', async () => {
    expect((await send('2025', [row('A'), row('B', { custodian: 'CNNC' })])).status).toBe(403);
    expect((await send('2025', [row('A', { custodian: 'CNNC' })], 'CNNC')).status).toBe(403);
    expect(await auditOf(tables, kit.table, 'holding-lists#CNPC')).toEqual([
      'custody.refuse-list',
      'custody.refuse-list',
    ]);
  });
  test('is not seen', async () => {
    await imported('2025', [row('A')]);
    for (const path of ['', '/rows', '/differences'])
      expect((await asCustodian({ path: `${lists}/CNPC/2025${path}` }, 'CNNC')).status).toBe(404);
    expect((await asCustodian({ path: lists }, 'CNNC')).body['items']).toEqual([]);
    expect((await kit.as('inspector', { path: lists })).body['items']).toMatchObject([{ node: 'CNPC' }]);
  });
});

describe('handing in', () => {
  test('closes the list; sent back it is open again, with the reason', async () => {
    await imported('2025', [row('A')]);
    expect((await move('ministry', '2025', { move: 'hand-in' })).status).toBe(403);
    expect((await move('custodian', '2025', { move: 'hand-in' })).body).toMatchObject({ state: 'handed-in' });
    expect((await send('2025', [row('B')])).status).toBe(409);
    expect((await move('custodian', '2025', { move: 'accept' })).status).toBe(403);
    expect((await move('ministry', '2025', { move: 'return' })).status).toBe(400);
    expect((await move('ministry', '2025', { move: 'return', text: '缺岩屑' })).body).toMatchObject({
      state: 'open',
    });
    await imported('2025', [row('B')]);
    await move('custodian', '2025', { move: 'hand-in' });
    expect((await move('ministry', '2025', { move: 'accept' })).body).toMatchObject({
      state: 'accepted',
      moves: [],
    });
    const found = await eventsIn(tables, kit.table);
    expect(found.filter(({ type }) => type === 'HoldingListMoved')).toHaveLength(4);
  });
  test('is told: to who entrusts what was handed in, to its custodian what came of it and what was handed in for it', async () => {
    await agreed();
    const heard = new Set<string>();
    const told = async (): Promise<string[]> => {
      const found: string[] = [];
      const put: typeof notices.put = async (some, by) => {
        for (const { mailbox, notice } of some)
          found.push(`${'node' in mailbox ? mailbox.node : ''} ${notice.kind} ${notice.link}`);
        return notices.put(some, by);
      };
      const notices = noticeStore(kit.table, kit.clock);
      const deps = { ...kit, notices: { put }, send: undefined, by: 'archive-notify' };
      for (const { id, type, at, data } of await eventsIn(tables, kit.table)) {
        if (type !== 'HoldingListMoved' || heard.has(id)) continue;
        heard.add(id);
        await archiveNotices.HoldingListMoved(deps, events.HoldingListMoved.data.parse(data), { id, at });
      }
      return found;
    };
    const link = '/custody/holdings/CNPC/2025';
    await imported('2025', [row('A')]);
    await move('custodian', '2025', { move: 'hand-in' });
    expect(await told()).toEqual([`NGA holding-list-handed-in ${link}`]);
    await move('ministry', '2025', { move: 'return', text: '缺岩屑' });
    expect(await told()).toEqual([`CNPC holding-list-returned ${link}`]);
    await move('custodian', '2025', { move: 'hand-in' });
    await move('ministry', '2025', { move: 'accept' });
    expect(await told()).toEqual([
      `NGA holding-list-handed-in ${link}`,
      `CNPC holding-list-accepted ${link}`,
    ]);
    const id = ulid();
    const bring = (path: string, body: object, method: 'PUT' | 'POST') =>
      kit.as('ministry', { method, path: `${imports}/${id}${path}`, body });
    await bring('/batches/1', { custodian: 'CNPC', rows: [row('A')] }, 'PUT');
    await bring('', { custodian: 'CNPC', period: '2024', batches: 1, subject: '纸质清单.xlsx' }, 'POST');
    await kit.work();
    await move('ministry', '2024', { move: 'hand-in', text: '收到纸质清单' });
    expect(await told()).toEqual([
      'CNPC holding-list-brought /custody/holdings/CNPC/2024',
      'NGA holding-list-handed-in /custody/holdings/CNPC/2024',
    ]);
  });
  test('waits for an import, and for one that was called off to be made anew', async () => {
    await imported('2025', [row('A')]);
    const { id } = await send('2025', [row('B')]);
    expect((await move('custodian', '2025', { move: 'hand-in' })).status).toBe(409);
    const path = `/jobs/${id}/moves`;
    expect((await asCustodian({ method: 'POST', path, body: { move: 'cancel' } })).status).toBe(200);
    await kit.work();
    expect((await move('custodian', '2025', { move: 'hand-in' })).status).toBe(409);
    await asCustodian({ method: 'POST', path: `${imports}/${id}/undo` });
    await kit.work();
    expect((await move('custodian', '2025', { move: 'hand-in' })).body).toMatchObject({
      state: 'handed-in',
      figures: { rows: 1 },
    });
  });
});

describe('a list that came on paper', () => {
  const bring = async (
    period: string,
    rows: Row[],
    who: 'ministry' | 'province' = 'ministry',
    node = 'NGA',
  ) => {
    const id = ulid();
    const put = (path: string, body: object, method: 'PUT' | 'POST') =>
      kit.as(who, { method, path: `${imports}/${id}${path}`, body }, node);
    const sent = await put('/batches/1', { custodian: 'CNPC', rows }, 'PUT');
    if (sent.status !== 200) return sent;
    const started = await put(
      '',
      { custodian: 'CNPC', period, batches: 1, subject: '纸质清单.xlsx' },
      'POST',
    );
    await kit.work();
    return started;
  };
  test('is brought and handed in by the ministry, and says so', async () => {
    expect((await bring('2025', [row('A')])).status).toBe(202);
    expect((await kit.as('ministry', { path: `${lists}/CNPC/2025` })).body).toMatchObject({
      ...{ moves: ['hand-in'], mayImport: true, onBehalf: true, broughtBy: 'authority' },
    });
    expect((await move('ministry', '2025', { move: 'hand-in' })).status).toBe(400);
    const { status, body } = await move('ministry', '2025', {
      move: 'hand-in',
      text: '2026-01-10 收到纸质清单',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'handed-in',
      said: [{ move: 'hand-in', by: 'ministry', onBehalf: true, text: '2026-01-10 收到纸质清单' }],
    });
    const trail = (await tables.all(kit.table)).find(
      ({ pk, action }) => pk === `audit#${body['id']}` && action === 'custody.move-list',
    );
    expect(trail?.['detail']).toMatchObject({ move: 'hand-in', onBehalf: true });
  });
  test('can be handed in by its custodian as its own; what it imported itself no authority hands in', async () => {
    await bring('2025', [row('A')]);
    expect((await listOf('2025'))['onBehalf']).toBe(false);
    await imported('2025', [row('B')]);
    const refused = await move('ministry', '2025', { move: 'hand-in', text: '代报' });
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).toContain('Its custodian fills this list');
    const { body } = await move('custodian', '2025', { move: 'hand-in' });
    expect((body['said'] as object[])[0]).not.toHaveProperty('onBehalf');
  });
  test('is brought by a province only for who keeps things for it alone', async () => {
    kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
    const refused = await bring('2025', [row('A')], 'province', 'HB');
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).toContain('keeps things for it alone');
    const agreement = {
      ...{ custodian: 'CNPC', authority: '420000', title: '委托保管', scope: { kinds: ['physical'] } },
      ...{ duties: '保管', start: '2024-01-01', end: '2028-12-31' },
    };
    const path = '/custody/agreements';
    const made = await kit.as('province', { method: 'POST', path, body: agreement }, 'HB');
    const signing = { method: 'POST', path: `${path}/${made.body['id']}/moves` } as const;
    await kit.as('province', { ...signing, body: { move: 'sign', text: '同意' } }, 'HB');
    expect((await bring('2025', [row('A')], 'province', 'HB')).status).toBe(202);
    const handing = { method: 'POST', path: `${lists}/CNPC/2025/moves` } as const;
    const handed = await kit.as('province', { ...handing, body: { move: 'hand-in', text: '纸质' } }, 'HB');
    expect(handed.body).toMatchObject({ state: 'handed-in', moves: ['accept', 'return'] });
  });
});

describe('a wrong row', () => {
  const act = (
    how: 'removals' | 'restorals',
    body: object,
    who: 'custodian' | 'ministry' | 'inspector' = 'custodian',
  ) =>
    kit.as(
      who,
      { method: 'POST', path: `${lists}/CNPC/2025/${how}`, body },
      who === 'custodian' ? 'CNPC' : 'NGA',
    );
  const removedOf = async () => {
    const { body } = await asCustodian({ path: `${lists}/CNPC/2025/removals` });
    return (body['items'] as { row: { code: string }; reason: string }[]).map(
      (one) => `${one.row.code} ${one.reason}`,
    );
  };
  const told = async () => {
    const { figures, differences } = await listOf('2025');
    return { figures, differences };
  };
  beforeEach(async () => {
    await imported('2024', [row('A'), row('B'), row('C', { count: 3 })]);
    await imported('2025', [
      row('A'),
      row('B', { count: 11 }),
      row('D', { unit: '袋', services: 4, well: '不明' }),
    ]);
  });

  test.each(['A', 'B', 'D'])(
    '%s goes with its reason; figures and differences are those of a count',
    async (code) => {
      const { status } = await act('removals', { code, reason: '重复登记' });
      expect(status).toBe(200);
      expect(await removedOf()).toEqual([`${code} 重复登记`]);
      const after = await told();
      expect(await codesOf('2025')).toEqual(['A', 'B', 'D'].filter((one) => one !== code));
      // An import counts everything afresh.
      await imported('2025', [
        ['A', 'B'].includes(code) ? row('D', { unit: '袋', services: 4, well: '不明' }) : row('A'),
      ]);
      expect(await told()).toEqual(after);
    },
  );
  test('is put back as it was', async () => {
    const before = await told();
    await act('removals', { code: 'D', reason: '误删' });
    expect(await told()).not.toEqual(before);
    expect((await act('restorals', { code: 'D' })).status).toBe(200);
    expect(await told()).toEqual(before);
    expect(await codesOf('2025')).toEqual(['A', 'B', 'D']);
    expect(await removedOf()).toEqual([]);
    const trail = await auditOf(tables, kit.table, kit.holdingLists.idFor('CNPC', '2025'));
    expect(trail).toEqual(expect.arrayContaining(['custody.remove-holding', 'custody.restore-holding']));
  });
  test('is not asked for back once it was imported again', async () => {
    await act('removals', { code: 'D', reason: '误删' });
    await imported('2025', [row('D')]);
    expect(await removedOf()).toEqual([]);
    expect((await act('restorals', { code: 'D' })).status).toBe(409);
  });
  test('needs a reason, and stands in the list', async () => {
    expect((await act('removals', { code: 'A', reason: ' ' })).status).toBe(400);
    expect((await act('removals', { code: 'Z', reason: '无此项' })).status).toBe(404);
    expect((await act('restorals', { code: 'A' })).status).toBe(409);
    expect((await act('restorals', { code: 'Z' })).status).toBe(404);
  });
  test('stays in a list that was handed in, with what to do', async () => {
    await move('custodian', '2025', { move: 'hand-in' });
    const { status, body } = await act('removals', { code: 'A', reason: '错' });
    expect(status).toBe(409);
    expect(JSON.stringify(body)).toContain('sent it back');
    expect((await act('restorals', { code: 'A' })).status).toBe(409);
  });
  test('stays while an import is under way', async () => {
    await send('2025', [row('E')]);
    expect((await act('removals', { code: 'A', reason: '错' })).status).toBe(409);
  });
  test('is taken out by the ministry for the custodian, not by others', async () => {
    expect((await act('removals', { code: 'A', reason: '错' }, 'inspector')).status).toBe(403);
    const other = {
      method: 'POST',
      path: `${lists}/CNPC/2025/removals`,
      body: { code: 'A', reason: '错' },
    } as const;
    expect((await asCustodian(other, 'CNNC')).status).toBe(404);
    expect((await act('removals', { code: 'A', reason: '错' }, 'ministry')).status).toBe(200);
  });
});

describe('a province', () => {
  const province = (request: Parameters<ArchiveKit['as']>[1]) => kit.as('province', request, 'HB');
  const agreement = async (authority: string) => {
    const body = {
      ...{ custodian: 'CNPC', authority, title: '委托保管', scope: { kinds: ['physical'] } },
      ...{ duties: '保管', start: '2024-01-01', end: '2028-12-31' },
    };
    const who = authority === 'ministry' ? 'ministry' : 'province';
    const node = authority === 'ministry' ? 'NGA' : 'HB';
    const path = '/custody/agreements';
    const made = await kit.as(who, { method: 'POST', path, body }, node);
    expect(made.status).toBe(201);
    return (how: string) =>
      kit.as(
        who,
        {
          method: 'POST',
          path: `${path}/${made.body['id']}/moves`,
          body: {
            ...{ move: how, text: '同意' },
            handBack: { plan: '移交', by: '2028-12-31', to: '省馆' },
          },
        },
        node,
      );
  };
  const seen = async () => (await province({ path: `${lists}/CNPC/2025` })).status;
  const decide = (how: string) =>
    province({ method: 'POST', path: `${lists}/CNPC/2025/moves`, body: { move: how, text: '缺岩屑' } });
  beforeEach(async () => {
    kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
    await imported('2025', [row('A')]);
    await move('custodian', '2025', { move: 'hand-in' });
  });

  test('sees nothing of a custodian for an agreement it only drafted or dropped', async () => {
    const act = await agreement('420000');
    expect(await seen()).toBe(404);
    await act('drop');
    expect(await seen()).toBe(404);
    expect((await decide('return')).status).toBe(404);
    expect((await province({ path: lists })).body['items']).toEqual([]);
  });
  test('sees, but does not decide on, a list that others rely on as well', async () => {
    await (await agreement('ministry'))('sign');
    await (await agreement('420000'))('sign');
    expect((await province({ path: `${lists}/CNPC/2025` })).body).toMatchObject({ moves: [] });
    expect((await decide('return')).status).toBe(403);
    expect((await decide('accept')).status).toBe(403);
  });
  test('decides on the list of a custodian that keeps things for it only, while that lasts', async () => {
    const act = await agreement('420000');
    await act('sign');
    expect((await decide('return')).body).toMatchObject({ state: 'open' });
    await move('custodian', '2025', { move: 'hand-in' });
    await act('end');
    expect(await seen()).toBe(200);
    expect((await decide('accept')).status).toBe(403);
  });
});
