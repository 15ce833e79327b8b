import { taskInput } from '@geoarchive/contract/archive.ts';
import { type OrganisationRowInput, organisationRow } from '@geoarchive/contract/organisations.ts';
import { type RegisterRowInput, registerRow } from '@geoarchive/contract/supervision-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import { environment, type FunctionSettings, functionSettings } from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { openBucket } from '@geoarchive/platform/objects.ts';
import { openTable, type Table } from '@geoarchive/platform/store/table.ts';
import type { z } from 'zod';
import { type HolidayStore, holidayStore } from '../calendar/holiday-store.ts';
import { type CustodyStores, custodyStores } from '../custody/deps.ts';
import { type NoticeStore, noticeStore } from '../disclosure/notice-store.ts';
import { type DocumentStore, documentStore } from '../documents/document-store.ts';
import { type JobStore, jobStore } from '../jobs/job-store.ts';
import type { reportingStores } from '../reporting/deps.ts';
import { type EvaluationStore, evaluationStore } from '../reporting/evaluation-store.ts';
import { type ReportStore, reportStore } from '../reporting/report-store.ts';
import type { holeStores } from '../subsurface/deps.ts';
import { type BarRecipientStore, barRecipientStore } from '../supervision/bar-recipient-store.ts';
import { type BarStore, barStore } from '../supervision/bar-store.ts';
import { type ChaseStore, chaseStore } from '../supervision/chase-store.ts';
import { type OrderStore, orderStore } from '../supervision/order-store.ts';
import { type OrganisationImports, organisationImports } from '../supervision/organisation-imports.ts';
import { type OrganisationRegister, organisationRegister } from '../supervision/organisation-register.ts';
import { type RegisterImports, registerImports } from '../supervision/register-imports.ts';
import { type RegisterStore, registerStore } from '../supervision/register-store.ts';
import { type RuleStore, ruleStore } from '../supervision/rule-store.ts';
import { type TallyStore, tallyStore } from '../supervision/tally-store.ts';
import { type TransferListStore, transferListStore } from '../transfers/list-store.ts';
import { type TransferStore, transferStore } from '../transfers/transfer-store.ts';
import { type DossierFiles, type DossierStore, dossierFiles, dossierStore } from './dossier-store.ts';
import { type ReviewFiles, type ReviewStore, reviewFiles, reviewStore } from './review-store.ts';
import { type RowBatches, rowBatches } from './row-batches.ts';
import { type TaskImports, taskImports } from './task-imports.ts';
import { type TaskStore, taskStore } from './task-store.ts';
import { type ReviewTicks, reviewTicks } from './ticks.ts';

export type TaskInput = z.infer<typeof taskInput>;

/** What the use cases of the archive plane work with. */
export type ArchiveDeps = CustodyStores & {
  clock: Clock;
  settings: FunctionSettings;
  table: Table;
  reviews: ReviewStore;
  reviewFiles: ReviewFiles;
  ticks: ReviewTicks;
  dossiers: DossierStore;
  dossierFiles: DossierFiles;
  documents: DocumentStore;
  chases: ChaseStore;
  tasks: TaskStore;
  taskBatches: RowBatches<TaskInput>;
  registers: RegisterStore;
  registerBatches: RowBatches<RegisterRowInput>;
  registerImports: RegisterImports;
  organisations: OrganisationRegister;
  organisationBatches: RowBatches<OrganisationRowInput>;
  organisationImports: OrganisationImports;
  orders: OrderStore;
  rules: RuleStore;
  bars: BarStore;
  barRecipients: BarRecipientStore;
  publicNotices: NoticeStore;
  tallies: TallyStore;
  taskImports: TaskImports;
  jobs: JobStore;
  annualReports: ReportStore;
  evaluations: EvaluationStore;
  holidays: HolidayStore;
  transfers: TransferStore;
  transferLists: TransferListStore;
};

/** What jobs work with: the stores of holes and of figures too, which lie in the bucket. */
export type WorkingDeps = ArchiveDeps & ReturnType<typeof holeStores> & ReturnType<typeof reportingStores>;

export const archiveStores = (table: Table, clock: Clock) => ({
  table,
  clock,
  reviews: reviewStore(table, clock),
  reviewFiles: reviewFiles(table),
  ticks: reviewTicks(table, clock),
  dossiers: dossierStore(table, clock),
  dossierFiles: dossierFiles(table),
  documents: documentStore(table, clock),
  chases: chaseStore(table, clock),
  tasks: taskStore(table, clock),
  taskBatches: rowBatches(table, clock, { kind: 'task', row: taskInput }),
  taskImports: taskImports(table),
  registers: registerStore(table, clock),
  registerBatches: rowBatches(table, clock, { kind: 'register', row: registerRow }),
  registerImports: registerImports(table),
  organisations: organisationRegister(table, clock),
  organisationBatches: rowBatches(table, clock, { kind: 'organisation', row: organisationRow }),
  organisationImports: organisationImports(table),
  orders: orderStore(table, clock),
  rules: ruleStore(table, clock),
  bars: barStore(table, clock),
  barRecipients: barRecipientStore(table, clock),
  publicNotices: noticeStore(table, clock),
  tallies: tallyStore(table, clock),
  jobs: jobStore(table, clock),
  annualReports: reportStore(table, clock),
  evaluations: evaluationStore(table, clock),
  holidays: holidayStore(table, clock),
  transfers: transferStore(table, clock),
  transferLists: transferListStore(table),
  ...custodyStores(table, clock),
});

/** The dependencies as the functions in the cloud have them, with a way to further buckets of the environment. */
export const archiveDeps = () => {
  const env = environment();
  const s3 = lazy(() => s3Client(env));
  const table = openTable(
    env.TABLE_NAME,
    lazy(() => documentClient(env)),
  );
  return {
    env,
    settings: functionSettings(env),
    ...archiveStores(table, clockOf(env)),
    openBucket: (name: string) => openBucket(name, s3),
  };
};
