import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  groupLevels,
  learned,
  mergeOrganisation,
  nameOn,
  type Organisation,
  type OrganisationRow,
  parentFault,
} from './organisation.ts';

const today = '2026-11-22';
const holder = (name: string | undefined, code = 'MINE') => ({ code, name, number: 'T1' });
const merged = (
  stored: Organisation | undefined,
  row: Partial<OrganisationRow>,
  source: 'hand' | 'import' = 'import',
) => {
  const done = mergeOrganisation(stored, { code: 'MINE', name: '甲', ...row }, today, source);
  if ('faults' in done) throw new Error(done.faults.map(({ code }) => code).join());
  return done.organisation;
};
const faults = (row: Partial<OrganisationRow>) => {
  const done = mergeOrganisation(undefined, { code: 'MINE', name: '甲', ...row }, today, 'import');
  return 'faults' in done ? done.faults.map(({ code }) => code) : [];
};

describe('what the registers tell of a holder', () => {
  test('a new one is recorded, by its code alone where nobody names it', () => {
    expect(learned(undefined, holder('甲'), today)).toEqual({
      code: 'MINE',
      names: [{ from: today, name: '甲', source: 'register', number: 'T1' }],
    });
    const unnamed = learned(undefined, holder(undefined), today);
    expect(unnamed).toEqual({ code: 'MINE', names: [] });
    expect(unnamed && nameOn(unnamed, today)).toBe('MINE');
  });
  test('a code that is a credit code says so, with its province', () => {
    expect(learned(undefined, holder('甲', '91350100M000100Y43'), today)).toMatchObject({
      creditCode: '91350100M000100Y43',
      province: '350000',
    });
  });
  test('another name is history; an earlier one does not come back', () => {
    const first = learned(undefined, holder('甲'), today);
    const renamed = learned(first, holder('乙'), '2027-01-01');
    expect(renamed?.names.map(({ from, name }) => [from, name])).toEqual([
      [today, '甲'],
      ['2027-01-01', '乙'],
    ]);
    expect(learned(renamed, holder('甲'), '2027-02-01')).toBeUndefined();
    expect(renamed && nameOn(renamed, '2026-12-31')).toBe('甲');
    expect(renamed && nameOn(renamed, '2027-01-01')).toBe('乙');
  });
});

describe('a row of an import', () => {
  test('leaves what it does not say; by hand it is taken away', () => {
    const full = merged(undefined, { province: '420000', phone: '027-1', parent: 'GROUP' });
    expect(merged(full, {})).toEqual(full);
    expect(merged(full, { phone: '027-2' })).toMatchObject({ province: '420000', phone: '027-2' });
    expect(merged(full, { parent: 'GROUP' }, 'hand')).toMatchObject({
      province: undefined,
      phone: undefined,
      parent: 'GROUP',
    });
  });
  test('names: the present one again is nothing new, of one day the last told counts, another day is history', () => {
    const one = merged(undefined, { namedOn: '2020-01-01' });
    expect(merged(one, {}).names).toEqual(one.names);
    expect(merged(one, { name: '乙', namedOn: '2020-01-01' }).names.map(({ name }) => name)).toEqual([
      '甲',
      '乙',
    ]);
    const corrected = merged(one, { name: '乙', namedOn: '2020-01-01' }, 'hand');
    expect(nameOn(corrected, today)).toBe('乙');
    // A licence that still bears the misspelt name renames nothing back.
    expect(learned(corrected, holder('甲'), '2027-01-01')).toBeUndefined();
    const two = merged(one, { name: '乙', namedOn: '2024-05-01' });
    expect(two.names.map(({ name }) => name)).toEqual(['甲', '乙']);
    // Told later that it had its name before: the day is corrected, not the name doubled.
    expect(merged(two, { name: '乙', namedOn: '2024-04-01' }).names.map(({ from }) => from)).toEqual([
      '2020-01-01',
      '2024-04-01',
    ]);
    expect(nameOn(two, '2024-04-30')).toBe('甲');
  });
  test.each([
    ['a wrong check digit', { code: '91350100M000100Y44' }, ['credit-code']],
    ['a credit code that is none', { creditCode: 'X' }, ['credit-code']],
    [
      'two credit codes',
      { code: '91350100M000100Y43', creditCode: '91350100M000100Y44' },
      ['credit-code', 'two-credit-codes'],
    ],
    ['a county for a province', { province: '420101' }, ['unknown-region']],
    ['itself above', { parent: 'MINE' }, ['own-parent']],
    ['several faults', { parent: 'MINE', province: '1' }, ['unknown-region', 'own-parent']],
    ['a code of its own', { code: 'DEMO' }, []],
  ])('with %s', (_, row, wanted) => {
    expect(faults(row)).toEqual(wanted);
  });
  test('whatever rows come: the same again changes nothing, and no name is lost', () => {
    const row = fc.record(
      {
        name: fc.constantFrom('甲', '乙', '丙'),
        namedOn: fc.constantFrom('2020-01-01', '2024-01-01', today),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        let stored: Organisation | undefined;
        for (const one of rows) {
          const next = merged(stored, one);
          expect(merged(next, one)).toEqual(next);
          expect(next.names.map(({ from }) => from)).toEqual(next.names.map(({ from }) => from).toSorted());
          for (const { name } of [...(stored?.names ?? []), one])
            expect(next.names.map((kept) => kept.name)).toContain(name);
          stored = next;
        }
      }),
    );
  });
});

describe('a parent', () => {
  const above =
    (table: Record<string, string>) =>
    (code: string): Promise<string | undefined> =>
      Promise.resolve(table[code]);
  const fault = async (code: string, parent: string | undefined, table: Record<string, string>) =>
    (await parentFault(code, parent, above(table)))?.code;
  test('may be unknown yet, and stands in no ring', async () => {
    expect(await fault('A', undefined, {})).toBeUndefined();
    expect(await fault('A', 'B', {})).toBeUndefined();
    expect(await fault('A', 'B', { B: 'C', C: 'A' })).toBe('parent-ring');
  });
  test('has only so many levels; a ring of others ends the walk, too', async () => {
    const chain = (levels: number) =>
      Object.fromEntries(Array.from({ length: levels }, (_, n) => [`L${n}`, `L${n + 1}`]));
    expect(await fault('A', 'L0', chain(groupLevels - 2))).toBeUndefined();
    expect(await fault('A', 'L0', chain(groupLevels - 1))).toBe('parent-depth');
    expect(await fault('A', 'B', { B: 'C', C: 'B' })).toBe('parent-depth');
  });
});
