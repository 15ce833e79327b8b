import type { Path } from '@geoarchive/domain/subsurface/curvature.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import { box, type Drawing, drawing, element, group, line, type Mark, polyline, text } from '../svg.ts';
import { multiples, niceStep } from '../ticks.ts';
import { words } from '../words.ts';
import { oneLine } from '../wrap.ts';
import { type Samples, traceOf } from './trace.ts';
import { gridOf, shareOf, type Track, type TrackCurve } from './tracks.ts';

const margin = 10;
const rulerWidth = 12;
const trackWidth = 42;
const gapWidth = 2;
const headRow = 7;
const titleHeight = 12;
/** Rows of a printed curve in a millimetre: finer is not seen. */
const rowsPerMillimetre = 6;

export type TracksWish = {
  title: string;
  tracks: readonly Track[];
  samples: ReadonlyMap<string, Samples>;
  /** Metres along the hole. */
  from: number;
  to: number;
  /** Metres of the hole in a metre of paper. */
  scale: number;
  path: Path;
  language: Language;
};

/** Whether true vertical depth differs from depth along the hole by what can be seen on a drawing. */
export const deviates = (path: Path, depth: number): boolean => Math.abs(path.at(depth).tvd - depth) > 0.5;

const curveHead = ({ mnemonic, unit, left, right, colour }: TrackCurve, x: number, y: number): Mark[] => [
  text(
    x + trackWidth / 2,
    y + 2.8,
    oneLine(unit === '' ? mnemonic : `${mnemonic} (${unit})`, trackWidth - 2, 2.4),
    2.4,
    {
      'text-anchor': 'middle',
      fill: colour,
    },
  ),
  text(x + 0.6, y + 5.6, String(left), 2, { fill: colour }),
  text(x + trackWidth - 0.6, y + 5.6, String(right), 2, { 'text-anchor': 'end', fill: colour }),
  line(x + 0.5, y + 6.3, x + trackWidth - 0.5, y + 6.3, { stroke: colour, 'stroke-width': 0.35 }),
];

type Frame = { top: number; factor: number; from: number; to: number };
const yIn = ({ top, factor, from }: Frame, depth: number) => top + (depth - from) * factor;

const curveLine = (curve: TrackCurve, samples: Samples, x: number, frame: Frame): Mark[] => {
  const { from, to, factor } = frame;
  const { points, length } = traceOf(
    samples,
    from,
    to,
    Math.max((to - from) * factor * rowsPerMillimetre, 1),
  );
  const marks: Mark[] = [];
  let stroke: number[] = [];
  const lift = () => {
    if (stroke.length > 2) marks.push(polyline(stroke, { stroke: curve.colour, 'stroke-width': 0.22 }));
    stroke = [];
  };
  for (let at = 0; at < length; at += 2) {
    const [depth, value] = [points[at] ?? Number.NaN, points[at + 1] ?? Number.NaN];
    if (Number.isNaN(depth) || Number.isNaN(value)) lift();
    else stroke.push(x + shareOf(curve, value) * trackWidth, yIn(frame, depth));
  }
  lift();
  return marks;
};

const depthRuler = (
  x: number,
  frame: Frame,
  said: (depth: number) => string,
  ticks: readonly number[],
): Mark[] =>
  ticks.flatMap((depth) => {
    const y = yIn(frame, depth);
    const base = Math.min(Math.max(y + 0.8, frame.top + 2.2), yIn(frame, frame.to) - 0.4);
    return [
      line(x + rulerWidth - 2, y, x + rulerWidth, y),
      text(x + rulerWidth - 2.5, base, said(depth), 2.1, { 'text-anchor': 'end' }),
    ];
  });

/** Log curves in tracks to scale, in millimetres: depth along the hole, and true vertical depth beside it where the hole deviates. */
export const drawTracks = (wish: TracksWish): Drawing => {
  const { title, tracks, samples, from, to, scale, path, language } = wish;
  const factor = 1000 / scale;
  const headHeight = Math.max(...tracks.map(({ curves }) => curves.length), 1) * headRow + 1;
  const frame: Frame = { top: margin + titleHeight + headHeight, factor, from, to };
  const length = (to - from) * factor;
  const tvd = deviates(path, to);
  const left = margin + rulerWidth * (tvd ? 2 : 1);
  const width = left + tracks.length * (trackWidth + gapWidth) + margin;
  const ticks = multiples(from, to, niceStep(8 / factor));
  const clip = 'ga-track';
  const rulers = [
    { x: margin, name: words.md, said: (depth: number) => String(depth) },
    ...(tvd
      ? [{ x: margin + rulerWidth, name: words.tvd, said: (depth: number) => path.at(depth).tvd.toFixed(1) }]
      : []),
  ];
  const marks = tracks.flatMap((track, at) => {
    const x = left + at * (trackWidth + gapWidth);
    return [
      box(x, frame.top - headHeight, trackWidth, headHeight),
      ...track.curves.flatMap((curve, row) => curveHead(curve, x, frame.top - headHeight + row * headRow)),
      ...gridOf(track).map((share) =>
        line(x + share * trackWidth, frame.top, x + share * trackWidth, frame.top + length, {
          stroke: '#d0d0d0',
          'stroke-width': 0.1,
        }),
      ),
      ...ticks.map((depth) =>
        line(x, yIn(frame, depth), x + trackWidth, yIn(frame, depth), {
          stroke: '#d0d0d0',
          'stroke-width': 0.1,
        }),
      ),
      group(
        { 'clip-path': `url(#${clip})` },
        ...track.curves.flatMap((curve) => {
          const own = samples.get(curve.id);
          return own === undefined ? [] : curveLine(curve, own, x, frame);
        }),
      ),
      box(x, frame.top, trackWidth, length),
    ];
  });
  return drawing(
    width,
    frame.top + length + margin,
    title,
    element(
      'defs',
      {},
      element('clipPath', { id: clip }, element('rect', { x: 0, y: frame.top, width, height: length })),
    ),
    text(width / 2, margin + 6, `${title}  1:${scale}`, 4.2, {
      'text-anchor': 'middle',
      'font-weight': 'bold',
    }),
    ...rulers.flatMap(({ x, name, said }) => [
      text(x + rulerWidth - 1, frame.top - 1.5, name[language], 2.1, { 'text-anchor': 'end' }),
      ...depthRuler(x, frame, said, ticks),
    ]),
    ...marks,
  );
};
