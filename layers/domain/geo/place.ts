import type { Bilingual } from '../text.ts';
import { type Crs, isZone, meridianOf } from './crs.ts';
import type { Datum } from './datum.ts';
import { type LonLat, type Plane, project, unproject } from './gauss-kruger.ts';

const falseEasting = 500_000;
/** Beyond this a point lies so far outside its zone that the zone must be wrong: about 6° at the equator. */
const widestEasting = 700_000;
const zoneStep = 1_000_000;

/** A place as it was given. Geographic: `x` longitude and `y` latitude in degrees; projected: `x` easting, `y` northing in metres. */
export type Given = { crs: Crs; x: number; y: number };
/** How a derived place was computed, and to how many metres it may be trusted. */
export type Derived = LonLat & {
  datum: 'CGCS2000';
  method: 'as-given' | 'projection' | 'datum-taken-as-equal';
  accuracyMetres: number;
};

/**
 * What a datum taken for CGCS2000 may be off, in metres. The official transformation parameters are secret and are not used
 * here; 100 m is what domain.md §7.1 lets one claim at best. WGS 84 and CGCS2000 agree to well below a metre.
 */
export const assumedShiftMetres: Readonly<Record<Datum, number>> = {
  CGCS2000: 0,
  WGS84: 1,
  Xian80: 100,
  Beijing54: 100,
};

export class BadPlace extends Error {
  readonly code: string;
  readonly text: Bilingual;
  constructor(code: string, text: Bilingual) {
    super(text.en);
    this.name = 'BadPlace';
    this.code = code;
    this.text = text;
  }
}

const outside = (): BadPlace =>
  new BadPlace('outside-system', {
    zh: '坐标超出该坐标系的范围；请检查带号、单位（米或度）和坐标顺序。',
    en: 'The place lies outside its coordinate system: check zone, unit (metres or degrees) and order.',
  });

const planeOf = ({ crs, x, y }: Given & { crs: { kind: 'gauss-kruger' } }): Plane => {
  const expected = crs.prefixed ? crs.zone * zoneStep + falseEasting : falseEasting;
  const east = x - expected;
  if (Math.abs(east) <= widestEasting && y >= 0 && y < 10_002_000) return { x: y, y: east };
  const found = Math.floor(x / zoneStep);
  if (crs.prefixed && found !== crs.zone && isZone(crs.width, found))
    throw new BadPlace('other-zone', {
      zh: `横坐标带号为 ${found}，与坐标系的 ${crs.zone} 带不符。`,
      en: `The easting begins with zone ${found}, the system is zone ${crs.zone}.`,
    });
  throw outside();
};

const isGaussKruger = (given: Given): given is Given & { crs: { kind: 'gauss-kruger' } } =>
  given.crs.kind === 'gauss-kruger';

/** Longitude and latitude of a place on the datum in which it was given. Throws BadPlace. */
export const lonLatOf = (given: Given): LonLat => {
  if (isGaussKruger(given)) {
    const { datum, width, zone } = given.crs;
    return unproject(datum, meridianOf(width, zone), planeOf(given));
  }
  const { x: longitude, y: latitude } = given;
  if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) throw outside();
  return { longitude, latitude };
};

/** The place in CGCS2000, with how it came about. The given value stays what counts. Throws BadPlace. */
export const toCgcs2000 = (given: Given, shift = assumedShiftMetres): Derived => {
  const { datum, kind } = given.crs;
  const own = datum === 'CGCS2000';
  return {
    ...lonLatOf(given),
    datum: 'CGCS2000',
    method: own ? (kind === 'geographic' ? 'as-given' : 'projection') : 'datum-taken-as-equal',
    accuracyMetres: shift[datum],
  };
};

/** Easting and northing in metres of a place on the system's own datum. */
export const projectTo = (
  crs: Extract<Crs, { kind: 'gauss-kruger' }>,
  place: LonLat,
): { x: number; y: number } => {
  const plane = project(crs.datum, meridianOf(crs.width, crs.zone), place);
  return { x: plane.y + falseEasting + (crs.prefixed ? crs.zone * zoneStep : 0), y: plane.x };
};

/** Gauss–Krüger systems in which a bare pair of metres could have been meant: by the prefix of its easting, else none. */
export const guessZones = (x: number): { width: 3 | 6; zone: number }[] => {
  const zone = Math.floor(x / zoneStep);
  return ([3, 6] as const).flatMap((width) => (isZone(width, zone) ? [{ width, zone }] : []));
};

/** Whether the pair reads like latitude and longitude swapped: inside China only after an exchange. */
export const looksSwapped = ({ longitude, latitude }: LonLat): boolean =>
  !inChina({ longitude, latitude }) && inChina({ longitude: latitude, latitude: longitude });

/** The box around China with its seas, in degrees: a plausibility check, no boundary. */
const china = { west: 73, east: 136, south: 3, north: 54 };
export const inChina = ({ longitude, latitude }: LonLat): boolean =>
  longitude >= china.west && longitude <= china.east && latitude >= china.south && latitude <= china.north;
