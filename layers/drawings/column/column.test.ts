import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readSvg, textsOf } from '../testing/read-svg.ts';
import { sampleHole, sampleLayers } from '../testing/sample-hole.ts';
import { drawColumn, pagesOf } from './column.ts';
import type { ColumnWish, DrawnHole } from './hole.ts';
import { stretchesOf, waterLevels } from './layout.ts';

const wish: ColumnWish = { scale: 500, paper: 'A4', language: 'zh' };
const draw = (hole: DrawnHole = sampleHole(), more: Partial<ColumnWish> = {}) =>
  drawColumn(hole, { ...wish, ...more });
/** Top and foot of the signs of rocks, in millimetres. */
const signs = (svg: string) =>
  readSvg(svg)
    .filter(
      ({ name, attributes }) =>
        name === 'rect' && attributes['width'] === '18' && attributes['fill']?.startsWith('url'),
    )
    .map(({ attributes }) => [Number(attributes['y']), Number(attributes['height'])] as const);
const lengthOf = (svg: string) => {
  const drawn = signs(svg);
  const [first, last] = [drawn[0], drawn.at(-1)];
  return first === undefined || last === undefined ? 0 : last[0] + last[1] - first[0];
};
const said = (svg: string) => textsOf(svg).join('|');

describe('to scale', () => {
  test.each([
    [200, 500],
    [500, 200],
    [1000, 100],
  ] as const)('100 m at 1:%d are %d mm', (scale, millimetres) => {
    const { pages } = draw(sampleHole(), { scale, paper: 'roll' });
    expect(pages).toHaveLength(1);
    expect(lengthOf(pages[0]?.svg ?? '')).toBeCloseTo(millimetres, 1);
  });
  test('over pages nothing is lost and nothing is drawn twice', () => {
    const { pages } = draw(sampleHole(400, 30), { scale: 500 });
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.reduce((sum, { svg }) => sum + lengthOf(svg), 0)).toBeCloseTo(800, 0);
    for (const { width, height } of pages) expect([width, height]).toEqual([210, 297]);
  });
  test('fitted, it stands on one page with its legend', () => {
    for (const depth of [3, 87, 1234, 14_999]) {
      const { pages, scale } = draw(sampleHole(depth, 20), { scale: 'fit' });
      expect(pages).toHaveLength(1);
      expect(said(pages[0]?.svg ?? '')).toContain(`1:${scale}`);
    }
  });
  test('it is known beforehand how many pages there will be', () => {
    expect(pagesOf(sampleHole(400), wish)).toBe(4);
    expect(pagesOf(sampleHole(15_000), { ...wish, scale: 200 })).toBeGreaterThan(300);
  });
});

describe('what stands on it', () => {
  const { pages } = draw();
  const svg = pages[0]?.svg ?? '';
  test.each([
    ['孔号', 'ZK0101'],
    ['项目', '某铜铁矿区补充勘探'],
    ['坐标', 'X 38500100.25'],
    ['孔口标高', '512.30 m'],
    ['孔深', '100.00 m'],
    ['开终孔日期', '2025-04-01 至 2025-05-20'],
    ['施工单位', '某地质勘查院'],
    ['比例尺', '1:500'],
    ['层底', '412.30'],
    ['岩性描述', '粉质黏土；黄褐色，可塑，含铁锰结核'],
    ['地层', 'γ5'],
    ['采取率', '80'],
    ['样品', 'H1'],
    ['Cu', '<0.86'],
    ['水位', '12.30'],
    ['图例', '花岗岩'],
  ])('%s %s', (label, value) => {
    expect(said(svg)).toContain(label);
    expect(said(svg)).toContain(value);
  });
  test('in English', () => {
    const text = said(draw(sampleHole(), { language: 'en' }).pages[0]?.svg ?? '');
    for (const word of ['Borehole column', 'Collar elevation', 'Legend', 'Granite', 'Page 1 of 1'])
      expect(text).toContain(word);
  });
  test('heads are repeated on each page', () => {
    for (const page of draw(sampleHole(400, 30)).pages.slice(0, -1))
      expect(said(page.svg)).toContain('岩性描述');
  });
  test('elevations of an inclined hole follow its path', () => {
    const hole = sampleHole(100, 7, { survey: [{ depth: 0, dip: 30, azimuth: 90 }] });
    expect(said(draw(hole).pages[0]?.svg ?? '')).toContain('462.30');
  });
  test('what there is nothing of has no column', () => {
    const bare = {
      header: { hole: 'A' },
      children: { ...sampleHole().children, runs: [], samples: [], assays: [], hydro: [] },
    };
    const text = said(draw(bare).pages[0]?.svg ?? '');
    for (const word of ['采取率', '样品', '水位', '标高\n']) expect(text).not.toContain(word);
  });
  test('tops name the strata where layers do not', () => {
    const layers = sampleLayers(5, 100).map(({ stratum, ...layer }) => layer);
    const text = said(
      draw(sampleHole(100, 5, { layers, tops: [{ stratum: '延长组', top: 40 }] })).pages[0]?.svg ?? '',
    );
    expect(text).toContain('延长组');
  });
});

