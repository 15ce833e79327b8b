import { organisationRow } from '@geoarchive/contract/organisations.ts';
import { registerRow } from '@geoarchive/contract/supervision-parts.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, functionSettings } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { openTable } from '@geoarchive/platform/store/table.ts';
import type { ArchiveDeps } from '../archive/deps.ts';
import { rowBatches } from '../archive/row-batches.ts';
import { taskStore } from '../archive/task-store.ts';
import { holidayStore } from '../calendar/holiday-store.ts';
import { codeStore } from '../codes/code-store.ts';
import { noticeStore } from '../disclosure/notice-store.ts';
import { documentStore } from '../documents/document-store.ts';
import { jobStore } from '../jobs/job-store.ts';
import { barRecipientStore } from './bar-recipient-store.ts';
import { barStore } from './bar-store.ts';
import { chaseStore } from './chase-store.ts';
import type { SupervisionDeps } from './context.ts';
import { orderStore } from './order-store.ts';
import { organisationImports } from './organisation-imports.ts';
import { organisationRegister } from './organisation-register.ts';
import { registerImports } from './register-imports.ts';
import { registerStore } from './register-store.ts';
import { ruleStore } from './rule-store.ts';
import { tallyStore } from './tally-store.ts';

/** What the API of supervision and code lists works with: of the archive plane's stores those only, so that it starts quickly. */
export const supervisionDeps = (): SupervisionDeps &
  Pick<ArchiveDeps, 'orders' | 'barRecipients'> & { codes: ReturnType<typeof codeStore> } => {
  const env = environment();
  const clock = clockOf(env);
  const table = openTable(
    env.TABLE_NAME,
    lazy(() => documentClient(env)),
  );
  return {
    clock,
    table,
    settings: functionSettings(env),
    tasks: taskStore(table, clock),
    jobs: jobStore(table, clock),
    holidays: holidayStore(table, clock),
    documents: documentStore(table, clock),
    registers: registerStore(table, clock),
    registerBatches: rowBatches(table, clock, { kind: 'register', row: registerRow }),
    registerImports: registerImports(table),
    organisations: organisationRegister(table, clock),
    organisationBatches: rowBatches(table, clock, { kind: 'organisation', row: organisationRow }),
    organisationImports: organisationImports(table),
    rules: ruleStore(table, clock),
    bars: barStore(table, clock),
    barRecipients: barRecipientStore(table, clock),
    publicNotices: noticeStore(table, clock),
    chases: chaseStore(table, clock),
    tallies: tallyStore(table, clock),
    orders: orderStore(table, clock),
    codes: codeStore(table, clock),
  };
};
