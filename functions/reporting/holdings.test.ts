import type { Holding } from '@geoarchive/contract/custody-holdings.ts';
import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { conditions } from '@geoarchive/domain/custody/holding.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { noFigures } from '../custody/holding-figures.ts';
import { holdingListStore } from '../custody/holding-list-store.ts';
import { holdingStore } from '../custody/holding-store.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(240_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
const fresh = async (): Promise<void> => {
  kit = await archiveKit(tables);
  kit.settings.custodians = kit.settings.custodians.map((one) => ({ ...one, kind: 'custodian' }));
  kit.time.now = new Date('2027-01-05T02:00:00.000Z');
};
beforeEach(fresh);

const row = (code: string, more: Partial<Holding> = {}): Holding => ({
  ...{ code, custodian: 'CNPC', kind: 'physical', title: code, category: '岩心', count: 12.5, unit: '米' },
  ...{ place: '1 架', condition: 'good', findings: [] },
  ...more,
});
type State = 'open' | 'handed-in' | 'accepted';
const listed = async (period: string, rows: readonly Holding[], state: State = 'handed-in') => {
  const { putting } = holdingStore(kit.table);
  for (let at = 0; at < rows.length; at += 50)
    await kit.table.transact(
      rows.slice(at, at + 50).map((one) => putting({ custodian: 'CNPC', period }, one)),
    );
  const lists = holdingListStore(kit.table, kit.clock);
  const figures = { ...noFigures, rows: rows.length };
  const body = { node: 'CNPC', period, figures, said: [] };
  return lists.create(lists.idFor('CNPC', period), body, { action: 'test', by: { worker: 'test' } }, state);
};

const reports = '/reporting/reports';
const as = async (path: string, request: object = {}) =>
  // The replies were checked against the contract by the router.
  (await kit.as('custodian', { path, ...request }, 'CNPC')) as unknown as {
    status: number;
    body: AnnualReport & { items: { id: string }[]; cursor?: string };
  };
const reported = async (): Promise<AnnualReport> => {
  const { body } = await as(reports, { method: 'POST', body: { year: 2026 } });
  await kit.work();
  return (await as(`${reports}/${body.id}`)).body;
};
const objectsOf = async (id: string, figure: string): Promise<string[]> => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? {} : { cursor: [cursor] };
    const { body } = await as(`${reports}/${id}/figures/${figure}/objects`, { query });
    found.push(...body.items.map((one) => one.id));
    cursor = body.cursor;
  } while (cursor !== undefined);
  return found.toSorted();
};

/* Any list: categories and units as custodians write them, some of which fit no figure. */
const anyRow = fc.record({
  code: fc.integer({ min: 1, max: 40 }).map((n) => `YX-${n}`),
  kind: fc.constantFrom('original' as const, 'physical' as const),
  category: fc.constantFrom('岩心', '岩屑', '标本', '光薄片', '样品', '测井', undefined),
  unit: fc.constantFrom('米', '箱', '袋', '块', '件', '片'),
  count: fc.integer({ min: 0, max: 400 }).map((n) => n / 10),
  condition: fc.constantFrom(...conditions),
  services: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
});
const anyList = fc
  .uniqueArray(anyRow, { selector: ({ code }) => code, minLength: 1, maxLength: 30 })
  .map((rows) => rows.map(({ code, ...more }) => row(code, more)));

/** The figures again, by hand and slowly, of the rows themselves. */
const recount = (
  now: readonly Holding[],
  before: readonly Holding[],
): Record<string, { n: number; ids: string[] }> => {
  const fits: Record<string, [category: string, units: string]> = {
    'T3.core': ['岩心', '米'],
    'T3.cuttings': ['岩屑', '袋'],
    'T3.specimens': ['标本', '块件'],
    'T3.sections': ['光薄片', '片块件'],
    'T3.samples': ['样品', '件块袋'],
  };
  const isIn = (code: string, one: Holding): boolean => {
    const [category, units] = fits[code] ?? ['', ''];
    return one.kind === 'physical' && one.category === category && units.includes(one.unit);
  };
  const id = (year: number) => (one: Holding) => `CNPC/${year}/${one.code}`;
  const of = (rows: readonly Holding[], n: number, year = 2026) => ({
    n: Math.round(n * 10) / 10,
    ids: rows.map(id(year)).toSorted(),
  });
  const sum = (rows: readonly Holding[], amount: (one: Holding) => number) =>
    rows.reduce((all, one) => all + amount(one), 0);
  const counted = Object.fromEntries(
    Object.keys(fits).map((code) => {
      const rows = now.filter((one) => isIn(code, one));
      return [
        code,
        of(
          rows,
          sum(rows, ({ count }) => count),
        ),
      ];
    }),
  );
  const originals = now.filter(({ kind }) => kind === 'original');
  const apart = now.filter(
    (one) => one.kind === 'physical' && !Object.keys(fits).some((code) => isIn(code, one)),
  );
  const served = now.filter(({ services = 0 }) => services > 0);
  const was = (one: Holding) => before.find(({ code }) => code === one.code);
  const added = now.filter((one) => was(one) === undefined);
  const gone = before.filter((one) => !now.some(({ code }) => code === one.code));
  const changed = now.filter((one) => {
    const old = was(one);
    return (
      old !== undefined &&
      (['kind', 'category', 'unit', 'count', 'condition', 'services'] as const).some(
        (key) => old[key] !== one[key],
      )
    );
  });
  return {
    ...counted,
    'T3.originals': of(originals, originals.length),
    'T3.sets': of(now, now.length),
    'T3.sets-apart': of(apart, apart.length),
    'T3.sets-added': of(added, added.length),
    'T3.sets-gone': of(gone, gone.length, 2025),
    'T3.sets-changed': of(changed, changed.length),
    'T5.set-services': of(
      served,
      sum(served, ({ services = 0 }) => services),
    ),
  };
};

