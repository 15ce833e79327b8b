import type {
  AnnualReport,
  FigureValue,
  ReportLine,
  ReportSnapshot,
  UnitRun,
} from '@geoarchive/contract/reporting-parts.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { findingsOf } from '@geoarchive/domain/reporting/findings.ts';
import {
  deadlinesOf,
  reportEditors,
  reportMovesFor,
  reportTitle,
  type Unit,
  unitKindOf,
} from '@geoarchive/domain/reporting/report.ts';
import { figures } from '@geoarchive/domain/reporting/tables/tables.ts';
import { defaultJumps, isEntered, type Values, valuesOf } from '@geoarchive/domain/reporting/values.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import type { ReportingDeps } from './deps.ts';
import type { ReportItem } from './report-store.ts';
import { unitOf } from './units.ts';

/** The figures of a report's run with what was entered. */
export const readValues = async (
  deps: Pick<ReportingDeps, 'runs' | 'settings'>,
  { body }: ReportItem,
): Promise<{ values: Values; run: UnitRun | undefined }> => {
  const found = body.figures && (await deps.runs.get(body.figures.run, body.node));
  const entered = Object.fromEntries(Object.entries(body.entered).map(([code, { n }]) => [code, n]));
  const kind = unitKindOf(unitOf(deps, body.node));
  return { values: valuesOf(found?.of.sums, entered, { ...found?.of, kind }), run: found?.of };
};

/** The figures that a report says: what was kept when it was signed, else those of its run with what was entered. */
export const saidValues = async (
  deps: Pick<ReportingDeps, 'runs' | 'annualReports' | 'settings'>,
  item: ReportItem,
) => {
  const { signed } = item.body;
  if (signed === undefined) return (await readValues(deps, item)).values;
  return (await deps.annualReports.frozen(item.id, signed.sha256)).of.values;
};

/** What the report of the year before says now. */
export const yearBefore = async (
  deps: Pick<ReportingDeps, 'runs' | 'annualReports' | 'settings'>,
  { body }: ReportItem,
): Promise<{ item: ReportItem; values: Values } | undefined> => {
  const item = await deps.annualReports.ofUnit(body.node, body.year - 1);
  return item && { item, values: await saidValues(deps, item) };
};

const valuesBeside = (
  values: Values,
  before: Readonly<Record<string, { n?: number | undefined }>> | undefined,
  run: UnitRun | undefined,
): Record<string, FigureValue> =>
  Object.fromEntries(
    figures.flatMap((figure) => {
      const { code } = figure;
      const value = values[code];
      if (value === undefined) return [];
      const was = before?.[code]?.n;
      const enter = figure.table !== 'E' && isEntered(figure, run?.sourced);
      const objects = run?.pages[code] !== undefined;
      return [[code, { ...value, ...(was === undefined ? {} : { before: was }), enter, objects }]];
    }),
  );

/** What a draft says as things are: its figures beside those of the year before, and what has to be done about them. */
export const asItStands = async (deps: ReportingDeps, item: ReportItem): Promise<ReportSnapshot> => {
  const { node, year, explanations, texts } = item.body;
  const unit = unitOf(deps, node);
  const [{ values, run }, last] = await Promise.all([readValues(deps, item), yearBefore(deps, item)]);
  const jumps = deps.settings.reporting?.jumps ?? defaultJumps;
  return {
    ...{ name: unit.name, title: reportTitle(unit, year), jumps },
    deadlines: deadlinesOf(year, deps.settings.reporting?.terms),
    values: valuesBeside(values, last?.values, run),
    findings: findingsOf({
      ...{ values, before: last?.values, computed: run !== undefined, jumps },
      explained: (figure) => (explanations[figure]?.text ?? '') !== '',
      written: (part) => (texts[part]?.text ?? '') !== '',
    }),
    ...(last && {
      before: {
        id: last.item.id,
        year: year - 1,
        state: last.item.state,
        version: last.item.version,
      },
    }),
  };
};

/** Whether somebody of the unit itself asks, in a role that fills in reports. */
export const isEditor = (caller: Caller, node: string): boolean =>
  caller.node === node && reportEditors.some((role) => caller.roles.includes(role));

/** What the caller may do with a report: signing is the unit's own. */
export const movesOf = (deps: ReportingDeps, { state, body }: ReportItem, caller: Caller) =>
  reportMovesFor(
    { kind: unitKindOf(unitOf(deps, body.node)), state, signedBy: body.signed?.sub },
    caller,
  ).filter((move) => move !== 'sign' || caller.node === body.node);

export const shownReport = async (
  deps: ReportingDeps,
  item: ReportItem,
  caller: Caller,
): Promise<AnnualReport> => {
  const { id, state, version, body } = item;
  const { node, ...rest } = body;
  const [said, job] = await Promise.all([
    body.signed === undefined
      ? asItStands(deps, item)
      : deps.annualReports.frozen(id, body.signed.sha256).then(({ of }) => of),
    body.job === undefined ? undefined : deps.jobs.get(body.job),
  ]);
  return {
    ...rest,
    ...said,
    ...{ id, state, version, unit: node, kind: unitKindOf(unitOf(deps, node)) },
    moves: movesOf(deps, item, caller),
    mayEdit: state === 'draft' && isEditor(caller, node),
    computing: job !== undefined && isUnderWay(job.state),
  };
};

/** A unit's line in the list of a year, with its report where there is one. */
export const shownLine = (
  deps: Pick<ReportingDeps, 'settings' | 'clock'>,
  unit: Unit,
  year: number,
  item: ReportItem | undefined,
): ReportLine => {
  const deadlines = deadlinesOf(year, deps.settings.reporting?.terms);
  const today = dayOf(deps.clock());
  const isDraft = item === undefined || item.state === 'draft';
  return {
    ...{ unit: unit.code, name: unit.name, kind: unitKindOf(unit), year, deadlines },
    late: (isDraft && today > deadlines.unit) || (item?.state === 'signed' && today > deadlines.check),
    ...(item === undefined
      ? {}
      : {
          report: {
            ...{ id: item.id, state: item.state, version: item.version },
            ...(item.body.signed === undefined ? {} : { signed: item.body.signed.at }),
            returned: item.state === 'draft' && item.body.history.at(-1)?.move === 'return',
          },
        }),
  };
};
