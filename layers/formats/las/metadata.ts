import { parseDegrees } from '../geo/degrees.ts';
import type { LasContent } from './parse.ts';
import { lasVersion, wellItem, wellValue } from './well.ts';

const number = (text: string | undefined) => {
  const value = Number(text);
  return text === undefined || !Number.isFinite(value) ? text : value;
};

/** Metadata of a well log, under the names the catalogue uses. */
export function lasMetadata(content: LasContent): Record<string, unknown> {
  const version = lasVersion(content);
  const value = (...mnemonics: string[]) => wellValue(content, ...mnemonics);
  const longitude = parseDegrees(value('LONG', 'LON', 'LONGITUDE', 'SLON', 'X_LON') ?? '', 180);
  const latitude = parseDegrees(value('LATI', 'LAT', 'LATITUDE', 'SLAT', 'Y_LAT') ?? '', 90);
  const placed = longitude !== undefined && latitude !== undefined;
  const wellName = value('WELL', 'WN', 'WNAM');
  const metadata: Record<string, unknown> = {
    version:
      content.version.find(({ mnemonic }) => mnemonic.toUpperCase() === 'VERS')?.value.split(/\s/)[0] ??
      String(version),
    wrapped: content.version.some(
      ({ mnemonic, value: wrap }) => mnemonic.toUpperCase() === 'WRAP' && /^YES/i.test(wrap),
    ),
    title: wellName,
    wellName,
    uwi: value('UWI', 'API'),
    company: value('COMP'),
    field: value('FLD'),
    location: value('LOC'),
    serviceCompany: value('SRVC'),
    date: value('DATE'),
    start: number(value('STRT')),
    stop: number(value('STOP')),
    step: number(value('STEP')),
    indexUnit: wellItem(content, 'STRT')?.unit,
    null: number(value('NULL')),
    curves: content.curves
      .slice(0, 1000)
      .map(({ mnemonic, unit, description }) => ({ mnemonic, unit, description })),
    curveCount: content.curves.length,
    rows: content.data?.rows ?? content.otherRows,
    ...(placed
      ? { bbox: [longitude, latitude, longitude, latitude], crs: 'EPSG:4326', crsAssumed: true }
      : {}),
  };
  for (const [key, entry] of Object.entries(metadata)) if (entry === undefined) delete metadata[key];
  return metadata;
}
