import { noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DrawnHole } from '../column/hole.ts';
import { readSvg, textsOf } from '../testing/read-svg.ts';
import { drawSection } from './draw.ts';
import { alongLine, azimuthOf } from './line.ts';
import { joinedUnits, unitsOf } from './units.ts';

const holeOf = (hole: string, strata: readonly (readonly [string, number])[], elevation = 100): DrawnHole => {
  let from = 0;
  const layers = strata.map(([stratum, thickness]) => {
    from += thickness;
    return { from: from - thickness, to: from, rock: '砂岩', ...(stratum === '' ? {} : { stratum }) };
  });
  return { header: { hole, elevation, finalDepth: from }, children: { ...noChildren, layers } };
};
const at = (longitude: number, latitude = 30) => ({ longitude, latitude });
const a = holeOf('A', [
  ['Q4', 10],
  ['P2', 20],
  ['C3', 30],
]);
const b = holeOf(
  'B',
  [
    ['Q4', 5],
    ['C3', 40],
  ],
  90,
);
const c = holeOf(
  'C',
  [
    ['Q4', 8],
    ['P2', 12],
    ['C3', 30],
  ],
  95,
);

describe('what is the same in two holes', () => {
  test('is joined in order; what one lacks is left out', () => {
    const keys = (left: DrawnHole, right: DrawnHole) =>
      joinedUnits(unitsOf(left), unitsOf(right)).map(([one]) => one.name.zh);
    expect(keys(a, c)).toEqual(['Q4', 'P2', 'C3']);
    expect(keys(a, b)).toEqual(['Q4', 'C3']);
    expect(keys(a, holeOf('D', [['X', 5]]))).toEqual([]);
  });
  test('layers of one stratum are one unit, those without one are known by their rock', () => {
    expect(
      unitsOf(
        holeOf('A', [
          ['Q4', 1],
          ['Q4', 2],
          ['', 3],
        ]),
      ).map(({ from, to, key }) => [key, from, to]),
    ).toEqual([
      ['stratum Q4', 0, 3],
      ['rock sandstone', 3, 6],
    ]);
  });
  test('tops name what layers do not', () => {
    const hole = holeOf('A', [
      ['', 10],
      ['', 20],
    ]);
    const named = {
      ...hole,
      children: {
        ...hole.children,
        tops: [
          { stratum: 'T1', top: 0 },
          { stratum: 'P2', top: 10 },
        ],
      },
    };
    expect(unitsOf(named).map(({ name }) => name.zh)).toEqual(['T1', 'P2']);
  });
  test('lines never cross, whatever the strata are', () => {
    const strata = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 20 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(strata, strata, (one, two) => {
        const pairs = joinedUnits(unitsOf(holeOf('1', one)), unitsOf(holeOf('2', two)));
        for (const [index, [left, right]] of pairs.entries()) {
          expect(left.key).toBe(right.key);
          const before = pairs[index - 1];
          if (before === undefined) continue;
          expect(left.from).toBeGreaterThanOrEqual(before[0].to);
          expect(right.from).toBeGreaterThanOrEqual(before[1].to);
        }
      }),
    );
  });
});

describe('along the line', () => {
  test('holes stand in their order at true distances', () => {
    const { standing, azimuth } = alongLine([
      { hole: b, place: at(114.001) },
      { hole: a, place: at(114) },
      { hole: c, place: at(114.003) },
    ]);
    expect(standing.map(({ hole }) => hole.header.hole)).toEqual(['A', 'B', 'C']);
    // 0.001° at 30° north are 96.3 m.
    expect(standing.map(({ metres }) => Math.round(metres))).toEqual([0, 96, 289]);
    expect(azimuth).toBeCloseTo(90, 0);
  });
  test('north-east is 45°', () => {
    const step = 0.001;
    expect(azimuthOf([at(0, 0), at(step, step), at(2 * step, 2 * step)])).toBeCloseTo(45, 1);
    expect(azimuthOf([at(0, 0), at(0, step)])).toBeCloseTo(0, 6);
  });
  test('without places they stand as they come', () => {
    const { standing, azimuth } = alongLine([{ hole: b }, { hole: a, place: at(1) }]);
    expect(standing.map(({ hole }) => hole.header.hole)).toEqual(['B', 'A']);
    expect(azimuth).toBeUndefined();
  });
});

describe('the drawing', () => {
  const holes = [
    { hole: a, place: at(114) },
    { hole: b, place: at(114.001) },
    { hole: c, place: at(114.003) },
  ];
  test('says holes, distances, scales, strata', () => {
    const said = textsOf(drawSection(holes, { spacing: 'true', language: 'zh' }).svg).join('|');
    for (const one of [
      '钻孔对比剖面图',
      '距离 96.3 m',
      '垂直比例尺 1:500',
      '水平比例尺 1:1000',
      'Q4',
      'C3',
      '标高 (m)',
      '图例',
    ])
      expect(said).toContain(one);
  });
  test('stands to its scales', () => {
    const { svg } = drawSection(holes, { spacing: 'true', language: 'en' });
    const frames = readSvg(svg).filter(
      ({ name, attributes }) => name === 'rect' && attributes['stroke-width'] === '0.3',
    );
    expect(frames.map(({ attributes }) => Number(attributes['height']))).toEqual([120, 90, 100]);
    const [x1, x2] = frames.map(({ attributes }) => Number(attributes['x']));
    expect((x2 ?? 0) - (x1 ?? 0)).toBeCloseTo(96.3, 0);
    const [y1, y2] = frames.map(({ attributes }) => Number(attributes['y']));
    expect((y2 ?? 0) - (y1 ?? 0)).toBeCloseTo(20, 1);
  });
  test('the base of what a hole ends in is not drawn as known', () => {
    const dashed = readSvg(drawSection(holes.slice(0, 2), { spacing: 'true', language: 'zh' }).svg).filter(
      ({ attributes }) => attributes['stroke-dasharray'] !== undefined,
    );
    // Top and base of Q4, top of C3.
    expect(dashed).toHaveLength(3);
  });
  test('equal distances say so; without elevations depths count from the collars', () => {
    const bare = holes.map(({ hole, place }) => ({
      place,
      hole: { ...hole, header: { hole: hole.header.hole ?? '' } },
    }));
    const said = textsOf(drawSection(bare, { spacing: 'equal', language: 'zh' }).svg).join('|');
    expect(said).toContain('等间距');
    expect(said).toContain('孔口以下 (m)');
  });
  test('columns of near holes do not lie on each other: they stand at equal distances', () => {
    const near = [
      { hole: a, place: at(114) },
      { hole: b, place: at(114.00001) },
      { hole: c, place: at(114.05) },
    ];
    const { svg } = drawSection(near, { spacing: 'true', language: 'zh' });
    expect(textsOf(svg).join('|')).toContain('等间距');
    const xs = readSvg(svg)
      .filter(({ name, attributes }) => name === 'rect' && attributes['stroke-width'] === '0.3')
      .map(({ attributes }) => Number(attributes['x']));
    for (const [index, x] of xs.entries())
      if (index > 0) expect(x - (xs[index - 1] ?? 0)).toBeGreaterThan(12);
  });
  test('of one hole, or of holes without anything, it is well formed', () => {
    for (const some of [
      [],
      holes.slice(0, 1),
      [{ hole: holeOf('X', []) }, { hole: holeOf('Y', []), place: at(1) }],
    ]) {
      const { svg } = drawSection(some, { spacing: 'true', language: 'zh' });
      expect(readSvg(svg).length).toBeGreaterThan(3);
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });
});
