import type { DepositFile } from '@geoarchive/contract/deposits.ts';
import * as intake from '@geoarchive/contract/intake.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { reachable } from './access.ts';
import { view } from './deposits.ts';
import type { IntakeDeps } from './deps.ts';
import type { FileEntry } from './file-pages.ts';
import { readFileReport } from './file-reports.ts';
import { listPlace } from './seal.ts';

const shown = (entry: FileEntry): DepositFile => ({
  no: entry.no,
  path: entry.path,
  size: entry.size,
  state: entry.state,
  findings: entry.findings,
  ...((entry.sha256 ?? entry.declaredSha256) === undefined
    ? {}
    : { sha256: entry.sha256 ?? entry.declaredSha256 }),
  ...(entry.format === undefined ? {} : { format: entry.format }),
});

const listFiles = async (deps: IntakeDeps, { caller, params, query }: Call<typeof intake.listFiles>) => {
  const item = await reachable(deps, caller, params.id);
  const { nextNo } = await deps.pages.readHead(item.id);
  const { rows, next } = await deps.table.query({
    partition: deps.pages.pk(item.id),
    prefix: 'page#',
    start: fromCursor(query.cursor),
    limit: 1,
  });
  const items = rows
    .flatMap(deps.pages.entriesOf)
    .filter(({ no }) => no < nextNo)
    .map(shown);
  const cursor = toCursor(next);
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};

const fileReport = async (deps: IntakeDeps, { caller, params }: Call<typeof intake.getFileReport>) => {
  const item = await reachable(deps, caller, params.id);
  const entry = await deps.pages.find(item.id, params.no);
  if (entry === undefined) throw new Problem('not-found');
  return { ...shown(entry), ...(await readFileReport(deps.table, item.id, params.no)) };
};

const report = async (deps: IntakeDeps, { caller, params }: Call<typeof intake.getReport>) => {
  const item = await reachable(deps, caller, params.id);
  const { state, counts, verdict } = view(item, await deps.pages.readHead(item.id), caller);
  return { state, counts, verdict, ...(await deps.findings.get(item.id)) };
};

const receipt = async (deps: IntakeDeps, { caller, params }: Call<typeof intake.getReceipt>) => {
  const { id, body } = await reachable(deps, caller, params.id);
  if (body.receipt === undefined)
    throw new Problem('wrong-state', {
      zh: '提交汇交后才有回执；若刚刚提交，请稍候。',
      en: 'There is a receipt once the deposit is handed in; if you just did so, wait a moment.',
    });
  const manifestUrl = await deps.bucket.signGet(
    listPlace(id, body.receipt.number),
    `${body.receipt.number}.ndjson`,
  );
  return {
    ...body.receipt,
    title: body.title,
    organisation: body.organisation,
    node: body.node,
    manifestUrl,
  };
};

export const reportRoutes = [
  implement(intake.listFiles, listFiles),
  implement(intake.getFileReport, fileReport),
  implement(intake.getReport, report),
  implement(intake.getReceipt, receipt),
];
