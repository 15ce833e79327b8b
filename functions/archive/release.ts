import {
  type ReleasedFile,
  type ReleaseManifest,
  releasedFiles,
} from '@geoarchive/contract/release-bundle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import type { ReleaseMove } from '@geoarchive/domain/release.ts';
import { type CopyWork, copyMessage, copyStep, startPages } from '@geoarchive/platform/copy-pages.ts';
import { type LargeCopies, largeCopies } from '@geoarchive/platform/large-copy.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Queue } from '@geoarchive/platform/queue.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Message } from '@geoarchive/platform/worker-handler.ts';
import { ulid } from 'ulid';
import type { ArchiveDeps } from './deps.ts';
import { doorTwoSeries, hex, sendThrough } from './door-two.ts';
import type { DossierBody, DossierItem, StoredFile } from './dossier-store.ts';
import { barsOf, catalogueBars } from './dossiers.ts';
import { unpackNumbers } from './packed-numbers.ts';
import { releasePages } from './release-pages.ts';

export type ReleaseDeps = ArchiveDeps & {
  archive: Bucket;
  inbox: Bucket;
  releaseKey: SigningKey;
  releases: Queue;
  large?: LargeCopies;
};
const publicRecord = (deps: ReleaseDeps, item: DossierItem, fileCount: number) => {
  const { body } = item;
  // The portal's schema keeps only what a record of the portal may hold.
  return {
    ...body,
    id: item.id,
    version: body.releaseVersion,
    publishedAt: body.releasedAt ?? deps.clock().toISOString(),
    access: fileCount > 0 ? ('open' as const) : ('catalogue-only' as const),
    fileCount,
  };
};

