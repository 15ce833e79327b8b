import { parseDegrees } from '@geoarchive/domain/geo/degrees.ts';
import { readDay } from '@geoarchive/domain/sheets/day.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import type { Item } from '@geoarchive/formats/las/section.ts';
import { metresIn } from '../logs/units.ts';
import type { Content } from './content.ts';

const itemOf = (items: readonly Item[], names: readonly string[]): Item | undefined => {
  for (const name of names) {
    const found = items.find(({ mnemonic }) => mnemonic.toUpperCase() === name);
    if (found !== undefined && (found.value !== '' || found.description !== '')) return found;
  }
  return undefined;
};
const meaningless = /^(unknown|n\/?a|none|-+|null|\?+|-999.*)$/i;

/**
 * The words of an item. In LAS 1.2 they stand behind the colon, but many files have them before it: there the other side serves when one
 * is empty.
 */
const wordsOf = ({ version }: Content, item: Item | undefined): string | undefined => {
  if (item === undefined) return undefined;
  const text = (version < 2 ? item.description || item.value : item.value).trim();
  return text === '' || meaningless.test(text) ? undefined : text;
};

/** What the header items of a log say of its hole: number, names, place, elevations in metres. */
export const headerOf = (content: Content): { names: string[]; values: Partial<HoleHeader> } => {
  const all = [...content.well, ...content.parameters];
  const words = (...names: string[]) => wordsOf(content, itemOf(all, names));
  const wellWords = (...names: string[]) => wordsOf(content, itemOf(content.well, names));
  const metres = (...names: string[]): number | undefined => {
    const item = itemOf(all, names);
    const number = Number.parseFloat((wordsOf(content, item) ?? '').replace(',', '.'));
    if (item === undefined || !Number.isFinite(number)) return undefined;
    return Math.round(number * (metresIn(item.unit) ?? 1) * 10_000) / 10_000;
  };
  const degrees = (axis: 'longitude' | 'latitude', ...names: string[]): number | undefined => {
    const text = words(...names)?.replace(/\b(deg|degrees)\b\.?/gi, '°') ?? '';
    return parseDegrees(text, axis);
  };
  const day = (...names: string[]): string | undefined => {
    const read = readDay(words(...names) ?? '');
    return 'day' in read ? read.day : undefined;
  };
  const unified = wellWords('UWI', 'API', 'APIN');
  const names = [wellWords('WELL', 'WN', 'WNAM', 'WELLNAME'), unified].flatMap((name) =>
    name === undefined ? [] : [name.slice(0, 60)],
  );
  const [x, y] = [
    degrees('longitude', 'LONG', 'LON', 'LONGITUDE', 'SLON', 'X_LON'),
    degrees('latitude', 'LATI', 'LAT', 'LATITUDE', 'SLAT', 'Y_LAT'),
  ];
  const ground = metres('EGL', 'GL', 'GLEV', 'ELEV', 'ELEVGL');
  const bushing = metres('EKB', 'KB', 'EREF');
  const height = ground === undefined || bushing === undefined ? undefined : bushing - ground;
  const values: { [K in keyof HoleHeader]?: HoleHeader[K] | undefined } = {
    holeType: unified !== undefined || wellWords('COMP', 'FLD') !== undefined ? 'oil-gas' : 'other',
    unifiedNumber: unified?.slice(0, 60),
    block: wellWords('FLD', 'FIELD')?.slice(0, 100),
    ...(x === undefined || y === undefined
      ? {}
      : { x, y, crs: words('GDAT', 'HZCS', 'GEODATUM', 'DATU')?.slice(0, 100) }),
    elevation: ground !== undefined && ground > -500 && ground < 9000 ? ground : undefined,
    kellyBushing:
      height !== undefined && height >= 0 && height < 100 ? Math.round(height * 1000) / 1000 : undefined,
    finalDepth: metres('TDD', 'TDL', 'TD', 'DRTD', 'LGTD') || undefined,
    startedOn: day('SPUD', 'SPDT', 'DSPD'),
    completedOn: day('DCMP', 'CMPL'),
    remarks: wellWords('LOC', 'LOCATION')?.slice(0, 500),
  };
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  // Only what is undefined was taken out.
  return { names, values: said as Partial<HoleHeader> };
};
