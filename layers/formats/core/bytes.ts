import type { Source } from '../source.ts';

/** The same memory as a Buffer: its number readers throw at the end instead of inventing zeros. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes of a range as a Buffer; shorter at the end of the file. */
export async function readBuffer(source: Source, offset: number, length: number): Promise<Buffer> {
  return asBuffer(await source.read(offset, length));
}

/** Bytes of a range as a DataView, which browsers have too; shorter at the end of the file, where its number readers throw. */
export async function readView(source: Source, offset: number, length: number): Promise<DataView> {
  const bytes = await source.read(offset, length);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Characters that a call takes as arguments at once. */
const AT_ONCE = 8192;

/** Text in which every byte is one character: to search for ASCII words in binary data. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return text;
}

/** A 64-bit little- or big-endian number as a JavaScript number; RangeError beyond 2^53. */
export function safeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('number beyond 2^53');
  return Number(value);
}
