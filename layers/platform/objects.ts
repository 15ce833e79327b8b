import { Readable } from 'node:stream';
import { lazyS3, type S3Source } from './lazy-s3.ts';

export type StoredObject = {
  size: number;
  etag: string;
  versionId?: string | undefined;
  sha256?: string | undefined;
  crc64?: string | undefined;
  /** When this version came. */
  modified?: Date | undefined;
};
export type Part = { part: number; size: number; etag: string; crc64?: string | undefined };
/** A signed address and the headers that go with it exactly as given. */
type Signed = { url: string; headers: Record<string, string> };
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
export const copyLimit = 5 * 1024 ** 3;

/**
 * How a PUT is signed: with these headers and the length of its command, so that S3 refuses a request that has others, or
 * that sends more or less. In the query a checksum would enforce nothing.
 */
const signing = (headers: Record<string, string>) => ({
  expiresIn: linkSeconds,
  unhoistableHeaders: new Set(Object.keys(headers)),
  signableHeaders: new Set(['host', 'content-length', ...Object.keys(headers)]),
});

/** One bucket: what the system does with objects. `key` is never made of names people gave. */
export const openBucket = (bucket: string, source: S3Source) => {
  const s3 = lazyS3(source);
  const at = (key: string, versionId?: string) => ({
    Bucket: bucket,
    Key: key,
    ...(versionId === undefined ? {} : { VersionId: versionId }),
  });

  const head = async (key: string, versionId?: string): Promise<StoredObject | undefined> => {
    const { client, HeadObjectCommand } = await s3();
    try {
      const found = await client.send(
        new HeadObjectCommand({ ...at(key, versionId), ChecksumMode: 'ENABLED' }),
      );
      const whole = found.ChecksumType !== 'COMPOSITE';
      return {
        size: found.ContentLength ?? 0,
        etag: found.ETag ?? '',
        versionId: found.VersionId,
        sha256: whole && found.ChecksumSHA256 !== undefined ? toHex(found.ChecksumSHA256) : undefined,
        crc64: found.ChecksumCRC64NVME,
        modified: found.LastModified,
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
    const { client, GetObjectCommand } = await s3();
    if (length <= 0) return new Uint8Array();
    const found = await client.send(
      new GetObjectCommand({ ...at(key, versionId), Range: `bytes=${offset}-${offset + length - 1}` }),
    );
    return (await found.Body?.transformToByteArray()) ?? new Uint8Array();
  };

  const readAll = async (key: string): Promise<Uint8Array | undefined> => {
    const { client, GetObjectCommand } = await s3();
    try {
      const found = await client.send(new GetObjectCommand(at(key)));
      return (await found.Body?.transformToByteArray()) ?? new Uint8Array();
    } catch (error) {
      if (notThere(error)) return undefined;
      throw error;
    }
  };

  const stream = async (key: string, from: number, to: number, versionId?: string): Promise<Readable> => {
    const { client, GetObjectCommand } = await s3();
    const found = await client.send(
      new GetObjectCommand({ ...at(key, versionId), Range: `bytes=${from}-${to - 1}` }),
    );
    if (!(found.Body instanceof Readable)) throw new Error('S3 gave no stream');
    return found.Body;
  };

  const put = async (key: string, body: Uint8Array | string, type = 'application/json'): Promise<void> => {
    const { client, PutObjectCommand } = await s3();
    await client.send(new PutObjectCommand({ ...at(key), Body: body, ContentType: type }));
  };

  /**
   * Writes an object that must not be there yet, with a SHA-256 that S3 keeps. False when somebody was there first: what lies
   * there stays.
   */
  const putOnce = async (key: string, body: Uint8Array, type: string): Promise<boolean> => {
    const { client, PutObjectCommand } = await s3();
    try {
      await client.send(
        new PutObjectCommand({
          ...at(key),
          Body: body,
          ContentType: type,
          ChecksumAlgorithm: 'SHA256',
          IfNoneMatch: '*',
        }),
      );
      return true;
    } catch (error) {
      // 412; two at the same instant may also give the loser 409.
      if (error instanceof Error && /^(PreconditionFailed|ConditionalRequestConflict)$/.test(error.name))
        return false;
      throw error;
    }
  };

  /** Signs the PUT of a whole file of `size` bytes whose SHA-256 (hex) is this, and of no other. */
  const signPut = async (key: string, size: number, sha256: string): Promise<Signed> => {
    const { client, PutObjectCommand, getSignedUrl } = await s3();
    const ChecksumSHA256 = toBase64(sha256);
    const command = new PutObjectCommand({ ...at(key), ContentLength: size, ChecksumSHA256 });
    const headers = { 'x-amz-checksum-sha256': ChecksumSHA256 };
    return { url: await getSignedUrl(client, command, signing(headers)), headers };
  };

  const createUpload = async (key: string): Promise<string> => {
    const { client, CreateMultipartUploadCommand } = await s3();
    const made = await client.send(
      new CreateMultipartUploadCommand({
        ...at(key),
        ChecksumAlgorithm: 'CRC64NVME',
        ChecksumType: 'FULL_OBJECT',
      }),
    );
    if (made.UploadId === undefined) throw new Error('S3 gave no upload id');
    return made.UploadId;
  };

  /** Signs one part of `size` bytes whose CRC-64/NVME (base64) is this: the only checksum its upload takes (decision 0012). */
  const signPart = async (
    key: string,
    { uploadId, part, size, crc64 }: { uploadId: string; part: number; size: number; crc64: string },
  ): Promise<Signed> => {
    const { client, UploadPartCommand, getSignedUrl } = await s3();
    const which = { UploadId: uploadId, PartNumber: part, ContentLength: size, ChecksumCRC64NVME: crc64 };
    const command = new UploadPartCommand({ ...at(key), ...which });
    const headers = { 'x-amz-checksum-crc64nvme': crc64 };
    return { url: await getSignedUrl(client, command, signing(headers)), headers };
  };

  const listParts = async (key: string, uploadId: string): Promise<Part[] | undefined> => {
    const { client, ListPartsCommand } = await s3();
    const parts: Part[] = [];
    let marker: string | undefined;
    try {
      do {
        const page = await client.send(
          new ListPartsCommand({
            ...at(key),
            UploadId: uploadId,
            ...(marker === undefined ? {} : { PartNumberMarker: marker }),
          }),
        );
        for (const p of page.Parts ?? [])
          parts.push({
            part: p.PartNumber ?? 0,
            size: p.Size ?? 0,
            etag: p.ETag ?? '',
            crc64: p.ChecksumCRC64NVME,
          });
        marker = page.IsTruncated === true ? page.NextPartNumberMarker : undefined;
      } while (marker !== undefined);
      return parts;
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchUpload') return undefined;
      throw error;
    }
  };

  /** Joins the parts. With the CRC-64 of the whole, S3 refuses (BadDigest) to make of them any other object. */
  const completeUpload = async (
    key: string,
    uploadId: string,
    parts: Part[],
    crc64?: string,
  ): Promise<void> => {
    const { client, CompleteMultipartUploadCommand } = await s3();
    await client.send(
      new CompleteMultipartUploadCommand({
        ...at(key),
        UploadId: uploadId,
        MultipartUpload: { Parts: parts.map(({ part, etag }) => ({ PartNumber: part, ETag: etag })) },
        MpuObjectSize: parts.reduce((sum, { size }) => sum + size, 0),
        ...(crc64 === undefined ? {} : { ChecksumCRC64NVME: crc64, ChecksumType: 'FULL_OBJECT' }),
      }),
    );
  };

  const abortUpload = async (key: string, uploadId: string): Promise<void> => {
    const { client, AbortMultipartUploadCommand } = await s3();
    try {
      await client.send(new AbortMultipartUploadCommand({ ...at(key), UploadId: uploadId }));
    } catch (error) {
      // Joined or forgotten already.
      if (!(error instanceof Error && error.name === 'NoSuchUpload')) throw error;
    }
  };

  /** Every key under a prefix with its size and ETag, page after page. */
  async function* list(prefix: string): AsyncGenerator<{ key: string; size: number; etag: string }> {
    const { client, ListObjectsV2Command } = await s3();
    let token: string | undefined;
    do {
      const page = await client.send(
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

  const sourceOf = (from: Place): string =>
    `${from.bucket}/${from.key}${from.versionId === undefined ? '' : `?versionId=${from.versionId}`}`;

  /** Copies an object of at most `copyLimit` here without looking at the result: for a bucket one may only write to. */
  const copyBlind = async (from: Place, key: string): Promise<void> => {
    const { client, CopyObjectCommand } = await s3();
    await client.send(
      new CopyObjectCommand({ ...at(key), CopySource: sourceOf(from), ChecksumAlgorithm: 'SHA256' }),
    );
  };

  /** Copies the bytes from `offset` up to `end` of an object as one part of an upload here (`large-copy.ts`). */
  const copyPart = async (
    from: Place,
    key: string,
    uploadId: string,
    { part, offset, end }: { part: number; offset: number; end: number },
  ): Promise<void> => {
    const { client, UploadPartCopyCommand } = await s3();
    await client.send(
      new UploadPartCopyCommand({
        ...at(key),
        UploadId: uploadId,
        PartNumber: part,
        CopySource: sourceOf(from),
        CopySourceRange: `bytes=${offset}-${end - 1}`,
      }),
    );
  };

  /** Copies an object here and gives the copy as S3 describes it, to be compared. */
  const copyFrom = async (from: Place, key: string): Promise<StoredObject> => {
    await copyBlind(from, key);
    const copy = await head(key);
    if (copy === undefined) throw new Error('The copy is not there');
    return copy;
  };

  /** Removes every object under a prefix. */
  const removeAll = async (prefix: string): Promise<void> => {
    const { client, DeleteObjectCommand } = await s3();
    for await (const { key } of list(prefix)) await client.send(new DeleteObjectCommand(at(key)));
  };

  /** Removes one version for good: without it the one before is the object again, if there is one. */
  const removeVersion = async (key: string, versionId: string): Promise<void> => {
    const { client, DeleteObjectCommand } = await s3();
    await client.send(new DeleteObjectCommand(at(key, versionId)));
  };

  /** Locks this version for good: a legal hold, because result data is kept for ever (no date could be right). */
  const hold = async (key: string, versionId: string): Promise<void> => {
    const { client, PutObjectLegalHoldCommand } = await s3();
    await client.send(new PutObjectLegalHoldCommand({ ...at(key, versionId), LegalHold: { Status: 'ON' } }));
  };

  /** A link to read an object, valid for minutes, that saves it under the name people know. */
  const signGet = async (key: string, name: string, versionId?: string): Promise<string> => {
    const { client, GetObjectCommand, getSignedUrl } = await s3();
    return getSignedUrl(
      client,
      new GetObjectCommand({
        ...at(key, versionId),
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      }),
      { expiresIn: linkSeconds },
    );
  };

  return {
    name: bucket,
    head,
    read,
    readAll,
    stream,
    put,
    putOnce,
    signPut,
    createUpload,
    signPart,
    listParts,
    completeUpload,
    abortUpload,
    list,
    copyFrom,
    copyBlind,
    copyPart,
    removeAll,
    removeVersion,
    hold,
    signGet,
  };
};
export type Bucket = ReturnType<typeof openBucket>;
