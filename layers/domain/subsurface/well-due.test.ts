import { describe, expect, test } from '@jest/globals';
import { countsOf, noChildren } from './hole.ts';
import { isWell, type WellFacts, wellDue } from './well-due.ts';

const counts = countsOf({
  ...{ header: { hole: 'A1', holeType: 'oil-gas' }, children: noChildren, logs: [], attachments: [] },
});
const well = (header: Partial<WellFacts['header']> = {}, more: Partial<WellFacts> = {}): WellFacts => ({
  header: { hole: 'A1', holeType: 'oil-gas', ...header },
  counts,
  logs: [],
  ...more,
});
const codes = (facts: WellFacts) => wellDue(facts).map(({ code }) => code);
const there = (facts: WellFacts) =>
  wellDue(facts)
    .filter((item) => item.there)
    .map(({ code }) => code);

describe('what is due of a well', () => {
  test.each(['parameter', 'regional-exploratory', 'discovery', 'appraisal', 'wildcat'] as const)(
    'of a %s well mud log, wireline log and analyses, too',
    (wellClass) => {
      expect(codes(well({ wellClass }))).toEqual(
        expect.arrayContaining(['column', 'sealing', 'mud-log', 'wireline-log', 'analyses']),
      );
    },
  );
  test.each([{ wellClass: 'development' as const }, {}])('of %o what all are asked for', (header) => {
    expect(codes(well(header))).not.toEqual(expect.arrayContaining(['mud-log']));
    expect(codes(well(header))).toContain('depth-and-deviation');
  });
  test('nothing is there of an empty well', () => {
    expect(there(well({ wellClass: 'discovery' }))).toEqual([]);
  });
  test('what the hole has is there; curves of drilling are no wireline log', () => {
    const facts = well(
      { wellClass: 'discovery', kellyBushing: 5, elevation: 900, completion: '射孔' },
      {
        counts: { ...counts, layers: 3, assays: 2 },
        logs: [{ curves: [{ mnemonic: 'rop' }, { mnemonic: 'C1' }] }],
      },
    );
    expect(there(facts)).toEqual([
      'column',
      'geological-log',
      'mud-log',
      'analyses',
      'heights',
      'completion',
    ]);
    const logged = { ...facts, logs: [{ curves: [{ mnemonic: 'GR' }, { mnemonic: 'DEN' }] }] };
    expect(wellDue(logged).find(({ code }) => code === 'wireline-log')).toMatchObject({
      count: 2,
      there: true,
    });
    expect(there(logged)).not.toContain('mud-log');
  });
  test('a hole is a well by its type or its class', () => {
    expect(isWell({ holeType: 'geological' })).toBe(false);
    expect(isWell({ holeType: 'scientific', wellClass: 'parameter' })).toBe(true);
    expect(isWell({ holeType: 'coalbed-methane' })).toBe(true);
  });
});
