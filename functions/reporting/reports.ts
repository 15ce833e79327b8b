import * as contract from '@geoarchive/contract/reporting.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { nationalTitle, unitKindOf } from '@geoarchive/domain/reporting/report.ts';
import { type Difference, differences, rollUp, valuesOf } from '@geoarchive/domain/reporting/values.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { nodeOf, nodesFor, ofNode } from '../archive/access.ts';
import { queueRun } from './compute.ts';
import type { ReportingDeps } from './deps.ts';
import { openedFigures } from './opening.ts';
import { type ReportItem, reportId } from './report-store.ts';
import { unitOf, unitsOf } from './units.ts';
import { isEditor, saidValues, shownLine, shownReport, yearBefore } from './view.ts';

const list = async (deps: ReportingDeps, { caller, query }: Call<typeof contract.listAnnualReports>) => {
  const units = nodesFor(unitsOf(deps), caller, undefined);
  const found = await deps.annualReports.ofYear(
    units.map(({ code }) => code),
    query.year,
  );
  return {
    year: query.year,
    items: units.map((unit) => shownLine(deps, unit, query.year, found.get(unit.code))),
  };
};

/** The job of a unit's figures, noted in its report. */
const subjectOf = (deps: ReportingDeps, unit: string, year: number): string =>
  `${unitOf(deps, unit).name.zh} ${year}`;

const begin = async (deps: ReportingDeps, { caller, body }: Call<typeof contract.beginReport>) => {
  const node = nodeOf(caller);
  const { year } = body;
  if (year > Number(dayOf(deps.clock()).slice(0, 4)))
    throw new Problem('rule-broken', { zh: '还不到该年度。', en: 'That year has not begun.' });
  const id = reportId(node, year);
  if ((await deps.annualReports.get(id)) !== undefined)
    throw new Problem('wrong-state', {
      zh: '该年度的年报已经建立。',
      en: 'The report of that year was begun already.',
    });
  const action = contract.beginReport.audit;
  await queueRun(
    deps,
    caller,
    { period: String(year), units: [node], subject: subjectOf(deps, node, year), about: id, action },
    (job) =>
      deps.annualReports.creation(
        id,
        {
          ...{ node, year, createdAt: deps.clock().toISOString(), job },
          ...{ entered: {}, explanations: {}, texts: {}, history: [] },
        },
        { action, by: caller },
      ),
  );
  return shownReport(deps, ofNode(caller, await deps.annualReports.get(id)), caller);
};

const compute = async (deps: ReportingDeps, { caller, params }: Call<typeof contract.computeReport>) => {
  const item = ofNode(caller, await deps.annualReports.get(params.id));
  const { node, year } = item.body;
  // Inspectors look; whoever fills in, checks or accepts may have the figures made anew.
  if (
    !isEditor(caller, node) &&
    !caller.roles.some((role) => role === 'PROVINCE_ADMIN' || role === 'MINISTRY_ADMIN')
  )
    throw new Problem('forbidden');
  const action = contract.computeReport.audit;
  return queueRun(
    deps,
    caller,
    { period: String(year), units: [node], subject: subjectOf(deps, node, year), about: item.id, action },
    (job) =>
      deps.annualReports.changing(item, { ...item.body, job }, { action, by: caller, detail: { job } }),
  );
};

const told = ({ figure, before, now }: Difference) => ({
  figure,
  ...(before === undefined ? {} : { before }),
  ...(now === undefined ? {} : { now }),
});

