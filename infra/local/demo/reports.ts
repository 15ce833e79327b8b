import type { Client } from '@geoarchive/contract/client.ts';
import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { evaluation, reporting } from '@geoarchive/contract/routes.ts';
import { textPartCodes, textParts } from '@geoarchive/domain/reporting/report.ts';
import { until } from './until.ts';

/** What the units of the demo enter by hand; all of it is made up. */
const entered = (size: number, year: number): Record<string, Record<string, number>> => ({
  T3: { 'T3.core': size * 900 + year - 2020, 'T3.specimens': size * 200, 'T3.samples': size * 4000 },
  T5: { 'T5.visitors': size * 90, 'T5.items': size * 700, 'T5.free': size * 690, 'T5.paid': size * 10 },
  T8: {
    ...{ 'T8.staff': size, 'T8.senior': 2, 'T8.middle': 3, 'T8.junior': size - 5 },
    ...{ 'T8.floor-area': size * 250, 'T8.storage-area': size * 160, 'T8.shelves': size * 110 },
    ...{ 'T8.equipment': size * 2, 'T8.budget': size * 40 },
  },
});
const tables = ['T3', 'T5', 'T8'] as const;

/** A unit's report with its figures, as far as it can be signed. */
const fillIn = async (unit: Client, year: number, size: number): Promise<AnnualReport> => {
  const { id } = await unit.call(reporting.beginReport, { body: { year } });
  const params = { id };
  let report = await until(
    () => unit.call(reporting.getAnnualReport, { params }),
    ({ figures }) => figures !== undefined,
  );
  for (const table of tables) {
    const figures = Object.entries(entered(size, year)[table] ?? {}).map(([figure, n]) => ({ figure, n }));
    const ifMatch = report.version;
    report = await unit.call(reporting.saveTable, { params: { id, table }, body: { figures }, ifMatch });
  }
  for (const part of textPartCodes) {
    const text = `${textParts[part].zh}：${year} 年度按计划完成，总体平稳。（示例）`;
    const ifMatch = report.version;
    report = await unit.call(reporting.saveText, { params: { id, part }, body: { text }, ifMatch });
  }
  // Where much changed since the year before, as it does in a demo that was just made.
  for (const { table, figure } of report.findings.filter(({ code }) => code === 'jump')) {
    if (table === undefined || figure === undefined) continue;
    const body = { explanations: [{ figure, text: '新系统投入运行，集中入库。（示例）' }] };
    report = await unit.call(reporting.saveTable, { params: { id, table }, body, ifMatch: report.version });
  }
  return report;
};

const move = (who: Client, { id, version }: AnnualReport, to: 'sign' | 'check' | 'accept') =>
  who.call(reporting.moveReport, { params: { id }, body: { move: to }, ifMatch: version });

type Unit = { keeper: Client; checker: Client; size: number };

/** The reports of two years of some units: the first accepted, the last signed and waiting for its check. */
const reportsOf = async ({ keeper, checker, size }: Unit, ministry: Client, last: number): Promise<void> => {
  const first = await move(keeper, await fillIn(keeper, last - 1, size), 'sign');
  await move(ministry, await move(checker, first, 'check'), 'accept');
  await move(keeper, await fillIn(keeper, last, size), 'sign');
};

/** Annual reports of two years, an evaluation that was circulated, and one that is counted while people look around. */
export const loadReports = async (
  units: readonly Unit[],
  { ministry, last }: { ministry: Client; last: number },
): Promise<void> => {
  const { items } = await ministry.call(reporting.listAnnualReports, { query: { year: last - 1 } });
  // Begun before: what a run that was ended meanwhile left half-done stays so.
  if (items.some(({ report }) => report !== undefined)) return;
  await Promise.all(units.map((unit) => reportsOf(unit, ministry, last)));
  const { id } = await ministry.call(evaluation.beginEvaluation, { body: { period: String(last - 1) } });
  const params = { id };
  const found = await until(
    () => ministry.call(evaluation.getEvaluation, { params }),
    ({ results }) => results.length > 0,
  );
  const body = { text: `现将 ${last - 1} 年度评估结果通报如下。（示例）` };
  await ministry.call(evaluation.circulateEvaluation, { params, body, ifMatch: found.version });
  await ministry.call(evaluation.beginEvaluation, { body: { period: String(last) } });
};
