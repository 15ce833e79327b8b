import { createHash } from 'node:crypto';
import { type ReleaseManifest, releaseManifest } from '@geoarchive/contract/release-bundle.ts';
import type { ReleaseMove } from '@geoarchive/domain/release.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { inParallel } from '@geoarchive/platform/parallel.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { ArchiveDeps } from './deps.ts';
import type { DossierBody, DossierItem, StoredFile } from './dossier-store.ts';
import { barsOf, catalogueBars } from './dossiers.ts';

export type ReleaseDeps = ArchiveDeps & { archive: Bucket; inbox: Bucket; releaseKey: SigningKey };
const hex = (data: string): string => createHash('sha256').update(data).digest('hex');
const tries = 5;

const send = async (deps: ReleaseDeps, manifest: ReleaseManifest): Promise<void> => {
  const text = JSON.stringify(releaseManifest.parse(manifest));
  const signature = await deps.releaseKey.sign(hex(text));
  await deps.inbox.put(
    `bundles/${manifest.bundleId}/manifest.json`,
    JSON.stringify({ manifest: text, signature }),
  );
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

/** Copies at a time: 10 000 small files one after another would not be done in the 15 minutes of a function. */
const atOnce = 16;

const copyFiles = async (deps: ReleaseDeps, bundleId: string, files: StoredFile[]) => {
  const copyOne = async (file: StoredFile) => {
    const key = `bundles/${bundleId}/files/${String(file.no).padStart(6, '0')}`;
    await deps.inbox.copyBlind(
      { bucket: deps.archive.name, key: file.key, versionId: file.versionId, size: file.size },
      key,
    );
    const { no, path, size, sha256, format } = file;
    return {
      no,
      path,
      size,
      sha256,
      key,
      format: format?.id ?? 'unknown',
      mime: format?.mime ?? 'application/octet-stream',
    };
  };
  const sent: Awaited<ReturnType<typeof copyOne>>[] = [];
  await inParallel(files, atOnce, async (file) => {
    sent.push(await copyOne(file));
  });
  return sent.sort((a, b) => a.no - b.no);
};

const finish = async (
  deps: ReleaseDeps,
  item: DossierItem,
  move: ReleaseMove,
  body: DossierBody,
  manifest: (sequence: number) => Promise<ReleaseManifest>,
): Promise<void> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      const next = await nextNumber(deps.table, 'release-bundle');
      const sent = await manifest(next.value);
      await send(deps, sent);
      await deps.dossiers.move(item, move, body, {
        action: `release.${move}`,
        by: { worker: 'release' },
        detail: { bundleId: sent.bundleId, sequence: next.value },
        events: [
          { type: move === 'publish' ? 'DossierReleased' : 'DossierWithdrawn', data: { dossierId: item.id } },
        ],
        with: [next.take],
      });
      return;
    } catch (error) {
      // A twin of this message finished it; the portal takes a version once, whichever bundle comes first.
      if (error instanceof Problem && error.kind === 'stale') return;
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error;
    }
};

/** Door 2: the approved files and the record, in one signed bundle, into the portal's inbox. The law's bars are read once more. */
export const releaseDossier = async (
  deps: ReleaseDeps,
  { dossierId }: { dossierId: string },
): Promise<void> => {
  const item = await deps.dossiers.get(dossierId);
  if (item === undefined || item.state !== 'releasing') return;
  const files = await deps.dossierFiles.some(item.id, item.body.proposal?.files ?? [], item.body.fileCount);
  const allowed = files.filter((file) => barsOf(deps, item, file).length === 0);
  if (allowed.length !== files.length || catalogueBars(deps, item).length > 0)
    throw new Error(`Dossier ${dossierId} may not be released any more`);
  const bundleId = ulid(deps.clock().getTime());
  const sent = await copyFiles(deps, bundleId, allowed);
  const { proposal, ...rest } = item.body;
  const body = {
    ...rest,
    releasedAt: rest.releasedAt ?? deps.clock().toISOString(),
    releasedFiles: sent.length,
    releasedNumbers: proposal?.files ?? [],
  };
  await finish(deps, item, 'publish', body, async (sequence) => ({
    format: 'geoarchive-release/1',
    op: 'publish',
    bundleId,
    sequence,
    recordId: item.id,
    version: item.body.releaseVersion,
    record: publicRecord(deps, { ...item, body }, sent.length),
    files: sent,
  }));
};

/** The order to take a record off the portal goes through the same door. */
export const withdrawDossier = async (
  deps: ReleaseDeps,
  { dossierId }: { dossierId: string },
): Promise<void> => {
  const item = await deps.dossiers.get(dossierId);
  if (item === undefined || item.state !== 'withdrawing') return;
  const { releasedAt: _, ...rest } = item.body;
  await finish(
    deps,
    item,
    'remove',
    { ...rest, releasedFiles: 0, releasedNumbers: [] },
    async (sequence) => ({
      format: 'geoarchive-release/1',
      op: 'remove',
      bundleId: ulid(deps.clock().getTime()),
      sequence,
      recordId: item.id,
      version: item.body.releaseVersion,
    }),
  );
};
