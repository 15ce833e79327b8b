import type { Box } from '../geo/extent.ts';
import type { Crs } from '../geo/place.ts';
import type { Tag } from './ifd.ts';

const KEYS = 34735;
const DOUBLES = 34736;
const TEXTS = 34737;
const SCALE = 33550;
const TIE = 33922;
const MATRIX = 34264;

/** The key directory of GeoTIFF (OGC 19-008, 7.1): key → number or text. */
export function geoKeys(tags: ReadonlyMap<number, Tag>): Map<number, number | string> {
  const keys = new Map<number, number | string>();
  const numbers = tags.get(KEYS)?.numbers ?? [];
  const doubles = tags.get(DOUBLES)?.numbers ?? [];
  const texts = tags.get(TEXTS)?.text ?? '';
  for (let i = 4; i + 3 < numbers.length && keys.size < (numbers[3] ?? 0); i += 4) {
    const [id = 0, place = 0, count = 0, value = 0] = numbers.slice(i, i + 4);
    if (place === 0) keys.set(id, value);
    else if (place === DOUBLES) keys.set(id, doubles[value] ?? Number.NaN);
    else if (place === TEXTS) keys.set(id, texts.slice(value, value + count).replace(/[|\0]+$/, ''));
  }
  return keys;
}

const USER_DEFINED = 32767;

/** The coordinate reference system of the keys: projected (3072), geographic (2048), or only its citation. */
export function crsOfKeys(keys: ReadonlyMap<number, number | string>): Crs | undefined {
  if (keys.size === 0) return undefined;
  const code = (key: number) => {
    const value = keys.get(key);
    return typeof value === 'number' && value > 0 && value < USER_DEFINED ? value : undefined;
  };
  const text = (key: number) => {
    const value = keys.get(key);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const model = keys.get(1024);
  const name = text(3073) ?? text(1026) ?? text(2049);
  const projected = code(3072);
  if (model === 2 || (model === undefined && projected === undefined && code(2048) !== undefined))
    return { epsg: code(2048), name: text(2049) ?? name, geographic: true };
  if (projected === undefined && name === undefined && code(2048) === undefined) return undefined;
  return {
    epsg: projected,
    name: name ?? (projected === undefined ? `projection on EPSG:${code(2048)}` : undefined),
  };
}

/** Box of the image in its own system, from scale and tie point or from the matrix (OGC 19-008, 7.3). */
export function imageBox(
  tags: ReadonlyMap<number, Tag>,
  keys: ReadonlyMap<number, number | string>,
  width: number,
  height: number,
): Box | undefined {
  const corner = cornerFunction(tags, keys.get(1025) === 2 ? -0.5 : 0);
  if (!corner) return undefined;
  const corners = [corner(0, 0), corner(width, 0), corner(0, height), corner(width, height)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const box: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  return box.every(Number.isFinite) ? box : undefined;
}

function cornerFunction(
  tags: ReadonlyMap<number, Tag>,
  shift: number,
): ((column: number, row: number) => [number, number]) | undefined {
  const matrix = tags.get(MATRIX)?.numbers;
  if (matrix && matrix.length >= 8) {
    const [a = 0, b = 0, , d = 0, e = 0, f = 0, , h = 0] = matrix;
    return (column, row) => [
      a * (column + shift) + b * (row + shift) + d,
      e * (column + shift) + f * (row + shift) + h,
    ];
  }
  const [sx, sy] = tags.get(SCALE)?.numbers ?? [];
  const tie = tags.get(TIE)?.numbers;
  if (sx === undefined || sy === undefined || !tie || tie.length < 6) return undefined;
  const [i = 0, j = 0, , x = 0, y = 0] = tie;
  return (column, row) => [x + (column + shift - i) * sx, y - (row + shift - j) * sy];
}
