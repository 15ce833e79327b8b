import { bytes } from './build.ts';

export type TiffTag = { id: number; type: 2 | 3 | 4 | 12; values: number[] | string };

/** A little-endian TIFF with one directory and one strip. */
export function buildTiff(
  extra: TiffTag[] = [],
  { width = 10, height = 8, strip = -1, next = 0 } = {},
): Buffer {
  const tags: TiffTag[] = [
    { id: 256, type: 4, values: [width] },
    { id: 257, type: 4, values: [height] },
    { id: 258, type: 3, values: [8] },
    { id: 259, type: 3, values: [1] },
    { id: 262, type: 3, values: [1] },
    { id: 273, type: 4, values: [8] },
    { id: 277, type: 3, values: [1] },
    { id: 279, type: 4, values: [strip < 0 ? width * height : strip] },
    ...extra,
  ];
  tags.sort((a, b) => a.id - b.id);
  const pixels = Buffer.alloc(width * height, 7);
  const start = 8 + pixels.length;
  let far = start + 2 + 12 * tags.length + 4;
  const values: Buffer[] = [];
  const entries = tags.map(({ id, type, values: list }) => {
    const raw =
      typeof list === 'string'
        ? Buffer.from(`${list}\0`)
        : bytes(type === 3 ? { u16: list } : type === 4 ? { u32: list } : { f64: list });
    const count = typeof list === 'string' ? raw.length : list.length;
    const head = bytes({ u16: [id, type] }, { u32: [count] });
    if (raw.length <= 4) return bytes(head, raw, Buffer.alloc(4 - raw.length));
    values.push(raw);
    far += raw.length;
    return bytes(head, { u32: [far - raw.length] });
  });
  return bytes(
    'II',
    { u16: [42] },
    { u32: [start] },
    pixels,
    { u16: [tags.length] },
    ...entries,
    { u32: [next] },
    ...values,
  );
}

/** Tags of a GeoTIFF: one degree or metre per pixel scale, tie point at the upper left corner, EPSG code. */
export function geoTags(
  epsg: number,
  [x, y]: [number, number],
  scale: number,
  projected: boolean,
): TiffTag[] {
  return [
    { id: 33550, type: 12, values: [scale, scale, 0] },
    { id: 33922, type: 12, values: [0, 0, 0, x, y, 0] },
    {
      id: 34735,
      type: 3,
      values: [1, 1, 0, 3, 1024, 0, 1, projected ? 1 : 2, 1025, 0, 1, 1, projected ? 3072 : 2048, 0, 1, epsg],
    },
  ];
}
