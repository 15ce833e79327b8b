import { events } from '@geoarchive/contract/events.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit, type Staff } from '../archive/testing/kit.ts';
import { auditOf, eventsIn } from '../testing/written.ts';
import { queueDaily } from './daily.ts';
import { holdersAfter } from './holders-work.ts';

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
  kit.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' });
});

const path = '/supervision/organisations';
const put = (code: string, of: object, who: Staff = 'ministry', node = 'NGA', ifMatch?: number) =>
  kit.as(
    who,
    {
      method: 'PUT',
      path: `${path}/${encodeURIComponent(code)}`,
      body: { name: '甲', reason: '核对营业执照', ...of },
      ...(ifMatch === undefined ? {} : { headers: { 'If-Match': `"${ifMatch}"` } }),
    },
    node,
  );
const get = async (code: string, who: Staff = 'ministry', node = 'NGA') =>
  (await kit.as(who, { path: `${path}/${encodeURIComponent(code)}` }, node)).body;
const list = async (query: Record<string, string[]> = {}) =>
  (await kit.as('checker', { path, query })).body as { items: { code: string }[]; cursor?: string };
const codes = async (query: Record<string, string[]> = {}) =>
  (await list(query)).items.map(({ code }) => code);
const told = async () =>
  (await eventsIn(tables, kit.table)).filter(({ type }) => type === 'OrganisationRecorded');

const bring = async (base: string, rows: object[], who: Staff = 'ministry', node = 'NGA', id = ulid()) => {
  for (let no = 1; (no - 1) * 100 < rows.length; no += 1)
    await kit.as(
      who,
      {
        method: 'PUT',
        path: `/supervision/${base}/${id}/batches/${no}`,
        body: { rows: rows.slice((no - 1) * 100, no * 100) },
      },
      node,
    );
  const body = { batches: Math.ceil(rows.length / 100), subject: '名单.xlsx' };
  await kit.as(who, { method: 'POST', path: `/supervision/${base}/${id}`, body }, node);
  await kit.work();
  return (await kit.as(who, { path: `/jobs/${id}` }, node)).body;
};
const bringOrganisations = (rows: object[], who?: Staff, node?: string, id?: string) =>
  bring('organisation-imports', rows, who, node, id);
const licence = (of: object = {}) => ({
  kind: 'exploration-right',
  number: 'T42001',
  name: '某铜矿勘探',
  holder: 'MINE',
  holderName: '某矿业有限公司',
  from: '2022-03-01',
  to: '2027-03-01',
  regions: ['420100'],
  ...of,
});
/** Hears of jobs that ended as the worker of effects does, then lets their jobs run. */
const hear = async () => {
  for (const { type, data } of await eventsIn(tables, kit.table))
    if (type === 'JobEnded') await holdersAfter(kit, events.JobEnded.data.parse(data));
  await kit.work();
};
const bringLicences = async (rows: object[]) => {
  const done = await bring('registers/imports', rows);
  await hear();
  return done;
};

describe('holders of rights', () => {
  test('are recorded after an import, once, with what they are called; intake is told', async () => {
    await bringLicences([
      licence(),
      licence({ number: 'T2' }),
      licence({ number: 'T3', holder: 'OTHER', holderName: undefined }),
    ]);
    await hear();
    expect(await get('MINE')).toMatchObject({
      name: '某矿业有限公司',
      version: 1,
      names: [{ from: '2026-11-22', name: '某矿业有限公司', source: 'register' }],
      tasks: [{ number: 'T2-t1' }, { number: 'T42001-t1' }],
    });
    expect(await get('OTHER')).toMatchObject({ name: 'OTHER', names: [] });
    expect((await told()).map(({ data }) => data)).toEqual(
      expect.arrayContaining([{ code: 'MINE', name: '某矿业有限公司', version: 1 }]),
    );
    expect(await auditOf(tables, kit.table, 'MINE')).toEqual(['organisation.learn']);
    expect(kit.errors).toEqual([]);
  });

  test('renamed in a licence: history on the organisation; another licence with the earlier name renames nothing back', async () => {
    await bringLicences([licence(), licence({ number: 'T2' })]);
    kit.time.now = new Date('2027-01-05T02:00:00.000Z');
    await bringLicences([licence({ holderName: '某矿业集团有限公司' })]);
    kit.time.now = new Date('2027-02-05T02:00:00.000Z');
    await bringLicences([licence({ number: 'T2', to: '2027-04-01' })]);
    expect(await get('MINE')).toMatchObject({
      name: '某矿业集团有限公司',
      names: [
        { from: '2026-11-22', name: '某矿业有限公司' },
        { from: '2027-01-05', name: '某矿业集团有限公司', number: 'T42001' },
      ],
    });
    expect(await codes({ q: ['矿业有限'] })).toEqual(['MINE']);
  });

  test('more than a transaction holds come in several, each once; the day finds those that no import brought', async () => {
    const many = Array.from({ length: 61 }, (_, n) =>
      licence({ number: `N${n}`, holder: `H${n}`, holderName: `单位${n}` }),
    );
    await bring('registers/imports', many);
    await queueDaily(kit);
    await kit.work();
    expect(await told()).toHaveLength(61);
    const first = await list({ limit: ['50'] });
    const rest = await list({ limit: ['50'], cursor: [first.cursor ?? ''] });
    expect(new Set([...first.items, ...rest.items].map(({ code }) => code)).size).toBe(61);
    kit.time.now = new Date('2026-11-23T02:00:00.000Z');
    await queueDaily(kit);
    await kit.work();
    expect(await told()).toHaveLength(61);
  });
});

