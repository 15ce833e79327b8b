import { createHash } from 'node:crypto';
import {
  type BundledFile,
  type BundleManifest,
  bundleManifest,
} from '@geoarchive/contract/deposit-bundle.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { receiptNumber } from '@geoarchive/domain/numbers.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SigningKey } from '@geoarchive/platform/signing.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { issuing } from '../documents/issue.ts';
import type { DepositItem } from './deposit-store.ts';
import type { IntakeDeps } from './deps.ts';
import { fileKey } from './file-pages.ts';
import { receiptPaper } from './receipt-paper.ts';

export type SealDeps = Pick<
  IntakeDeps,
  'deposits' | 'pages' | 'bucket' | 'findings' | 'clock' | 'table' | 'organisations' | 'documents'
> & {
  receiptKey: SigningKey;
};

const hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
const tries = 5;

/** Where the list of files of a receipt lies in the intake bucket: the same text whoever writes it. */
export const listPlace = (depositId: string, receipt: string): string =>
  `bundles/${depositId}/${receipt}/files.ndjson`;
/** A manifest lies under its own id: a twin of the message that loses the race must not overwrite what the winner signed. */
const manifestPlace = (depositId: string, receipt: string, bundleId: string): string =>
  `bundles/${depositId}/${receipt}/${bundleId}.json`;

const listFiles = async (deps: SealDeps, depositId: string): Promise<BundledFile[]> => {
  const files: BundledFile[] = [];
  for await (const page of deps.pages.eachPage(depositId))
    for (const { no, path, size, sha256, format, findings, versionId } of page) {
      // Kept although it could not be read: its checksum is missing, so the archive could not prove its copy.
      if (sha256 === undefined) throw new Error(`File ${no} of deposit ${depositId} has no checksum`);
      files.push({
        no,
        path,
        size,
        sha256,
        findings,
        key: fileKey(depositId, no),
        ...(format === undefined ? {} : { format }),
        ...(versionId === undefined ? {} : { versionId }),
      });
    }
  return files;
};

const trySeal = async (deps: SealDeps, item: DepositItem, files: BundledFile[]): Promise<void> => {
  const now = deps.clock();
  const { node, round } = item.body;
  const year = dayOf(now).slice(0, 4);
  const number = await nextNumber(deps.table, `receipt#${node}#${year}`);
  const sequence = await nextNumber(deps.table, `bundle#${node}`);
  const receipt = receiptNumber(node, year, number.value);
  const bundleId = ulid(now.getTime());
  const place = {
    manifest: manifestPlace(item.id, receipt, bundleId),
    files: listPlace(item.id, receipt),
  };
  const submitterName = (await deps.organisations.named(item.body.organisation)).name;
  const list = files.map((file) => JSON.stringify(file)).join('\n');
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const facts = {
    number: receipt,
    issuedAt: now.toISOString(),
    handedInAt: item.body.handedInAt ?? now.toISOString(),
    files: files.length,
    bytes,
  };
  const manifest: BundleManifest = bundleManifest.parse({
    format: 'geoarchive-deposit/1',
    bundleId,
    sequence: sequence.value,
    depositId: item.id,
    round,
    node,
    submitter: item.body.organisation,
    submitterName,
    createdBy: item.body.createdBy,
    description: item.body,
    receipt: facts,
    files: { key: place.files, sha256: hex(list), count: files.length, bytes },
    verdict: item.body.verdict ?? { errors: 0, warnings: 0 },
    findings: (await deps.findings.get(item.id)).findings,
  });
  const text = JSON.stringify(manifest);
  const manifestSha256 = hex(text);
  const signature = await deps.receiptKey.sign(manifestSha256);
  await deps.bucket.put(place.files, list, 'application/x-ndjson');
  await deps.bucket.put(place.manifest, text);
  const signed = { ...facts, manifestSha256, signature };
  const paper = receiptPaper(item, signed, files, submitterName);
  await deps.deposits.move(
    item,
    'seal',
    { ...item.body, receipt: signed },
    {
      action: 'deposit.seal',
      by: { worker: 'seal' },
      detail: { receipt, manifestSha256 },
      events: [
        {
          type: 'DepositSealed',
          data: {
            depositId: item.id,
            round,
            bundleId,
            bundle: place.manifest,
            manifestSha256,
            signature,
          },
        },
      ],
      with: [
        number.take,
        sequence.take,
        ...issuing(deps.documents, paper, { by: { worker: 'seal' }, from: 'intake' }),
      ],
    },
  );
};

/** Seals a submitted deposit: writes and signs the bundle for door 1, takes the receipt's number, tells the archive. */
export const sealDeposit = async (
  deps: SealDeps,
  { depositId, round }: { depositId: string; round: number },
): Promise<void> => {
  const item = await deps.deposits.get(depositId);
  if (item === undefined || item.state !== 'submitted' || item.body.round !== round) return;
  const files = await listFiles(deps, depositId);
  for (let attempt = 1; ; attempt += 1)
    try {
      await trySeal(deps, item, files);
      return;
    } catch (error) {
      // Sealed by a twin of this message.
      if (error instanceof Problem && error.kind === 'stale') return;
      // Another deposit took the number in the same instant: take the next.
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error;
    }
};
