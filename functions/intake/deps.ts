import type { Clock } from '@geoarchive/domain/dates.ts';
import { documentClient } from '@geoarchive/platform/clients.ts';
import { clockOf } from '@geoarchive/platform/clock.ts';
import {
  environment,
  type FunctionSettings,
  functionSettings,
  needed,
} from '@geoarchive/platform/environment.ts';
import { lazy } from '@geoarchive/platform/lazy.ts';
import { s3Client } from '@geoarchive/platform/lazy-s3.ts';
import { type Bucket, openBucket } from '@geoarchive/platform/objects.ts';
import { openTable, type Table } from '@geoarchive/platform/store/table.ts';
import { type OwnNotices, ownNotices } from '../disclosure/own-notice-store.ts';
import { type DocumentStore, documentStore } from '../documents/document-store.ts';
import { type SubscriptionStore, subscriptionStore } from '../feeds/subscription-store.ts';
import { type MandateStore, mandateStore } from '../identity/mandate-store.ts';
import { type OrganisationStore, organisationStore } from '../identity/organisation-store.ts';
import { type BarRecipients, barRecipients } from './bar-recipients.ts';
import { type BarView, barView } from './bar-view.ts';
import { type CodeView, codeView } from './code-view.ts';
import { type DepositStore, depositStore, packageFindings } from './deposit-store.ts';
import { type FilePages, filePages } from './file-pages.ts';
import { type FileRegister, fileRegister } from './register.ts';
import { type TaskView, taskView } from './task-view.ts';

/** What the use cases of the intake plane work with. */
export type IntakeDeps = {
  clock: Clock;
  settings: FunctionSettings;
  table: Table;
  deposits: DepositStore;
  findings: ReturnType<typeof packageFindings>;
  pages: FilePages;
  register: FileRegister;
  tasks: TaskView;
  bars: BarView;
  barRecipients: BarRecipients;
  codes: CodeView;
  mandates: MandateStore;
  organisations: OrganisationStore;
  documents: DocumentStore;
  ownNotices: OwnNotices;
  bucket: Bucket;
  subscriptions: SubscriptionStore;
};

export const intakeStores = (table: Table, clock: Clock) => {
  const pages = filePages(table);
  return {
    table,
    deposits: depositStore(table, clock),
    findings: packageFindings(table),
    pages,
    register: fileRegister(table, pages, clock),
    tasks: taskView(table, clock),
    bars: barView(table, clock),
    barRecipients: barRecipients(table),
    codes: codeView(table),
    mandates: mandateStore(table, clock),
    organisations: organisationStore(table, clock),
    documents: documentStore(table, clock, 'intake'),
    ownNotices: ownNotices(table, clock),
    subscriptions: subscriptionStore(table, clock),
  };
};

/** The dependencies as the functions in the cloud have them. */
export const intakeDeps = (): IntakeDeps => {
  const env = environment();
  const clock = clockOf(env);
  return {
    clock,
    settings: functionSettings(env),
    ...intakeStores(
      openTable(
        env.TABLE_NAME,
        lazy(() => documentClient(env)),
      ),
      clock,
    ),
    bucket: openBucket(
      needed(env, 'BUCKET_NAME'),
      lazy(() => s3Client(env)),
    ),
  };
};
