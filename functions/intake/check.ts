import { type CheckedFile, checkPackage, type PackageFinding } from '@geoarchive/domain/package-check.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import type { IntakeDeps } from './deps.ts';
import { type FileEntry, isReplaced, pageOf } from './file-pages.ts';

type Deps = Pick<IntakeDeps, 'deposits' | 'pages' | 'bucket' | 'findings' | 'clock'>;
/** More findings than anyone reads; the rest show once these are mended. Their row may hold 400 KB. */
const kept = { findings: 500, bytes: 250_000 };

const firstFindings = (findings: PackageFinding[]): PackageFinding[] => {
  let bytes = 0;
  return findings.slice(0, kept.findings).filter((finding) => {
    bytes += Buffer.byteLength(JSON.stringify(finding));
    return bytes <= kept.bytes;
  });
};

const readAll = async (deps: Deps, depositId: string): Promise<FileEntry[]> => {
  const files: FileEntry[] = [];
  for await (const page of deps.pages.eachPage(depositId)) files.push(...page);
  return files;
};

/** The files whose object is there; what was there before a file was declared anew does not count. */
const uploadedNumbers = async (deps: Deps, depositId: string, files: FileEntry[]): Promise<Set<number>> => {
  const byNo = new Map(files.map((file) => [file.no, file]));
  const numbers = new Set<number>();
  for await (const { key, etag } of deps.bucket.list(`files/${depositId}/`)) {
    const file = byNo.get(Number(key.slice(key.lastIndexOf('/') + 1)));
    if (file !== undefined && !isReplaced(file, { etag })) numbers.add(file.no);
  }
  return numbers;
};

/** Raises counts that a crash left too low, so that the last file to be read finds them full and wakes the check. */
const mendCounts = async (deps: Deps, depositId: string, files: FileEntry[]): Promise<void> => {
  const head = await deps.pages.readHead(depositId);
  for (const [page, some] of Map.groupBy(files, ({ no }) => pageOf(no))) {
    const done = some.filter(({ state }) => state === 'inspected').length;
    if ((head.done[`p${page}`] ?? 0) >= done) continue;
    await deps.pages.noteDone(depositId, page, done).catch((error: unknown) => {
      // Raised meanwhile by whoever read the files.
      if (!(error instanceof ConditionFailed)) throw error;
    });
  }
  if (files.length < head.live) await deps.pages.mendLive(depositId, head, files.length);
};

/**
 * Files still in the pipeline: uploaded, not yet inspected. Counts are mended first (never lowered: a page read meanwhile would be
 * forgotten), then the files are looked at once more; whatever is read after that look wakes the check again.
 */
const stillWaiting = async (
  deps: Deps,
  depositId: string,
  files: FileEntry[],
  uploaded: Set<number>,
): Promise<boolean> => {
  const waiting = files.filter(({ no, state }) => state !== 'inspected' && uploaded.has(no));
  if (waiting.length === 0) return false;
  await mendCounts(deps, depositId, files);
  const pages = [...new Set(waiting.map(({ no }) => pageOf(no)))];
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
    : await uploadedNumbers(deps, depositId, first);
  if (await stillWaiting(deps, depositId, first, uploaded)) return;

  const files = await readAll(deps, depositId);
  const findings = checkPackage({
    secrecy: item.body.secrecy,
    source: item.body.source,
    licenceEnd: item.body.licenceEnd,
    files: files.map(
      (file): CheckedFile => ({
        ...file,
        uploaded: file.state === 'inspected' || uploaded.has(file.no),
        format: file.format?.id,
      }),
    ),
  });
  await deps.findings.put(depositId, {
    findings: firstFindings(findings),
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