describe('by hand', () => {
  test('an organisation is added and corrected with the reason; the name before stays', async () => {
    expect((await put('GROUP', { name: '某集团', province: '420000' })).status).toBe(200);
    const added = await put('MINE', { parent: 'GROUP', phone: '027-1', creditCode: '91350100M000100Y43' });
    expect(added.body).toMatchObject({ version: 1, name: '甲', province: '350000', parent: 'GROUP' });
    // Entries of the audit trail of one instant stand in no order.
    kit.time.now = new Date('2026-12-01T02:00:00.000Z');
    await put('MINE', { name: '乙', namedOn: '2026-11-30', reason: '更名' }, 'ministry', 'NGA', 1);
    const found = await get('MINE');
    expect(found).toMatchObject({
      name: '乙',
      names: [{ name: '甲' }, { name: '乙', from: '2026-11-30', source: 'hand' }],
      history: [{ reason: '更名', changes: expect.arrayContaining(['names', 'parent', 'phone']) }, {}],
    });
    expect(found).not.toHaveProperty('parent');
    expect((await put('MINE', { name: '丙' }, 'ministry', 'NGA', 1)).status).toBe(412);
  });
  test.each([
    ['a wrong credit code', 'A', { creditCode: '91350100M000100Y44' }, 'creditCode'],
    ['a group that nobody recorded', 'A', { parent: 'GHOST' }, 'parent'],
    ['its own subsidiary above it', 'GROUP', { parent: 'PIT' }, 'parent'],
  ])('refused with %s', async (_, code, of, field) => {
    await put('GROUP', {});
    await put('MINE', { parent: 'GROUP' });
    await put('PIT', { parent: 'MINE' });
    const refused = await put(code, of);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ fields: [{ field: `body.${field}` }] });
  });
  test('a province records its own organisations, and no others; others read', async () => {
    expect((await put('MINE', { province: '420000' }, 'province', 'HB')).status).toBe(200);
    expect((await put('FAR', { province: '510000' }, 'province', 'HB')).status).toBe(422);
    await put('FAR', { province: '510000' });
    expect((await put('FAR', { province: '420000' }, 'province', 'HB')).status).toBe(422);
    expect((await put('MINE', {}, 'province', 'NGA')).status).toBe(422);
    expect((await put('MINE', {}, 'checker')).status).toBe(403);
    expect(await get('FAR', 'province', 'HB')).toMatchObject({ mayKeep: false });
    expect(await get('MINE', 'province', 'HB')).toMatchObject({ mayKeep: true });
    expect(await get('MINE', 'checker')).toMatchObject({ mayKeep: false });
  });
  test('the list is narrowed by province, group, and part of a name or code', async () => {
    await put('GROUP', { name: '某集团', province: '420000' });
    await put('MINE', { name: '湖北甲矿业', province: '420000', parent: 'GROUP' });
    await put('FAR', { name: '四川乙', province: '510000', parent: 'GROUP' });
    expect(await codes()).toEqual(['FAR', 'GROUP', 'MINE']);
    expect(await codes({ province: ['420000'] })).toEqual(['GROUP', 'MINE']);
    expect(await codes({ parent: ['GROUP'] })).toEqual(['FAR', 'MINE']);
    expect(await codes({ parent: ['GROUP'], province: ['510000'] })).toEqual(['FAR']);
    expect(await codes({ q: ['甲矿'] })).toEqual(['MINE']);
    expect(await codes({ q: ['gro'], limit: ['1'] })).toEqual(['GROUP']);
    expect((await kit.as('auditor', { path })).status).toBe(403);
  });
});

