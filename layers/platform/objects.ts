import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  PutObjectLegalHoldCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

export type StoredObject = {
  size: number;
  etag: string;
  versionId?: string | undefined;
  sha256?: string | undefined;
  crc64?: string | undefined;
};
export type Part = { part: number; size: number; etag: string; sha256?: string | undefined };
/**
 * Whether a copy is what it should be: by the SHA-256 of its content where S3 made one, else by the CRC-64 that both ends
 * have. A copy that proves neither is not equal.
 */
export const isTrueCopy = (
  copy: StoredObject,
  of: { size: number; sha256: string; crc64?: string | undefined },
): boolean => {
  if (copy.size !== of.size) return false;
  if (copy.sha256 !== undefined) return copy.sha256 === of.sha256;
  return copy.crc64 !== undefined && copy.crc64 === of.crc64;
};
export type Place = { bucket: string; key: string; versionId?: string | undefined };

const notThere = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey');
const toHex = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');
const toBase64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const linkSeconds = 15 * 60;
/** CopyObject ends here and gives the copy a SHA-256; larger copies go part by part and have a CRC-64 of the whole only. */
const copyLimit = 5 * 1024 ** 3;
const copyPart = 512 * 1024 ** 2;

/** One bucket: what the system does with objects. `key` is never made of names people gave. */
export const openBucket = (bucket: string, client: () => S3Client) => {
  const at = (key: string, versionId?: string) => ({
    Bucket: bucket,
    Key: key,
    ...(versionId === undefined ? {} : { VersionId: versionId }),
  });

  const head = async (key: string, versionId?: string): Promise<StoredObject | undefined> => {
    try {
      const found = await client().send(
        new HeadObjectCommand({ ...at(key, versionId), ChecksumMode: 'ENABLED' }),
      );
      const whole = found.ChecksumType !== 'COMPOSITE';
      return {
        size: found.ContentLength ?? 0,
        etag: found.ETag ?? '',
        versionId: found.VersionId,
        sha256: whole && found.ChecksumSHA256 !== undefined ? toHex(found.ChecksumSHA256) : undefined,
        crc64: found.ChecksumCRC64NVME,
      };
    } catch (error) {
      if (notThere(error)) return undefined;
      throw error;
    }
  };

  const read = async (
    key: string,
    offset: number,
    length: number,
    versionId?: string,
  ): Promise<Uint8Array> => {
    if (length <= 0) return new Uint8Array();
    const found = await client().send(
      new GetObjectCommand({ ...at(key, versionId), Range: `bytes=${offset}-${offset + length - 1}` }),
    );
    return (await found.Body?.transformToByteArray()) ?? new Uint8Array();
  };

  const readAll = async (key: string): Promise<Uint8Array | undefined> => {
    try {
      const found = await client().send(new GetObjectCommand(at(key)));
      return (await found.Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (notThere(error)) return undefined;
      throw error;
    }
  };

  const stream = async (key: string, from: number, to: number, versionId?: string): Promise<Readable> => {
    const found = await client().send(
      new GetObjectCommand({ ...at(key, versionId), Range: `bytes=${from}-${to - 1}` }),
    );
    if (!(found.Body instanceof Readable)) throw new Error('S3 gave no stream');
    return found.Body;
  };

  const put = async (key: string, body: Uint8Array | string, type = 'application/json'): Promise<void> => {
    await client().send(new PutObjectCommand({ ...at(key), Body: body, ContentType: type }));
  };

  /** Signs the PUT of a whole file. S3 refuses other bytes when the SHA-256 is signed with it. */
  const signPut = async (
    key: string,
    size: number,
    sha256?: string,
  ): Promise<{ url: string; headers: Record<string, string> }> => {
    const headers: Record<string, string> =
      sha256 === undefined ? {} : { 'x-amz-checksum-sha256': toBase64(sha256) };
    const command = new PutObjectCommand({
      ...at(key),
      ContentLength: size,
      ...(sha256 === undefined ? {} : { ChecksumSHA256: toBase64(sha256) }),
    });
    const url = await getSignedUrl(client(), command, {
      expiresIn: linkSeconds,
      unhoistableHeaders: new Set(Object.keys(headers)),
      signableHeaders: new Set(['host', ...Object.keys(headers)]),
    });
    return { url, headers };
  };

  const createUpload = async (key: string): Promise<string> => {
    const made = await client().send(
      new CreateMultipartUploadCommand({
        ...at(key),
        ChecksumAlgorithm: 'CRC64NVME',
        ChecksumType: 'FULL_OBJECT',
      }),
    );
    if (made.UploadId === undefined) throw new Error('S3 gave no upload id');
    return made.UploadId;
  };

  const signPart = async (
    key: string,
    uploadId: string,
    part: number,
  ): Promise<{ url: string; headers: Record<string, string> }> => ({
    url: await getSignedUrl(
      client(),
      new UploadPartCommand({ ...at(key), UploadId: uploadId, PartNumber: part }),
      { expiresIn: linkSeconds },
    ),
    headers: {},
  });

  const listParts = async (key: string, uploadId: string): Promise<Part[] | undefined> => {
    const parts: Part[] = [];
    let marker: string | undefined;
    try {
      do {
        const page = await client().send(
          new ListPartsCommand({
            ...at(key),
            UploadId: uploadId,
            ...(marker === undefined ? {} : { PartNumberMarker: marker }),
          }),
        );
        for (const p of page.Parts ?? [])
          parts.push({ part: p.PartNumber ?? 0, size: p.Size ?? 0, etag: p.ETag ?? '' });
        marker = page.IsTruncated === true ? page.NextPartNumberMarker : undefined;
      } while (marker !== undefined);
      return parts;
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchUpload') return undefined;
      throw error;
    }
  };

  const completeUpload = async (key: string, uploadId: string, parts: Part[]): Promise<void> => {
    await client().send(
      new CompleteMultipartUploadCommand({
        ...at(key),
        UploadId: uploadId,
        MultipartUpload: { Parts: parts.map(({ part, etag }) => ({ PartNumber: part, ETag: etag })) },
      }),
    );
  };

  const abortUpload = async (key: string, uploadId: string): Promise<void> => {
    await client().send(new AbortMultipartUploadCommand({ ...at(key), UploadId: uploadId }));
  };

  /** Every key under a prefix with its size and ETag, page after page. */
  async function* list(prefix: string): AsyncGenerator<{ key: string; size: number; etag: string }> {
    let token: string | undefined;
    do {
      const page = await client().send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          ...(token === undefined ? {} : { ContinuationToken: token }),
        }),
      );
      for (const found of page.Contents ?? [])
        yield { key: found.Key ?? '', size: found.Size ?? 0, etag: found.ETag ?? '' };
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  /** Copies an object here, part by part above 5 GB, without looking at the result: for a bucket one may only write to. */
  const copyBlind = async (from: Place & { size: number }, key: string): Promise<void> => {
    const version = from.versionId === undefined ? '' : `?versionId=${from.versionId}`;
    const CopySource = `${from.bucket}/${from.key}${version}`;
    if (from.size <= copyLimit) {
      await client().send(new CopyObjectCommand({ ...at(key), CopySource, ChecksumAlgorithm: 'SHA256' }));
    } else {
      const uploadId = await createUpload(key);
      const parts: Part[] = [];
      for (let offset = 0, part = 1; offset < from.size; offset += copyPart, part += 1) {
        const end = Math.min(offset + copyPart, from.size);
        const done = await client().send(
          new UploadPartCopyCommand({
            ...at(key),
            UploadId: uploadId,
            PartNumber: part,
            CopySource,
            CopySourceRange: `bytes=${offset}-${end - 1}`,
          }),
        );
        parts.push({ part, size: end - offset, etag: done.CopyPartResult?.ETag ?? '' });
      }
      await completeUpload(key, uploadId, parts);
    }
  };

  /** Copies an object here and gives the copy as S3 describes it, to be compared. */
  const copyFrom = async (from: Place & { size: number }, key: string): Promise<StoredObject> => {
    await copyBlind(from, key);
    const copy = await head(key);
    if (copy === undefined) throw new Error('The copy is not there');
    return copy;
  };

  /** Removes every object under a prefix. */
  const removeAll = async (prefix: string): Promise<void> => {
    for await (const { key } of list(prefix)) await client().send(new DeleteObjectCommand(at(key)));
  };

  /** Locks this version for good: a legal hold, because result data is kept for ever (no date could be right). */
  const hold = async (key: string, versionId: string): Promise<void> => {
    await client().send(
      new PutObjectLegalHoldCommand({ ...at(key, versionId), LegalHold: { Status: 'ON' } }),
    );
  };

  /** A link to read an object, valid for minutes, that saves it under the name people know. */
  const signGet = (key: string, name: string, versionId?: string): Promise<string> =>
    getSignedUrl(
      client(),
      new GetObjectCommand({
        ...at(key, versionId),
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      }),
      { expiresIn: linkSeconds },
    );

  return {
    name: bucket,
    head,
    read,
    readAll,
    stream,
    put,
    signPut,
    createUpload,
    signPart,
    listParts,
    completeUpload,
    abortUpload,
    list,
    copyFrom,
    copyBlind,
    removeAll,
    hold,
    signGet,
  };
};
export type Bucket = ReturnType<typeof openBucket>;
