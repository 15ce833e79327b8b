import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closureOf, onSection, pathOf, type SurveyRow } from './curvature.ts';

const bottom = (rows: readonly SurveyRow[], collar = {}) => {
  const last = pathOf(rows, collar).stations.at(-1);
  if (last === undefined) throw new Error('No station');
  return last;
};

describe('published examples', () => {
  // drillingformulas.com, "Minimum Curvature Method": 3500 ft 15°/20° to 3600 ft 25°/45°, to two decimals of a foot. Lengths are
  // those of any unit; depths in feet stand here as metres.
  test('one course of 100 ft: north 27.22, east 19.45, TVD 94.01, dogleg 12.95°', () => {
    const { stations } = pathOf([
      { depth: 3500, inclination: 15, azimuth: 20 },
      { depth: 3600, inclination: 25, azimuth: 45 },
    ]);
    const [, above, below] = stations;
    if (above === undefined || below === undefined) throw new Error('No stations');
    expect(below.north - above.north).toBeCloseTo(27.22, 2);
    expect(below.east - above.east).toBeCloseTo(19.45, 2);
    expect(below.tvd - above.tvd).toBeCloseTo(94.01, 2);
    expect((below.severity * 100) / 30).toBeCloseTo(12.95, 2);
  });

  // The build of Bourgoyne et al., Applied Drilling Engineering (SPE 1986), ch. 8: along an arc of radius r = 180/π/rate the depth is
  // r·sin I and the departure r·(1 − cos I). 2°/100 ft from straight down to 60°: r = 2864.8 ft.
  test('a build at 2° per 100 to 60° lies on its circle', () => {
    const rows = Array.from({ length: 31 }, (_, at) => ({
      depth: at * 100,
      inclination: at * 2,
      azimuth: 90,
    }));
    const { east, north, tvd, severity } = bottom(rows);
    expect(tvd).toBeCloseTo(2864.789 * Math.sin(Math.PI / 3), 2);
    expect(east).toBeCloseTo(2864.789 / 2, 2);
    expect(north).toBeCloseTo(0, 9);
    expect(severity).toBeCloseTo(0.6, 9);
  });
  test('a quarter of a circle in one course', () => {
    const { tvd, north } = bottom([
      { depth: 0, inclination: 0, azimuth: 0 },
      { depth: 100, inclination: 90, azimuth: 0 },
    ]);
    expect(tvd).toBeCloseTo(200 / Math.PI, 9);
    expect(north).toBeCloseTo(200 / Math.PI, 9);
  });
});

describe('holes as they come', () => {
  test('without a survey straight down, or as the header points', () => {
    expect(pathOf([]).at(100)).toEqual({ depth: 100, north: 0, east: 0, tvd: 100 });
    const { north, east, tvd } = pathOf([], { dip: 60, azimuth: 90 }).at(100);
    expect([north, east, tvd].map((v) => Math.round(v * 100) / 100)).toEqual([0, 50, 86.6]);
  });
  test('a hole that goes up', () => {
    expect(pathOf([], { dip: -90 }).at(10).tvd).toBeCloseTo(-10, 9);
  });
  test('dip says the same as inclination', () => {
    const by = (row: object) =>
      bottom([
        { depth: 0, dip: 90 },
        { depth: 50, azimuth: 135, ...row },
      ]);
    expect(by({ dip: 84 })).toEqual(by({ inclination: 6 }));
  });
  test('rows in any order, doubled, without a direction', () => {
    const { stations, remarks } = pathOf([
      { depth: 100, inclination: 4, azimuth: 10 },
      { depth: 50, inclination: 2 },
      { depth: 100, inclination: 40, azimuth: 10 },
      { depth: 75 },
      { depth: Number.NaN, inclination: 1 },
    ]);
    expect(stations.map(({ depth }) => depth)).toEqual([0, 50, 100]);
    expect(remarks.map(({ code, depth }) => `${code} ${depth}`)).toEqual([
      'azimuth-assumed 50',
      'no-direction 75',
      'doubled 100',
      'collar-assumed 0',
    ]);
  });
  test('a station that points back is left out', () => {
    const { stations, remarks } = pathOf([
      { depth: 0, inclination: 0, azimuth: 0 },
      { depth: 30, inclination: 180, azimuth: 0 },
      { depth: 60, inclination: 3, azimuth: 0 },
    ]);
    expect(stations.map(({ depth }) => depth)).toEqual([0, 60]);
    expect(remarks.map(({ code }) => code)).toEqual(['impossible-bend']);
  });
  test('below the last station it goes straight on', () => {
    const path = pathOf([{ depth: 0, inclination: 90, azimuth: 0 }]);
    expect(path.at(250).north).toBeCloseTo(250, 9);
  });
  test('closure and section', () => {
    expect(closureOf({ north: -3, east: -4 }).distance).toBe(5);
    expect(closureOf({ north: 0, east: -4 }).azimuth).toBe(270);
    expect(onSection({ north: 0, east: 4 }, 90)).toBeCloseTo(4, 12);
  });
});

describe('properties', () => {
  const survey = fc
    .array(
      fc.record({
        step: fc.double({ min: 1, max: 60, noNaN: true }),
        turn: fc.nat(20),
        azimuth: fc.nat(360),
      }),
      {
        minLength: 2,
        maxLength: 20,
      },
    )
    .map((steps) => {
      let depth = 0;
      return steps.map(({ step, turn, azimuth }) => {
        depth += step;
        return { depth, inclination: turn, azimuth };
      });
    });
  const away = (
    a: { north: number; east: number; tvd: number },
    b: { north: number; east: number; tvd: number },
  ) => Math.hypot(a.north - b.north, a.east - b.east, a.tvd - b.tvd);

  test('at its stations the path is where they are, and nowhere longer than the hole', () => {
    fc.assert(
      fc.property(survey, (rows) => {
        const path = pathOf(rows);
        for (const station of path.stations) {
          expect(away(path.at(station.depth), station)).toBeLessThan(1e-6);
          expect(away({ north: 0, east: 0, tvd: 0 }, station)).toBeLessThanOrEqual(station.depth + 1e-6);
        }
      }),
    );
  });
  test('small steps along it add up to its length', () => {
    fc.assert(
      fc.property(survey, (rows) => {
        const path = pathOf(rows);
        const depth = rows.at(-1)?.depth ?? 0;
        const steps = 400;
        const places = Array.from({ length: steps + 1 }, (_, at) => path.at((depth * at) / steps));
        const length = places.slice(1).reduce((sum, place, at) => sum + away(place, places[at] ?? place), 0);
        expect(length).toBeGreaterThan(depth * 0.98);
        expect(length).toBeLessThan(depth * (1 + 1e-9));
      }),
      { numRuns: 30 },
    );
  });
  test('turning the azimuths turns the path', () => {
    fc.assert(
      fc.property(survey, fc.nat(359), (rows, turn) => {
        const [one, two] = [bottom(rows), bottom(rows.map((r) => ({ ...r, azimuth: r.azimuth + turn })))];
        expect(two.tvd).toBeCloseTo(one.tvd, 6);
        expect(closureOf(two).distance).toBeCloseTo(closureOf(one).distance, 6);
      }),
    );
  });
});
