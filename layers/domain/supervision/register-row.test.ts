import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RegisterEntry } from './register.ts';
import { type Merged, mergeRow, type RegisterRow } from './register-row.ts';
import { rows } from './testing/arbitraries.ts';

const row = (of: Partial<RegisterRow> = {}): RegisterRow => ({
  kind: 'exploration-right',
  number: 'T42',
  name: '某勘查',
  holder: 'A',
  from: '2022-03-01',
  to: '2024-02-29',
  regions: ['420100'],
  ...of,
});
const today = '2026-11-24';
const good = (merged: Merged): RegisterEntry => {
  if ('faults' in merged) throw new Error(merged.faults.map(({ code }) => code).join());
  return merged.entry;
};
const after = (...all: Partial<RegisterRow>[]): RegisterEntry => {
  const [first = {}, ...rest] = all;
  return rest.reduce<RegisterEntry>(
    (entry, of) => good(mergeRow(entry, row(of), today)),
    good(mergeRow(undefined, row(first), today)),
  );
};
const refused = (entry: RegisterEntry | undefined, of: Partial<RegisterRow>) => {
  const merged = mergeRow(entry, row(of), today);
  return 'faults' in merged ? merged.faults.map(({ code, field }) => `${code} ${field}`) : [];
};
const remarked = (entry: RegisterEntry | undefined, of: Partial<RegisterRow>) => {
  const merged = mergeRow(entry, row(of), today);
  return 'remarks' in merged ? merged.remarks.map(({ code }) => code) : ['refused'];
};
const spans = ({ terms }: RegisterEntry) => terms.map(({ id, from, to }) => `${id} ${from} ${to ?? ''}`);

it('a licence is new, the same again changes nothing', () => {
  expect(after({}, {})).toEqual(after({}));
});
it('the same first day is the same term, its last day corrected', () => {
  expect(spans(after({}, { to: '2025-02-28' }))).toEqual(['t1 2022-03-01 2025-02-28']);
});
it('the same last day is the same term, its first day corrected', () => {
  expect(spans(after({}, { from: '2022-03-15' }))).toEqual(['t1 2022-03-15 2024-02-29']);
});
it('a later term is a renewal, an earlier one comes before', () => {
  const entry = after({}, { from: '2024-03-01', to: '2026-02-28' }, { from: '2020-03-01', to: '2022-02-28' });
  expect(spans(entry)).toEqual([
    't3 2020-03-01 2022-02-28',
    't1 2022-03-01 2024-02-29',
    't2 2024-03-01 2026-02-28',
  ]);
});
it('the same licence with days that contradict each other is refused, with both terms named', () => {
  expect(refused(after({}), { from: '2022-06-01', to: '2023-06-01' })).toEqual(['term-conflict from']);
});
it('end before start is refused, for licence and right', () => {
  expect(refused(undefined, { to: '2022-02-28', rightTo: '2022-02-27' })).toEqual([
    'end-before-start to',
    'end-before-start rightTo',
  ]);
});
it('a licence without an end is kept and said; adding it later is the same term', () => {
  expect(remarked(undefined, { to: undefined })).toEqual(['no-end']);
  expect(spans(after({ to: undefined }, {}))).toEqual(['t1 2022-03-01 2024-02-29']);
});
it('an unknown region is refused at its field', () => {
  expect(refused(undefined, { regions: ['420100', '990000'] })).toEqual(['unknown-region regions']);
  expect(refused(undefined, { funderRegion: '42' })).toEqual(['unknown-region funderRegion']);
});
it('another holder is a transfer from its day, the old one stays in the history', () => {
  expect(after({}, { holder: 'B', transferredOn: '2023-05-01' }).holders).toEqual([
    { from: '2022-03-01', organisation: 'A' },
    { from: '2023-05-01', organisation: 'B' },
  ]);
});
it('a transfer that is told of late takes its place among the holders', () => {
  const late = after(
    {},
    { holder: 'C', transferredOn: '2025-01-01' },
    { holder: 'B', transferredOn: '2023-05-01' },
  );
  expect(late.holders.map(({ organisation }) => organisation)).toEqual(['A', 'B', 'C']);
});
it('the holder of the same code under another name is no transfer', () => {
  const entry = after({ holderName: '甲公司' }, { holderName: '甲集团', name: '更名后' });
  expect(entry).toMatchObject({ name: '更名后', holders: [{ organisation: 'A', name: '甲集团' }] });
});
it('what happened needs its day; another day of the same ending corrects it', () => {
  expect(refused(undefined, { happening: 'revoked' })).toEqual(['happening-without-day happenedOn']);
  const entry = after(
    { happening: 'revoked', happenedOn: '2023-01-01' },
    { happening: 'revoked', happenedOn: '2023-02-01' },
  );
  expect(entry.happenings).toEqual([{ id: 'h1', kind: 'revoked', on: '2023-02-01' }]);
});
it('closures come again on other days', () => {
  const entry = after(
    { happening: 'stage-closed', happenedOn: '2023-01-01' },
    { happening: 'stage-closed', happenedOn: '2023-06-01' },
  );
  expect(entry.happenings.map(({ id }) => id)).toEqual(['h1', 'h2']);
});
it('says of a term after the end that it raises no duty', () => {
  const entry = after({ happening: 'cancelled', happenedOn: '2023-01-01' });
  expect(remarked(entry, { from: '2024-03-01', to: '2026-02-28' })).toEqual(['after-the-end']);
});
it('an import deletes nothing: what the row leaves out stays', () => {
  const entry = after(
    { minerals: ['copper'], marine: true, retention: true, happening: 'shrunk', happenedOn: '2023-01-01' },
    { to: undefined, regions: undefined },
  );
  expect(entry).toMatchObject({ minerals: ['copper'], marine: true, regions: ['420100'] });
  expect(entry.terms).toEqual([expect.objectContaining({ to: '2024-02-29', retention: true })]);
  expect(entry.happenings).toHaveLength(1);
});
it('never loses a term or a happening, and gives each an id of its own', () => {
  fc.assert(
    fc.property(fc.array(rows(), { maxLength: 8 }), (all) => {
      let entry: RegisterEntry | undefined;
      for (const one of all) {
        const merged = mergeRow(entry, one, today);
        if ('faults' in merged) continue;
        const kept = (before: readonly { id: string }[], now: readonly { id: string }[]) =>
          before.every(({ id }) => now.some((found) => found.id === id));
        expect(kept(entry?.terms ?? [], merged.entry.terms)).toBe(true);
        expect(kept(entry?.happenings ?? [], merged.entry.happenings)).toBe(true);
        expect(new Set(merged.entry.terms.map(({ id }) => id)).size).toBe(merged.entry.terms.length);
        entry = merged.entry;
      }
    }),
  );
});

it('a holder whose credit code has a wrong check digit is remarked on and taken: the licence stands all the same', () => {
  expect(remarked(undefined, { holder: '91350100M000100Y44' })).toEqual(['credit-code']);
  expect(remarked(undefined, { holder: '91350100M000100Y43' })).toEqual([]);
});
