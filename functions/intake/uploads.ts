import * as intake from '@geoarchive/contract/intake.ts';
import { partBytes, partCount } from '@geoarchive/domain/limits.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { open } from './access.ts';
import type { IntakeDeps } from './deps.ts';
import { type FileEntry, fileKey, isReplaced, isUploaded, pageOf } from './file-pages.ts';

const noSuchFile = (no: number) =>
  new Problem('not-found', {
    zh: `没有编号为 ${no} 的文件，请重新登记。`,
    en: `There is no file number ${no}: register it again.`,
  });

const register = async (deps: IntakeDeps, { caller, params, body }: Call<typeof intake.registerFiles>) => {
  const item = await open(deps, caller, params.id);
  if (isStateSecret(item.body.secrecy))
    throw new Problem('rule-broken', {
      zh: '涉密资料只登记目录，不得上传文件。',
      en: 'A state secret is registered in the catalogue only: no files may be uploaded.',
    });
  return deps.register.register(item.id, body.files);
};

const entriesOf = async (
  deps: IntakeDeps,
  depositId: string,
  numbers: number[],
): Promise<Map<number, FileEntry>> => {
  const { nextNo } = await deps.pages.readHead(depositId);
  const pages = await deps.pages.readPages(depositId, [...new Set(numbers.map(pageOf))]);
  return new Map(
    [...pages.values()]
      .flat()
      .filter(({ no }) => no < nextNo)
      .map((entry) => [entry.no, entry]),
  );
};

/** The upload id of a file that goes up in parts: made once, also when several calls ask for their parts side by side. */
const uploadOf = async (deps: IntakeDeps, depositId: string, entry: FileEntry): Promise<FileEntry> => {
  if (partCount(entry.size) === 1 || entry.uploadId !== undefined) return entry;
  const key = fileKey(depositId, entry.no);
  const made = await deps.bucket.createUpload(key);
  const uploadId = await deps.pages.claimUpload(depositId, entry.no, made);
  if (uploadId !== made) await deps.bucket.abortUpload(key, made);
  return { ...entry, uploadId };
};

const withUploads = async (
  deps: IntakeDeps,
  depositId: string,
  entries: FileEntry[],
): Promise<Map<number, FileEntry>> => {
  const ready: [number, FileEntry][] = [];
  for (const entry of entries) ready.push([entry.no, await uploadOf(deps, depositId, entry)]);
  return new Map(ready);
};

/** Nothing is signed without a checksum: S3 then refuses what was damaged on the way, and more bytes than were registered. */
const without = (checksum: string, entry: FileEntry, field: string): never => {
  throw new Problem(
    'invalid-input',
    {
      zh: `请给出 ${entry.path} 的 ${checksum} 校验值。`,
      en: `Give the ${checksum} of ${entry.path}.`,
    },
    [{ field, message: `${entry.no}: ${checksum}` }],
  );
};

const sign = async (deps: IntakeDeps, { caller, params, body, time }: Call<typeof intake.signUploads>) => {
  const item = await open(deps, caller, params.id);
  const numbers = [...new Set(body.parts.map(({ no }) => no))];
  const found = await time('entries', entriesOf(deps, item.id, numbers));
  const wanted = numbers.map((no) => found.get(no) ?? missing(no));
  const ready = await time('uploads', withUploads(deps, item.id, wanted));
  const signOne = async ({ no, part, sha256, crc64 }: (typeof body.parts)[number]) => {
    const entry = ready.get(no) ?? missing(no);
    const count = partCount(entry.size);
    if (part > count)
      throw new Problem(
        'invalid-input',
        {
          zh: `文件 ${entry.path} 只有 ${count} 段。`,
          en: `${entry.path} has ${count} parts only.`,
        },
        [{ field: 'body.parts', message: `${no}/${part}` }],
      );
    const key = fileKey(item.id, no);
    if (entry.uploadId === undefined) {
      const checksum = sha256 ?? entry.declaredSha256 ?? without('SHA-256', entry, 'body.parts');
      const signed = await deps.bucket.signPut(key, entry.size, checksum);
      return { no, part, ...signed, offset: 0, length: entry.size };
    }
    const offset = (part - 1) * partBytes(entry.size);
    const length = Math.min(partBytes(entry.size), entry.size - offset);
    const signed = await deps.bucket.signPart(key, {
      uploadId: entry.uploadId,
      part,
      size: length,
      crc64: crc64 ?? without('CRC64NVME', entry, 'body.parts'),
    });
    return { no, part, ...signed, offset, length };
  };
  return { parts: await time('sign', Promise.all(body.parts.map(signOne))) };
};

