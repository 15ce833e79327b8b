import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import { maxHolesPerBatch } from '@geoarchive/contract/holes.ts';

/** Bytes of a batch: a call of the API takes some 6 MB. */
const mostBytes = 4_000_000;
/** A single hole that is larger has no way in by the API. */
const largestHole = 5_000_000;

const encoder = new TextEncoder();
export const bytesOf = (hole: HoleInput): number => encoder.encode(JSON.stringify(hole)).length;

/** Holes that are too large to be sent. */
export const tooLarge = (holes: readonly HoleInput[], most = largestHole): HoleInput[] =>
  holes.filter((hole) => bytesOf(hole) > most);

/** Holes in batches of at most 100 and 4 MB, in their order; one larger than that goes alone. */
export const batchesOf = (holes: readonly HoleInput[], most = mostBytes): HoleInput[][] => {
  const batches: HoleInput[][] = [];
  let room = 0;
  for (const hole of holes) {
    const bytes = bytesOf(hole);
    const last = batches.at(-1);
    if (last === undefined || last.length >= maxHolesPerBatch || bytes > room) {
      batches.push([hole]);
      room = most - bytes;
    } else {
      last.push(hole);
      room -= bytes;
    }
  }
  return batches;
};

/** The values of a curve as the API takes them: little-endian floats, packed, as base64. */
export const packedCurve = async (values: Float64Array): Promise<string> => {
  const bytes = new DataView(new ArrayBuffer(values.length * 8));
  for (const [at, value] of values.entries()) bytes.setFloat64(at * 8, value, true);
  const packed = new Blob([bytes.buffer]).stream().pipeThrough(new CompressionStream('gzip'));
  const all = new Uint8Array(await new Response(packed).arrayBuffer());
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < all.length; at += piece) text += String.fromCharCode(...all.subarray(at, at + piece));
  return btoa(text);
};