test('figures of a custodian equal the slow recount of its lists, with the very rows behind them', async () => {
  await fc.assert(
    fc.asyncProperty(anyList, anyList, async (now, before) => {
      await fresh();
      await listed('2025', before, 'accepted');
      await listed('2026', now);
      const { id, values } = await reported();
      for (const [code, { n, ids }] of Object.entries(recount(now, before))) {
        expect([code, values[code]?.n, values[code]?.from]).toEqual([code, n, 'operations']);
        expect([code, await objectsOf(id, code)]).toEqual([code, ids]);
      }
      const { condition } = values['T3.sets']?.by ?? {};
      const parts = Object.values(condition ?? {}).reduce((all, one) => all + one, 0);
      expect(parts).toBe(now.length);
    }),
    { numRuns: 8 },
  );
});

test('lists longer than a step are laid beside each other to their ends', async () => {
  const rows = Array.from({ length: 1203 }, (_, n) => row(`YX-${String(n).padStart(5, '0')}`));
  const later = rows
    .filter((_, n) => n % 100 !== 7)
    .map((one, n) => (n % 200 === 3 ? { ...one, count: 1 } : one));
  await listed('2025', rows);
  await listed('2026', [...later, row('ZZ-1')]);
  const { id, values } = await reported();
  const expected = recount([...later, row('ZZ-1')], rows);
  for (const code of ['T3.sets', 'T3.core', 'T3.sets-added', 'T3.sets-gone', 'T3.sets-changed'] as const) {
    expect([code, values[code]?.n]).toEqual([code, expected[code]?.n]);
    expect(await objectsOf(id, code)).toEqual(expected[code]?.ids);
  }
});

test('a list that was not handed in tells nothing: its figures are entered, and are not nought', async () => {
  await listed('2026', [row('YX-1')], 'open');
  const { id, version, values } = await reported();
  expect(values).toMatchObject({
    'T3.core': { from: 'not-measured', enter: true },
    'T3.sets': { from: 'not-measured' },
    'T3.sets-added': { from: 'not-measured' },
  });
  const saved = await as(`${reports}/${id}/tables/T3`, {
    method: 'PUT',
    headers: { 'If-Match': `"${version}"` },
    body: { figures: [{ figure: 'T3.core', n: 7 }] },
  });
  expect(saved.body.values['T3.core']).toMatchObject({ n: 7, from: 'manual' });
});

test('a first list tells what is held, and nothing of changes', async () => {
  await listed('2025', [row('YX-1')], 'open');
  await listed('2026', [row('YX-1'), row('YX-2', { unit: '箱' })]);
  expect((await reported()).values).toMatchObject({
    'T3.core': { n: 12.5, from: 'operations', enter: false },
    'T3.sets': { n: 2, by: { kind: { physical: 2 }, condition: { good: 2 } } },
    'T3.sets-apart': { n: 1 },
    'T3.sets-added': { from: 'not-measured' },
  });
});

test('a list that is sent back while it is counted tells nothing; the count begins anew', async () => {
  const rows = Array.from({ length: 700 }, (_, n) => row(`YX-${String(n).padStart(4, '0')}`));
  const list = await listed('2026', rows);
  const { body } = await as(reports, { method: 'POST', body: { year: 2026 } });
  const { query } = kit.table;
  let looked = 0;
  kit.table.query = async (of) => {
    const page = await query(of);
    if (of.partition === 'holding#CNPC#2026') {
      looked += 1;
      if (looked === 1)
        await holdingListStore(kit.table, kit.clock).move(list, 'return', list.body, {
          action: 'test',
          by: { worker: 'test' },
        });
    }
    return page;
  };
  await kit.work();
  expect(looked).toBe(1);
  expect((await as(`${reports}/${body.id}`)).body).toMatchObject({
    computing: false,
    values: { 'T3.core': { from: 'not-measured' }, 'T3.sets': { from: 'not-measured' } },
  });
});

test('figures of lists are none of an archive', async () => {
  const path = reports;
  const { body } = await kit.as('keeper', { method: 'POST', path, body: { year: 2026 } }, 'NGA');
  await kit.work();
  const { body: report } = await kit.as('keeper', { path: `${reports}/${String(body['id'])}` }, 'NGA');
  const { values, version } = report as unknown as AnnualReport;
  expect([values['T3.sets'], values['T5.set-services'], values['T3.core']?.from]).toEqual([
    undefined,
    undefined,
    'not-measured',
  ]);
  const refused = await kit.as(
    'keeper',
    {
      ...{ method: 'PUT', path: `${reports}/${String(body['id'])}/tables/T3` },
      headers: { 'If-Match': `"${version}"` },
      body: { figures: [{ figure: 'T3.sets', n: 7 }] },
    },
    'NGA',
  );
  expect(refused.status).toBe(400);
});
