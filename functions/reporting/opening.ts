import { type YearFigures, yearFigures } from '@geoarchive/contract/figure-parts.ts';
import * as contract from '@geoarchive/contract/reporting.ts';
import { openSums } from '@geoarchive/domain/reporting/open-figures.ts';
import { rollUp } from '@geoarchive/domain/reporting/values.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import type { ReportingDeps } from './deps.ts';
import { unitsOf } from './units.ts';
import { saidValues } from './view.ts';

const key = (year: number) => ({ pk: 'open-figures', sk: String(year) });
const row = z.object({ figures: yearFigures });

/** What the portal was told of a year last; nothing where it never was. */
export const openedFigures = async (table: Table, year: number): Promise<YearFigures | undefined> => {
  const found = await table.get(key(year));
  return found === undefined ? undefined : row.parse(found).figures;
};

const overtaken = () =>
  new Problem('wrong-state', {
    zh: '该年度的数据刚由他人公开，请刷新页面。',
    en: 'Somebody else opened the figures of the year just now: reload the page.',
  });

/**
 * Opens the national figures of a year: the sums of the reports that are accepted by now. Opened again they stand in the place of what
 * was told before, which the version counts.
 */
const open = async (
  deps: ReportingDeps,
  { caller, params: { year } }: Call<typeof contract.openFigures>,
): Promise<YearFigures> => {
  const nodes = unitsOf(deps).map(({ code }) => code);
  const reports = await deps.annualReports.ofYear(nodes, year);
  const accepted = [...reports.values()].filter(({ state }) => state === 'accepted');
  if (accepted.length === 0)
    throw new Problem('wrong-state', {
      zh: '该年度还没有部级已接收的年报，没有可公开的数据。',
      en: 'No report of that year is nationally accepted yet: there is nothing to open.',
    });
  const [before, values] = await Promise.all([
    openedFigures(deps.table, year),
    Promise.all(accepted.map((item) => saidValues(deps, item))),
  ]);
  const figures: YearFigures = {
    ...{ year, version: (before?.version ?? 0) + 1, openedAt: deps.clock().toISOString() },
    ...{ accepted: accepted.length, units: nodes.length, sums: openSums(rollUp(values)) },
  };
  const { version } = figures;
  try {
    await deps.table.transact([
      {
        Put: {
          TableName: deps.table.name,
          Item: { ...key(year), version, figures },
          ConditionExpression: before === undefined ? 'attribute_not_exists(pk)' : '#version = :before',
          ...(before === undefined
            ? {}
            : {
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': before.version },
              }),
        },
      },
      outboxWrite(deps.table.name, deps.clock, 'NationalFiguresOpened', figures),
      auditWrite(deps.table.name, deps.clock, {
        about: `open-figures#${year}`,
        action: contract.openFigures.audit,
        by: caller,
        detail: { version, accepted: figures.accepted, units: figures.units },
        node: undefined,
      }),
    ]);
  } catch (error) {
    if (error instanceof ConditionFailed) throw overtaken();
    throw error;
  }
  return figures;
};

export const openingRoutes = [implement(contract.openFigures, open)];
