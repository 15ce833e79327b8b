import type { Source } from '@geoarchive/formats/source.ts';

/** A file chosen in a browser (or any Blob), read by ranges. */
export const blobSource = (blob: Blob, name: string): Source => ({
  name,
  size: blob.size,
  read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
});

/** Bytes that are in memory already. */
export const bytesSource = (bytes: Uint8Array, name: string): Source => ({
  name,
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
});
