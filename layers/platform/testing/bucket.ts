import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Bucket, Part, Place, StoredObject } from '../objects.ts';

type Version = { id: string; body: Uint8Array; sha256: boolean; held: boolean; modified: Date };
type Upload = { key: string; parts: Map<number, Uint8Array> };
type Buckets = Map<string, MemoryBucket>;

export type MemoryBucket = Bucket & {
  /** Puts bytes as an uploader would, and gives what S3 would say of them. */
  upload(key: string, body: Uint8Array | string): Promise<StoredObject>;
  uploadPart(uploadId: string, part: number, body: Uint8Array): void;
  /** The CRC-64 of bytes as this bucket reckons it. */
  crcOf(body: Uint8Array): string;
  /** From now on what comes has come at the time of this clock. */
  runBy(clock: () => Date): void;
  /** Removes an object as if it had never been. */
  lose(key: string): void;
  keys(): string[];
  /** Legal holds, as `key@version`. */
  held(): string[];
  uploads(): string[];
};

const hex = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');
const bytesOf = (body: Uint8Array | string): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body) : body.slice();
const failure = (name: string): Error => Object.assign(new Error(name), { name });

/**
 * A versioned bucket in memory that behaves as `openBucket` over S3 does: parts, versions, holds, copies between the buckets
 * of one test. A CRC-64 is a stand-in that depends on the content; a SHA-256 is there for small copies only, as with S3.
 */
export const memoryBuckets = (...names: string[]): Record<string, MemoryBucket> => {
  const all: Buckets = new Map();
  for (const name of names) all.set(name, memoryBucket(name, all));
  return Object.fromEntries(all);
};

export const memoryBucket = (name: string, others: Buckets = new Map()): MemoryBucket => {
  const objects = new Map<string, Version[]>();
  const uploads = new Map<string, Upload>();
  let made = 0;
  let now = () => new Date();
  const next = (): string => {
    made += 1;
    return `v${made}`;
  };
  const find = (key: string, versionId?: string): Version | undefined =>
    versionId === undefined ? objects.get(key)?.at(-1) : objects.get(key)?.find(({ id }) => id === versionId);
  const there = (key: string, versionId?: string): Version => {
    const found = find(key, versionId);
    if (found === undefined) throw failure('NoSuchKey');
    return found;
  };
  const crcOf = (body: Uint8Array): string => Buffer.from(hex(body).slice(0, 16), 'hex').toString('base64');
  const etagOf = (body: Uint8Array): string => `"${createHash('md5').update(body).digest('hex')}"`;
  const describe = (version: Version): StoredObject => ({
    size: version.body.length,
    etag: etagOf(version.body),
    versionId: version.id,
    sha256: version.sha256 ? hex(version.body) : undefined,
    crc64: crcOf(version.body),
    modified: version.modified,
  });
  const write = (key: string, body: Uint8Array, sha256: boolean): Version => {
    const version = { id: next(), body, sha256, held: false, modified: now() };
    objects.set(key, [...(objects.get(key) ?? []), version]);
    return version;
  };
  const openUpload = (uploadId: string): Upload => {
    const found = uploads.get(uploadId);
    if (found === undefined) throw failure('NoSuchUpload');
    return found;
  };
  const head = async (key: string, versionId?: string): Promise<StoredObject | undefined> => {
    const found = find(key, versionId);
    return found && describe(found);
  };
  const read = async (key: string, offset: number, length: number, versionId?: string) =>
    length <= 0 ? new Uint8Array() : there(key, versionId).body.slice(offset, offset + length);
  async function* list(prefix: string) {
    for (const key of [...objects.keys()].filter((k) => k.startsWith(prefix)).sort()) {
      const { size, etag } = describe(there(key));
      yield { key, size, etag };
    }
  }
  const readFrom = async (from: Place, offset: number, end: number): Promise<Uint8Array> => {
    const source = from.bucket === name ? bucket : others.get(from.bucket);
    const body = await source?.read(from.key, offset, end - offset, from.versionId);
    if (body === undefined) throw failure('NoSuchBucket');
    return body;
  };
  const copyBlind = async (from: Place, key: string): Promise<void> => {
    write(key, await readFrom(from, 0, Number.MAX_SAFE_INTEGER), true);
  };

  const bucket: MemoryBucket = {
    name,
    head,
    read,
    list,
    copyBlind,
    async copyPart(from, _, uploadId, { part, offset, end }) {
      openUpload(uploadId).parts.set(part, await readFrom(from, offset, end));
    },
    readAll: async (key) => find(key)?.body.slice(),
    stream: async (key, from, to, versionId) => Readable.from([there(key, versionId).body.slice(from, to)]),
    async put(key, body) {
      write(key, bytesOf(body), false);
    },
    async putOnce(key, body) {
      if (find(key) !== undefined) return false;
      write(key, bytesOf(body), true);
      return true;
    },
    signPut: async (key, size, sha256) => ({
      url: `put:${name}/${key}?size=${size}`,
      headers: { 'x-amz-checksum-sha256': sha256 },
    }),
    async createUpload(key) {
      const id = `upload-${next()}`;
      uploads.set(id, { key, parts: new Map() });
      return id;
    },
    signPart: async (key, { uploadId, part, size, crc64 }) => ({
      url: `part:${name}/${key}?${uploadId}/${part}?size=${size}`,
      headers: { 'x-amz-checksum-crc64nvme': crc64 },
    }),
    async listParts(_, uploadId): Promise<Part[] | undefined> {
      const parts = uploads.get(uploadId)?.parts;
      return (
        parts &&
        [...parts]
          .sort(([a], [b]) => a - b)
          .map(([part, body]) => ({ part, size: body.length, etag: etagOf(body), crc64: crcOf(body) }))
      );
    },
    async completeUpload(key, uploadId, parts, crc64) {
      const { parts: bodies } = openUpload(uploadId);
      const whole = Buffer.concat(parts.map(({ part }) => bodies.get(part) ?? new Uint8Array()));
      if (crc64 !== undefined && crc64 !== crcOf(whole)) throw failure('BadDigest');
      write(key, whole, false);
      uploads.delete(uploadId);
    },
    async abortUpload(_, uploadId) {
      uploads.delete(uploadId);
    },
    async copyFrom(from, key) {
      await copyBlind(from, key);
      return describe(there(key));
    },
    async removeAll(prefix) {
      for await (const { key } of list(prefix)) objects.delete(key);
    },
    async removeVersion(key, versionId) {
      const left = objects.get(key)?.filter(({ id }) => id !== versionId) ?? [];
      if (left.length === 0) objects.delete(key);
      else objects.set(key, left);
    },
    async hold(key, versionId) {
      there(key, versionId).held = true;
    },
    signGet: async (key, as, versionId) =>
      `get:${name}/${key}?as=${as}${versionId === undefined ? '' : `&versionId=${versionId}`}`,
    upload: async (key, body) => describe(write(key, bytesOf(body), false)),
    uploadPart(uploadId, part, body) {
      openUpload(uploadId).parts.set(part, body.slice());
    },
    crcOf,
    runBy: (clock) => {
      now = clock;
    },
    lose: (key) => {
      objects.delete(key);
    },
    keys: () => [...objects.keys()].sort(),
    held: () =>
      [...objects].flatMap(([key, versions]) =>
        versions.filter(({ held }) => held).map(({ id }) => `${key}@${id}`),
      ),
    uploads: () => [...uploads.keys()],
  };
  return bucket;
};
