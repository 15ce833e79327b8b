import { type ReportBody, reportBody } from '@geoarchive/contract/reporting-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { annualReportLifecycle, type ReportState } from '@geoarchive/domain/reporting/report.ts';
import { aggregates, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { idOf } from '../supervision/ids.ts';
import { snapshotStore } from './snapshot-store.ts';

export type ReportItem = Item<ReportBody, ReportState>;

/** One report a unit and year: its id follows from them. */
export const reportId = (unit: string, year: number): string => idOf('annual-report', unit, String(year));

/** Annual reports (管理年报) of the archive plane, listed by unit, oldest year first. */
export const reportStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'annual-report',
    table,
    clock,
    schema: reportBody,
    lifecycle: annualReportLifecycle,
    lists: ({ body }) => ({ gsi1: { in: `annual-reports#${body.node}`, by: String(body.year) } }),
  });
  return {
    ...store,
    ...snapshotStore(table),
    ofUnit: (unit: string, year: number): Promise<ReportItem | undefined> => store.get(reportId(unit, year)),
    /** The reports of several units for a year, read consistently. */
    async ofYear(units: readonly string[], year: number): Promise<Map<string, ReportItem>> {
      const rows = await table.getMany(
        units.map((unit) => ({ pk: `annual-report#${reportId(unit, year)}`, sk: 'item' })),
      );
      return new Map(rows.map((row) => store.read(row)).map((item) => [item.body.node, item]));
    },
    /** All reports of a unit: one a year, so few. */
    async history(unit: string): Promise<ReportItem[]> {
      return (await store.list('gsi1', `annual-reports#${unit}`, {})).items;
    },
  };
};
export type ReportStore = ReturnType<typeof reportStore>;