describe('every number where it belongs', () => {
  /** Texts of the drawing with where they stand, in millimetres. */
  const placed = (svg: string, said: string) =>
    readSvg(svg)
      .filter(({ name, text }) => name === 'text' && text === said)
      .map(({ attributes }) => ({ x: Number(attributes['x']), y: Number(attributes['y']) }));
  const onPages = (hole: DrawnHole, one: string, more: Partial<ColumnWish> = {}) =>
    draw(hole, more).pages.map(({ svg }) => placed(svg, one).length);

  test('an element in two units has two columns', () => {
    const assay = { sample: 'H1', element: 'Cu' };
    const assays = [
      { ...assay, value: 0.35, unit: '%' },
      { ...assay, value: 3500, unit: 'ppm' },
    ];
    const [page] = draw(sampleHole(100, 7, { assays })).pages;
    const [percent, parts] = [placed(page?.svg ?? '', '0.35')[0], placed(page?.svg ?? '', '3500')[0]];
    expect(percent?.y).toBe(parts?.y);
    expect((parts?.x ?? 0) - (percent?.x ?? 0)).toBeCloseTo(11, 1);
  });
  test('the base of the last layer stands at its depth, not at the foot of the sheet', () => {
    const hole = sampleHole(100, 1, { layers: sampleLayers(3, 60) });
    const svg = draw(hole, { paper: 'roll' }).pages[0]?.svg ?? '';
    const [first] = signs(svg);
    const [base] = placed(svg, '60.00');
    expect((base?.y ?? 0) - (first?.[0] ?? 0)).toBeCloseTo(120 - 0.9, 1);
    const ends = readSvg(svg).filter(({ name, attributes }) => {
      const points = (attributes['points'] ?? attributes['d'] ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
      return name !== 'text' && points.some((y) => Math.abs(y - (first?.[0] ?? 0) - 120) < 0.01);
    });
    expect(ends.length).toBeGreaterThanOrEqual(2);
  });
  test('a last page has room for its base', () => {
    for (let depth = 100; depth < 120; depth += 0.5) {
      const stretches = stretchesOf(depth, 500, 'A4');
      const last = stretches.at(-1);
      expect(((last?.to ?? 0) - (last?.from ?? 0)) * 2).toBeGreaterThanOrEqual(15 - 1e-6);
      expect(last?.to).toBe(depth);
      expect(onPages(sampleHole(depth, 3), depth.toFixed(2)).filter((count) => count === 1)).toHaveLength(1);
    }
  });
  test('a sample or a level at the very bottom is drawn', () => {
    const hole = sampleHole(100, 7, {
      samples: [{ sample: 'P9', from: 100 }],
      hydro: [{ kind: '静止水位', value: 100, unit: 'm', date: '2025-05-21' }],
    });
    expect(onPages(hole, 'P9')).toEqual([1]);
    expect(onPages(hole, '25-05-21')).toEqual([1]);
  });
  test('a sample that ends where a page breaks is drawn once', () => {
    const to = stretchesOf(400, 500, 'A4')[0]?.to ?? 0;
    const hole = sampleHole(400, 7, { samples: [{ sample: 'P9', from: to - 1, to }] });
    expect(onPages(hole, 'P9')).toEqual([1, 0, 0, 0]);
  });
  test('elevations of water and drawdowns are no depths of water', () => {
    for (const kind of [
      '静止水位标高',
      '水位高程',
      '水位降深',
      '水位变幅',
      'Water level elevation',
      'water level drawdown',
    ])
      expect(waterLevels(sampleHole(10, 1, { hydro: [{ kind, value: 5, unit: 'm' }] }))).toEqual([]);
    expect(waterLevels(sampleHole())).toHaveLength(1);
  });
});

test('words do not lie on each other, and layers without room for words are told of', () => {
  const { pages } = draw(sampleHole(100, 200));
  const svg = pages[0]?.svg ?? '';
  const lines = readSvg(svg)
    .filter(
      ({ name, attributes }) =>
        name === 'text' && attributes['font-size'] === '2.3' && attributes['text-anchor'] === undefined,
    )
    .map(({ attributes }) => Number(attributes['y']))
    .toSorted((a, b) => a - b);
  for (const [at, y] of lines.entries()) if (at > 0) expect(y - (lines[at - 1] ?? 0)).toBeGreaterThan(2.9);
  expect(said(svg)).toMatch(/注：\d+ 层过薄/);
});

test('whatever the rows are, it is well formed and holds no NaN', () => {
  const depth = fc.double({ min: 0, max: 20_000, noNaN: true });
  const layer = fc.record({ from: depth, to: depth, rock: fc.string({ unit: 'grapheme', maxLength: 60 }) });
  const sample = fc.record({ from: depth, to: depth, sample: fc.string({ minLength: 1, maxLength: 30 }) });
  fc.assert(
    fc.property(fc.array(layer, { maxLength: 20 }), fc.array(sample, { maxLength: 5 }), (layers, samples) => {
      const { pages } = draw(sampleHole(0, 1, { layers, samples }), { scale: 'fit' });
      for (const { svg } of pages) {
        expect(readSvg(svg).length).toBeGreaterThan(0);
        expect(svg).not.toMatch(/NaN|Infinity/);
      }
    }),
    { numRuns: 60 },
  );
});
