import type { Format } from '../core/format.ts';

const xml = async () => (await import('../xml/read.ts')).readXml;
const json = async () => (await import('../json/read.ts')).readJson;

/** Maps: vector data, drawings and spatial databases. */
export const mapFormats: readonly Format[] = [
  {
    id: 'shapefile',
    name: 'ESRI Shapefile',
    mime: 'application/vnd.shp',
    puid: 'x-fmt/235',
    extensions: ['shp'],
    reader: async () => (await import('../shapefile/read.ts')).readShapefile,
  },
  {
    id: 'shapefile-index',
    name: 'ESRI Shapefile index',
    mime: 'application/vnd.shx',
    extensions: ['shx'],
    reader: async () => (await import('../shapefile/read-index.ts')).readIndex,
  },
  {
    id: 'dbf',
    name: 'dBASE table',
    mime: 'application/vnd.dbf',
    extensions: ['dbf'],
    reader: async () => (await import('../shapefile/read-dbf.ts')).readDbf,
  },
  {
    id: 'esri-prj',
    name: 'Coordinate reference system (WKT)',
    mime: 'text/plain',
    extensions: ['prj', 'wkt', 'qpj'],
    reader: async () => (await import('../shapefile/read-prj.ts')).readPrj,
  },
  { id: 'code-page', name: 'Code page of a table', mime: 'text/plain', extensions: ['cpg', 'cst'] },
  { id: 'shapefile-spatial-index', name: 'ESRI spatial index', mime: 'application/octet-stream', extensions: ['sbn', 'sbx', 'qix', 'fbn', 'fbx'] },
  { id: 'mapgis-point', name: 'MapGIS points', mime: 'application/x-mapgis', extensions: ['wt'] },
  { id: 'mapgis-line', name: 'MapGIS lines', mime: 'application/x-mapgis', extensions: ['wl'] },
  { id: 'mapgis-polygon', name: 'MapGIS polygons', mime: 'application/x-mapgis', extensions: ['wp'] },
  { id: 'mapgis', name: 'MapGIS', mime: 'application/x-mapgis', extensions: ['wt', 'wl', 'wp', 'wn', 'wb', 'mpj'] },
  { id: 'dxf', name: 'AutoCAD DXF', mime: 'image/vnd.dxf', extensions: ['dxf'] },
  { id: 'dxf-binary', name: 'AutoCAD DXF (binary)', mime: 'image/vnd.dxf', puid: 'fmt/81', extensions: ['dxf'] },
  { id: 'dwg', name: 'AutoCAD drawing', mime: 'image/vnd.dwg', extensions: ['dwg', 'dwt', 'dws'] },
  { id: 'sqlite', name: 'SQLite database', mime: 'application/vnd.sqlite3', puid: 'fmt/729', extensions: ['sqlite', 'sqlite3', 'db', 'mbtiles'] },
  { id: 'geopackage', name: 'GeoPackage', mime: 'application/geopackage+sqlite3', puid: 'fmt/1700', extensions: ['gpkg'] },
  { id: 'gdb-table', name: 'ESRI file geodatabase member', mime: 'application/x-esri-gdb', extensions: ['gdbtable', 'gdbtablx', 'gdbindexes', 'atx', 'spx', 'freelist'] },
  { id: 'geojson', name: 'GeoJSON', mime: 'application/geo+json', puid: 'fmt/1367', extensions: ['geojson', 'json'], reader: json },
  { id: 'topojson', name: 'TopoJSON', mime: 'application/json', extensions: ['topojson', 'json'], reader: json },
  { id: 'stac', name: 'SpatioTemporal Asset Catalog', mime: 'application/json', extensions: ['json', 'geojson'], reader: json },
  { id: 'kml', name: 'KML', mime: 'application/vnd.google-earth.kml+xml', puid: 'fmt/244', extensions: ['kml', 'xml'], reader: xml },
  { id: 'kmz', name: 'KMZ', mime: 'application/vnd.google-earth.kmz', puid: 'fmt/724', extensions: ['kmz'], reader: async () => (await import('../zip/read.ts')).readZip },
  { id: 'gml', name: 'GML', mime: 'application/gml+xml', puid: 'fmt/1047', extensions: ['gml', 'xml'], reader: xml },
  { id: 'gpx', name: 'GPX', mime: 'application/gpx+xml', puid: 'fmt/1134', extensions: ['gpx'], reader: xml },
  { id: 'mapinfo-mif', name: 'MapInfo interchange', mime: 'application/x-mapinfo-mif', extensions: ['mif'] },
  { id: 'mapinfo-tab', name: 'MapInfo table', mime: 'application/x-mapinfo-tab', extensions: ['tab'] },
];
