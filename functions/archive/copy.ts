import type { BundledFile } from '@geoarchive/contract/deposit-bundle.ts';
import { type CopyWork, copyMessage, copyStep } from '@geoarchive/platform/copy-pages.ts';
import { type LargeCopies, largeCopies } from '@geoarchive/platform/large-copy.ts';
import { type Bucket, isTrueCopy } from '@geoarchive/platform/objects.ts';
import type { Queue } from '@geoarchive/platform/queue.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import type { ArchiveDeps } from './deps.ts';
import { dossierKey, type StoredFile } from './dossier-store.ts';
import { finishAcceptance } from './finish.ts';
import { isTakenIn, pageCount, type ReviewItem } from './review-store.ts';
import { CannotCopy, stall } from './stall.ts';

export type CopyDeps = ArchiveDeps & { intake: Bucket; archive: Bucket; copies: Queue; large?: LargeCopies };

type Taking = { dossierId: string; secrecy: StoredFile['secrecy']; fileCount: number };
const takingOf = (item: ReviewItem | undefined): Taking | undefined =>
  item !== undefined && isTakenIn(item.state) && item.body.dossierId !== undefined
    ? { ...item.body, dossierId: item.body.dossierId }
    : undefined;

/** What a copy must be, from its source as it lies in the intake bucket now. */
const wantedOf = async (deps: CopyDeps, { key, path, versionId, size, sha256 }: BundledFile) => {
  const from = await deps.intake.head(key, versionId);
  if (from === undefined) throw new CannotCopy('source-gone', path);
  return { size, sha256, crc64: from.crc64 };
};

const placeOf = (deps: CopyDeps, dossierId: string, { no, key, versionId, size }: BundledFile) => ({
  from: { bucket: deps.intake.name, key, versionId, size },
  key: dossierKey(dossierId, no),
});

/** Copies one file unless its copy is there already, compares it with what the bundle says, and locks the copy. */
const copyOne = async (
  deps: CopyDeps,
  { dossierId, secrecy }: Taking,
  file: BundledFile,
): Promise<StoredFile> => {
  const { from, key } = placeOf(deps, dossierId, file);
  const wanted = await wantedOf(deps, file);
  const there = await deps.archive.head(key);
  const copy =
    there !== undefined && isTrueCopy(there, wanted) ? there : await deps.archive.copyFrom(from, key);
  if (!isTrueCopy(copy, wanted)) throw new CannotCopy('copy-differs', file.path);
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

const workOf = (deps: CopyDeps, of: Taking | undefined): CopyWork<BundledFile, StoredFile> => {
  const taking = (): Taking => {
    if (of === undefined) throw new Error('Nothing is being taken in');
    return of;
  };
  return {
    files: async (reviewId, page) => (of === undefined ? undefined : deps.reviewFiles.page(reviewId, page)),
    place: (file) => placeOf(deps, taking().dossierId, file),
    async isThere(_, file) {
      const there = await deps.archive.head(dossierKey(taking().dossierId, file.no));
      return there !== undefined && isTrueCopy(there, await wantedOf(deps, file));
    },
    differs: ({ path }) => new CannotCopy('copy-differs', path),
    copy: (file) => copyOne(deps, taking(), file),
    async finish(reviewId, page, copies) {
      const { dossierId, fileCount } = taking();
      await deps.dossierFiles.putPage(dossierId, page, copies);
      const done = await deps.reviewFiles.noteCopied(reviewId, page);
      if (done < pageCount(fileCount)) return;
      await finishAcceptance(deps, reviewId);
      await largeOf(deps).forget(reviewId);
    },
  };
};

const largeOf = (deps: CopyDeps): LargeCopies => deps.large ?? largeCopies(deps.table, deps.archive);

/** The try at which what no further try will mend is shown to the checkers. */
const stalledAt = 3;

/**
 * Door 1, second half: copies a deposit's files into the archive, step by step; the last page finishes the acceptance. Where a file
 * cannot be copied the review is stalled, and the message goes its way to the dead letters.
 */
export const copyFiles = async (deps: CopyDeps, { body, receives }: Message): Promise<void> => {
  const message = copyMessage.parse(body);
  const work = workOf(deps, takingOf(await deps.reviews.get(message.job)));
  try {
    await copyStep({ queue: deps.copies, large: largeOf(deps) }, work, message);
  } catch (error) {
    if (error instanceof CannotCopy && receives >= stalledAt)
      await stall(deps, message.job, { why: error.why, file: error.file }, 'copy');
    throw error;
  }
};
