import * as regions from '@geoarchive/assets/regions/gb2260.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dataClassName } from './data-classes.ts';
import { type CodeEdit, editFault, withEdits } from './edit.ts';
import { type CodeEntry, entryOf, findOn, nameOf, successorsOn, validOn } from './entry.ts';
import { listFaults } from './faults.ts';
import { codeListIds } from './ids.ts';
import { codeListNames, shippedList } from './lists.ts';
import { regionList } from './regions.ts';
import { workDegrees } from './small-lists.ts';

const nodes = [{ code: 'NGA', name: { zh: '全国馆', en: 'National' } }];
const shipped = (id: (typeof codeListIds)[number]) =>
  shippedList(id, { regions: () => Promise.resolve(regions), nodes });
const name = (text: string) => ({ zh: text, en: text });
const today = '2026-11-24';

describe.each(codeListIds)('%s', (id) => {
  test('says where it is from, and nothing that cannot be', async () => {
    const list = await shipped(id);
    expect(list.id).toBe(id);
    expect(list.name).toEqual(codeListNames[id]);
    expect(list.source.zh.length * list.source.en.length).toBeGreaterThan(0);
    expect(list.entries.filter(({ slug, name: { zh, en } }) => !slug || !zh || !en)).toEqual([]);
    expect(listFaults(list.entries)).toEqual([]);
    expect(validOn(list.entries, today).length).toBeGreaterThan(0);
  });
});

test('a data class not known is shown as it is', () => {
  expect(dataClassName('marine').zh).toBe('海洋地质');
  expect(dataClassName('12103')).toEqual(name('12103'));
});

test('预查 could be chosen until GB/T 13908-2020 took effect, and stays readable', () => {
  const { entries } = workDegrees;
  expect(findOn(entries, 'reconnaissance', '2020-04-30')?.name.zh).toBe('预查');
  expect(findOn(entries, 'reconnaissance', '2020-05-01')).toBeUndefined();
  expect(nameOf(entries, 'reconnaissance').zh).toBe('预查');
  expect(successorsOn(entries, 'reconnaissance', today).map(({ slug }) => slug)).toEqual(['prospecting']);
});

describe('regions', () => {
  const { entries } = regionList(regions);
  test.each([
    ['110228', '2016-01-01', '密云县'],
    ['110228', today, undefined],
    ['110118', today, '密云区'],
    ['420600', '2009-01-01', '襄樊市'],
    ['420600', today, '襄阳市'],
    ['420000', '2009-01-01', '湖北省'],
    ['659012', today, '白杨市'],
  ])('%s on %s', (code, day, expected) => expect(findOn(entries, code, day)?.name.zh).toBe(expected));

  test('what was renumbered is followed to today, what merged has no known successor', () => {
    const to = (code: string) => successorsOn(entries, code, today).map(({ slug }) => slug);
    expect(to('142301')).toEqual(['141181']);
    expect(to('110228')).toEqual(['110118']);
    expect(to('110103')).toEqual([]);
    expect(nameOf(entries, '110103').zh).toBe('崇文区');
  });

  test('a county belongs to its city, else to its province, and what counts today belongs to what counts today', () => {
    const parent = (code: string) => entryOf(entries, code)?.parent;
    expect([parent('420683'), parent('429004'), parent('110118'), parent('420600')]).toEqual([
      ...['420600', '420000'],
      ...['110000', '420000'],
    ]);
    const lost = validOn(entries, today).filter(
      ({ parent: above }) => above !== undefined && findOn(entries, above, today) === undefined,
    );
    expect(lost).toEqual([]);
  });

  test('there are as many today as in the newest edition', () => {
    const now = validOn(entries, today);
    expect(now.filter(({ slug }) => slug.endsWith('0000'))).toHaveLength(34);
    expect(now).toHaveLength(34 + 3182);
  });
});

describe('edits', () => {
  const base: CodeEntry[] = [{ slug: 'a', code: '', name: name('甲') }];
  const rename: CodeEdit = { kind: 'rename', slug: 'a', name: name('乙'), from: '2026-01-01' };

  test('a rename counts from its day on and leaves the old name readable before', () => {
    const after = withEdits(base, [rename]);
    expect(findOn(after, 'a', '2025-12-31')?.name.zh).toBe('甲');
    expect(findOn(after, 'a', '2026-01-01')?.name.zh).toBe('乙');
    expect(entryOf(after, 'a')?.name.zh).toBe('乙');
    expect(listFaults(after)).toEqual([]);
  });

  test('an entry is retired for another, which may be retired in turn', () => {
    const after = withEdits(base, [
      { kind: 'add', slug: 'b', code: '9', name: name('丙') },
      { kind: 'retire', slug: 'a', to: '2026-01-31', replacedBy: ['b'] },
      { kind: 'add', slug: 'c', code: '9', name: name('丁'), from: '2026-03-01' },
      { kind: 'retire', slug: 'b', to: '2026-02-28', replacedBy: ['c'] },
    ]);
    const at = (day: string) => successorsOn(after, 'a', day).map(({ slug }) => slug);
    expect([at('2026-01-31'), at('2026-02-01'), at('2026-03-01')]).toEqual([['a'], ['b'], ['c']]);
    expect(listFaults(after)).toEqual([]);
  });

  test.each<[CodeEdit, RegExp]>([
    [{ kind: 'add', slug: 'a', code: '', name: name('又') }, /标识/],
    [{ kind: 'retire', slug: 'z', to: today, replacedBy: [] }, /没有/],
    [{ kind: 'rename', slug: 'a', name: name('丙'), from: '2026-01-01' }, /晚于 2026-01-01/],
  ])('%j cannot be', (edit, why) => {
    const entries = withEdits(base, [rename]);
    expect(editFault(entries, edit)?.zh).toMatch(why);
    // A later version of the system may bring what was added by hand: such an edit is passed over.
    expect(withEdits(entries, [edit])).toEqual(entries);
  });

  test('faults are named', () => {
    const say = (entries: CodeEntry[]) => listFaults(entries).map(({ en }) => en.replace(/^.*?\) /, ''));
    const one = { slug: 'a', code: '1', name: name('x') };
    expect(say([one, { ...one, from: today }])).toContain('has periods that overlap');
    expect(say([one, { ...one, slug: 'b' }])).toEqual(['shares its code with another entry']);
    expect(say([{ ...one, from: '2026-02-01', to: '2026-01-01' }])).toEqual(['ends before it begins']);
    expect(say([{ ...one, replacedBy: ['a'], parent: 'q' }])).toHaveLength(2);
  });

  test('whatever is edited, periods do not overlap and no slug is lost', () => {
    const slug = fc.constantFrom('a', 'b', 'c');
    const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-01-${String(at).padStart(2, '0')}`);
    const edit: fc.Arbitrary<CodeEdit> = fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        slug,
        code: fc.constant(''),
        name: fc.constant(name('n')),
        from: day,
      }),
      fc.record({ kind: fc.constant('rename' as const), slug, name: fc.constant(name('m')), from: day }),
      fc.record({ kind: fc.constant('retire' as const), slug, to: day, replacedBy: fc.constant([]) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const after = withEdits(base, edits);
        expect(listFaults(after)).toEqual([]);
        expect(entryOf(after, 'a')).toBeDefined();
      }),
    );
  });
});

test('a trail that leads back to itself ends', () => {
  const entry = (slug: string, next: string): CodeEntry => ({
    slug,
    code: '',
    name: name(slug),
    to: '2020-01-01',
    replacedBy: [next],
  });
  expect(successorsOn([entry('a', 'b'), entry('b', 'a')], 'a', today)).toEqual([]);
});
