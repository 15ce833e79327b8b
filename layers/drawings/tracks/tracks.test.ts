import { pathOf } from '@geoarchive/domain/subsurface/curvature.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSvg, textsOf } from '../testing/read-svg.ts';
import { drawTracks } from './draw.ts';
import { samplesOf, traceOf, valueAt, valuesIn } from './trace.ts';
import { gridOf, shareOf, tracksOf } from './tracks.ts';

const floats = (...numbers: number[]) => Float64Array.from(numbers);
const pairs = ({ points, length }: ReturnType<typeof traceOf>) =>
  Array.from({ length: length / 2 }, (_, at) => [points[2 * at], points[2 * at + 1]]);
const gamma = { id: 'a', mnemonic: 'GR', unit: 'API', least: 12, most: 148 };
const deep = { id: 'b', mnemonic: 'LLD', unit: 'ohm.m', least: 0.4, most: 900 };
const shallow = { id: 'c', mnemonic: 'LLS', unit: 'ohm.m', least: 2, most: 90 };

test('values between depths, the deepest included', () => {
  const samples = samplesOf(floats(0, 1, 2, 3, 3), floats(5, 6, 7, 8, 9));
  expect([...valuesIn(samples, 1, 2)]).toEqual([6, 7]);
  expect([...valuesIn(samples, 1.5, 3)]).toEqual([7, 8, 9]);
});

describe('a curve on rows of pixels', () => {
  test('few samples are drawn as they are, with one beyond each edge', () => {
    const samples = samplesOf(floats(0, 1, 2, 3, 4), floats(5, 6, 7, 8, 9));
    expect(pairs(traceOf(samples, 1.5, 2.5, 100))).toEqual([
      [1, 6],
      [2, 7],
      [3, 8],
    ]);
  });
  test('NaN and long gaps lift the pen', () => {
    const depths = floats(...Array.from({ length: 20 }, (_, at) => at), 400);
    const values = depths.map((_, at) => (at === 3 ? Number.NaN : at));
    const found = pairs(traceOf(samplesOf(depths, values), 0, 400, 100));
    expect(found[3]).toEqual([Number.NaN, Number.NaN]);
    expect(found.at(-2)).toEqual([Number.NaN, Number.NaN]);
  });
  test('a curve that was logged upwards is turned, unsorted ones are sorted', () => {
    expect([...samplesOf(floats(3, 2, 1), floats(30, 20, 10)).values]).toEqual([10, 20, 30]);
    expect([...samplesOf(floats(2, Number.NaN, 1), floats(20, 0, 10)).depths]).toEqual([1, 2]);
  });
  test('of many samples each row keeps its least and greatest', () => {
    const values = fc.array(
      fc.oneof(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.constant(Number.NaN)),
      {
        minLength: 400,
        maxLength: 800,
      },
    );
    fc.assert(
      fc.property(values, (given) => {
        const depths = Float64Array.from(given, (_, at) => at / 10);
        const { points, length } = traceOf(samplesOf(depths, floats(...given)), 0, given.length / 10, 20);
        expect(length).toBeLessThan(20 * 6 + 12);
        const drawn = Array.from({ length: length / 2 }, (_, at) => points[2 * at + 1] ?? Number.NaN);
        const known = (all: readonly number[]) => all.filter((value) => !Number.isNaN(value));
        expect(Math.max(...known(drawn))).toBe(Math.max(...known(given)));
        expect(Math.min(...known(drawn))).toBe(Math.min(...known(given)));
      }),
      { numRuns: 50 },
    );
  });
  test('the value at a depth is that of the nearest sample', () => {
    const samples = samplesOf(floats(1, 2, 3), floats(10, 20, 30));
    expect([0.9, 2.4, 2.6].map((depth) => valueAt(samples, depth))).toEqual([10, 20, 30]);
    expect(valueAt(samples, 100)).toBeNaN();
    expect(valueAt(samplesOf(floats(), floats()), 1)).toBeNaN();
  });
});

describe('tracks', () => {
  test('families share a track; resistivities one scale by powers of ten', () => {
    const tracks = tracksOf([gamma, deep, shallow, { id: 'd', mnemonic: 'SP', unit: 'mV' }]);
    expect(tracks.map(({ curves }) => curves.map(({ mnemonic }) => mnemonic))).toEqual([
      ['GR', 'SP'],
      ['LLD', 'LLS'],
    ]);
    expect(tracks[1]?.curves.map(({ left, right, log }) => [left, right, log])).toEqual([
      [0.1, 1000, true],
      [0.1, 1000, true],
    ]);
    expect(tracks[0]?.curves[0]).toMatchObject({ left: 0, right: 150, log: false });
  });
  test('one that is not positive is drawn evenly', () => {
    expect(tracksOf([{ ...deep, least: -999 }])[0]?.log).toBe(false);
  });
  test('values lie between the edges', () => {
    expect(shareOf({ log: true, left: 1, right: 100 }, 10)).toBeCloseTo(0.5, 12);
    expect(shareOf({ log: false, left: 0, right: 150 }, 75)).toBe(0.5);
    expect(shareOf({ log: true, left: 1, right: 100 }, -5)).toBe(-0.02);
    expect(gridOf(tracksOf([gamma])[0] ?? { curves: [], log: false }).length).toBe(2);
    expect(gridOf({ curves: [], log: false })).toEqual([]);
  });
});

test('drawn to scale with heads, and true vertical depth where the hole deviates', () => {
  const depths = Float64Array.from({ length: 5000 }, (_, at) => at / 50);
  const samples = new Map([
    [
      'a',
      samplesOf(
        depths,
        depths.map((d) => 80 + 60 * Math.sin(d)),
      ),
    ],
  ]);
  const wish = {
    title: 'ZK1',
    tracks: tracksOf([gamma]),
    samples,
    from: 0,
    to: 100,
    scale: 500,
    language: 'zh',
  } as const;
  const straight = drawTracks({ ...wish, path: pathOf([]) });
  expect(readSvg(straight.svg).some(({ attributes }) => attributes['height'] === '200')).toBe(true);
  expect(textsOf(straight.svg)).toEqual(expect.arrayContaining(['GR (API)', '0', '150', '孔深 (m)']));
  expect(textsOf(straight.svg)).not.toContain('垂深 (m)');
  const bent = drawTracks({ ...wish, path: pathOf([], { dip: 60, azimuth: 0 }) });
  expect(textsOf(bent.svg)).toEqual(expect.arrayContaining(['垂深 (m)', '86.6']));
});
