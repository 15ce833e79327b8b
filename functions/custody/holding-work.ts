import type { Holding, HoldingFigures, HoldingRow } from '@geoarchive/contract/custody-holdings.ts';
import { startHoldingImport, undoHoldingImport } from '@geoarchive/contract/custody-holdings.ts';
import {
  compare,
  countDifferences,
  isSameHolding,
  noDifferences,
} from '@geoarchive/domain/custody/compare.ts';
import type { By } from '@geoarchive/platform/store/audit.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { CannotGoOn, type StepDone, type Work } from '../jobs/step.ts';
import type { CustodyDeps } from './deps.ts';
import { addFigures, noFigures } from './holding-figures.ts';
import type { HoldingListItem } from './holding-list-store.ts';
import { withTies } from './ties.ts';

/** Rows of a step: each has two writes, beside the job's own and the list's condition. */
const perStep = 40;
/** Rows of each of two lists that are laid beside each other in a step: half a megabyte. */
const perLook = 1000;

const figures = z.custom<HoldingFigures>();
const place = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('rows'), batch: z.number(), at: z.number() }),
  z.object({ phase: z.literal('undo'), cursor: z.string().optional() }),
  /** Everything was written: the whole list is counted, and compared with the one before. */
  z.object({
    phase: z.literal('compare'),
    after: z.string().optional(),
    figures,
    differences: z.object({ added: z.number(), gone: z.number(), changed: z.number() }),
  }),
]);
type Compare = Extract<z.infer<typeof place>, { phase: 'compare' }>;
const fromTheStart: Compare = { phase: 'compare', figures: noFigures, differences: noDifferences };

type Import = { importId: string; custodian: string; period: string; list: HoldingListItem; by: By };

const gone = {
  zh: '要导入的内容已过保存期（30 天），请重新上传文件导入。',
  en: 'What was to be imported is no longer kept (30 days): import the file again.',
};
const closed = {
  zh: '清单已报送，不能再导入。请先由主管部门退回。',
  en: 'The list was handed in: nothing is imported into it until the authority sends it back.',
};

const load = async (deps: CustodyDeps, importId: string, by: By): Promise<Import> => {
  const scope = await deps.holdingImports.scopeOf(importId);
  const list = scope && (await deps.holdingLists.of(scope.custodian, scope.period));
  if (scope === undefined || list === undefined) throw new CannotGoOn(gone);
  if (list.state !== 'open') throw new CannotGoOn(closed);
  return { importId, ...scope, list, by };
};

/**
 * The next rows of both lists up to where the shorter look ends, counted and compared; with the last of them the list says its figures and
 * how it differs from the one before.
 */
const comparing = async (deps: CustodyDeps, of: Import, so: Compare, audit: string): Promise<StepDone> => {
  const { custodian, period, list } = of;
  const before = await deps.holdingLists.before(custodian, period);
  const nothing = { rows: [] as Holding[], more: false };
  const [now, old] = await Promise.all([
    deps.holdings.behind({ custodian, period }, so.after, perLook),
    before === undefined
      ? nothing
      : deps.holdings.behind({ custodian, period: before.body.period }, so.after, perLook),
  ]);
  const ends = [now, old].flatMap(({ rows, more }) => (more ? (rows.at(-1)?.code ?? []) : []));
  const until = ends.toSorted()[0];
  const seen = until === undefined ? now.rows : now.rows.filter(({ code }) => code <= until);
  const sum = addFigures(so.figures, seen);
  const differences = countDifferences(compare(now.rows, old.rows, until), so.differences);
  const step = { done: 0, counts: {} };
  if (until !== undefined)
    return {
      ...step,
      effect: [],
      cursor: { phase: 'compare', after: until, figures: sum, differences },
      finished: false,
    };
  const body = {
    ...list.body,
    figures: sum,
    // Of another import that was begun meanwhile its own count tells.
    uncounted: list.body.uncounted === of.importId ? undefined : list.body.uncounted,
    ...(before === undefined ? {} : { differences: { ...differences, before: before.body.period } }),
  };
  const detail = { importId: of.importId, rows: sum.rows, ...differences };
  return {
    ...step,
    effect: deps.holdingLists.changing(list, body, { action: audit, by: of.by, detail }),
    cursor: null,
    finished: true,
  };
};

