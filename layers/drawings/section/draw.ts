import { pathOf } from '@geoarchive/domain/subsurface/curvature.ts';
import { rockClasses } from '@geoarchive/domain/subsurface/rock-classes.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import { legend, legendHeight } from '../column/frame.ts';
import { bottomOf } from '../column/hole.ts';
import { fillOf, patternDefs } from '../patterns.ts';
import { box, type Drawing, drawing, ink, line, type Mark, polyline, text } from '../svg.ts';
import { multiples, niceStep } from '../ticks.ts';
import { words } from '../words.ts';
import { oneLine } from '../wrap.ts';
import { alongLine, type SectionHole, type Standing } from './line.ts';
import { joinedUnits, nameOf, type Unit, unitsOf } from './units.ts';

const margin = 12;
const rulerWidth = 14;
const columnWidth = 10;
const head = 30;
const tableHeight = 20;
const bodyHeight = 190;
/** Columns and their names beside each other need this much. */
const leastApart = 30;
const usualWidth = 300;
const widest = 1500;
const roundScales = [
  50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
];
const scaleFor = (metres: number, millimetres: number) =>
  roundScales.find((scale) => (metres * 1000) / scale <= millimetres) ?? 2_000_000;

export type SectionWish = { spacing: 'true' | 'equal'; language: Language };

/** A hole on the drawing: where it stands, its units, and the height of a depth along it. */
type Pillar = {
  standing: Standing;
  x: number;
  units: Unit[];
  yOf: (depth: number) => number;
  collar: number;
  bottom: number;
};

/** Millimetres from the first hole, and the scale of them; undefined where distances are equal. */
const spacesOf = (standing: readonly Standing[], { spacing }: SectionWish, known: boolean) => {
  const gaps = standing.slice(1).map(({ metres }, at) => metres - (standing[at]?.metres ?? 0));
  const all = standing.at(-1)?.metres ?? 0;
  const nearest = Math.min(...gaps);
  const equally = standing.map((_, at) => at * leastApart * 1.4);
  if (spacing === 'equal' || !known || !(nearest > 0)) return { xs: equally, scale: undefined };
  const wide = Math.min(Math.max(usualWidth, (leastApart * all) / nearest), widest);
  const scale = scaleFor(all, wide);
  // Columns of near holes would lie on each other.
  if ((nearest * 1000) / scale < columnWidth + 2) return { xs: equally, scale: undefined };
  return { xs: standing.map(({ metres }) => (metres * 1000) / scale), scale };
};

const pillarsOf = (standing: readonly Standing[], xs: readonly number[], left: number) => {
  const level = standing.every(({ hole }) => hole.header.elevation !== undefined);
  const shapes = standing.map((one, at) => {
    const { hole } = one;
    const path = pathOf(hole.children.survey, hole.header);
    const collar = level ? (hole.header.elevation ?? 0) : 0;
    const depth = Math.max(bottomOf(hole), 1);
    const heightOf = (metres: number) => collar - path.at(metres).tvd;
    const end = heightOf(depth);
    return { one, collar, depth, heightOf, end, x: left + (xs[at] ?? 0), units: unitsOf(hole) };
  });
  const heights = shapes.length === 0 ? [0, 1] : shapes.flatMap(({ collar, end }) => [collar, end]);
  const [highest, lowest] = [Math.max(...heights), Math.min(...heights)];
  const scale = scaleFor(highest - lowest, bodyHeight);
  const factor = 1000 / scale;
  const yAt = (height: number) => head + (highest - height) * factor;
  const pillars = shapes.map(
    ({ one, collar, depth, heightOf, x, units }): Pillar => ({
      standing: one,
      x,
      units,
      yOf: (metres) => yAt(heightOf(metres)),
      collar: yAt(collar),
      bottom: yAt(heightOf(depth)),
    }),
  );
  return { pillars, level, highest, lowest, scale, factor, yAt };
};

const pillarMarks = ({ x, units, yOf, collar, bottom, standing }: Pillar): Mark[] => [
  ...units.flatMap(({ layers }) =>
    layers.map(({ from, to, kind }) => {
      const [a, b] = [yOf(from), yOf(to)];
      return box(x, Math.min(a, b), columnWidth, Math.abs(b - a), {
        fill: fillOf(kind),
        'stroke-width': 0.1,
      });
    }),
  ),
  box(x, Math.min(collar, bottom), columnWidth, Math.abs(bottom - collar), { 'stroke-width': 0.3 }),
  line(x - 2.5, collar, x + columnWidth + 2.5, collar, { 'stroke-width': 0.4 }),
  text(x + columnWidth / 2, collar - 5, oneLine(standing.hole.header.hole ?? '', leastApart - 2, 3), 3, {
    'text-anchor': 'middle',
    'font-weight': 'bold',
  }),
  text(x + columnWidth / 2, collar - 1.6, standing.hole.header.elevation?.toFixed(2) ?? '', 2.3, {
    'text-anchor': 'middle',
  }),
  text(x + columnWidth / 2, Math.max(bottom, collar) + 3.2, bottomOf(standing.hole).toFixed(2), 2.3, {
    'text-anchor': 'middle',
  }),
];

