import { type HoleHeader, headerTable } from '@geoarchive/domain/subsurface/header.ts';
import type { FilePlace, Remark } from '@geoarchive/domain/subsurface/remark.ts';
import { comparedNumber } from '@geoarchive/domain/subsurface/same-hole.ts';
import type { Draft } from './drafts.ts';
import { remarkOf } from './part.ts';
import { texts } from './texts.ts';

const keys = headerTable.columns.map(({ key }) => key);
const shown = ({ file, sheet, row }: FilePlace): string =>
  [file, sheet, row === undefined ? undefined : `#${row}`].filter(Boolean).join(' ');

const placeKeys = new Set(['x', 'y', 'crs']);
const differ = (key: string, known: unknown, value: unknown, lesser: boolean): boolean => {
  if (key === 'unifiedNumber') return comparedNumber(String(known)) !== comparedNumber(String(value));
  // The type of a log's hole was concluded from its format, nobody said it.
  return known !== value && !(lesser && key === 'holeType');
};
/** What a log says gives way to a table; but logs with two unified numbers are of two wells, unless a table says which is meant. */
const giveWay = (key: string, known: boolean, other: boolean): boolean =>
  key === 'unifiedNumber' ? other && !known : other || known;

/** The header of a hole of all that say something about it. Two tables that disagree are an error; what is said by the way gives way. */
export const mergedHeader = (
  { headers }: Draft,
  tell: (remark: Remark) => void,
): { header: HoleHeader; place: FilePlace } => {
  const ordered = [...headers].sort((a, b) => Number(a.lesser ?? false) - Number(b.lesser ?? false));
  const [first] = ordered;
  const place = first?.place ?? { file: '' };
  const hole = first?.names[0] ?? '';
  const values = new Map<string, { value: unknown; place: FilePlace; lesser: boolean }>();
  // A place means nothing but in its own system: both are taken from the surest that has a place.
  const placed = ordered.find(({ values: { x, y } }) => x !== undefined && y !== undefined);
  const sources = placed === undefined ? ordered : [placed, ...ordered.filter((one) => one !== placed)];
  for (const key of keys) {
    const ofPlace = placed !== undefined && placeKeys.has(key);
    for (const source of ofPlace ? sources : ordered) {
      const { values: said, place: here } = source;
      const value: unknown = Reflect.get(said, key);
      if (value === undefined || key === 'hole') continue;
      const lesser = source.lesser ?? false;
      const known = values.get(key);
      if (known === undefined) {
        if (!ofPlace || source === placed) values.set(key, { value, place: here, lesser });
      } else if (differ(key, known.value, value, lesser)) {
        const column = headerTable.columns.find((one) => one.key === key)?.label.zh ?? key;
        const [a, b] = [String(known.value), String(value)];
        const both = { hole, column, a, b, placeA: shown(known.place), placeB: shown(here) };
        const said = giveWay(key, known.lesser, lesser) ? texts.lesser : texts.disagree;
        tell(remarkOf(said, { ...here, column, hole }, both));
      }
    }
  }
  const plain = Object.fromEntries([...values].map(([key, { value }]) => [key, value]));
  // Each value was read as its column declares it.
  const said = plain as Partial<HoleHeader>;
  return { place, header: { holeType: 'other', ...said, hole } };
};
