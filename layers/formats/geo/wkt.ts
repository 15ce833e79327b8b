/** What a WKT text says about a coordinate reference system. */
export type WktCrs = { name: string; epsg: number | undefined; geographic: boolean; wkt: string };

const GEOGRAPHIC_NAMES: readonly [RegExp, number][] = [
  [/CGCS_?2000|China_Geodetic_Coordinate_System_2000|China Geodetic Coordinate System 2000/i, 4490],
  [/Xian_?(19)?80/i, 4610],
  [/Beijing_?(19)?54/i, 4214],
  [/WGS_?(19)?84|WGS 84/i, 4326],
];

/** EPSG code at the end of a WKT (AUTHORITY of version 1, ID of version 2), else by a known name. */
function codeOf(wkt: string, name: string, geographic: boolean): number | undefined {
  const authority = /(?:AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?|ID\s*\[\s*"EPSG"\s*,\s*)(\d+)"?\s*\]\s*\]\s*$/i.exec(
    wkt.trim(),
  );
  if (authority) return Number(authority[1]);
  if (geographic) return GEOGRAPHIC_NAMES.find(([pattern]) => pattern.test(name))?.[1];
  const utm = /WGS[ _]?(?:19)?84[ _/]*(?:\/ )?UTM[ _]zone[ _](\d+)([NS])/i.exec(name);
  return utm ? (utm[2]?.toUpperCase() === 'N' ? 32600 : 32700) + Number(utm[1]) : undefined;
}

/** Reads the head of a WKT; undefined when it is none or its brackets do not close. */
export function parseWkt(text: string): WktCrs | undefined {
  const wkt = text
    .replace(/^\uFEFF/, '')
    .replace(/\0+$/, '')
    .trim();
  const head = /^(\w+)\s*[[(]\s*"([^"]*)"/.exec(wkt);
  if (!head?.[1] || head[2] === undefined) return undefined;
  const kind = head[1].toUpperCase();
  if (!/^(PROJ|GEOG|GEOD|GEOC|COMPD|COMPOUND|BOUND|LOCAL_CS|VERT)/.test(kind)) return undefined;
  const plain = wkt.replace(/"[^"]*"/g, '');
  if ((plain.match(/[[(]/g) ?? []).length !== (plain.match(/[\])]/g) ?? []).length) return undefined;
  const geographic = /^(GEOG|GEOD)/.test(kind);
  return { name: head[2], epsg: codeOf(wkt, head[2], geographic), geographic, wkt };
}