/** Between two neighbours: what is the same on both sides, in its colour, with its name where there is room for it. */
const betweenMarks = (left: Pillar, right: Pillar, language: Language): Mark[] => {
  const [x1, x2] = [left.x + columnWidth, right.x];
  return joinedUnits(left.units, right.units).flatMap(([a, b]) => {
    const [topA, topB, baseA, baseB] = [left.yOf(a.from), right.yOf(b.from), left.yOf(a.to), right.yOf(b.to)];
    const height = (baseA - topA + baseB - topB) / 2;
    const name = oneLine(nameOf(a, language), x2 - x1 - 4, 2.5);
    return [
      polyline([x1, topA, x2, topB, x2, baseB, x1, baseA, x1, topA], {
        fill: rockClasses[a.kind].colour,
        'fill-opacity': 0.45,
        stroke: 'none',
      }),
      line(x1, topA, x2, topB, { 'stroke-dasharray': '1.6 0.8' }),
      // Where a hole ends within a stratum its base is not known.
      ...(a === left.units.at(-1) || b === right.units.at(-1)
        ? []
        : [line(x1, baseA, x2, baseB, { 'stroke-dasharray': '1.6 0.8' })]),
      ...(height < 3.2
        ? []
        : [
            text((x1 + x2) / 2, (topA + topB + baseA + baseB) / 4 + 0.9, name, 2.5, {
              'text-anchor': 'middle',
            }),
          ]),
    ];
  });
};

type Say = (text: Bilingual) => string;
type Ground = ReturnType<typeof pillarsOf>;

const rulers = ({ level, highest, lowest, factor, yAt }: Ground, xs: readonly number[], say: Say): Mark[] =>
  xs.flatMap((x) => [
    line(x, yAt(highest), x, yAt(lowest)),
    ...multiples(lowest, highest, niceStep(10 / factor)).flatMap((height) => [
      line(x - 1.5, yAt(height), x, yAt(height)),
      text(x - 2, yAt(height) + 0.8, String(level ? height : -height), 2.2, { 'text-anchor': 'end' }),
    ]),
    text(x, head - 10.5, say(level ? words.metres : words.ground), 2.3, { 'text-anchor': 'middle' }),
  ]);

/** Number, depth and distance of each hole under the section. */
const table = (pillars: readonly Pillar[], top: number, known: boolean, say: Say): Mark[] => [
  line(margin, top, (pillars.at(-1)?.x ?? margin) + columnWidth + margin + rulerWidth, top),
  ...pillars.flatMap(({ x, standing }, at) => {
    const next = pillars[at + 1];
    const middle = x + columnWidth / 2;
    const name = text(middle, top + 5, oneLine(standing.hole.header.hole ?? '', leastApart - 2, 2.6), 2.6, {
      'text-anchor': 'middle',
    });
    if (next === undefined || !known) return [name];
    const metres = (next.standing.metres - standing.metres).toFixed(1);
    const right = next.x + columnWidth / 2;
    return [
      name,
      line(middle, top + 8, middle, top + 13),
      line(right, top + 8, right, top + 13),
      line(middle, top + 10.5, right, top + 10.5, { 'stroke-width': 0.1 }),
      text((middle + right) / 2, top + 14.2, say(words.distance).replace('{metres}', metres), 2.4, {
        'text-anchor': 'middle',
      }),
    ];
  }),
];

/**
 * Holes side by side at their elevations, what is of the same stratum joined from one to the next. Columns stand upright at their collars
 * and are as long as they are deep (true vertical depth); both scales are round numbers and stand under the title.
 */
export const drawSection = (holes: readonly SectionHole[], wish: SectionWish): Drawing => {
  const say: Say = (said) => said[wish.language];
  const { standing, azimuth } = alongLine(holes);
  const { xs, scale } = spacesOf(standing, wish, azimuth !== undefined);
  const ground = pillarsOf(standing, xs, margin + rulerWidth + 6);
  const { pillars } = ground;
  const right = (pillars.at(-1)?.x ?? 0) + columnWidth + 18;
  const width = Math.max(right + margin, 150);
  const bottom = head + (ground.highest - ground.lowest) * ground.factor;
  const kinds = [
    ...new Set(pillars.flatMap(({ units }) => units.flatMap(({ layers }) => layers.map(({ kind }) => kind)))),
  ];
  const title = say(words.section);
  const scales = [
    `${say(words.vertically)} 1:${ground.scale}`,
    `${say(words.horizontally)} ${scale === undefined ? say(words.equal) : `1:${scale}`}`,
    ...(azimuth === undefined ? [] : [`${say(words.azimuth)} ${azimuth.toFixed(0)}°`]),
  ].join('  ·  ');
  const legendTop = bottom + 8 + tableHeight;
  return drawing(
    width,
    legendTop + legendHeight(kinds, width) + margin,
    title,
    patternDefs(kinds),
    text(width / 2, 9, title, 4.6, { 'text-anchor': 'middle', 'font-weight': 'bold' }),
    text(width / 2, 14.5, scales, 2.8, { 'text-anchor': 'middle', fill: ink }),
    ...rulers(ground, [margin + rulerWidth - 2, right], say),
    ...pillars.slice(1).flatMap((pillar, at) => {
      const before = pillars[at];
      return before === undefined ? [] : betweenMarks(before, pillar, wish.language);
    }),
    ...pillars.flatMap(pillarMarks),
    ...table(pillars, bottom + 8, azimuth !== undefined, say),
    ...legend(kinds, legendTop, width, say),
  );
};
