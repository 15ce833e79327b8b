import type { Datum } from './datum.ts';

/**
 * A coordinate system in which a place may be given: longitude and latitude, or Gauss–Krüger with zones of 3° or 6°.
 * `prefixed`: the easting begins with the number of the zone (38 500 000 m on the meridian of zone 38).
 */
export type Crs =
  | { kind: 'geographic'; datum: Datum }
  | { kind: 'gauss-kruger'; datum: Datum; width: 3 | 6; zone: number; prefixed: boolean };

/** Zones that lie in China: 25–45 of 3°, 13–23 of 6° (domain.md §7.1). */
export const zones = { 3: { first: 25, last: 45 }, 6: { first: 13, last: 23 } } as const;

/** Central meridian in degrees east. */
export const meridianOf = (width: 3 | 6, zone: number): number => (width === 3 ? 3 * zone : 6 * zone - 3);

/** The zone whose meridian is nearest; a longitude on the border of two belongs to the eastern one. */
export const zoneOf = (width: 3 | 6, longitude: number): number =>
  width === 3 ? Math.floor((longitude + 1.5) / 3) : Math.floor(longitude / 6) + 1;

export const isZone = (width: 3 | 6, zone: number): boolean =>
  Number.isInteger(zone) && zone >= zones[width].first && zone <= zones[width].last;

/** First code of each run of the EPSG registry: by datum and width, with zone prefix and without. */
const runs: readonly { datum: Datum; width: 3 | 6; prefixed: boolean; first: number }[] = [
  { datum: 'CGCS2000', width: 6, prefixed: true, first: 4491 },
  { datum: 'CGCS2000', width: 6, prefixed: false, first: 4502 },
  { datum: 'CGCS2000', width: 3, prefixed: true, first: 4513 },
  { datum: 'CGCS2000', width: 3, prefixed: false, first: 4534 },
  { datum: 'Xian80', width: 6, prefixed: true, first: 2327 },
  { datum: 'Xian80', width: 6, prefixed: false, first: 2338 },
  { datum: 'Xian80', width: 3, prefixed: true, first: 2349 },
  { datum: 'Xian80', width: 3, prefixed: false, first: 2370 },
  { datum: 'Beijing54', width: 6, prefixed: true, first: 21413 },
  { datum: 'Beijing54', width: 6, prefixed: false, first: 21453 },
  { datum: 'Beijing54', width: 3, prefixed: true, first: 2401 },
  { datum: 'Beijing54', width: 3, prefixed: false, first: 2422 },
];
const geographic = new Map<number, Datum>([
  [4490, 'CGCS2000'],
  [4610, 'Xian80'],
  [4214, 'Beijing54'],
  [4326, 'WGS84'],
]);
const count = (width: 3 | 6): number => zones[width].last - zones[width].first + 1;

/** The system of an EPSG code; undefined for codes of other systems. */
export const crsOfEpsg = (code: number): Crs | undefined => {
  const datum = geographic.get(code);
  if (datum !== undefined) return { kind: 'geographic', datum };
  const run = runs.find(({ first, width }) => code >= first && code < first + count(width));
  if (run === undefined) return undefined;
  const { width, prefixed } = run;
  return {
    kind: 'gauss-kruger',
    datum: run.datum,
    width,
    prefixed,
    zone: zones[width].first + code - run.first,
  };
};

/** The EPSG code of a system; undefined where the registry has none (Gauss–Krüger on WGS 84, zones outside China). */
export const epsgOf = (crs: Crs): number | undefined => {
  if (crs.kind === 'geographic') return [...geographic].find(([, datum]) => datum === crs.datum)?.[0];
  const { datum, width, prefixed, zone } = crs;
  const run = runs.find((one) => one.datum === datum && one.width === width && one.prefixed === prefixed);
  return run === undefined || !isZone(width, zone) ? undefined : run.first + zone - zones[width].first;
};
