import Flatbush from 'flatbush';
import * as z from 'zod';
import { propertiesFrom, type TileIndex } from './features.ts';

/** Raised with every change to what the bytes mean; an index of another number is made anew. */
const format = 1;
/** The index was written by another version of this code. */
export class OtherFormat extends Error {
  override name = 'OtherFormat';
}

const header = z.object({ format: z.number(), lengths: z.array(z.int().min(0)), zooms: z.array(z.int()) });
const align = 8;
const padded = (length: number): number => Math.ceil(length / align) * align;
type Numbers = Float64Array | Uint32Array | Uint8Array;
const bytesOf = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** The index as one run of bytes, to be stored and read whole: a header, then its arrays as they are in memory. */
export const packIndex = ({ points, shapes, texts }: TileIndex): Uint8Array => {
  const arrays = [
    points.keys,
    points.numbers,
    texts.starts,
    texts.bytes,
    shapes.numbers,
    shapes.first,
    shapes.starts,
    shapes.corners,
    ...shapes.levels.flatMap(({ index, members }) => [members, new Uint8Array(index.data)]),
  ].map(bytesOf);
  const head = new TextEncoder().encode(
    JSON.stringify({
      format,
      lengths: arrays.map((one) => one.length),
      zooms: shapes.levels.map(({ zoom }) => zoom),
    }),
  );
  const start = padded(4 + head.length);
  const packed = new Uint8Array(start + arrays.reduce((sum, one) => sum + padded(one.length), 0));
  new DataView(packed.buffer).setUint32(0, head.length, true);
  packed.set(head, 4);
  let at = start;
  for (const one of arrays) {
    packed.set(one, at);
    at += padded(one.length);
  }
  return packed;
};

/** The index again, on the bytes themselves: nothing is copied. Throws OtherFormat, also for bytes that are no index. */
export const unpackIndex = (given: Uint8Array): TileIndex => {
  // Arrays of numbers must begin at a multiple of their size.
  const packed = given.byteOffset % align === 0 ? given : Uint8Array.from(given);
  const { buffer, byteOffset } = packed;
  const { head, start } = readHeader(packed);
  let at = start;
  const parts = head.lengths.map((length) => {
    const part = { offset: byteOffset + at, length };
    at += padded(length);
    return part;
  });
  if (at !== packed.length) throw new OtherFormat('cut off');
  const whole = (no: number) => {
    const { offset, length } = parts[no] ?? { offset: 0, length: 0 };
    return new Uint32Array(buffer, offset, length / 4);
  };
  const [keys, , , text] = parts;
  const texts = {
    starts: whole(2),
    bytes: new Uint8Array(buffer, text?.offset ?? 0, text?.length ?? 0),
  };
  return {
    points: { keys: new Float64Array(buffer, keys?.offset ?? 0, (keys?.length ?? 0) / 8), numbers: whole(1) },
    texts,
    propertiesOf: propertiesFrom(texts),
    shapes: {
      numbers: whole(4),
      first: whole(5),
      starts: whole(6),
      corners: whole(7),
      levels: head.zooms.map((zoom, n) => ({
        zoom,
        members: whole(8 + 2 * n),
        index: Flatbush.from(buffer, parts[9 + 2 * n]?.offset ?? 0),
      })),
    },
  };
};

const readHeader = (packed: Uint8Array) => {
  try {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const length = view.getUint32(0, true);
    const text = new TextDecoder().decode(packed.subarray(4, 4 + length));
    const head = header.parse(JSON.parse(text));
    if (head.format !== format || head.lengths.length !== 8 + 2 * head.zooms.length)
      throw new OtherFormat(`format ${head.format}`);
    return { head, start: padded(4 + length) };
  } catch (error) {
    throw error instanceof OtherFormat ? error : new OtherFormat('no tile index');
  }
};
