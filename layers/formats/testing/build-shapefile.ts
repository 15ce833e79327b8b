import { encode } from 'iconv-lite';
import { bytes } from './build.ts';

const header = (length: number, type: number, box: number[]) =>
  bytes({ u32be: [9994, 0, 0, 0, 0, 0, length / 2] }, { u32: [1000, type] }, { f64: [...box, 0, 0, 0, 0] });

/** A shapefile of points with its index. */
export function buildPoints(points: [number, number][]): { shp: Buffer; shx: Buffer } {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box =
    points.length === 0 ? [0, 0, 0, 0] : [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const records = points.map(([x, y], i) => bytes({ u32be: [i + 1, 10] }, { u32: [1] }, { f64: [x, y] }));
  const entries = points.map((_, i) => bytes({ u32be: [50 + 14 * i, 10] }));
  return {
    shp: bytes(header(100 + 28 * points.length, 1, box), ...records),
    shx: bytes(header(100 + 8 * points.length, 1, box), ...entries),
  };
}

/** A dBASE table of text columns in an encoding. */
export function buildDbf(columns: string[], rows: string[][], encoding = 'gbk', driver = 0): Buffer {
  const width = 20;
  const field = (name: string) => {
    const raw = Buffer.alloc(32);
    encode(name, encoding).copy(raw, 0, 0, 10);
    raw.write('C', 11, 'latin1');
    raw[16] = width;
    return raw;
  };
  const cell = (text: string) => {
    const raw = Buffer.alloc(width, 0x20);
    encode(text, encoding).copy(raw, 0, 0, width);
    return raw;
  };
  const head = Buffer.alloc(32);
  head.set([3, 124, 1, 1]);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(33 + 32 * columns.length, 8);
  head.writeUInt16LE(1 + width * columns.length, 10);
  head[29] = driver;
  return bytes(
    head,
    ...columns.map(field),
    { u8: [0x0d] },
    ...rows.flatMap((row) => [Buffer.from(' '), ...row.map(cell)]),
    { u8: [0x1a] },
  );
}

/** Geographic CGCS2000, as ArcGIS writes it. */
export const CGCS2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** CGCS2000 Gauss-Kruger with central meridian 117°, as ArcGIS writes it. */
export const CGCS2000_117 =
  'PROJCS["CGCS2000_GK_CM_117E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