describe('an import', () => {
  const rows = () => [
    { code: 'GROUP', name: '某集团', province: '420000' },
    { code: 'MINE', name: '某矿', parent: 'GROUP', phone: '027-1' },
  ];
  test('is looked at before: new, changed with before and after, unchanged, refused', async () => {
    await bringOrganisations(rows());
    const { body } = await kit.as('ministry', {
      method: 'POST',
      path: '/supervision/organisation-imports/preview',
      body: {
        rows: [
          { code: 'NEW', name: '新', parent: 'LATER' },
          { code: 'LATER', name: '后', parent: 'NEW' },
          { code: 'GROUP', name: '某集团' },
          { code: 'MINE', name: '某矿', phone: '027-2' },
          { code: '91350100M000100Y44', name: '误' },
        ],
      },
    });
    expect(body['items']).toMatchObject([
      { outcome: 'new', remarks: [{ code: 'unknown-parent' }] },
      { outcome: 'refused', remarks: [{ code: 'parent-ring' }] },
      { outcome: 'unchanged' },
      { outcome: 'changed', changes: [{ field: 'phone', before: '027-1', after: '027-2' }] },
      { outcome: 'refused', remarks: [{ code: 'credit-code', field: 'code' }] },
    ]);
    expect(await codes()).toEqual(['GROUP', 'MINE']);
  });
  test('is done as a job; the same again changes nothing; what it leaves out stays', async () => {
    expect(await bringOrganisations(rows())).toMatchObject({ state: 'done', counts: { created: 2 } });
    expect(await bringOrganisations(rows())).toMatchObject({ counts: { unchanged: 2, updated: 0 } });
    const again = [
      { code: 'MINE', name: '某矿' },
      { code: 'MINE', name: '某矿改名' },
      { code: 'GROUP', name: 'x', parent: 'MINE' },
    ];
    expect(await bringOrganisations(again)).toMatchObject({
      counts: { unchanged: 1, updated: 1, refused: 1 },
      notes: [expect.stringContaining('GROUP')],
    });
    expect(await get('MINE')).toMatchObject({ name: '某矿改名', parent: 'GROUP', phone: '027-1' });
    expect(kit.errors).toEqual([]);
  });
  test('of a hundred and more is whole; a province touches its own only', async () => {
    const many = Array.from({ length: 130 }, (_, n) => ({ code: `C${n}`, name: `单位${n}` }));
    expect(await bringOrganisations(many)).toMatchObject({ state: 'done', counts: { created: 130 } });
    const some = [
      { code: 'A', name: 'a', province: '420000' },
      { code: 'B', name: 'b', province: '510000' },
    ];
    expect(await bringOrganisations(some, 'province', 'HB')).toMatchObject({
      counts: { created: 1, refused: 1 },
    });
  });
  test('is taken back: new ones are listed no more, changed ones as before, what was changed since stays', async () => {
    await put('OLD', { phone: '1' });
    await put('BUSY', { phone: '1' });
    const id = ulid();
    const of = ['OLD', 'BUSY', 'NEW'].map((code) => ({ code, name: '甲', phone: '2' }));
    await bringOrganisations(of, 'ministry', 'NGA', id);
    await put('BUSY', { phone: '3' });
    const started = await kit.as('ministry', {
      method: 'POST',
      path: `/supervision/organisation-imports/${id}/undo`,
    });
    await kit.work();
    const undone = (await kit.as('ministry', { path: `/jobs/${String(started.body['id'])}` })).body;
    expect(undone).toMatchObject({
      state: 'done',
      counts: { restored: 1, emptied: 1, kept: 1 },
      notes: ['BUSY'],
    });
    expect(await codes()).toEqual(['BUSY', 'OLD']);
    expect(await get('OLD')).toMatchObject({ phone: '1' });
    expect((await kit.as('ministry', { path: `${path}/NEW` })).status).toBe(404);
    expect(await bringOrganisations([{ code: 'NEW', name: '甲' }])).toMatchObject({ counts: { created: 1 } });
    expect(await codes()).toEqual(['BUSY', 'NEW', 'OLD']);
  });
});
