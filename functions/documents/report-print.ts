import * as evaluation from '@geoarchive/contract/evaluation.ts';
import * as contract from '@geoarchive/contract/reporting.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { ofNode } from '../archive/access.ts';
import type { ReportingDeps } from '../reporting/deps.ts';
import { type EvaluationDeps, loadEvaluation, shownEvaluation } from '../reporting/evaluations.ts';
import { summed } from '../reporting/reports.ts';
import { shownReport } from '../reporting/view.ts';

type Deps = ReportingDeps & { fonts: () => Fonts | Promise<Fonts> };

const print = async (deps: Deps, { caller, params, query }: Call<typeof contract.printReport>) => {
  const item = ofNode(caller, await deps.annualReports.get(params.id));
  const report = await shownReport(deps, item, caller);
  // Fetched when something is printed, as papers are.
  const { annualReportPdf } = await import('@geoarchive/documents/reports/annual.ts');
  return annualReportPdf(report, query.language, await deps.fonts());
};

const printSums = async (deps: Deps, { params, query }: Call<typeof contract.printSummary>) => {
  const sums = await summed(deps, params.year);
  const { nationalReportPdf } = await import('@geoarchive/documents/reports/national.ts');
  return nationalReportPdf(sums, { at: deps.clock().toISOString() }, query.language, await deps.fonts());
};

const printCircular = async (
  deps: Deps & EvaluationDeps,
  { caller, params, query }: Call<typeof evaluation.printEvaluation>,
) => {
  const item = await loadEvaluation(deps, caller, params.id);
  const shown = await shownEvaluation(deps, item, caller);
  const { circularPdf } = await import('@geoarchive/documents/reports/circular.ts');
  return circularPdf(shown, query.language, await deps.fonts());
};

export const reportPrintRoutes = [
  implement(contract.printReport, print),
  implement(contract.printSummary, printSums),
  implement(evaluation.printEvaluation, printCircular),
];