const missing = (no: number): never => {
  throw noSuchFile(no);
};

/** The parts of a file's multipart upload; nothing when there is none, or when S3 does not know it any more. */
const partsOf = async (deps: IntakeDeps, depositId: string, entry: FileEntry) => {
  if (entry.uploadId === undefined) return undefined;
  const parts = await deps.bucket.listParts(fileKey(depositId, entry.no), entry.uploadId);
  if (parts === undefined) await deps.pages.forgetUpload(depositId, entry.no);
  return parts;
};

const listParts = async (deps: IntakeDeps, { caller, params }: Call<typeof intake.listParts>) => {
  const item = await open(deps, caller, params.id);
  const entry = (await deps.pages.find(item.id, params.no)) ?? missing(params.no);
  const sizes = { partBytes: partBytes(entry.size), partCount: partCount(entry.size) };
  const key = fileKey(item.id, entry.no);
  const parts = await partsOf(deps, item.id, entry);
  if (parts !== undefined)
    return {
      ...sizes,
      uploaded: false,
      parts: parts.map(({ part, crc64 }) => ({ part, ...(crc64 === undefined ? {} : { crc64 }) })),
    };
  const there = await deps.bucket.head(key);
  // What was read and found wrong, or was there before the file was declared anew, is to be uploaded again.
  const counts = entry.state === 'inspected' ? isUploaded(entry) : !isReplaced(entry, there);
  return { ...sizes, uploaded: there?.size === entry.size && counts, parts: [] };
};

const completeUpload = async (
  deps: IntakeDeps,
  { caller, params, body }: Call<typeof intake.completeUpload>,
) => {
  const item = await open(deps, caller, params.id);
  const entry = (await deps.pages.find(item.id, params.no)) ?? missing(params.no);
  const key = fileKey(item.id, entry.no);
  const parts = await partsOf(deps, item.id, entry);
  if (entry.uploadId === undefined || parts === undefined) {
    // One PUT, or joined by an earlier call: done when the object is there in full.
    const there = await deps.bucket.head(key);
    if (there?.size === entry.size && !isReplaced(entry, there)) return { no: entry.no, size: entry.size };
    throw notAll(entry, [1]);
  }
  const have = new Set(parts.map(({ part }) => part));
  const lacking = Array.from({ length: partCount(entry.size) }, (_, at) => at + 1).filter(
    (part) => !have.has(part),
  );
  if (lacking.length > 0) throw notAll(entry, lacking);
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  if (size !== entry.size)
    throw new Problem('rule-broken', {
      zh: `${entry.path} 已上传 ${size} 字节，登记为 ${entry.size} 字节；请用正确的大小重新登记后再上传。`,
      en: `${entry.path} has ${size} bytes uploaded, ${entry.size} registered: register it again with its true size and upload.`,
    });
  const whole = body.crc64 ?? without('CRC64NVME', entry, 'body.crc64');
  await deps.bucket.completeUpload(key, entry.uploadId, parts, whole).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'BadDigest' ? notTheFile(entry) : error;
  });
  await deps.pages.forgetUpload(item.id, entry.no);
  return { no: entry.no, size };
};

const notAll = (entry: FileEntry, parts: number[]) =>
  new Problem('rule-broken', {
    zh: `${entry.path} 还缺第 ${parts.slice(0, 20).join('、')} 段，请继续上传。`,
    en: `${entry.path} still lacks part ${parts.slice(0, 20).join(', ')}: go on uploading.`,
  });

const notTheFile = (entry: FileEntry) =>
  new Problem('rule-broken', {
    zh: `${entry.path} 已上传的分段合起来不是这个文件：上传期间文件可能被修改过。请再次上传，不同的分段会重新发送。`,
    en: `The parts uploaded of ${entry.path} do not make this file: it may have changed meanwhile. Upload it again; the parts that differ are sent anew.`,
  });

const remove = async (deps: IntakeDeps, { caller, params }: Call<typeof intake.removeFile>) => {
  const item = await open(deps, caller, params.id);
  const entry = (await deps.pages.find(item.id, params.no)) ?? missing(params.no);
  if (entry.uploadId !== undefined && entry.state === 'registered')
    await deps.bucket.abortUpload(fileKey(item.id, entry.no), entry.uploadId).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'NoSuchUpload')) throw error;
    });
  await deps.register.remove(item.id, entry);
  return { no: entry.no };
};

export const uploadRoutes = [
  implement(intake.registerFiles, register),
  implement(intake.signUploads, sign),
  implement(intake.listParts, listParts),
  implement(intake.completeUpload, completeUpload),
  implement(intake.removeFile, remove),
];
