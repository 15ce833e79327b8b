import { dayOf } from '@geoarchive/domain/dates.ts';
import { deadlinesOf, reminderOf } from '@geoarchive/domain/reporting/report.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import type { ReportingDeps } from './deps.ts';
import { unitsOf } from './units.ts';

type Deps = Pick<ReportingDeps, 'clock' | 'settings' | 'table' | 'annualReports'>;

/**
 * Reminds units of the report of last year, and those who check it: each stage once, however often and however late this runs. Gives how
 * many were told.
 */
export const remindReports = async (deps: Deps): Promise<number> => {
  const today = dayOf(deps.clock());
  const year = Number(today.slice(0, 4)) - 1;
  const terms = deps.settings.reporting?.terms;
  const last = deadlinesOf(year, terms);
  const units = unitsOf(deps).map(({ code }) => code);
  const reports = await deps.annualReports.ofYear(units, year);
  let told = 0;
  for (const node of units) {
    const stage = reminderOf(year, reports.get(node)?.state, today, terms);
    if (stage === undefined) continue;
    const about = `annual-report#${node}#${year}`;
    const of = { node, year, stage, last: stage === 'check-late' ? last.check : last.unit };
    try {
      await deps.table.transact([
        {
          Put: {
            TableName: deps.table.name,
            Item: { pk: about, sk: `told#${stage}`, at: deps.clock().toISOString() },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        outboxWrite(deps.table.name, deps.clock, 'AnnualReportDue', of),
        auditWrite(deps.table.name, deps.clock, {
          ...{ about, action: 'reporting.due', by: { worker: 'clocks' }, detail: { stage }, node },
        }),
      ]);
      told += 1;
    } catch (error) {
      // It was told before.
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  return told;
};
