import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { minerals } from '../codes/minerals.ts';
import type { RegisterEntry } from './register.ts';
import { mergeRow, type RegisterRow } from './register-row.ts';
import { registerInput, registerLines, registerSheet } from './register-sheet.ts';
import { rows } from './testing/arbitraries.ts';

const today = '2026-11-24';

it('splits what may be several, and knows minerals by their names', () => {
  const of = registerInput({ number: 'T1', minerals: '铜矿、金； Iron,某未列矿', regions: '420100，510100' });
  expect(of).toEqual({
    number: 'T1',
    minerals: ['copper', 'gold', 'iron', '某未列矿'],
    regions: ['420100', '510100'],
  });
});
it('leaves out what the line leaves out: an import deletes nothing', () => {
  expect(registerInput({ number: 'T1' })).toEqual({ number: 'T1' });
});
it('one licence may stand several times, with another term each', () => {
  expect(registerSheet.key).toEqual(['kind', 'number', 'from']);
});

/** A line as an import takes it; its shape is that of the sheet. */
const inputs = (entry: RegisterEntry) =>
  registerLines(entry, today).map((line) => registerInput(line) as RegisterRow);
const merged = (entry: RegisterEntry | undefined, row: RegisterRow): RegisterEntry | undefined => {
  const found = mergeRow(entry, row, today);
  return 'entry' in found ? found.entry : entry;
};
const brought = (all: readonly RegisterRow[], onto?: RegisterEntry) => all.reduce(merged, onto);
const plain = (entry: unknown): unknown => JSON.parse(JSON.stringify(entry));

const one: RegisterEntry = {
  kind: 'other',
  number: 'N1',
  name: 'x',
  holders: [{ from: '2020-01-01', organisation: 'A' }],
  terms: [{ id: 't1', from: '2020-01-01' }],
  happenings: [],
  minerals: [],
  regions: [],
};

describe('the lines of an entry', () => {
  it('say it again: imported, they change nothing', () => {
    fc.assert(
      fc.property(fc.array(rows(), { minLength: 1, maxLength: 6 }), (all) => {
        const entry = brought(all);
        if (entry === undefined) return;
        expect(plain(brought(inputs(entry), entry))).toEqual(plain(entry));
      }),
    );
  });
  it('make it elsewhere with the same terms and the same holder', () => {
    fc.assert(
      fc.property(fc.array(rows(), { minLength: 1, maxLength: 6 }), (all) => {
        const entry = brought(all);
        if (entry === undefined) return;
        const copy = brought(inputs(entry));
        const spans = (of: RegisterEntry | undefined) =>
          of?.terms.map(({ from, to }) => `${from} ${to ?? ''}`).toSorted();
        expect(spans(copy)).toEqual(spans(entry));
        expect(inputs(copy ?? entry)[0]?.holder).toBe(inputs(entry)[0]?.holder);
      }),
    );
  });
  it('give each term its line, the latest happening the last one, and minerals by name', () => {
    const entry: RegisterEntry = {
      kind: 'mining-right',
      number: 'C1',
      name: '某矿',
      holders: [
        { from: '2020-01-01', organisation: 'A' },
        { from: '2024-05-01', organisation: 'B', name: '乙公司' },
      ],
      terms: [
        { id: 't1', from: '2020-01-01', to: '2022-12-31' },
        { id: 't2', from: '2023-01-01', to: '2027-12-31', rightTo: '2030-12-31' },
      ],
      happenings: [{ id: 'h1', kind: 'stage-closed', on: '2025-03-01', note: '南翼' }],
      minerals: ['copper', '某未列矿'],
      regions: ['420100', '510100'],
      marine: false,
    };
    const same = {
      kind: 'mining-right',
      number: 'C1',
      name: '某矿',
      holder: 'B',
      holderName: '乙公司',
      transferredOn: '2024-05-01',
      minerals: '铜矿、某未列矿',
      regions: '420100、510100',
      marine: false,
    };
    expect(registerLines(entry, today)).toEqual([
      { ...same, from: '2020-01-01', to: '2022-12-31' },
      {
        ...same,
        from: '2023-01-01',
        to: '2027-12-31',
        rightTo: '2030-12-31',
        happening: 'stage-closed',
        happenedOn: '2025-03-01',
        happeningNote: '南翼',
      },
    ]);
  });
  it('name each mineral so that it is known again', () => {
    for (const { slug } of minerals.entries) {
      const [line = {}] = registerLines({ ...one, minerals: [slug] }, today);
      expect(registerInput(line)['minerals']).toEqual([slug]);
    }
  });
});
