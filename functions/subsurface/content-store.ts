import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type HoleContent, holeContent } from '@geoarchive/contract/hole-parts.ts';
import type { Hole } from '@geoarchive/domain/subsurface/hole.ts';
import { importPrefix } from '@geoarchive/domain/subsurface/kept.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** A document of children unpacked: within a function's reply. */
const mostContent = 5_000_000;
/** A curve unpacked: bytes in a reply are written as base64, of 6 MB. */
export const mostCurve = 4_400_000;

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The curves of logs, those of depths too, by name. */
export const hashesOf = (logs: Hole['logs']): string[] =>
  logs.flatMap(({ index, curves }) => [index, ...curves].map(({ sha256 }) => sha256));

/** Something of a hole that is too large to be shown by one call: it has to come as a file of a dossier. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

export const contentKey = (sha256: string): string => `holes/content/${sha256}.json.gz`;
/** Where a curve waits for an import that names it; the bucket forgets what is never imported. */
export const sentCurveKey = (sha256: string): string => `${importPrefix}curves/${sha256}.f64.gz`;
export const curveFolder = (holeId: string): string => `holes/curves/${holeId}/`;
export const curveKey = (holeId: string, sha256: string): string => `${curveFolder(holeId)}${sha256}.f64.gz`;
/** Where curves lie that were imported before each hole had a folder of its own. */
export const sharedCurveKey = (sha256: string): string => `holes/curves/${sha256}.f64.gz`;

/**
 * What of holes lies in a bucket: one packed document of children a hole, one object a curve in the folder of its hole. Each is named by
 * the SHA-256 of what it holds, so it is never changed. Curves are sent before the hole is known, and are copied to it by the import.
 */
export const holeContents = (
  bucket: Pick<Bucket, 'name' | 'put' | 'putOnce' | 'readAll' | 'head' | 'copyBlind'>,
) => ({
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
  /** Keeps a curve that came packed, until it is imported. False where its values are not those of the name. Throws TooLarge. */
  async putCurve(sha256: string, packed: Uint8Array): Promise<boolean> {
    const values = await unpack(packed, { maxOutputLength: mostCurve }).catch((error: unknown) => {
      if (error instanceof RangeError) throw new TooLarge('a curve');
      return undefined;
    });
    if (values === undefined || sha256Of(values) !== sha256 || values.length % 8 !== 0) return false;
    // Over what was sent before, so that it is as young as what will name it.
    await bucket.put(sentCurveKey(sha256), packed, 'application/gzip');
    return true;
  },
  /** Since when a curve waits to be imported; nothing where it does not. */
  async sentAt(sha256: string): Promise<Date | undefined> {
    return (await bucket.head(sentCurveKey(sha256)))?.modified;
  },
  /** Copies a curve that was sent to the hole that will name it; again makes a younger copy. */
  takeCurve: (holeId: string, sha256: string): Promise<void> =>
    bucket.copyBlind({ bucket: bucket.name, key: sentCurveKey(sha256) }, curveKey(holeId, sha256)),
  async curve(holeId: string, sha256: string): Promise<Uint8Array | undefined> {
    const bytes =
      (await bucket.readAll(curveKey(holeId, sha256))) ?? (await bucket.readAll(sharedCurveKey(sha256)));
    return bytes === undefined ? undefined : unpack(bytes);
  },
});
export type HoleContents = ReturnType<typeof holeContents>;
