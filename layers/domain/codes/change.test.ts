import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changeFaults, passedOver, undoFaults } from './change.ts';
import { type CodeEdit, editFault, withEdits } from './edit.ts';
import type { CodeEntry } from './entry.ts';
import { listFaults } from './faults.ts';

const name = (text: string) => ({ zh: text, en: text });
const base: CodeEntry[] = [{ slug: 'a', code: '1', name: name('甲') }];
const add: CodeEdit = { kind: 'add', slug: 'b', code: '', name: name('乙') };
const retire: CodeEdit = { kind: 'retire', slug: 'a', to: '2026-01-31', replacedBy: ['b'] };

describe('changeFaults', () => {
  test('what can be made has none', () => expect(changeFaults('minerals', base, add)).toEqual([]));
  test('a code of two, a successor that is not there', () => {
    expect(changeFaults('minerals', base, { ...add, code: '1' })[0]?.en).toMatch(/shares its code/);
    expect(changeFaults('minerals', base, retire)[0]?.en).toMatch(/does not exist/);
  });
  test.each([
    ['b', '420101'],
    ['420101', ''],
    ['42010', '42010'],
  ])('a region %s with code %s', (slug, code) =>
    expect(changeFaults('regions', base, { ...add, slug, code })[0]?.en).toMatch(/six digits/),
  );
});

test('an edit that others build on stays until they are taken back', () => {
  const rename: CodeEdit = { kind: 'rename', slug: 'b', name: name('丙'), from: '2026-01-01' };
  expect(undoFaults(base, [add, rename], add)[0]?.en).toMatch(/take those back first/);
  expect(undoFaults(base, [add, rename], rename)).toEqual([]);
  expect(undoFaults(base, [add, retire], add)[0]?.en).toMatch(/does not exist/);
});

test('what the system has brought itself meanwhile is passed over, and may be taken back', () => {
  const renewed: CodeEntry[] = [...base, { slug: 'b', code: '', name: name('乙') }];
  expect([...passedOver(renewed, [add, retire])]).toEqual([add]);
  expect(undoFaults(renewed, [add, retire], add)).toEqual([]);
});

test('whatever is taken back, nothing else is lost and the list has no faults', () => {
  const slug = fc.constantFrom('a', 'b', 'c');
  const day = fc.integer({ min: 1, max: 9 }).map((at) => `2026-01-0${at}`);
  const edit: fc.Arbitrary<CodeEdit> = fc.oneof(
    fc.record({
      kind: fc.constant('add' as const),
      slug,
      code: fc.constant(''),
      name: fc.constant(name('n')),
    }),
    fc.record({ kind: fc.constant('rename' as const), slug, name: fc.constant(name('m')), from: day }),
    fc.record({
      kind: fc.constant('retire' as const),
      slug,
      to: day,
      replacedBy: fc.subarray(['a', 'b', 'c'], { maxLength: 1 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 10 }), fc.nat(), (tried, at) => {
      // As the server takes them: what has faults is refused.
      const edits: CodeEdit[] = [];
      for (const next of tried)
        if (changeFaults('minerals', withEdits(base, edits), next).length === 0) edits.push(next);
      expect(listFaults(withEdits(base, edits))).toEqual([]);
      expect(passedOver(base, edits).size).toBe(0);
      const undone = edits[at % Math.max(1, edits.length)];
      if (undone === undefined || undoFaults(base, edits, undone).length > 0) return;
      const rest = edits.filter((one) => one !== undone);
      expect(listFaults(withEdits(base, rest))).toEqual([]);
      let entries: readonly CodeEntry[] = base;
      for (const one of rest) {
        expect(editFault(entries, one)).toBeUndefined();
        entries = withEdits(entries, [one]);
      }
    }),
  );
});
