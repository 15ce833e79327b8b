import type { BundledFile } from '@geoarchive/contract/deposit-bundle.ts';
import { type Bucket, isTrueCopy } from '@geoarchive/platform/objects.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import { z } from 'zod';
import type { ArchiveDeps } from './deps.ts';
import { dossierKey, type StoredFile } from './dossier-store.ts';
import { finishAcceptance } from './finish.ts';
import { pageCount } from './review-store.ts';

export type CopyDeps = ArchiveDeps & { intake: Bucket; archive: Bucket };
const message = z.object({ reviewId: z.string(), page: z.number().int() });
const atOnce = 8;

/** Copies one file unless its copy is there already, compares it with what the bundle says, and locks the copy. */
const copyOne = async (
  deps: CopyDeps,
  dossierId: string,
  secrecy: StoredFile['secrecy'],
  file: BundledFile,
): Promise<StoredFile> => {
  const key = dossierKey(dossierId, file.no);
  const from = await deps.intake.head(file.key, file.versionId);
  if (from === undefined) throw new Error(`${file.key} is gone from the intake bucket`);
  const wanted = { size: file.size, sha256: file.sha256, crc64: from.crc64 };
  const there = await deps.archive.head(key);
  const copy =
    there !== undefined && isTrueCopy(there, wanted)
      ? there
      : await deps.archive.copyFrom(
          { bucket: deps.intake.name, key: file.key, versionId: file.versionId, size: file.size },
          key,
        );
  if (!isTrueCopy(copy, wanted)) throw new Error(`The copy of ${file.key} differs from its source`);
  if (copy.versionId === undefined) throw new Error('The archive bucket has no versions');
  await deps.archive.hold(key, copy.versionId);
  const { no, path, size, sha256, format } = file;
  return {
    no,
    path,
    size,
    sha256,
    key,
    secrecy,
    versionId: copy.versionId,
    ...(copy.crc64 === undefined ? {} : { crc64: copy.crc64 }),
    ...(format === undefined ? {} : { format }),
  };
};

/** Door 1, second half: copies one page of a deposit's files into the archive; the last page finishes the acceptance. */
export const copyPage = async (deps: CopyDeps, { body }: Message): Promise<void> => {
  const { reviewId, page } = message.parse(body);
  const item = await deps.reviews.get(reviewId);
  if (item === undefined || item.state !== 'accepting' || item.body.dossierId === undefined) return;
  const { dossierId, secrecy } = item.body;
  const files = await deps.reviewFiles.page(reviewId, page);
  const copies: StoredFile[] = [];
  await inParallel(files, atOnce, async (file) => {
    copies.push(await copyOne(deps, dossierId, secrecy, file));
  });
  await deps.dossierFiles.putPage(
    dossierId,
    page,
    copies.sort((a, b) => a.no - b.no),
  );
  const done = await deps.reviewFiles.noteCopied(reviewId, page);
  if (done >= pageCount(item.body.fileCount)) await finishAcceptance(deps, reviewId);
};
