import type { Clock } from '@geoarchive/domain/dates.ts';
import { dossierStore } from '@geoarchive/functions/archive/dossier-store.ts';
import { reviewStore } from '@geoarchive/functions/archive/review-store.ts';
import { taskStore } from '@geoarchive/functions/archive/task-store.ts';
import { caseStore } from '@geoarchive/functions/cases/case-store.ts';
import type { JobItem, Progress } from '@geoarchive/functions/jobs/job-store.ts';
import { computeFigures, workOf } from '@geoarchive/functions/reporting/compute-work.ts';
import { reportStore } from '@geoarchive/functions/reporting/report-store.ts';
import { runStore } from '@geoarchive/functions/reporting/run-store.ts';
import { holeStore } from '@geoarchive/functions/subsurface/hole-store.ts';
import { chaseStore } from '@geoarchive/functions/supervision/chase-store.ts';
import { transferStore } from '@geoarchive/functions/transfers/transfer-store.ts';
import type { Row } from '@geoarchive/platform/store/table.ts';
import { madeTable, provinces } from './reports-table.ts';

const id = '01J00000000000000000000000';
const period = '2025';
const instant = '2026-01-05T02:00:00.000Z';
const progress = (cursor: unknown): Progress => ({
  ...{ step: 0, cursor, done: 0, counts: {}, notes: [], activeMs: 0, movedAt: instant },
});

/**
 * All steps of the job that makes the year's figures of 31 provinces, one after the other in this process, over a table that is made as it
 * is read: what each step reads is parsed and folded, the objects behind figures are packed, the cursor is written and read between steps.
 */
export const runOf = async (counts: { dossiers: number; uses: number }) => {
  const clock: Clock = () => new Date(instant);
  const units = [...provinces];
  const table = madeTable({ ...counts, wanted: { period, units } });
  const kept = { bytes: 0, cursor: 0, steps: 0, objects: 0 };
  const bucket = {
    putOnce: async (_: string, body: Uint8Array | string) => {
      kept.bytes += body.length;
      return true;
    },
    readAll: async () => undefined,
  };
  const deps = {
    ...{ clock, table },
    settings: { nodes: units.map((code) => ({ code, name: { zh: code, en: code } })), custodians: [] },
    annualReports: reportStore(table, clock),
    runs: runStore(table, bucket),
    tasks: taskStore(table, clock),
    reviews: reviewStore(table, clock),
    dossiers: dossierStore(table, clock),
    holes: holeStore(table, clock),
    chases: chaseStore(table, clock),
    cases: caseStore(table, clock),
    transfers: transferStore(table, clock),
  };
  const job: JobItem = {
    ...{ id, state: 'running', version: 1 },
    body: {
      ...{ kind: 'report-figures', subject: 'Bench', owner: 'bench', ownerName: 'bench' },
      ...{ createdAt: instant, total: workOf(deps, units) },
    },
  };
  for (let lane = 0; lane < computeFigures.lanes; lane += 1)
    for (let cursor: unknown = null, finished = false; !finished; ) {
      const done = await computeFigures.step(deps, job, progress(cursor), lane);
      const text = JSON.stringify(done.cursor);
      kept.cursor = Math.max(kept.cursor, text.length);
      kept.steps += 1;
      kept.objects += done.counts['objects'] ?? 0;
      ({ finished } = done);
      cursor = JSON.parse(text);
    }
  return kept;
};

/** The same rows made and read from JSON, and nothing done with them; how many. */
export const rowsAlone = async (counts: { dossiers: number; uses: number }): Promise<number> => {
  const table = madeTable({ ...counts, wanted: {} });
  let rows = 0;
  for (const unit of provinces)
    for (const of of [
      { index: 'gsi1', partition: `dossiers#${unit}` },
      { partition: `usage#${unit}#${period}` },
    ])
      for (let start: Row | undefined, more = true; more; ) {
        const page = await table.query({ ...of, start, limit: 4000 });
        rows += page.rows.length;
        start = page.next;
        more = start !== undefined;
      }
  return rows;
};
