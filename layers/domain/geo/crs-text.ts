import { type Crs, crsOfEpsg, isZone, meridianOf } from './crs.ts';
import type { Datum } from './datum.ts';

/** How people name the datums of domain.md §7.1, in text already narrow and lower case. */
const datumWords: readonly (readonly [Datum, RegExp])[] = [
  [
    'CGCS2000',
    /cgcs ?2000|china geodetic coordinate system 2000|(国家|大地|坐标系?) ?2000|2000 ?(国家|坐标|大地|年)|^2000$/,
  ],
  ['Xian80', /西安|xi'?’?an|^(19)?80坐标|1980 ?(国家|年)|c80/],
  ['Beijing54', /北京|beijing|bj ?-?54|^(19)?54坐标|p54/],
  ['WGS84', /wgs ?-?_?(19)?84|^gps$/],
];
const degrees = /经纬|度分秒|地理坐标|geographic|lat.{0,8}lon|lon.{0,8}lat|degrees?\b(?! ?gauss)|\bgeo\b/;
const widths: readonly (readonly [3 | 6, RegExp])[] = [
  [3, /(3|三) ?(度|°|deg(ree)?s?) ?(分?带|zone)?(?!\d)|3-degree/],
  [6, /(6|六) ?(度|°|deg(ree)?s?) ?(分?带|zone)?(?!\d)|6-degree/],
];
/** Projections that have zones and metres as well, but are not that of Gauss and Krüger. */
const otherProjections = /utm|mercator|墨卡托/;
const meridian = /(?:中央(?:经线|子午线)|\bcm|central meridian|l0)[^\d]{0,4}(\d{2,3}(?:\.\d+)?)/;
const zoneWords = /(?:zone|带号|第) ?[:=]? ?(\d{2})(?!\d)|(?<!\d)(\d{2}) ?(?:号)?带/;
const zoneStep = 1_000_000;

/** The zone whose number leads an easting: those of 3° and of 6° do not overlap in China, so it says the width as well. */
const zoneOfPrefix = (x: number): { width: 3 | 6; zone: number } | undefined => {
  const zone = Math.floor(x / zoneStep);
  return ([3, 6] as const).flatMap((width) => (isZone(width, zone) ? [{ width, zone }] : []))[0];
};

const zoneOfText = (text: string, width: 3 | 6 | undefined): { width: 3 | 6; zone: number } | undefined => {
  const central = Number(meridian.exec(text)?.[1] ?? Number.NaN);
  const found = zoneWords.exec(text);
  const number = Number(found?.[1] ?? found?.[2] ?? Number.NaN);
  const fitting = (width === undefined ? ([3, 6] as const) : [width]).flatMap((one) => {
    const zone = Number.isNaN(number) ? (one === 3 ? central / 3 : (central + 3) / 6) : number;
    const agrees = Number.isNaN(central) || meridianOf(one, zone) === central;
    return isZone(one, zone) && agrees ? [{ width: one, zone }] : [];
  });
  // A meridian of both widths (117° is 39 of 3° and 20 of 6°) gives the same plane: 3° is as good as 6°.
  return fitting[0];
};

const epsgOfText = (text: string): number | undefined => {
  const found =
    /^(?:epsg|urn:ogc:def:crs:epsg)[:\s]*(?:[\d.]*:)?(\d{4,5})$|^(\d{4,5})$|\bepsg[: ]+(\d{4,5})\b/.exec(
      text,
    );
  const code = found?.[1] ?? found?.[2] ?? found?.[3];
  return code === undefined ? undefined : Number(code);
};

/**
 * The system that a text names: an EPSG code, or words such as “西安80 3度带 38带”, “CGCS2000 经纬度”, “WGS84”, “Beijing 1954 zone 20”. What the
 * words leave open the place may say without doubt: degrees by their size, a zone by the prefix of the easting. Undefined where anything
 * stays open; nothing is guessed.
 */
export const crsOfText = (given: string, x?: number, y?: number): Crs | undefined => {
  const text = given.normalize('NFKC').trim().toLowerCase();
  const code = epsgOfText(text);
  if (code !== undefined && text !== '2000') return crsOfEpsg(code);
  const named = datumWords.filter(([, words]) => words.test(text));
  const [datum] = named[0] ?? [];
  if (datum === undefined || named.length > 1) return undefined;
  if (otherProjections.test(text)) return undefined;
  const inDegrees = x !== undefined && y !== undefined && Math.abs(x) <= 180 && Math.abs(y) <= 180;
  const width = widths.find(([, words]) => words.test(text))?.[0];
  const plane = width !== undefined || zoneWords.test(text) || meridian.test(text);
  if (!plane && (degrees.test(text) || inDegrees)) return { kind: 'geographic', datum };
  const prefix = x === undefined ? undefined : zoneOfPrefix(x);
  const zone = zoneOfText(text, width) ?? (plane && zoneWords.test(text) ? undefined : prefix);
  if (zone === undefined || (width !== undefined && zone.width !== width)) return undefined;
  return { kind: 'gauss-kruger', datum, ...zone, prefixed: prefix !== undefined };
};

/** A system in words that `crsOfText` reads again. */
export const crsText = (crs: Crs): string =>
  crs.kind === 'geographic' ? `${crs.datum} 经纬度` : `${crs.datum} ${crs.width}度带 ${crs.zone}带`;
