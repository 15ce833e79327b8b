import { closureOf, onSection, type Path, type Position } from '@geoarchive/domain/subsurface/curvature.ts';
import type { Bilingual, Language } from '@geoarchive/domain/text.ts';
import {
  box,
  type Drawing,
  drawing,
  element,
  ink,
  line,
  type Mark,
  path as marked,
  polyline,
  text,
} from './svg.ts';
import { niceTicks } from './ticks.ts';
import { words } from './words.ts';

const margin = 12;
const side = 86;
const between = 16;
const head = 22;
const blue = '#20558a';

/** A square picture with the same scale both ways: a range that holds all points and the collar. */
type View = { x: number; y: number; least: readonly [number, number]; span: number };
type Point = readonly [across: number, down: number];

const viewOf = (points: readonly Point[], x: number, y: number): View => {
  const bound = (pick: (point: Point) => number) => {
    const values = [0, ...points.map(pick)];
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const [left, right] = bound(([across]) => across);
  const [top, bottom] = bound(([, down]) => down);
  const span = Math.max(right - left, bottom - top, 1) * 1.15;
  return { x, y, span, least: [(left + right - span) / 2, (top + bottom - span) / 2] };
};
const onPaper = ({ x, y, least, span }: View, [across, down]: Point): Point => [
  x + ((across - least[0]) / span) * side,
  y + ((down - least[1]) / span) * side,
];

type Named = { across: string; down: string; downSign: 1 | -1 };
const axes = (view: View, { across, down, downSign }: Named): Mark[] => {
  const { x, y, least, span } = view;
  const grid = { stroke: '#d8d8d8', 'stroke-width': 0.12 };
  return [
    ...niceTicks(least[0], least[0] + span, 5).flatMap((tick) => {
      const [at] = onPaper(view, [tick, 0]);
      return [
        line(at, y, at, y + side, grid),
        text(at, y + side + 3.2, String(tick), 2.2, { 'text-anchor': 'middle' }),
      ];
    }),
    ...niceTicks(least[1], least[1] + span, 5).flatMap((tick) => {
      const [, at] = onPaper(view, [0, tick]);
      const said = String(tick === 0 ? 0 : tick * downSign);
      return [line(x, at, x + side, at, grid), text(x - 0.8, at + 0.8, said, 2.2, { 'text-anchor': 'end' })];
    }),
    box(x, y, side, side),
    text(x + side / 2, y + side + 7, across, 2.6, { 'text-anchor': 'middle' }),
    text(x - 8.5, y + side / 2, down, 2.6, {
      'text-anchor': 'middle',
      transform: `rotate(-90 ${x - 8.5} ${y + side / 2})`,
    }),
  ];
};

const trail = (view: View, points: readonly Point[], stations: readonly Point[]): Mark[] => {
  const [cx, cy] = onPaper(view, [0, 0]);
  return [
    polyline(
      points.flatMap((point) => onPaper(view, point)),
      { stroke: blue, 'stroke-width': 0.5 },
    ),
    ...stations.map((point) => {
      const [x, y] = onPaper(view, point);
      return element('circle', { cx: x, cy: y, r: 0.5, fill: blue });
    }),
    element('circle', { cx, cy, r: 1.1, fill: '#ffffff', stroke: ink, 'stroke-width': 0.3 }),
  ];
};

/** Places along a hole, close enough that arcs look round. */
const steps = 200;
export const placesAlong = (path: Path, depth: number): Position[] =>
  Array.from({ length: steps + 1 }, (_, at) => path.at((depth * at) / steps));

/** North of the plan. */
const arrow = (x: number, y: number, said: string): Mark[] => [
  marked(`M${x} ${y}v-8m-1.6 3l1.6 -3.4l1.6 3.4`, { 'stroke-width': 0.3 }),
  text(x, y - 9.5, said, 2.8, { 'text-anchor': 'middle' }),
];

export type DeviationWish = { hole: string; path: Path; depth: number; language: Language };

/** The path of a hole from above, north up, and on the vertical plane towards its end; both with one scale both ways. */
export const drawDeviation = ({ hole, path, depth, language }: DeviationWish): Drawing => {
  const say = (said: Bilingual) => said[language];
  const places = placesAlong(path, depth);
  const end = path.at(depth);
  const azimuth = closureOf(end).distance < 0.01 ? 90 : closureOf(end).azimuth;
  const above = ({ north, east }: Position): Point => [east, -north];
  const beside = (place: Position): Point => [onSection(place, azimuth), place.tvd];
  const stations = path.stations.filter((station) => station.depth <= depth + 1e-6);
  const plan = viewOf(places.map(above), margin + 8, head);
  const section = viewOf(places.map(beside), margin + 8 + side + between, head);
  const title = `${hole} ${say(words.deviation)}`.trim();
  const width = section.x + side + margin;
  return drawing(
    width,
    head + side + margin + 2,
    title,
    text(width / 2, 9, title, 4.2, { 'text-anchor': 'middle', 'font-weight': 'bold' }),
    text(plan.x, head - 2.5, say(words.plan), 3),
    text(section.x, head - 2.5, say(words.vertical).replace('{azimuth}', azimuth.toFixed(1)), 3),
    ...axes(plan, { across: say(words.eastward), down: say(words.northward), downSign: -1 }),
    ...axes(section, { across: say(words.along), down: say(words.tvd), downSign: 1 }),
    ...trail(plan, places.map(above), stations.map(above)),
    ...trail(section, places.map(beside), stations.map(beside)),
    ...arrow(plan.x + side - 5, head + 14, say(words.north)),
  );
};
