import iconv from 'iconv-lite';

export type Point = { x: number; y: number; name: string; depth: number };

const fileHeader = (words: number, points: readonly Point[]): Buffer => {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(words, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(1, 32);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  for (const [at, value] of [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].entries())
    header.writeDoubleLE(value, 36 + at * 8);
  return header;
};

const shp = (points: readonly Point[]): Buffer => {
  const records = points.map(({ x, y }, at) => {
    const record = Buffer.alloc(28);
    record.writeInt32BE(at + 1, 0);
    record.writeInt32BE(10, 4);
    record.writeInt32LE(1, 8);
    record.writeDoubleLE(x, 12);
    record.writeDoubleLE(y, 20);
    return record;
  });
  return Buffer.concat([fileHeader((100 + records.length * 28) / 2, points), ...records]);
};

const shx = (points: readonly Point[]): Buffer => {
  const records = points.map((_, at) => {
    const record = Buffer.alloc(8);
    record.writeInt32BE((100 + at * 28) / 2, 0);
    record.writeInt32BE(10, 4);
    return record;
  });
  return Buffer.concat([fileHeader((100 + records.length * 8) / 2, points), ...records]);
};

const field = (name: string, type: 'C' | 'N', length: number, decimals: number): Buffer => {
  const descriptor = Buffer.alloc(32);
  iconv.encode(name, 'gbk').copy(descriptor, 0, 0, 10);
  descriptor.write(type, 11, 'latin1');
  descriptor.writeUInt8(length, 16);
  descriptor.writeUInt8(decimals, 17);
  return descriptor;
};

const padded = (text: string, length: number): Buffer => {
  const bytes = Buffer.alloc(length, 0x20);
  iconv.encode(text, 'gbk').copy(bytes, 0, 0, length);
  return bytes;
};

/** Attributes in GBK, as Chinese desktop GIS write them; the language byte says so. */
const dbf = (points: readonly Point[]): Buffer => {
  const header = Buffer.alloc(32);
  header.writeUInt8(3, 0);
  header.set([126, 11, 22], 1);
  header.writeUInt32LE(points.length, 4);
  header.writeUInt16LE(32 + 64 + 1, 8);
  header.writeUInt16LE(1 + 20 + 10, 10);
  header.writeUInt8(0x4d, 29);
  const rows = points.map(({ name, depth }) =>
    Buffer.concat([Buffer.from(' '), padded(name, 20), padded(depth.toFixed(2).padStart(10), 10)]),
  );
  return Buffer.concat([
    header,
    field('孔号', 'C', 20, 0),
    field('孔深', 'N', 10, 2),
    Buffer.from([0x0d]),
    ...rows,
    Buffer.from([0x1a]),
  ]);
};

const cgcs2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

/** The five files of a point shapefile in CGCS2000 degrees (EPSG:4490), by extension. */
export const shapefile = (
  points: readonly Point[],
): Record<'shp' | 'shx' | 'dbf' | 'prj' | 'cpg', Buffer> => ({
  shp: shp(points),
  shx: shx(points),
  dbf: dbf(points),
  prj: Buffer.from(cgcs2000),
  cpg: Buffer.from('GBK'),
});
