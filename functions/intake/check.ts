import { type CheckedFile, checkPackage } from '@geoarchive/domain/package-check.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { IntakeDeps } from './deps.ts';
import { type FileEntry, pageOf } from './file-pages.ts';

type Deps = Pick<IntakeDeps, 'deposits' | 'pages' | 'bucket' | 'findings' | 'clock'>;
/** More findings than anyone reads; the rest show once these are mended. */
const keptFindings = 500;

const readAll = async (deps: Deps, depositId: string): Promise<FileEntry[]> => {
  const files: FileEntry[] = [];
  for await (const page of deps.pages.eachPage(depositId)) files.push(...page);
  return files;
};

const uploadedNumbers = async (deps: Deps, depositId: string): Promise<Set<number>> => {
  const numbers = new Set<number>();
  for await (const { key } of deps.bucket.list(`files/${depositId}/`))
    numbers.add(Number(key.slice(key.lastIndexOf('/') + 1)));
  return numbers;
};

/** Files still in the pipeline: uploaded, not yet inspected. Their pages are counted anew, then looked at once more. */
const stillWaiting = async (
  deps: Deps,
  depositId: string,
  files: FileEntry[],
  uploaded: Set<number>,
): Promise<boolean> => {
  const waiting = files.filter(({ no, state }) => state !== 'inspected' && uploaded.has(no));
  if (waiting.length === 0) return false;
  const pages = [...new Set(waiting.map(({ no }) => pageOf(no)))];
  for (const page of pages) {
    const done = files.filter(({ no, state }) => pageOf(no) === page && state === 'inspected').length;
    await deps.pages.noteDone(depositId, page, done, true);
  }
  const again = [...(await deps.pages.readPages(depositId, pages)).values()].flat();
  return again.some(({ no, state }) => state !== 'inspected' && uploaded.has(no));
};

const formatsOf = (files: FileEntry[]) =>
  [...Map.groupBy(files, ({ format }) => format?.id ?? 'unknown')]
    .map(([id, some]) => ({ id, name: some[0]?.format?.name ?? id, files: some.length }))
    .sort((a, b) => b.files - a.files);

/**
 * The package check: waits until every uploaded file is inspected, runs the rules, records report and verdict, and moves the
 * deposit on. Runs on 'complete' and on 'inspected', as often as either comes; a deposit not being checked is left alone.
 */
export const checkDeposit = async (
  deps: Deps,
  { depositId, round }: { depositId: string; round: number },
): Promise<void> => {
  const item = await deps.deposits.get(depositId);
  if (item === undefined || item.state !== 'checking' || item.body.round !== round) return;
  const first = await readAll(deps, depositId);
  const uploaded = first.every(({ state }) => state === 'inspected')
    ? new Set(first.map(({ no }) => no))
    : await uploadedNumbers(deps, depositId);
  if (await stillWaiting(deps, depositId, first, uploaded)) return;

  const files = await readAll(deps, depositId);
  const findings = checkPackage({
    secrecy: item.body.secrecy,
    source: item.body.source,
    files: files.map(
      (file): CheckedFile => ({
        ...file,
        uploaded: file.state === 'inspected' || uploaded.has(file.no),
        format: file.format?.id,
      }),
    ),
  });
  await deps.findings.put(depositId, {
    findings: findings.slice(0, keptFindings),
    formats: formatsOf(files),
  });
  const verdict = {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
  };
  try {
    await deps.deposits.move(
      item,
      'check',
      { ...item.body, verdict, updatedAt: deps.clock().toISOString() },
      {
        action: 'deposit.check',
        by: { worker: 'check' },
        detail: verdict,
        events: [{ type: 'DepositChecked', data: { depositId, round } }],
      },
    );
  } catch (error) {
    // Checked by a twin of this message, or reopened meanwhile.
    if (!(error instanceof Problem && error.kind === 'stale')) throw error;
  }
};
