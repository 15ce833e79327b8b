import { decades, logTicks, niceRange, niceTicks } from '../ticks.ts';

/** What is known of a curve before its values are there. */
export type CurveFacts = {
  /** Names it among the curves of a hole. */
  id: string;
  mnemonic: string;
  unit: string;
  least?: number | undefined;
  most?: number | undefined;
};
/** A curve in a track: its colour and the values at the track's left and right edge. */
export type TrackCurve = CurveFacts & { colour: string; log: boolean; left: number; right: number };
export type Track = { curves: readonly TrackCurve[]; log: boolean };

/** Readable on white, and apart from each other also for most who do not see colours as others do. */
const colours = ['#1c5f57', '#a5322a', '#20558a', '#8f5713', '#6b3a8c', '#3d3d3d'];
const mostInTrack = 3;

/** Families that share a track, by mnemonics of service companies and of Chinese coal and ore logging [general knowledge]. */
const families: readonly (readonly [string, RegExp])[] = [
  ['gamma', /^(?:C|S|H)?GR|^GAMMA|^SP|^H?CALI?|^BS$|^自然|^井径/i],
  ['resistivity', /^R(?:T|XO|I|ES|LL|S|D|M|A)|^LL[DS]|^IL[DM]|^M?SFL|^A[TO]\d|^HRL|^视电阻|^电阻/i],
  ['porosity', /^Z?DEN|^RHO|^[NT]PHI|^CN[CL]|^PHI|^PE|^密度|^中子/i],
  ['sonic', /^DT|^AC$|^声波/i],
];
const isOhm = (unit: string) => /^(ohm|Ω|欧)/i.test(unit);
const familyOf = ({ mnemonic, unit }: CurveFacts): string =>
  isOhm(unit)
    ? 'resistivity'
    : (families.find(([, like]) => like.test(mnemonic))?.[0] ?? `unit ${unit || mnemonic}`);

const boundsOf = (curves: readonly CurveFacts[]) => ({
  least: Math.min(...curves.map(({ least }) => least ?? 0)),
  most: Math.max(...curves.map(({ most }) => most ?? 1)),
});
/** By powers of ten the curves of a track share one scale, else each has its own. */
const trackOf = (curves: readonly CurveFacts[], family: boolean, before: number): Track => {
  const log = family && curves.every(({ least }) => least !== undefined && least > 0);
  const all = boundsOf(curves);
  return {
    log,
    curves: curves.map((curve, at) => {
      const own = boundsOf([curve]);
      const [left, right] = log ? decades(all.least, all.most) : niceRange(own.least, own.most);
      return { ...curve, log, left, right, colour: colours[(before + at) % colours.length] ?? '#1a1a1a' };
    }),
  };
};

/** Curves in tracks: families together, at most three in one, resistivities by powers of ten where all are positive. */
export const tracksOf = (curves: readonly CurveFacts[]): Track[] => {
  const groups = new Map<string, CurveFacts[][]>();
  for (const curve of curves) {
    const family = familyOf(curve);
    const parts = groups.get(family) ?? [];
    const last = parts.at(-1);
    if (last !== undefined && last.length < mostInTrack) last.push(curve);
    else parts.push([curve]);
    groups.set(family, parts);
  }
  // Colours go on from track to track, so that a curve is known by its own among those that are read together.
  let before = 0;
  return [...groups].flatMap(([family, parts]) =>
    parts.map((part) => {
      before += part.length;
      return trackOf(part, family === 'resistivity', before - part.length);
    }),
  );
};

/** Where a value lies between the edges of its track: 0 left, 1 right; beyond them it stays just outside. */
export const shareOf = (
  { log, left, right }: Pick<TrackCurve, 'log' | 'left' | 'right'>,
  value: number,
): number => {
  const share = log
    ? Math.log(Math.max(value, left / 10) / left) / Math.log(right / left)
    : (value - left) / (right - left);
  return Math.min(Math.max(share, -0.02), 1.02);
};
/** Where lines of the grid stand in a track, as shares of its width. */
export const gridOf = ({ curves }: Track): number[] => {
  const [first] = curves;
  if (first === undefined) return [];
  const ticks = first.log ? logTicks(first.left, first.right) : niceTicks(first.left, first.right, 5);
  return ticks.map((tick) => shareOf(first, tick)).filter((share) => share > 0.001 && share < 0.999);
};