/** The next rows of a batch, up to one that says again what a row before it is about. */
const next = (rows: readonly HoldingRow[], at: number): HoldingRow[] => {
  const some = rows.slice(at, at + perStep);
  const again = some.findIndex(({ code }, n) => some.slice(0, n).some((one) => one.code === code));
  return again === -1 ? some : some.slice(0, again);
};

const importing = async (
  deps: CustodyDeps,
  of: Import,
  { batch, at }: { batch: number; at: number },
  left: number,
): Promise<StepDone> => {
  const rows = await deps.holdingBatches.read(of.importId, batch);
  if (rows === undefined) throw new CannotGoOn(gone);
  const some = next(rows, at);
  const [tied, present] = await Promise.all([
    withTies(deps, some),
    deps.holdings.many(
      of,
      some.map(({ code }) => code),
    ),
  ]);
  const counts = { created: 0, updated: 0, unchanged: 0, unknown: 0 };
  const effect: Write[] = [deps.holdingLists.whileOpen(of.list.id)];
  for (const row of tied) {
    const before = present.get(row.code);
    if (row.findings.length > 0) counts.unknown += 1;
    if (before !== undefined && isSameHolding(before, row)) {
      counts.unchanged += 1;
      // What it is tied to may have been registered meanwhile, or is gone.
      if (before.findings.join() !== row.findings.join()) effect.push(deps.holdings.putting(of, row));
      continue;
    }
    counts[before === undefined ? 'created' : 'updated'] += 1;
    effect.push(
      deps.holdings.putting(of, row),
      deps.holdingImports.noting(of.importId, {
        code: row.code,
        after: row,
        ...(before === undefined ? {} : { before }),
      }),
    );
  }
  const after = at + some.length;
  const through = some.length >= left;
  return {
    effect,
    cursor: through
      ? fromTheStart
      : after < rows.length
        ? { phase: 'rows', batch, at: after }
        : { phase: 'rows', batch: batch + 1, at: 0 },
    done: some.length,
    counts,
    finished: false,
  };
};

/** Imports a holding list: row by row, then the whole is counted and compared with the list of the year before. */
export const importHoldings: Work<CustodyDeps> = async (deps, job, so) => {
  const at = place.nullable().parse(so.cursor) ?? { phase: 'rows' as const, batch: 1, at: 0 };
  const of = await load(deps, job.id, { sub: job.body.owner, name: job.body.ownerName });
  if (at.phase === 'rows') return importing(deps, of, at, job.body.total - so.done);
  return comparing(deps, of, at.phase === 'compare' ? at : fromTheStart, startHoldingImport.audit);
};

/** Takes an import back: new rows go, changed ones are set back, what was changed since stays. */
export const undoHoldings: Work<CustodyDeps> = async (deps, job, so) => {
  const at = place.nullable().parse(so.cursor) ?? { phase: 'undo' as const };
  const of = await load(deps, job.body.about ?? '', { sub: job.body.owner, name: job.body.ownerName });
  if (at.phase !== 'undo')
    return comparing(deps, of, at.phase === 'compare' ? at : fromTheStart, undoHoldingImport.audit);
  const { rows, cursor } = await deps.holdingImports.page(of.importId, at.cursor, perStep);
  const present = await deps.holdings.many(
    of,
    rows.map(({ code }) => code),
  );
  const counts = { removed: 0, restored: 0, kept: 0 };
  const effect: Write[] = [deps.holdingLists.whileOpen(of.list.id)];
  for (const { code, after, before } of rows) {
    const now = present.get(code);
    if (now === undefined || !isSameHolding(now, after)) {
      if (now !== undefined) counts.kept += 1;
      continue;
    }
    counts[before === undefined ? 'removed' : 'restored'] += 1;
    effect.push(before === undefined ? deps.holdings.removing(of, code) : deps.holdings.putting(of, before));
  }
  return {
    effect,
    cursor: cursor === undefined ? fromTheStart : { phase: 'undo', cursor },
    done: rows.length,
    counts,
    finished: false,
  };
};
