import type { Path } from '@geoarchive/domain/subsurface/curvature.ts';
import { multiples, niceStep } from '@geoarchive/drawings/ticks.ts';
import { deviates } from '@geoarchive/drawings/tracks/draw.ts';
import { type Samples, traceOf } from '@geoarchive/drawings/tracks/trace.ts';
import { gridOf, shareOf, type Track, type TrackCurve } from '@geoarchive/drawings/tracks/tracks.ts';
import type { View } from './track-view.ts';

const rulerWidth = 58;
const headRow = 36;
const gap = 6;
const narrowest = 110;
const font = "12px 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const ink = '#22302f';
const grid = '#dcdcd4';

/** What is painted: sizes in pixels of the page. */
export type Picture = {
  width: number;
  height: number;
  tracks: readonly Track[];
  samples: ReadonlyMap<string, Samples>;
  view: View;
  path: Path;
  /** Where the reader points, in metres. */
  at: number;
  words: { md: string; tvd: string };
};

const rulersOf = ({ path, view }: Pick<Picture, 'path' | 'view'>) => (deviates(path, view.to) ? 2 : 1);
export const headHeight = (tracks: readonly Track[]): number =>
  Math.max(...tracks.map(({ curves }) => curves.length), 1) * headRow;
/** Below this tracks are moved sideways instead of pressed together. */
export const leastWidth = (tracks: readonly Track[]): number => 2 * rulerWidth + tracks.length * narrowest;

type Pen = CanvasRenderingContext2D;
type Frame = Picture & { top: number; left: number; trackWidth: number };
const yIn = ({ view, top, height }: Frame, depth: number) =>
  top + ((depth - view.from) / (view.to - view.from)) * (height - top);

const stroke = (pen: Pen, x1: number, y1: number, x2: number, y2: number) => {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
};

const paintHead = (
  pen: Pen,
  { mnemonic, unit, left, right, colour }: TrackCurve,
  x: number,
  y: number,
  width: number,
) => {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.textAlign = 'center';
  pen.fillText(unit === '' ? mnemonic : `${mnemonic} (${unit})`, x + width / 2, y + 13, width - 6);
  pen.textAlign = 'left';
  pen.fillText(String(left), x + 3, y + 28, width / 2);
  pen.textAlign = 'right';
  pen.fillText(String(right), x + width - 3, y + 28, width / 2);
  pen.lineWidth = 2;
  stroke(pen, x + 3, y + 32.5, x + width - 3, y + 32.5);
};

const paintCurve = (pen: Pen, curve: TrackCurve, samples: Samples, x: number, frame: Frame) => {
  const { view, height, top, trackWidth } = frame;
  const { points, length } = traceOf(samples, view.from, view.to, Math.max(height - top, 1));
  pen.strokeStyle = curve.colour;
  pen.lineWidth = 1.2;
  pen.beginPath();
  let down = false;
  for (let at = 0; at < length; at += 2) {
    const [depth, value] = [points[at] ?? Number.NaN, points[at + 1] ?? Number.NaN];
    if (Number.isNaN(depth) || Number.isNaN(value)) {
      down = false;
      continue;
    }
    const px = x + shareOf(curve, value) * trackWidth;
    const py = yIn(frame, depth);
    if (down) pen.lineTo(px, py);
    else pen.moveTo(px, py);
    down = true;
  }
  pen.stroke();
};

const paintRulers = (pen: Pen, frame: Frame, ticks: readonly number[]) => {
  const { path, words, top, height } = frame;
  const rulers = [
    { name: words.md, said: (depth: number) => String(depth) },
    { name: words.tvd, said: (depth: number) => path.at(depth).tvd.toFixed(1) },
  ].slice(0, rulersOf(frame));
  pen.fillStyle = ink;
  pen.strokeStyle = ink;
  pen.lineWidth = 1;
  pen.textAlign = 'right';
  for (const [at, { name, said }] of rulers.entries()) {
    const right = (at + 1) * rulerWidth - 2;
    pen.fillText(name, right - 2, top - 6, rulerWidth - 4);
    for (const depth of ticks) {
      const y = yIn(frame, depth);
      stroke(pen, right - 5, y, right, y);
      pen.fillText(said(depth), right - 7, Math.min(Math.max(y + 4, top + 11), height - 3));
    }
  }
};

const paintTrack = (pen: Pen, track: Track, x: number, frame: Frame, ticks: readonly number[]) => {
  const { top, height, trackWidth, samples } = frame;
  for (const [row, curve] of track.curves.entries()) paintHead(pen, curve, x, row * headRow, trackWidth);
  pen.strokeStyle = grid;
  pen.lineWidth = 1;
  for (const share of gridOf(track)) stroke(pen, x + share * trackWidth, top, x + share * trackWidth, height);
  for (const depth of ticks) stroke(pen, x, yIn(frame, depth), x + trackWidth, yIn(frame, depth));
  pen.save();
  pen.beginPath();
  pen.rect(x, top, trackWidth, height - top);
  pen.clip();
  for (const curve of track.curves) {
    const own = samples.get(curve.id);
    if (own !== undefined) paintCurve(pen, curve, own, x, frame);
  }
  pen.restore();
  pen.strokeStyle = ink;
  pen.strokeRect(x + 0.5, top + 0.5, trackWidth - 1, height - top - 1);
};

/** Paints tracks on a canvas as on paper: white, whatever the colours of the page. */
export const paintTracks = (pen: Pen, picture: Picture): void => {
  const { width, height, tracks, view, at } = picture;
  const left = rulersOf(picture) * rulerWidth;
  const trackWidth = (width - left - gap * (tracks.length - 1)) / Math.max(tracks.length, 1);
  const frame: Frame = { ...picture, top: headHeight(tracks), left, trackWidth };
  const ticks = multiples(view.from, view.to, niceStep(((view.to - view.from) * 36) / (height - frame.top)));
  pen.font = font;
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  paintRulers(pen, frame, ticks);
  for (const [no, track] of tracks.entries())
    paintTrack(pen, track, left + no * (trackWidth + gap), frame, ticks);
  // Above the body there are heads, and what moved out of view has no place.
  if (at < view.from || at > view.to) return;
  pen.strokeStyle = '#a5322a';
  pen.lineWidth = 1;
  stroke(pen, left, yIn(frame, at), width, yIn(frame, at));
};
/** The depth under a place of the canvas. */
export const depthAt = (
  { tracks, view, height }: Pick<Picture, 'tracks' | 'view' | 'height'>,
  y: number,
): number => {
  const top = headHeight(tracks);
  const share = Math.min(Math.max((y - top) / (height - top), 0), 1);
  return view.from + share * (view.to - view.from);
};
