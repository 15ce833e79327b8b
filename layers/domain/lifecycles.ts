import { caseLifecycle, letterLifecycle } from './cases/lifecycle.ts';
import { agreementLifecycle } from './custody/agreement.ts';
import { holdingListLifecycle } from './custody/holding.ts';
import { inspectionLifecycle, rectificationLifecycle } from './custody/inspection.ts';
import { depositLifecycle } from './deposit.ts';
import { publicNoticeLifecycle } from './disclosure/notice.ts';
import { documentLifecycle } from './documents.ts';
import { jobLifecycle } from './jobs.ts';
import type { Lifecycle } from './lifecycle.ts';
import { mandateLifecycle } from './mandate.ts';
import { webhookLifecycle } from './notices/webhooks.ts';
import { organisationLifecycle } from './organisation.ts';
import { releaseLifecycle } from './release.ts';
import { evaluationLifecycle } from './reporting/evaluation.ts';
import { annualReportLifecycle } from './reporting/report.ts';
import { reviewLifecycle } from './review.ts';
import { copyLifecycle } from './service/copy.ts';
import { grantLifecycle } from './service/grant.ts';
import { useItemLifecycle } from './service/item.ts';
import { loanLifecycle } from './service/loan.ts';
import { quoteLifecycle } from './service/prices.ts';
import { readingLifecycle } from './service/reading.ts';
import { barRecipientLifecycle } from './supervision/bar-recipients.ts';
import { barLifecycle } from './supervision/bars.ts';
import { chaseLifecycle } from './supervision/chase.ts';
import { orderLifecycle } from './supervision/order.ts';
import { registerLifecycle } from './supervision/register.ts';
import { taskLifecycle } from './task.ts';
import { transferLifecycle } from './transfer/transfer.ts';

/** Every lifecycle of the system, for the docs and for the tests that hold for all of them. */
export const lifecycles: readonly Lifecycle<string, string>[] = [
  taskLifecycle,
  depositLifecycle,
  reviewLifecycle,
  releaseLifecycle,
  mandateLifecycle,
  organisationLifecycle,
  documentLifecycle,
  jobLifecycle,
  caseLifecycle,
  letterLifecycle,
  registerLifecycle,
  barLifecycle,
  barRecipientLifecycle,
  orderLifecycle,
  webhookLifecycle,
  chaseLifecycle,
  publicNoticeLifecycle,
  agreementLifecycle,
  useItemLifecycle,
  grantLifecycle,
  quoteLifecycle,
  holdingListLifecycle,
  inspectionLifecycle,
  rectificationLifecycle,
  annualReportLifecycle,
  loanLifecycle,
  readingLifecycle,
  copyLifecycle,
  evaluationLifecycle,
  transferLifecycle,
];