const finish = async (
  deps: ReleaseDeps,
  item: DossierItem,
  move: ReleaseMove,
  body: DossierBody,
  manifest: (sequence: number) => ReleaseManifest,
): Promise<void> => {
  const once = async (): Promise<void> => {
    const next = await nextNumber(deps.table, doorTwoSeries);
    const sent = manifest(next.value);
    await sendThrough(deps, sent);
    await deps.dossiers.move(item, move, body, {
      action: `release.${move}`,
      by: { worker: 'release' },
      detail: { bundleId: sent.bundleId, sequence: next.value },
      events: [
        { type: move === 'publish' ? 'DossierReleased' : 'DossierWithdrawn', data: { dossierId: item.id } },
      ],
      with: [next.take],
    });
  };
  await againWhenRaced(once).catch((error: unknown) => {
    // A twin of this message finished it; the portal takes a version once, whichever bundle comes first.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  });
};

/** A release under way, its bundle and the files that were approved. */
type Releasing = { item: DossierItem; bundleId: string; numbers: number[]; job: string; pages: number };

/** The job of a release names its version: what an earlier release of the dossier noted does not count for this one. */
const jobOf = (dossierId: string, version: number): string => `${dossierId}/${version}`;

const releasing = (item: DossierItem | undefined): Releasing | undefined => {
  const bundleId = item?.body.bundleId;
  if (item === undefined || item.state !== 'releasing' || bundleId === undefined) return undefined;
  const numbers = unpackNumbers(item.body.proposedNumbers ?? '');
  const job = jobOf(item.id, item.body.releaseVersion);
  return { item, bundleId, numbers, job, pages: Math.ceil(numbers.length / limits.filesPerPage) };
};

const publish = async (deps: ReleaseDeps, { item, bundleId, numbers, job }: Releasing): Promise<void> => {
  if (catalogueBars(deps, item).length > 0)
    throw new Error(`Dossier ${item.id} may not be released any more`);
  const { proposal: _, proposedNumbers = '', bundleId: __, ...rest } = item.body;
  const body = {
    ...rest,
    releasedAt: rest.releasedAt ?? deps.clock().toISOString(),
    releasedFiles: numbers.length,
    releasedNumbers: proposedNumbers,
  };
  const { pages, formats } = await releasePages(deps.table).all(job);
  await finish(deps, item, 'publish', body, (sequence) => ({
    format: 'geoarchive-release/2',
    op: 'publish',
    bundleId,
    sequence,
    recordId: item.id,
    version: item.body.releaseVersion,
    record: publicRecord(deps, { ...item, body }, numbers.length),
    formats,
    pages,
  }));
  await releasePages(deps.table).forget(job);
  await largeOf(deps).forget(job);
};

const largeOf = (deps: ReleaseDeps): LargeCopies => deps.large ?? largeCopies(deps.table, deps.inbox);

const filesOf = async (
  deps: ReleaseDeps,
  { item, numbers }: Releasing,
  page: number,
): Promise<StoredFile[]> => {
  const wanted = numbers.slice((page - 1) * limits.filesPerPage, page * limits.filesPerPage);
  const files = await deps.dossierFiles.some(item.id, wanted, item.body.fileCount);
  // The law's bars are read once more, for each file.
  if (files.length !== wanted.length || files.some((file) => barsOf(deps, item, file).length > 0))
    throw new Error(`Dossier ${item.id} may not be released any more`);
  return files;
};

const workOf = (deps: ReleaseDeps, of: Releasing | undefined): CopyWork<StoredFile, ReleasedFile> => {
  const bundle = `bundles/${of?.bundleId ?? ''}`;
  const placeOf = ({ no, key, versionId, size }: StoredFile) => ({
    from: { bucket: deps.archive.name, key, versionId, size },
    key: `${bundle}/files/${String(no).padStart(6, '0')}`,
  });
  return {
    files: async (_, page) => (of === undefined ? undefined : filesOf(deps, of, page)),
    place: placeOf,
    // Nobody on this side may look into the inbox: what a step noted counts.
    isThere: (job, file) => largeOf(deps).isDone(job, placeOf(file).key),
    differs: ({ no }) => new Error(`The copy of file ${no} was noted as whole and is not`),
    async copy(file) {
      const { from, key } = placeOf(file);
      if (!largeOf(deps).isLarge(file.size)) await deps.inbox.copyBlind(from, key);
      const { no, path, size, sha256, format } = file;
      const { id = 'unknown', mime = 'application/octet-stream' } = format ?? {};
      return { no, path, size, sha256, key, format: id, mime };
    },
    async finish(job, page, copies) {
      if (of === undefined) return;
      const key = `${bundle}/pages/${String(page).padStart(5, '0')}.json`;
      const text = JSON.stringify(releasedFiles.parse(copies));
      await deps.inbox.put(key, text);
      const formats = [...new Set(copies.map(({ format }) => format))];
      await releasePages(deps.table).put(
        job,
        page,
        { key, sha256: hex(text), files: copies.length },
        formats,
      );
      if ((await largeOf(deps).notePage(job, page)) >= of.pages) await publish(deps, of);
    },
  };
};

/** Door 2: begins to send the approved files and the record, in one signed bundle, into the portal's inbox. */
export const releaseDossier = async (
  deps: ReleaseDeps,
  { dossierId }: { dossierId: string },
): Promise<void> => {
  const of = releasing(await deps.dossiers.get(dossierId));
  if (of === undefined) return;
  if (of.pages === 0) return publish(deps, of);
  await startPages({ queue: deps.releases, large: largeOf(deps) }, workOf(deps, of), of.job, of.pages);
};

/** A step of it: a page of files, or the next parts of a large one. The last page sends the manifest. */
export const releaseStep = async (deps: ReleaseDeps, { body }: Message): Promise<void> => {
  const message = copyMessage.parse(body);
  const [dossierId = ''] = message.job.split('/');
  const of = releasing(await deps.dossiers.get(dossierId));
  const work = workOf(deps, of?.job === message.job ? of : undefined);
  await copyStep({ queue: deps.releases, large: largeOf(deps) }, work, message);
};

/** The order to take a record off the portal goes through the same door. */
export const withdrawDossier = async (
  deps: ReleaseDeps,
  { dossierId }: { dossierId: string },
): Promise<void> => {
  const item = await deps.dossiers.get(dossierId);
  if (item === undefined || item.state !== 'withdrawing') return;
  const { releasedAt: _, ...rest } = item.body;
  const bundleId = ulid(deps.clock().getTime());
  await finish(deps, item, 'remove', { ...rest, releasedFiles: 0, releasedNumbers: '' }, (sequence) => ({
    format: 'geoarchive-release/2',
    op: 'remove',
    bundleId,
    sequence,
    recordId: item.id,
    version: item.body.releaseVersion,
  }));
};
