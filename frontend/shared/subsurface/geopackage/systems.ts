/** A row of `gpkg_spatial_ref_sys`: a coordinate system, its definition as WKT 1. */
type System = { name: string; id: number; organization: string; code: number; definition: string };

const degrees = 'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]]';

/** CGCS2000 in degrees. */
export const cgcs2000 = 4490;

/** The three systems that every GeoPackage has (OGC 12-128r18, requirement 11), and that of the places of holes. */
export const systems: readonly System[] = [
  { name: 'Undefined Cartesian', id: -1, organization: 'NONE', code: -1, definition: 'undefined' },
  { name: 'Undefined geographic', id: 0, organization: 'NONE', code: 0, definition: 'undefined' },
  {
    name: 'WGS 84 geodetic',
    id: 4326,
    organization: 'EPSG',
    code: 4326,
    definition: `GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],${degrees},AUTHORITY["EPSG","4326"]]`,
  },
  {
    name: 'China Geodetic Coordinate System 2000',
    id: cgcs2000,
    organization: 'EPSG',
    code: cgcs2000,
    definition: `GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],${degrees},AUTHORITY["EPSG","4490"]]`,
  },
];
