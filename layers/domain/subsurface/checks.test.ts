import { describe, expect, test } from '@jest/globals';
import { mayBeIn } from '../geo/province-boxes.ts';
import { provinceSeats } from '../geo/province-seats.ts';
import { checkHole, holeRules } from './checks.ts';
import { headerInMetres, rowInMetres } from './feet.ts';
import type { HoleHeader } from './header.ts';
import { noChildren } from './hole.ts';
import { placeOf } from './place.ts';
import type { Children } from './tables.ts';

const header = {
  hole: 'ZK1',
  holeType: 'geological',
  crs: '4490',
  x: 116.4,
  y: 39.9,
  finalDepth: 100,
} as const;
const of = (more: Partial<HoleHeader> = {}, children: Partial<Children> = {}) => ({
  header: { ...header, ...more },
  children: { ...noChildren, ...children },
});
const codes = (...hole: Parameters<typeof of>) => checkHole(of(...hole)).map(({ code }) => code);
const layers = (...pairs: [number, number][]) => ({ layers: pairs.map(([from, to]) => ({ from, to })) });

test('a good hole has nothing to be told', () => {
  expect(codes({}, layers([0, 10], [10, 100]))).toEqual([]);
  expect(new Set(holeRules.map(({ code }) => code)).size).toBe(holeRules.length);
});

describe('along a hole', () => {
  test.each<[string, Partial<HoleHeader>, Partial<Children>]>([
    ['interval-reversed', {}, { runs: [{ from: 5, to: 5 }] }],
    ['layers-overlap', {}, layers([0, 50], [40, 100])],
    ['layers-gap', {}, layers([0, 50], [60, 100])],
    ['layers-gap', {}, layers([0, 90])],
    ['layers-gap', {}, layers([2, 100])],
    ['beyond-final-depth', {}, { survey: [{ depth: 120 }] }],
    [
      'sample-outside-layer',
      {},
      { ...layers([0, 50], [50, 100]), samples: [{ sample: 'H1', from: 49, to: 51 }] },
    ],
    ['assay-without-sample', {}, { assays: [{ sample: 'H9', element: 'Cu', value: 1 }] }],
    ['recovery-impossible', {}, { runs: [{ from: 0, to: 5, recovery: 120 }] }],
    ['recovery-impossible', { coreRecovery: -1 }, {}],
    ['core-longer-than-run', {}, { runs: [{ from: 0, to: 5, coreLength: 6 }] }],
    ['ends-before-start', { startedOn: '2025-05-02', finishedOn: '2025-05-01' }, {}],
    ['completed-before-drilled', { finishedOn: '2025-05-02', completedOn: '2025-05-01' }, {}],
    ['too-deep', { finalDepth: 15_001 }, {}],
    ['true-depth-over-depth', { trueDepth: 101 }, {}],
  ])('%s', (code, more, children) => {
    expect(codes(more, children)).toEqual([code]);
  });

  test('many breaches of a rule are told as some and a number', () => {
    const runs = Array.from({ length: 100 }, () => ({ from: 2, to: 1 }));
    const found = checkHole(of({}, { runs }));
    expect(found).toHaveLength(20);
    expect(found[0]?.message.en).toContain('80 more');
  });
});

describe('a place', () => {
  test.each<[string, Partial<HoleHeader>]>([
    ['degrees-swapped', { x: 39.9, y: 116.4 }],
    ['axes-swapped', { crs: '4526', x: 4_300_200, y: 38_500_100 }],
    ['wrong-zone', { crs: '4526', x: 39_500_100, y: 4_300_200 }],
    ['zone-prefix', { crs: '4526', x: 500_100, y: 4_300_200 }],
    ['zone-prefix', { crs: '4547', x: 38_500_100, y: 4_300_200 }],
  ])('%s is mended on demand', (code, more) => {
    const [found] = checkHole(of(more));
    expect(found?.code).toBe(code);
    const mended = found?.mend?.({ ...header, ...more });
    expect(mended && placeOf(mended)).toMatchObject({ datum: 'CGCS2000' });
    expect(mended && codes(mended)).toEqual([]);
  });
  test.each<[string, Partial<HoleHeader>]>([
    ['place-unclear', { crs: undefined }],
    ['place-unclear', { crs: '西安80', x: 500_100, y: 4_300_200 }],
    ['place-unclear', { crs: '4526' }],
    ['outside-region', { region: '530100' }],
    ['outside-china', { x: 148.5, y: -35.3 }],
  ])('%s is told, not mended', (code, more) => {
    expect(checkHole(of(more))).toMatchObject([{ code, hole: 'ZK1' }]);
    expect(checkHole(of(more))[0]?.mend).toBeUndefined();
  });
  test('every province’s seat lies in its box', () => {
    for (const [code, [longitude, latitude]] of Object.entries(provinceSeats))
      expect([code, mayBeIn(code, { longitude, latitude })]).toEqual([code, true]);
  });
});

test('feet become metres in header and rows', () => {
  const header = {
    hole: 'ZK1',
    holeType: 'other',
    depthUnit: 'ft',
    finalDepth: 30_000,
    elevation: 12,
  } as const;
  expect(headerInMetres(header)).toMatchObject({ depthUnit: 'm', finalDepth: 9144, elevation: 12 });
  expect(rowInMetres({ from: 0, to: 1000, rock: 'x' })).toEqual({ from: 0, to: 304.8, rock: 'x' });
});
