import type { WorkCalendar } from '@geoarchive/domain/calendar/working-days.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import { holidayStore } from '../calendar/holiday-store.ts';
import {
  type CaseMessages,
  type CaseStore,
  type CaseWorkers,
  caseMessages,
  caseStore,
  caseWorkers,
} from './case-store.ts';

/** What the use cases of cases work with, in the archive plane. */
export type CaseDeps = {
  clock: Clock;
  settings: Pick<FunctionSettings, 'cases' | 'appealDays'>;
  table: Table;
  cases: CaseStore;
  messages: CaseMessages;
  workers: CaseWorkers;
  /** The working days by the holiday tables that count now, edited ones too. */
  calendar: () => Promise<WorkCalendar>;
};

export const caseStores = (table: Table, clock: Clock) => {
  const { calendar } = holidayStore(table, clock);
  return {
    table,
    clock,
    cases: caseStore(table, clock),
    messages: caseMessages(table),
    workers: caseWorkers(table),
    calendar,
  };
};
