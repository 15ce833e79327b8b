import type { Claims } from './body/claims.ts';
import { canCombine, combineCrc } from './body/crc-combine.ts';
import { type Algorithm, hasher } from './body/hashers.ts';
import type { Context } from './context.ts';
import { invalidArgument, invalidRequest, noSuchUpload } from './errors.ts';
import { MAX_PARTS_COUNT } from './limits.ts';
import type { Checksum, ChecksumType, Upload, UploadedPart } from './store/model.ts';

/** The upload that the request names. Throws NoSuchUpload. */
export function uploadOf(ctx: Context): Upload {
  ctx.bucket();
  const id = ctx.query.get('uploadId') ?? '';
  const upload = ctx.store.uploads.find(id, ctx.bucketName, ctx.key);
  if (upload === undefined) throw noSuchUpload(id);
  return upload;
}

/** The part number of the request. Throws InvalidArgument outside 1 … 10 000. */
export function partNumberOf(ctx: Context): number {
  const number = Number(ctx.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS_COUNT) {
    throw invalidArgument('Part number must be an integer between 1 and 10000, inclusive');
  }
  return number;
}

/** The type that an algorithm takes unless asked otherwise. Throws InvalidRequest for a pair S3 does not have. */
export function checksumType(algorithm: Algorithm, asked: string | undefined): ChecksumType {
  const type = asked?.toUpperCase() ?? (algorithm === 'CRC64NVME' ? 'FULL_OBJECT' : 'COMPOSITE');
  const possible =
    (type === 'FULL_OBJECT' && canCombine(algorithm)) || (type === 'COMPOSITE' && algorithm !== 'CRC64NVME');
  if (!possible) {
    throw invalidRequest(
      `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
    );
  }
  return type === 'COMPOSITE' ? 'COMPOSITE' : 'FULL_OBJECT';
}

/**
 * Throws InvalidRequest when the checksum of a part is not of the kind that its upload was created with. An upload
 * created without one takes parts with any: the SDKs send CRC32 by default, and S3 checks it and keeps CRC64NVME.
 */
export function checkPartClaims(upload: Upload, claims: Claims): void {
  const { algorithm, asked, checksumType: type } = upload.meta;
  if (!asked) return;
  const fits = claims.algorithm === undefined ? type === 'FULL_OBJECT' : claims.algorithm === algorithm;
  if (fits) return;
  const actual = claims.algorithm?.toLowerCase() ?? 'null';
  throw invalidRequest(
    `Checksum Type mismatch occurred, expected checksum Type: ${algorithm.toLowerCase()}, actual checksum Type: ${actual}`,
  );
}

/** The checksum of the object that the parts make. */
export async function joinChecksums(upload: Upload, parts: readonly UploadedPart[]): Promise<Checksum> {
  const { algorithm, checksumType: type } = upload.meta;
  const digests = parts.map((p) => ({ size: p.size, digest: Buffer.from(p.checksum ?? '', 'base64') }));
  if (type === 'FULL_OBJECT')
    return { algorithm, type, value: combineCrc(algorithm, digests).toString('base64') };
  const hash = await hasher(algorithm);
  for (const { digest } of digests) hash.update(digest);
  return { algorithm, type, value: `${hash.digest().toString('base64')}-${parts.length}` };
}

/** The ETag of a multipart object: MD5 over the MD5s of its parts, and their count. */
export async function joinEtags(parts: readonly UploadedPart[]): Promise<string> {
  const hash = await hasher('MD5');
  for (const { etag } of parts) hash.update(Buffer.from(etag, 'hex'));
  return `${hash.digest().toString('hex')}-${parts.length}`;
}
