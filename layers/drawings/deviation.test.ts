import { pathOf } from '@geoarchive/domain/subsurface/curvature.ts';
import { expect, test } from '@jest/globals';
import { drawDeviation, placesAlong } from './deviation.ts';
import { readSvg, textsOf } from './testing/read-svg.ts';

test('plan and section of a hole that goes north-east', () => {
  const path = pathOf([], { dip: 45, azimuth: 45 });
  const { svg } = drawDeviation({ hole: 'ZK1', path, depth: 100, language: 'zh' });
  expect(textsOf(svg)).toEqual(
    expect.arrayContaining(['ZK1 钻孔轨迹图', '平面图', '剖面图（方位 45.0°）', '垂深 (m)', '北']),
  );
  const [plan] = readSvg(svg).filter(({ name }) => name === 'polyline');
  const points = (plan?.attributes['points'] ?? '').split(' ').map((pair) => pair.split(',').map(Number));
  const [first, last] = [points[0], points.at(-1)];
  // North is up and east is right, equally far.
  const [dx, dy] = [(last?.[0] ?? 0) - (first?.[0] ?? 0), (last?.[1] ?? 0) - (first?.[1] ?? 0)];
  expect(dx).toBeGreaterThan(20);
  expect(dy).toBeCloseTo(-dx, 1);
});
test('a vertical hole has a section too', () => {
  const { svg } = drawDeviation({ hole: 'ZK1', path: pathOf([]), depth: 100, language: 'en' });
  expect(svg).not.toMatch(/NaN/);
  expect(textsOf(svg)).toContain('TVD (m)');
  expect(placesAlong(pathOf([]), 100).at(-1)?.tvd).toBe(100);
});
