import { figureSum, type RunRef } from '@geoarchive/contract/reporting-parts.ts';
import { factKinds } from '@geoarchive/domain/reporting/facts.ts';
import { folding } from '@geoarchive/domain/reporting/fold.ts';
import { periodOf } from '@geoarchive/domain/reporting/period.ts';
import { figures } from '@geoarchive/domain/reporting/tables/tables.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { JobItem, Progress } from '../jobs/job-store.ts';
import type { LanedWork, StepDone } from '../jobs/step.ts';
import type { ReportingDeps } from './deps.ts';
import { lists as heldLists, listsOf } from './holding-source.ts';
import type { EvidencePage } from './run-store.ts';
import { factsPage, isTold, kindsOf, type SourceDeps } from './sources.ts';

/** Objects looked at in one step, at most: an answer of the table ends at a megabyte before that, but for the shortest rows. */
const perStep = 4000;
/** Units that are counted side by side. */
const lanes = 4;
const place = z.object({
  /** Of the run's units, and of the kinds of fact. */
  unit: z.number(),
  kind: z.number(),
  cursor: z.string().optional(),
  sums: z.record(z.string(), figureSum),
  pages: z.record(z.string(), z.array(z.number())),
  evidence: z.array(z.string()),
  objects: z.number(),
  /** The kinds of fact that told of the unit so far, and the custodian's lists as they were at its beginning. */
  sourced: z.array(z.enum(factKinds)),
  lists: heldLists.nullable(),
});
type Place = z.infer<typeof place>;
type Deps = SourceDeps &
  Pick<ReportingDeps, 'annualReports' | 'runs'> & {
    settings: Pick<ReportingDeps['settings'], 'nodes' | 'custodians'>;
  };

const beginning = (unit: number): Place => ({
  unit,
  kind: 0,
  sums: {},
  pages: {},
  evidence: [],
  objects: 0,
  sourced: [],
  lists: null,
});
/** Units of work that a run has: each kind of each unit, and each unit's end. */
export const workOf = (of: Parameters<typeof kindsOf>[0], units: readonly string[]): number =>
  units.reduce((sum, unit) => sum + kindsOf(of, unit).length + 1, 0);

/** The write that points a unit's report to the figures that were made: what a draft says, and what a signed one can be compared with. */
const pointing = async (
  deps: Deps,
  job: JobItem,
  of: { unit: string; period: string; ref: RunRef },
): Promise<Write[]> => {
  if (!/^\d{4}$/.test(of.period)) return [];
  const item = await deps.annualReports.ofUnit(of.unit, Number(of.period));
  if (item === undefined || item.body.latest?.run === of.ref.run) return [];
  // A run that was slower than one begun after it has nothing new to say.
  if (item.body.latest !== undefined && item.body.latest.at > of.ref.at) return [];
  const isDraft = item.state === 'draft';
  return deps.annualReports.changing(
    item,
    { ...item.body, latest: of.ref, ...(isDraft ? { figures: of.ref } : {}) },
    { action: 'reporting.figures', by: { worker: 'work' }, detail: { run: job.id, sha256: of.ref.sha256 } },
  );
};

const endUnit = async (
  deps: Deps,
  job: JobItem,
  at: Place,
  of: { unit: string; period: string },
): Promise<StepDone> => {
  const ref = await deps.runs.put(job.id, {
    ...{ ...of, at: job.body.createdAt, sourced: at.sourced },
    figures: figures.map(({ code }) => code),
    ...{ sums: at.sums, pages: at.pages, evidence: at.evidence, objects: at.objects },
  });
  return {
    effect: await pointing(deps, job, { ...of, ref }),
    cursor: beginning(at.unit + lanes),
    done: 1,
    counts: { units: 1 },
    finished: false,
  };
};

const step = async (deps: Deps, job: JobItem, so: Progress, lane: number): Promise<StepDone> => {
  const { period: code, units } = await deps.runs.wanted(job.id);
  const period = periodOf(code);
  if (period === undefined) throw new Error(`${code} is no period`);
  const at = place.nullable().parse(so.cursor) ?? beginning(lane);
  const unit = units[at.unit];
  if (unit === undefined) return { effect: [], cursor: at, done: 0, counts: {}, finished: true };
  const kind = kindsOf(deps, unit)[at.kind];
  if (kind === undefined) return endUnit(deps, job, at, { unit, period: code });
  const isFirst = at.kind === 0 && at.cursor === undefined;
  const lists = isFirst ? ((await listsOf(deps, unit, period)) ?? null) : at.lists;
  if (!isTold(kind, lists ?? undefined)) {
    const cursor = { ...at, lists, kind: at.kind + 1 };
    return { effect: [], cursor, done: 1, counts: {}, finished: false };
  }
  const page = await factsPage(deps, kind, {
    ...{ unit, period, cursor: at.cursor, lists: lists ?? undefined },
    limit: perStep,
  });
  // A list was sent back or handed in meanwhile: the unit is begun anew.
  if (page === 'stale')
    return { effect: [], cursor: beginning(at.unit), done: -at.kind, counts: {}, finished: false };
  const { facts, objects, cursor } = page;
  const found: EvidencePage = {};
  const fold = folding(
    period,
    (figure, { of, id, no }) => {
      found[figure] ??= [];
      found[figure].push([of, id, no]);
    },
    [[unit, at.sums]],
  );
  for (const fact of facts) fold.add(fact);
  const hit = Object.keys(found);
  const evidence =
    hit.length === 0 ? at.evidence : [...at.evidence, await deps.runs.putPage(job.id, unit, found)];
  const pages = { ...at.pages };
  for (const figure of hit) pages[figure] = [...(pages[figure] ?? []), at.evidence.length];
  const next: Place = {
    ...{ unit: at.unit, sums: fold.sums().get(unit) ?? {}, pages, evidence },
    ...{ objects: at.objects + objects, kind: cursor === undefined ? at.kind + 1 : at.kind },
    sourced: cursor === undefined ? [...at.sourced, kind] : at.sourced,
    lists,
    ...(cursor === undefined ? {} : { cursor }),
  };
  return {
    effect: [],
    cursor: next,
    done: cursor === undefined ? 1 : 0,
    counts: { objects },
    finished: false,
  };
};

/**
 * Makes the figures of units for a period: goes through the objects of each by pages, folds them, keeps what it comes to and the objects
 * behind it. A step that is done again reads and writes the same.
 */
export const computeFigures: LanedWork<Deps> = { lanes, step };
