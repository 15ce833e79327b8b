import { crsOfEpsg, meridianOf } from '@geoarchive/domain/geo/crs.ts';
import { datums } from '@geoarchive/domain/geo/datum.ts';

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
  const crs = crsOfEpsg(code);
  if (crs?.kind !== 'gauss-kruger') return universalMercator(code);
  const { a, inverseFlattening } = datums[crs.datum];
  const easting = 500_000 + (crs.prefixed ? crs.zone * 1_000_000 : 0);
  const meridian = meridianOf(crs.width, crs.zone);
  return `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${easting} +y_0=0 +a=${a} +rf=${inverseFlattening} +units=m +no_defs`;
}