const compare = async (deps: ReportingDeps, { caller, params }: Call<typeof contract.compareReport>) => {
  const item = ofNode(caller, await deps.annualReports.get(params.id));
  const { figures, latest, node, entered, signed } = item.body;
  const [held, newest] = await Promise.all(
    [figures, latest].map(async (ref) => ref && (await deps.runs.get(ref.run, node))),
  );
  const numbers = Object.fromEntries(Object.entries(entered).map(([code, { n }]) => [code, n]));
  const kind = unitKindOf(unitOf(deps, node));
  const of = (run: typeof held) => valuesOf(run?.of.sums, numbers, { ...run?.of, kind });
  const frozen = signed && (await deps.annualReports.frozen(item.id, signed.sha256));
  const last = frozen && (await yearBefore(deps, item));
  const beside = Object.fromEntries(
    Object.entries(frozen?.of.values ?? {}).map(([code, { before }]) => [code, { n: before }]),
  );
  return {
    ...(figures && { figures }),
    ...(latest && { latest }),
    intact: held?.sha256 === figures?.sha256 && frozen?.intact !== false,
    differences: differences(frozen?.of.values ?? of(held), of(newest)).map(told),
    beforeDifferences: frozen === undefined ? [] : differences(beside, last?.values ?? {}).map(told),
  };
};

const evidence = async (
  deps: ReportingDeps,
  { caller, params, query }: Call<typeof contract.listEvidence>,
) => {
  const { body } = ofNode(caller, await deps.annualReports.get(params.id));
  if (body.figures === undefined) return { items: [] };
  return deps.runs.objects(body.figures, body.node, params.figure, query.cursor);
};

const numbersOf = async (deps: ReportingDeps, item: ReportItem): Promise<Record<string, number>> => {
  const values = await saidValues(deps, item);
  return Object.fromEntries(
    Object.entries(values).flatMap(([code, { n }]) =>
      n === undefined || code.startsWith('E.') ? [] : [[code, n]],
    ),
  );
};

/** The reports of all units for a year added up, as they are said now. */
export const summed = async (
  deps: Pick<ReportingDeps, 'settings' | 'clock' | 'annualReports' | 'runs'>,
  year: number,
): Promise<contract.ReportSummary> => {
  const nodes = unitsOf(deps);
  const found = await deps.annualReports.ofYear(
    nodes.map(({ code }) => code),
    year,
  );
  const read = await Promise.all(
    [...found.values()].map(async (item) => ({ node: item.body.node, values: await saidValues(deps, item) })),
  );
  return {
    year,
    title: nationalTitle(year),
    units: nodes.map((unit) => shownLine(deps, unit, year, found.get(unit.code))),
    sums: rollUp(read.map(({ values }) => values)),
    byUnit: Object.fromEntries(
      read.map(({ node, values }) => [
        node,
        Object.fromEntries(
          Object.entries(values).flatMap(([code, { n }]) => (n === undefined ? [] : [[code, n]])),
        ),
      ]),
    ),
  };
};

const sum = async (
  deps: ReportingDeps,
  { query: { year } }: Call<typeof contract.sumReports>,
): Promise<contract.ReportSummary> => {
  const [sums, opened] = await Promise.all([summed(deps, year), openedFigures(deps.table, year)]);
  return { ...sums, ...(opened && { opened }) };
};

const history = async (deps: ReportingDeps, { caller, query }: Call<typeof contract.reportHistory>) => {
  const [unit] = nodesFor(unitsOf(deps), caller, query.unit ?? nodeOf(caller));
  if (unit === undefined) throw new Problem('not-found');
  const items = await deps.annualReports.history(unit.code);
  return {
    unit: unit.code,
    name: unit.name,
    kind: unitKindOf(unit),
    years: await Promise.all(
      items.map(async (item) => ({
        ...{ year: item.body.year, id: item.id, state: item.state },
        values: await numbersOf(deps, item),
      })),
    ),
  };
};

export const reportRoutes = [
  implement(contract.listAnnualReports, list),
  implement(contract.beginReport, begin),
  implement(contract.getAnnualReport, async (deps: ReportingDeps, { caller, params }) =>
    shownReport(deps, ofNode(caller, await deps.annualReports.get(params.id)), caller),
  ),
  implement(contract.computeReport, compute),
  implement(contract.compareReport, compare),
  implement(contract.listEvidence, evidence),
  implement(contract.sumReports, sum),
  implement(contract.reportHistory, history),
];
