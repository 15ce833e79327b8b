/** Degrees, minutes and seconds as the catalogue writes them (domain.md §7.1), and whatever people type for them. */

export type Axis = 'longitude' | 'latitude';
const letters = new Map<string, { axis: Axis; sign: 1 | -1 }>([
  ['E', { axis: 'longitude', sign: 1 }],
  ['W', { axis: 'longitude', sign: -1 }],
  ['N', { axis: 'latitude', sign: 1 }],
  ['S', { axis: 'latitude', sign: -1 }],
]);

const words: readonly [RegExp, string][] = [
  [/东经|東經|东|東/g, 'E'],
  [/西经|西經|西/g, 'W'],
  [/北纬|北緯|北/g, 'N'],
  [/南纬|南緯|南/g, 'S'],
];
/** Half-width, upper case, one mark each for degree, minute and second. */
const plain = (text: string): string =>
  words
    .reduce((so, [from, to]) => so.replace(from, to), text.normalize('NFKC').toUpperCase())
    .replace(/[度°º˚]/g, 'd')
    .replace(/''|′′/g, 's')
    .replace(/[分′'’‘ʹ]/g, 'm')
    .replace(/[秒″"”“ʺ]/g, 's')
    .replace(/\s+/g, ' ')
    .trim();

const number = String.raw`(\d+(?:\.\d+)?)`;
const marked = new RegExp(`^${number} ?d(?: ?${number} ?m?)?(?: ?${number} ?s?)?$`);
const spaced = new RegExp(`^${number}(?: ${number})?(?: ${number})?$`);
/** `1162315` and `395400`, as in E1162315: whole degrees, minutes and seconds without marks. */
const packed = /^(\d{2,3})(\d{2})(\d{2}(?:\.\d+)?)$/;

/**
 * Degrees from text such as `E084°00′00″`, `116°23′29.4"E`, `东经84度30分`, `39 54 15`, `-39.9042`, `N395415`; south and west are
 * negative. Undefined when it cannot be read, is beyond the axis, or names the other axis.
 */
export const parseDegrees = (text: string, axis: Axis): number | undefined => {
  const given = plain(text);
  const letter = letters.get(/^[EWNS]|[EWNS]$/.exec(given)?.[0] ?? '');
  if (letter !== undefined && letter.axis !== axis) return undefined;
  const negative = given.startsWith('-');
  const bare = given.replace(/^[-+]|^[EWNS] ?| ?[EWNS]$/g, '').trim();
  const found = marked.exec(bare) ?? (letter === undefined ? null : packed.exec(bare)) ?? spaced.exec(bare);
  if (found === null || (negative && letter !== undefined)) return undefined;
  const [degrees = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  if (minutes >= 60 || seconds >= 60) return undefined;
  if (minutes > 0 && !Number.isInteger(degrees)) return undefined;
  const value = degrees + minutes / 60 + seconds / 3600;
  if (value > (axis === 'longitude' ? 180 : 90)) return undefined;
  return (negative ? -1 : (letter?.sign ?? 1)) * value;
};

/** `E084°00′00″`, with `digits` decimals of a second. Rounded as a whole, so that 59.9996″ never becomes 60″. */
export const formatDegrees = (value: number, axis: Axis, digits = 0): string => {
  const letter = axis === 'longitude' ? (value < 0 ? 'W' : 'E') : value < 0 ? 'S' : 'N';
  const unit = 10 ** digits;
  const total = Math.round(Math.abs(value) * 3600 * unit);
  const seconds = (total % (60 * unit)) / unit;
  const minutes = Math.floor(total / (60 * unit)) % 60;
  const degrees = Math.floor(total / (3600 * unit));
  const two = (part: number, decimals = 0) =>
    part.toFixed(decimals).padStart(decimals === 0 ? 2 : decimals + 3, '0');
  return `${letter}${String(degrees).padStart(axis === 'longitude' ? 3 : 2, '0')}°${two(minutes)}′${two(seconds, digits)}″`;
};
