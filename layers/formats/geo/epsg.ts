/** Ellipsoids of the systems used in China. */
const CGCS2000 = '+ellps=GRS80';
const XIAN80 = '+a=6378140 +rf=298.257';
const BEIJING54 = '+ellps=krass';

const gaussKruger = (ellipsoid: string, meridian: number, falseEasting: number) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 ${ellipsoid} +units=m +no_defs`;

/** Runs of Gauss-Kruger codes: first code, first zone or meridian, step of the meridian, zone number in the easting. */
type Run = {
  first: number;
  count: number;
  ellipsoid: string;
  meridian: number;
  step: 3 | 6;
  zone: number | undefined;
};

/** EPSG registry, China 6- and 3-degree Gauss-Kruger systems, with and without zone prefix. */
const runs: readonly Run[] = [
  { first: 4491, count: 11, ellipsoid: CGCS2000, meridian: 75, step: 6, zone: 13 },
  { first: 4502, count: 11, ellipsoid: CGCS2000, meridian: 75, step: 6, zone: undefined },
  { first: 4513, count: 21, ellipsoid: CGCS2000, meridian: 75, step: 3, zone: 25 },
  { first: 4534, count: 21, ellipsoid: CGCS2000, meridian: 75, step: 3, zone: undefined },
  { first: 2327, count: 11, ellipsoid: XIAN80, meridian: 75, step: 6, zone: 13 },
  { first: 2338, count: 11, ellipsoid: XIAN80, meridian: 75, step: 6, zone: undefined },
  { first: 2349, count: 21, ellipsoid: XIAN80, meridian: 75, step: 3, zone: 25 },
  { first: 2370, count: 21, ellipsoid: XIAN80, meridian: 75, step: 3, zone: undefined },
  { first: 2401, count: 21, ellipsoid: BEIJING54, meridian: 75, step: 3, zone: 25 },
  { first: 2422, count: 21, ellipsoid: BEIJING54, meridian: 75, step: 3, zone: undefined },
  { first: 21413, count: 11, ellipsoid: BEIJING54, meridian: 75, step: 6, zone: 13 },
  { first: 21453, count: 11, ellipsoid: BEIJING54, meridian: 75, step: 6, zone: undefined },
];

/** Geographic systems: CGCS2000, Xian 1980, Beijing 1954, WGS 84 and common others. */
const geographic = new Set([
  4326, 4490, 4610, 4214, 4269, 4267, 4258, 4283, 4979, 4480, 4612, 4230, 4277, 4617, 4674, 7844,
]);

function universalMercator(code: number): string | undefined {
  const zones: readonly [number, string][] = [
    [32600, '+datum=WGS84'],
    [32700, '+south +datum=WGS84'],
    [26900, '+ellps=GRS80'],
    [26700, '+ellps=clrk66'],
    [25800, '+ellps=GRS80'],
    [28300, '+south +ellps=GRS80'],
    [7800, '+south +ellps=GRS80'],
    [32200, '+ellps=WGS72'],
  ];
  const found = zones.find(([base]) => code > base && code <= base + 60);
  return found && `+proj=utm +zone=${code - found[0]} ${found[1]} +units=m +no_defs`;
}

/** True for systems whose coordinates are longitude and latitude. */
export const isGeographic = (code: number) => geographic.has(code);

/**
 * The proj definition of an EPSG code; undefined when it is not known here. Datum shifts of up to some
 * hundred metres are left out: the result places a map, it does not survey.
 */
export function epsgDefinition(code: number): string | undefined {
  if (geographic.has(code)) return '+proj=longlat +datum=WGS84 +no_defs';
  if (code === 3857 || code === 900913 || code === 3785)
    return '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs';
  const run = runs.find(({ first, count }) => code >= first && code < first + count);
  if (!run) return universalMercator(code);
  const index = code - run.first;
  const easting = 500_000 + (run.zone === undefined ? 0 : (run.zone + index) * 1_000_000);
  return gaussKruger(run.ellipsoid, run.meridian + index * run.step, easting);
}
