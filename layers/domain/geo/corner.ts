import type { Bilingual } from '../text.ts';
import { type Crs, isZone, zoneOf } from './crs.ts';
import { formatDegrees, parseDegrees } from './degrees.ts';
import { BadPlace, lonLatOf, looksSwapped, projectTo } from './place.ts';
import type { Position } from './polygon.ts';

/** How a corner is written: decimal degrees, degrees with minutes and seconds, or metres in a 3° zone of CGCS2000 with its number. */
export const cornerForms = ['decimal', 'dms', 'projected'] as const;
export type CornerForm = (typeof cornerForms)[number];
export type ReadCorner = { ok: true; corner: Position; form: CornerForm } | { ok: false; text: Bilingual };

const refuse = (zh: string, en: string): ReadCorner => ({ ok: false, text: { zh, en } });
const unreadable = (): ReadCorner =>
  refuse(
    '无法识别坐标。请先写经度后写纬度，如“116.39, 39.90”“E116°23′24″ N39°54′00″”，或带带号的横、纵坐标“39447943.1, 4417934.2”。',
    'Not a place. Longitude first, then latitude, as “116.39, 39.90” or “E116°23′24″ N39°54′00″”, or easting with its zone and northing, as “39447943.1, 4417934.2”.',
  );

const step = 1_000_000;
const projected = (x: number, y: number): ReadCorner => {
  const zone = Math.floor(x / step);
  if (!isZone(3, zone))
    return refuse(
      '横坐标应以三度带带号（25–45）开头，如 39447943.1。',
      'The easting must begin with the number of a 3° zone (25–45), as 39447943.1.',
    );
  const crs: Crs = { kind: 'gauss-kruger', datum: 'CGCS2000', width: 3, zone, prefixed: true };
  try {
    const { longitude, latitude } = lonLatOf({ crs, x, y });
    return { ok: true, corner: [longitude, latitude], form: 'projected' };
  } catch (error) {
    if (error instanceof BadPlace) return { ok: false, text: error.text };
    throw error;
  }
};

const plainNumber = /^[-+]?\d+(?:\.\d+)?$/;
/** The two halves of a line: at a comma, before the letter of the latitude, or at the only gap. */
const halves = (text: string): [string, string] | undefined => {
  const given = text.normalize('NFKC').trim();
  const parts = given.split(/\s*[,，;；、\t]\s*/).filter((part) => part !== '');
  const [first, second, ...more] = parts.length > 1 ? parts : splitByAxis(given);
  return first === undefined || second === undefined || more.length > 0 ? undefined : [first, second];
};
const splitByAxis = (given: string): string[] => {
  const before = /^(.*\S)\s*((?:北纬|北緯|南纬|南緯|[NSns]).*)$/.exec(given);
  if (before !== null) {
    const [, first = '', second = ''] = before;
    // A letter at the end closes the latitude instead of beginning it: `116°23′E 39°54′N`.
    if (/\d/.test(second)) return [first, second];
  }
  const after = /^(.*?(?:[EWew]|东|西))\s+(.*)$/.exec(given);
  if (after !== null && /\d/.test(after[1] ?? '')) return after.slice(1);
  return given.split(/\s+/);
};

/**
 * A corner as somebody typed it, in any of the forms, longitude first; what was typed in one of the forms of geographic degrees may
 * mix them. Degrees are taken as CGCS2000 (WGS 84 is the same here). A pair that lies in China only after an exchange is refused, since it
 * was typed the other way round.
 */
export const readCorner = (text: string): ReadCorner => {
  const parts = halves(text);
  if (parts === undefined) return unreadable();
  if (parts.every((part) => plainNumber.test(part))) {
    const [x, y] = [Number(parts[0]), Number(parts[1])];
    if (x >= step) return projected(x, y);
  }
  const longitude = parseDegrees(parts[0], 'longitude');
  const latitude = parseDegrees(parts[1], 'latitude');
  const swapped = () =>
    refuse(
      '经度和纬度的顺序反了：请先写经度。',
      'Longitude and latitude are exchanged: longitude comes first.',
    );
  if (longitude === undefined || latitude === undefined)
    return parseDegrees(parts[1], 'longitude') !== undefined &&
      parseDegrees(parts[0], 'latitude') !== undefined
      ? swapped()
      : unreadable();
  if (looksSwapped({ longitude, latitude })) return swapped();
  const form = parts.every((part) => plainNumber.test(part)) ? 'decimal' : 'dms';
  return { ok: true, corner: [longitude, latitude], form };
};

/** A corner in one of the forms: 1e-6°, a hundredth of a second, or a centimetre. Outside the zones of China degrees are given instead. */
export const writeCorner = ([longitude, latitude]: Position, form: CornerForm): string => {
  const zone = zoneOf(3, longitude);
  if (form === 'projected' && isZone(3, zone) && latitude >= 0) {
    const crs = { kind: 'gauss-kruger', datum: 'CGCS2000', width: 3, zone, prefixed: true } as const;
    const { x, y } = projectTo(crs, { longitude, latitude });
    return `${x.toFixed(2)}, ${y.toFixed(2)}`;
  }
  return form === 'decimal'
    ? `${trimmed(longitude)}, ${trimmed(latitude)}`
    : `${formatDegrees(longitude, 'longitude', 2)} ${formatDegrees(latitude, 'latitude', 2)}`;
};
const trimmed = (value: number): string => String(Math.round(value * 1e6) / 1e6);
