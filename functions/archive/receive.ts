import { createHash } from 'node:crypto';
import { type BundleManifest, bundledFile, bundleManifest } from '@geoarchive/contract/deposit-bundle.ts';
import type { EventData } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { arrivals } from '@geoarchive/platform/store/arrivals.ts';
import { checkOf } from './check-term.ts';
import type { ArchiveDeps } from './deps.ts';

export type ReceiveDeps = ArchiveDeps & { intake: Bucket; receiptKey: SigningKey };
const hex = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

const fetchProven = async (deps: ReceiveDeps, key: string, sha256: string): Promise<Uint8Array> => {
  const bytes = await deps.intake.readAll(key);
  if (bytes === undefined) throw new Error(`${key} is not in the intake bucket`);
  if (hex(bytes) !== sha256) throw new Error(`${key} is not what was signed`);
  return bytes;
};

/**
 * Door 1, first half: takes a sealed bundle after proving signature and content, and opens its review. The review's id is the
 * bundle's, so a message that comes twice finds it there.
 */
export const receiveBundle = async (deps: ReceiveDeps, event: EventData<'DepositSealed'>): Promise<void> => {
  if (!(await deps.receiptKey.verify(event.manifestSha256, event.signature)))
    throw new Error(`Bundle ${event.bundleId} is not signed by intake`);
  const text = await fetchProven(deps, event.bundle, event.manifestSha256);
  const manifest = bundleManifest.parse(JSON.parse(Buffer.from(text).toString('utf8')));
  if ((await deps.reviews.get(manifest.bundleId)) === undefined) await open(deps, event, manifest);
  await arrivals(deps.table, deps.clock).note(`door-1 ${manifest.node}`, manifest.sequence);
};

const open = async (
  deps: ReceiveDeps,
  event: EventData<'DepositSealed'>,
  manifest: BundleManifest,
): Promise<void> => {
  const list = Buffer.from(await fetchProven(deps, manifest.files.key, manifest.files.sha256)).toString(
    'utf8',
  );
  const files = list === '' ? [] : list.split('\n').map((line) => bundledFile.parse(JSON.parse(line)));
  if (files.length !== manifest.files.count)
    throw new Error(`Bundle ${event.bundleId} lists ${files.length} files, not ${manifest.files.count}`);

  await deps.reviewFiles.put(manifest.bundleId, files, manifest.findings);
  const now = deps.clock();
  const { depositId, round, node, description } = manifest;
  try {
    await deps.reviews.create(
      manifest.bundleId,
      {
        ...description,
        depositId,
        round,
        node,
        submitter: manifest.submitter,
        ...(manifest.submitterName === undefined ? {} : { submitterName: manifest.submitterName }),
        createdBy: manifest.createdBy,
        receivedAt: now.toISOString(),
        ...(await checkOf(deps, { depositId, round })),
        receipt: { ...manifest.receipt, manifestSha256: event.manifestSha256, signature: event.signature },
        fileCount: manifest.files.count,
        bytes: manifest.files.bytes,
        errors: manifest.verdict.errors,
        warnings: manifest.verdict.warnings,
        bundle: event.bundle,
        sequence: manifest.sequence,
      },
      {
        action: 'review.receive',
        by: { worker: 'receive' },
        detail: { receipt: manifest.receipt.number, sequence: manifest.sequence },
        events: [{ type: 'DepositReceived', data: { depositId, round, reviewId: manifest.bundleId } }],
        with: await deps.tasks.following(
          description.taskId,
          depositId,
          { as: 'handed-in', on: dayOf(new Date(manifest.receipt.handedInAt)), node },
          'receive',
        ),
      },
    );
  } catch (error) {
    // A twin of this message was quicker.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  }
};
