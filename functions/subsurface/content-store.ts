import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type HoleContent, holeContent } from '@geoarchive/contract/hole-parts.ts';
import type { Hole } from '@geoarchive/domain/subsurface/hole.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** A document of children unpacked: within a function's reply. */
const mostContent = 5_000_000;
/** A curve unpacked: bytes in a reply are written as base64, of 6 MB. */
export const mostCurve = 4_400_000;

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Something of a hole that is too large to be shown by one call: it has to come as a file of a dossier. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

export const contentKey = (sha256: string): string => `holes/content/${sha256}.json.gz`;
export const curveKey = (sha256: string): string => `holes/curves/${sha256}.f64.gz`;

/**
 * What of holes lies in a bucket: one packed document of children a hole, one object a curve. Each is named by the SHA-256 of what it
 * holds, so it is never changed, and what is sent twice is there once.
 */
export const holeContents = (bucket: Pick<Bucket, 'putOnce' | 'readAll' | 'head'>) => ({
  /** Keeps the children of a hole and says under which name. Throws TooLarge. */
  async put(content: Omit<Hole, 'header'>): Promise<{ sha256: string; bytes: number }> {
    const text = JSON.stringify(content);
    if (text.length > mostContent) throw new TooLarge(`${text.length} bytes of children`);
    const sha256 = sha256Of(text);
    await bucket.putOnce(contentKey(sha256), await pack(text), 'application/gzip');
    return { sha256, bytes: text.length };
  },
  async get(sha256: string): Promise<HoleContent> {
    return holeContent.parse(JSON.parse(await this.text(sha256)));
  },
  /** The document as it lies there, a JSON object. */
  async text(sha256: string): Promise<string> {
    const bytes = await bucket.readAll(contentKey(sha256));
    if (bytes === undefined) throw new Error(`The children ${sha256} are not in the bucket`);
    return (await unpack(bytes)).toString('utf8');
  },
  /** Keeps a curve that came packed. False where its values are not those of the name. Throws TooLarge. */
  async putCurve(sha256: string, packed: Uint8Array): Promise<boolean> {
    const values = await unpack(packed, { maxOutputLength: mostCurve }).catch((error: unknown) => {
      if (error instanceof RangeError) throw new TooLarge('a curve');
      return undefined;
    });
    if (values === undefined || sha256Of(values) !== sha256 || values.length % 8 !== 0) return false;
    await bucket.putOnce(curveKey(sha256), packed, 'application/gzip');
    return true;
  },
  async curve(sha256: string): Promise<Uint8Array | undefined> {
    const bytes = await bucket.readAll(curveKey(sha256));
    return bytes === undefined ? undefined : unpack(bytes);
  },
  async hasCurve(sha256: string): Promise<boolean> {
    return (await bucket.head(curveKey(sha256))) !== undefined;
  },
});
export type HoleContents = ReturnType<typeof holeContents>;
