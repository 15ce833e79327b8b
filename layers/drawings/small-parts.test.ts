import { type RockKind, rockClasses } from '@geoarchive/domain/subsurface/rock-classes.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fillOf, patternDefs } from './patterns.ts';
import { chosen, shareLines, spread } from './spread.ts';
import { drawing, text } from './svg.ts';
import { textsOf } from './testing/read-svg.ts';
import { decades, logTicks, multiples, niceRange, niceStep, niceTicks } from './ticks.ts';
import { fitted, oneLine, widthOf, wrap } from './wrap.ts';

describe('SVG', () => {
  test('holds any text, escaped and well formed', () => {
    expect(textsOf(drawing(10, 10, 'a<b', text(1, 1, '<script>"&', 2)).svg)).toEqual(['a<b', '<script>"&']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (said) => {
        textsOf(drawing(10, 10, said, text(1, 1, said, 2, { 'data-of': said })).svg);
      }),
    );
  });
  test('is in millimetres', () => {
    expect(drawing(210, 297, 't').svg).toContain('width="210mm" height="297mm" viewBox="0 0 210 297"');
  });
  test('every class of rock has a sign', () => {
    for (const kind of Object.keys(rockClasses) as RockKind[]) {
      const defs = patternDefs([kind, kind]);
      expect(defs.match(/<pattern/g)).toHaveLength(1);
      expect(fillOf(kind)).toBe(`url(#${/id="([^"]+)"/.exec(defs)?.[1]})`);
      expect(defs).not.toContain('NaN');
    }
  });
});

describe('wrapping', () => {
  test.each([
    ['灰白色中粒砂岩，钙质胶结。', 10, ['灰白色中粒', '砂岩，钙质', '胶结。']],
    ['灰白色中粒岩，钙质', 12, ['灰白色中粒', '岩，钙质']],
    ['Grey sandstone', 12, ['Grey', 'sandstone']],
    ['', 10, []],
    ['a\nb', 10, ['a', 'b']],
  ])('%s', (said, width, lines) => expect(wrap(said, width, 2)).toEqual(lines));
  test('loses nothing, and no line is too wide', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 60 }), (said, width) => {
        const lines = wrap(said, width, 2);
        expect(lines.join('').replaceAll(/\s/gu, '')).toBe(said.replaceAll(/\s/gu, ''));
        for (const line of lines) expect(widthOf(line, 2)).toBeLessThanOrEqual(width + 2);
      }),
    );
  });
  test('what is left out shows', () => {
    expect(fitted(['一二三', '四五六', '七'], 2, 6, 2)).toEqual(['一二三', '四五…']);
    expect(fitted(['一'], 2, 6, 2)).toEqual(['一']);
    expect(fitted(['一'], 0, 6, 2)).toEqual([]);
    expect(oneLine('一二三四五', 6, 2)).toBe('一二…');
  });
});

describe('ticks', () => {
  test('are round', () => {
    expect([0.3, 1, 1.1, 3, 7, 45].map(niceStep)).toEqual([0.5, 1, 2, 5, 10, 50]);
    expect(niceTicks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(multiples(0.1, 0.35, 0.1)).toEqual([0.1, 0.2, 0.3]);
    expect(niceRange(3, 147)).toEqual([0, 150]);
    expect(niceRange(5, 5)).toEqual([4, 6]);
    expect(decades(0.3, 120)).toEqual([0.1, 1000]);
    expect(decades(10, 10)).toEqual([10, 100]);
    expect(logTicks(1, 100)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });
});

describe('spreading', () => {
  test('what has room stays, what touches moves apart evenly', () => {
    expect(
      spread(
        [
          { at: 1, height: 2 },
          { at: 10, height: 2 },
        ],
        0,
        20,
      ),
    ).toEqual([1, 10]);
    expect(
      spread(
        [
          { at: 5, height: 2 },
          { at: 5, height: 2 },
        ],
        0,
        20,
      ),
    ).toEqual([4, 6]);
    expect(
      spread(
        [
          { at: 19, height: 2 },
          { at: 19, height: 2 },
        ],
        0,
        20,
      ),
    ).toEqual([16, 18]);
  });
  test('nothing lies on another or outside', () => {
    const wanted = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 100, noNaN: true }),
        height: fc.double({ min: 0.1, max: 2, noNaN: true }),
      }),
      { maxLength: 50 },
    );
    fc.assert(
      fc.property(wanted, (some) => {
        const sorted = some.toSorted((a, b) => a.at - b.at);
        const tops = spread(sorted, 0, 100);
        for (const [at, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(-1e-9);
          expect(top + (sorted[at]?.height ?? 0)).toBeLessThanOrEqual((tops[at + 1] ?? 100) + 1e-9);
        }
      }),
    );
  });
  test('the most important get a place, the longest give way', () => {
    expect([...chosen([3, 9, 1, 9], 3, (v) => v)].sort()).toEqual([0, 1, 3]);
    expect(shareLines([5, 1, 9], 9)).toEqual([4, 1, 4]);
    expect(shareLines([2, 2], 1)).toEqual([1, 1]);
  });
});
