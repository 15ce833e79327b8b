import { agreementLifecycle } from '@geoarchive/domain/custody/agreement.ts';
import { holdingListLifecycle } from '@geoarchive/domain/custody/holding.ts';
import { inspectionLifecycle, rectificationLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import type { Plane } from '@geoarchive/domain/planes.ts';
import { annualReportLifecycle, reminderStages } from '@geoarchive/domain/reporting/report.ts';
import { askerKindCodes, purposeCodes, useModeCodes } from '@geoarchive/domain/service/codes.ts';
import { grantNews } from '@geoarchive/domain/service/grant.ts';
import { holeLifecycle } from '@geoarchive/domain/subsurface/release.ts';
import { barChangeKinds } from '@geoarchive/domain/supervision/bar-changes.ts';
import { chaseLifecycle } from '@geoarchive/domain/supervision/chase.ts';
import { transferLifecycle } from '@geoarchive/domain/transfer/transfer.ts';
import * as z from 'zod';
import { bar, barChange, barRecipient } from './bar-parts.ts';
import {
  caseFacts,
  caseKind,
  caseMessage,
  caseOutcome,
  caseStanding,
  caseState,
  caseSubject,
} from './case-parts.ts';
import { editedList } from './code-parts.ts';
import { stub } from './deposits.ts';
import { publicNotice } from './disclosure-parts.ts';
import { issuedDocument, voided } from './documents.ts';
import { yearFigures } from './figure-parts.ts';
import { consentEnded, consentQuestion } from './service-parts.ts';
import { day, gid, instant, task } from './shared.ts';

/** The workers that listen to domain events; each has a queue of its own, filtered by `type`. */
export const listeners = [
  'check',
  'seal',
  'project',
  'intake-notify',
  'receive',
  'accept',
  'release',
  'disclose',
  'work',
  'archive-notify',
  'effects',
  'index',
  'hole-index',
  'deliver',
  'usage',
] as const;
export type Listener = (typeof listeners)[number];

type Declared = {
  plane: Plane;
  listeners: readonly Listener[];
  about: { zh: string; en: string };
  data: z.ZodType;
};
const declare = <const T extends Record<string, Declared>>(table: T): T => table;

const deposit = z.object({ depositId: gid, round: z.number().int() });
const quiet = { listeners: [] } as const;
const intake = { plane: 'intake' } as const;
const archive = { plane: 'archive' } as const;
const dossier = z.object({ dossierId: gid });
const chaseState = z.enum(statesOf(chaseLifecycle));
/** What the person of a grant is told: its number and days, never a title, since it goes out by e-mail. */
const grantTold = z.object({
  grantId: gid,
  /** Of the grant after this change: each is told once. */
  version: z.number().int(),
  number: z.string(),
  person: z.string(),
  node: z.string(),
  news: z.enum(grantNews),
  until: day,
});
/** A bar, and how the feed numbers this change of it; what was sent before there were numbers in events has none. */
const barTold = z.object({ bar, version: z.number().int(), entry: barChange.optional() });
const taskRecorded = z.object({ task, version: z.number().int() });
const taskNews = z.object({
  change: z.enum(['recorded', 'moved', 'due-changed', 'withdrawn', 'settled', 'due-soon', 'overdue']),
  task,
  /** The day it was due on before. */
  before: day.optional(),
  /** The archive that it went to before. */
  from: z.string().optional(),
});
/**
 * Changes that one event tells of at most. With what a task may say that stays below the 256 KB of a message; who raises it counts the
 * bytes, too.
 */
export const mostTold = 50;
const someCase = z.object({ caseId: gid, number: z.string(), kind: caseKind, node: z.string() });

/** Every event: which plane sends it, who listens, what it carries. The payload is fit for the listener's plane. */
export const events = declare({
  DepositCreated: {
    ...intake,
    ...quiet,
    about: { zh: '新建汇交', en: 'A deposit was started' },
    data: deposit,
  },
  DepositCompleted: {
    ...intake,
    listeners: ['check'],
    about: { zh: '文件齐全', en: 'All files are registered and uploaded' },
    data: deposit,
  },
  DepositInspected: {
    ...intake,
    listeners: ['check'],
    about: { zh: '全部文件已检查', en: 'Every file has been read' },
    data: deposit,
  },
  DepositChecked: {
    ...intake,
    ...quiet,
    about: { zh: '整包检查完毕', en: 'The package rules have run' },
    data: deposit,
  },
  DepositReopened: {
    ...intake,
    ...quiet,
    about: { zh: '重新修改', en: 'The submitter edits again' },
    data: deposit,
  },
  DepositSubmitted: {
    ...intake,
    listeners: ['seal'],
    about: { zh: '已提交', en: 'The submitter handed in' },
    data: deposit,
  },
  DepositSealed: {
    ...intake,
    listeners: ['receive', 'intake-notify'],
    about: { zh: '已封包并出具回执', en: 'The bundle is signed and the receipt issued' },
    data: deposit.extend({
      bundleId: gid,
      bundle: z.string(),
      manifestSha256: z.string(),
      signature: z.string(),
    }),
  },
  DepositCancelled: {
    ...intake,
    ...quiet,
    about: { zh: '已取消', en: 'The submitter cancelled' },
    data: deposit,
  },
  DepositReturnSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知退回', en: 'Intake learned of the return' },
    data: deposit,
  },
  DepositAcceptanceSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知验收', en: 'Intake learned of the acceptance' },
    data: deposit,
  },
  DepositCertificateSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知发证', en: 'Intake learned of the certificate' },
    data: deposit,
  },
  DocumentRecorded: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端登记文书', en: 'Intake holds a paper: its own receipt, or one it learned of' },
    data: z.object({ number: z.string() }),
  },
  DocumentVoidSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知文书作废', en: 'Intake learned that a paper is void' },
    data: z.object({ number: z.string() }),
  },
  PublicNoticeSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知公示', en: 'Intake learned of a public notice about an organisation' },
    data: z.object({ notice: publicNotice, organisation: z.string() }),
  },
  ConsentQuestionSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知征求同意', en: 'Intake learned that an organisation is asked for its consent' },
    data: consentQuestion.pick({ itemId: true, organisation: true, number: true, title: true, node: true }),
  },
  MandateChanged: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '委托变更', en: 'A mandate began or ended' },
    data: z.object({ mandateId: gid, change: z.enum(['given', 'ended']) }),
  },
  TaskSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: {
      zh: '汇交端已获知任务',
      en: 'Intake learned of a task that is new or owed again, withdrawn, settled, due on another day or at another archive, due soon or overdue',
    },
    data: taskNews,
  },
  TasksSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知多项任务', en: 'Intake learned of many tasks at once, as of one' },
    /** Each with an id of its own, as the event of one has: what is told of it is called by that. */
    data: z.object({
      news: z
        .array(taskNews.extend({ id: gid }))
        .min(1)
        .max(mostTold),
    }),
  },

  BarSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: {
      zh: '汇交端已获知准入限制的开始、终止或解除',
      en: 'Intake learned that an organisation is barred, or is not any more',
    },
    data: z.object({
      change: z.enum(barChangeKinds),
      bar,
      /** As the feed tells it: what registries and funders are told. */
      entry: barChange.optional(),
    }),
  },
  WebhookChanged: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '消息推送启停', en: 'A webhook was switched on or off, or stopped after failures' },
    data: z.object({ organisation: z.string(), change: z.enum(['on', 'off', 'stopped']) }),
  },
  CaseLetterWritten: {
    ...intake,
    listeners: ['seal'],
    about: { zh: '提出案件或来件', en: 'Somebody outside wrote in a case, or opened it' },
    data: z.object({ caseId: gid, letterId: gid }),
  },
  CaseLetterSealed: {
    ...intake,
    listeners: ['receive'],
    about: { zh: '来件已封装', en: 'The letter is signed, for door 1' },
    data: z.object({
      caseId: gid,
      letterId: gid,
      bundle: z.string(),
      sha256: z.string(),
      signature: z.string(),
    }),
  },
  CaseUpdateSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: { zh: '汇交端已获知案件进展', en: 'Intake learned how a case of an organisation stands' },
    data: z.object({
      caseId: gid,
      organisation: z.string(),
      number: z.string(),
      state: caseState,
      /** Of a case that was decided: what kind it is and how it ended. */
      decided: z
        .object({ kind: caseKind, node: z.string(), taskId: gid.optional(), outcome: caseOutcome })
        .optional(),
    }),
  },
  UseUpdateSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: {
      zh: '汇交端已获知利用申请的进展',
      en: 'Intake learned that the archive asked, wrote or decided about a request for use',
    },
    data: z.object({
      caseId: gid,
      person: z.string(),
      number: z.string(),
      node: z.string(),
      news: z.enum(['asked', 'written', 'quoted', 'paid', 'item-decided', 'decided', 'inadmissible']),
      outcome: caseOutcome.optional(),
    }),
  },
  GrantSeen: {
    ...intake,
    listeners: ['intake-notify'],
    about: {
      zh: '汇交端已获知利用许可的变化',
      en: 'Intake learned that a grant was delivered, extended, ends soon or has ended',
    },
    data: grantTold,
  },

  TaskRecorded: {
    ...archive,
    listeners: ['project', 'effects', 'disclose'],
    about: { zh: '汇交任务登记或变更', en: 'A task was recorded or changed' },
    data: taskRecorded,
  },
  TasksRecorded: {
    ...archive,
    listeners: ['project', 'effects', 'disclose'],
    about: {
      zh: '多项汇交任务登记或变更',
      en: 'Many tasks were recorded or changed at once: by an import of registers, its undoing, a recompute',
    },
    data: z.object({ tasks: z.array(taskRecorded).min(1).max(mostTold) }),
  },
  OrganisationRecorded: {
    ...archive,
    listeners: ['project'],
    about: { zh: '单位登记或变更', en: 'An organisation was recorded, renamed, or put under a group' },
    data: z.object({
      code: z.string(),
      name: z.string(),
      creditCode: z.string().optional(),
      parent: z.string().optional(),
      version: z.number().int(),
    }),
  },
  CodeListEdited: {
    ...archive,
    listeners: ['project'],
    about: { zh: '代码表修改', en: 'A code list was edited, an edit taken back, or the list put back' },
    data: editedList,
  },
  BarBegan: {
    ...archive,
    listeners: ['project'],
    about: { zh: '禁止准入开始', en: 'A bar (art. 20, art. 21) began' },
    data: barTold,
  },
  BarEnded: {
    ...archive,
    listeners: ['project'],
    about: { zh: '禁止准入终止或解除', en: 'A bar ended by rule, or was lifted by decision' },
    data: barTold,
  },
  BarRecipientRecorded: {
    ...archive,
    listeners: ['project'],
    about: {
      zh: '准入限制通知对象登记或停止',
      en: 'A registry or funder is told of bars from now on, or is not any more',
    },
    data: barRecipient.pick({ organisation: true, told: true, version: true }),
  },
  DepositReceived: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '馆藏机构收到汇交', en: 'The archive received a deposit' },
    data: deposit.extend({ reviewId: gid }),
  },
  DepositReturned: {
    ...archive,
    listeners: ['project'],
    about: { zh: '退回补充修改', en: 'Returned for correction' },
    data: deposit.extend({ reason: z.string(), correctBy: z.string(), items: z.array(z.string()) }),
  },
  DocumentIssued: {
    ...archive,
    listeners: ['project'],
    about: { zh: '出具文书（凭证、通知单）', en: 'A paper was issued: certificate, notice' },
    data: issuedDocument,
  },
  DocumentVoided: {
    ...archive,
    listeners: ['project'],
    about: { zh: '文书作废', en: 'A paper was declared void' },
    data: voided.extend({ number: z.string() }),
  },
  AcceptanceStarted: {
    ...archive,
    listeners: ['accept'],
    about: { zh: '开始入馆', en: 'Taking in has begun' },
    data: z.object({ reviewId: gid }),
  },
  AcceptanceStalled: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '入馆受阻', en: 'Taking in does not go on' },
    data: z.object({ reviewId: gid }),
  },
  DepositAccepted: {
    ...archive,
    listeners: ['project', 'archive-notify', 'effects'],
    about: { zh: '验收入馆', en: 'Accepted, with its archive number' },
    data: deposit.extend({ archiveNumber: z.string(), reviewId: gid.optional() }),
  },
  CertificateIssued: {
    ...archive,
    listeners: ['project'],
    about: { zh: '签发汇交凭证', en: 'The certificate was issued' },
    data: deposit.extend({
      certificateNumber: z.string(),
      /** Certificates it was issued in place of, all of them. */
      replaced: z.array(z.string()).optional(),
    }),
  },
  ReleaseProposed: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '提出公开', en: 'A release was proposed' },
    data: dossier,
  },
  ReleaseRefused: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '不同意公开', en: 'A release was refused' },
    data: dossier,
  },
  ReleaseApproved: {
    ...archive,
    listeners: ['release'],
    about: { zh: '同意公开', en: 'A release was approved' },
    data: dossier,
  },
  DossierReleased: {
    ...archive,
    ...quiet,
    about: { zh: '已送出公开', en: 'The bundle went through door 2' },
    data: dossier,
  },
  WithdrawalOrdered: {
    ...archive,
    listeners: ['release', 'deliver'],
    about: { zh: '撤回公开', en: 'A withdrawal was ordered' },
    data: dossier,
  },
  DossierWithdrawn: {
    ...archive,
    ...quiet,
    about: { zh: '已撤回', en: 'The withdrawal went through door 2' },
    data: dossier,
  },
  ReleaseOverdue: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '公开逾期', en: 'The latest publication date has passed' },
    data: dossier,
  },
  WeekSummed: {
    ...archive,
    listeners: ['archive-notify'],
    about: {
      zh: '监管周报已汇总（某省；未列馆时为全部）',
      en: 'The week of supervision was summed up, of a province or, without an archive, of all',
    },
    data: z.object({ week: day, node: z.string().optional() }),
  },
  AnnualReportMoved: {
    ...archive,
    listeners: ['archive-notify'],
    about: {
      zh: '年报签报、审核、接收或退回',
      en: 'An annual report was signed, approved, accepted or returned',
    },
    data: z.object({
      reportId: gid,
      node: z.string(),
      year: z.number().int(),
      move: z.enum(movesOf(annualReportLifecycle)),
      reason: z.string().optional(),
    }),
  },
  EvaluationCirculated: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '评估结果已通报，或已更正', en: 'An evaluation was circulated, or corrected' },
    data: z.object({
      evaluationId: gid,
      period: z.string(),
      /** Of a correction: which edition it is. */
      edition: z.number().int().optional(),
    }),
  },
  AnnualReportDue: {
    ...archive,
    listeners: ['archive-notify'],
    about: {
      zh: '年报将到期、逾期未报或逾期未审核',
      en: "The last day of an annual report comes near or has passed, the unit's or the checker's",
    },
    data: z.object({
      node: z.string(),
      year: z.number().int(),
      stage: z.enum(reminderStages),
      last: day,
    }),
  },
  OrderMoved: {
    ...archive,
    listeners: ['archive-notify'],
    about: {
      zh: '督办下达、回复、退回或办结',
      en: 'An order of the ministry was made, answered, sent back or closed',
    },
    data: z.object({ orderId: gid, node: z.string() }),
  },
  StubRecorded: {
    ...archive,
    ...quiet,
    about: { zh: '登记涉密资料目录', en: 'A stub of secret data was recorded' },
    data: dossier.extend({ stub }),
  },
  JobQueued: {
    ...archive,
    listeners: ['work'],
    about: { zh: '后台作业排队', en: 'A job waits for its turn' },
    data: z.object({ jobId: gid, owner: z.string() }),
  },
  JobMoved: {
    ...archive,
    ...quiet,
    about: { zh: '后台作业开始或暂停', en: 'A job started, or was held' },
    data: z.object({ jobId: gid }),
  },
  JobEnded: {
    ...archive,
    listeners: ['archive-notify', 'effects'],
    about: { zh: '后台作业结束', en: 'A job is done, failed or was called off' },
    data: z.object({ jobId: gid, owner: z.string() }),
  },
  CaseOpened: {
    ...archive,
    listeners: ['effects', 'archive-notify'],
    about: { zh: '案件立案', en: 'A case is there, with its number' },
    data: someCase.extend({ outside: z.boolean(), subject: caseSubject }),
  },
  CaseMoved: {
    ...archive,
    listeners: ['effects'],
    about: { zh: '案件进展', en: 'A case moved on: taken in hand, asked back, answered, ended' },
    data: someCase.extend({ state: caseState, assignee: z.string().optional(), subject: caseSubject }),
  },
  CaseWritten: {
    ...archive,
    ...quiet,
    about: { zh: '案件新来往', en: 'A message of either side; what it says is in the case' },
    data: someCase.extend({ from: caseMessage.shape.from }),
  },
  CaseDecided: {
    ...archive,
    listeners: ['effects'],
    about: { zh: '案件决定', en: 'A case was decided: whoever owns its subject draws the consequences' },
    data: someCase.extend({ outcome: caseOutcome, subject: caseSubject, at: instant }),
  },
  CaseTold: {
    ...archive,
    listeners: ['project'],
    about: { zh: '告知提出人', en: 'What the asker outside may know of a case; never internal notes' },
    data: z.object({
      facts: caseFacts,
      standing: caseStanding,
      version: z.number().int(),
      messages: z.array(caseMessage),
    }),
  },

  ConsentAsked: {
    ...archive,
    listeners: ['project'],
    about: { zh: '征求汇交人同意', en: 'A submitter is asked to consent to the use of its data' },
    /** A replay says, too, how a question ended that is settled. */
    data: consentQuestion.extend({ ended: consentEnded.optional() }),
  },
  ConsentClosed: {
    ...archive,
    listeners: ['project'],
    about: { zh: '不再需要汇交人答复', en: 'A question to a submitter needs no answer any more' },
    data: z.object({ itemId: gid }),
  },
  GrantMoved: {
    ...archive,
    listeners: ['deliver'],
    about: { zh: '利用许可变化', en: 'A grant was made, extended, withdrawn or has expired' },
    data: z.object({ grantId: gid }),
  },
  GrantDelivered: {
    ...archive,
    ...quiet,
    about: { zh: '资料已交付', en: 'The files of a grant went through door 3' },
    data: z.object({ grantId: gid }),
  },
  GrantTold: {
    ...archive,
    listeners: ['project'],
    about: {
      zh: '告知利用人许可的变化',
      en: 'What the person of a grant is told: it is ready, extended, ends soon, has ended',
    },
    data: grantTold,
  },
  GrantUsed: {
    plane: 'portal',
    listeners: ['usage'],
    about: { zh: '许可被使用一次', en: 'A file of a grant was opened' },
    data: z.object({
      grantId: gid,
      used: z.number().int(),
      no: z.number().int(),
      bytes: z.number().int(),
      recordId: gid,
      node: z.string(),
      purpose: z.enum(purposeCodes),
      askerKind: z.enum(askerKindCodes),
      mode: z.enum(useModeCodes),
    }),
  },

  LoanMoved: {
    ...archive,
    ...quiet,
    about: { zh: '借阅变化', en: 'Something was lent, extended, returned or lost' },
    data: z.object({ loanId: gid }),
  },
  CopyMoved: {
    ...archive,
    ...quiet,
    about: { zh: '复制申请变化', en: 'A copy was asked for, granted, refused or handed over' },
    data: z.object({ copyId: gid }),
  },
  ReadingMoved: {
    ...archive,
    ...quiet,
    about: { zh: '到馆阅览开始或结束', en: 'A reading at a terminal of the reading room began or ended' },
    data: z.object({ readingId: gid }),
  },
  RecordOpened: {
    plane: 'portal',
    listeners: ['usage'],
    about: {
      zh: '公开资料被浏览或下载',
      en: 'A record was looked at, or a file that is open downloaded, by a person or a program; never by whom',
    },
    data: z.object({
      recordId: gid,
      node: z.string(),
      robot: z.boolean(),
      bytes: z.number(),
      /** Its page was looked at, no file fetched: told of the record, in no statistics of use. */
      view: z.literal(true).optional(),
    }),
  },

  TransferMoved: {
    ...archive,
    ...quiet,
    about: {
      zh: '转送产生、移交、接收、退回，或决定不转送',
      en: 'A transfer became due, or was sent, received, refused or exempted',
    },
    data: z.object({
      transferId: gid,
      dossierId: gid,
      /** The archive that sends. */
      node: z.string(),
      to: z.string(),
      state: z.enum(statesOf(transferLifecycle)),
    }),
  },
  TransferListMoved: {
    ...archive,
    listeners: ['archive-notify'],
    about: {
      zh: '移交清单发出，或其中的案卷被接收、退回',
      en: 'A transfer list was sent, or dossiers on it were received or refused',
    },
    data: z.object({
      listId: gid,
      number: z.string(),
      /** The archive that sends. */
      node: z.string(),
      to: z.string(),
      move: z.enum(['send', 'receive', 'refuse']),
      dossiers: z.number().int(),
    }),
  },
  TransfersDue: {
    ...archive,
    listeners: ['archive-notify'],
    about: {
      zh: '转送将到期或逾期',
      en: 'Transfers of an archive are due soon, or overdue: those that came to a day of notice since it was last told',
    },
    data: z.object({
      node: z.string(),
      soon: z.number().int(),
      overdue: z.number().int(),
      /** The earliest day of them. */
      due: day,
    }),
  },

  ChaseMoved: {
    ...archive,
    ...quiet,
    about: { zh: '催交进展', en: 'A chase began, moved on or ended' },
    data: z.object({ chaseId: gid, node: z.string(), organisation: z.string(), state: chaseState }),
  },

  PublicNoticeProposed: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '提出公示，待复核', en: 'A public notice waits for a second person' },
    data: z.object({ noticeId: gid, node: z.string() }),
  },
  PublicNoticeRefused: {
    ...archive,
    ...quiet,
    about: { zh: '公示未通过复核', en: 'A public notice was not published' },
    data: z.object({ noticeId: gid, node: z.string() }),
  },
  NationalFiguresOpened: {
    ...archive,
    listeners: ['disclose'],
    about: {
      zh: '一个年度的全国数据向社会公开',
      en: 'The national figures of a year were opened to everybody',
    },
    data: yearFigures,
  },
  PublicNoticeMoved: {
    ...archive,
    listeners: ['disclose', 'project'],
    about: {
      zh: '公示发布、暂停、解除、撤回、更正或到期',
      en: 'A public notice was published, suspended, lifted, withdrawn, corrected or taken down',
    },
    data: z.object({ notice: publicNotice, organisation: z.string() }),
  },

  AgreementSigned: {
    ...archive,
    ...quiet,
    about: { zh: '委托协议签订', en: 'An agreement of custody was signed' },
    data: z.object({ agreementId: gid, node: z.string() }),
  },
  AgreementMoved: {
    ...archive,
    ...quiet,
    about: { zh: '委托协议状态变更', en: 'An agreement of custody moved on' },
    data: z.object({ agreementId: gid, node: z.string(), state: z.enum(statesOf(agreementLifecycle)) }),
  },
  AgreementDue: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '委托协议将到期或已到期', en: 'An agreement of custody ends soon, or has expired' },
    data: z.object({
      agreementId: gid,
      /** The custodian. */
      node: z.string(),
      authority: z.string(),
      number: z.string(),
      title: z.string(),
      end: day,
    }),
  },
  HoldingListMoved: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '保管清单报送、接收或退回', en: 'A holding list was handed in, accepted or sent back' },
    data: z.object({
      listId: gid,
      /** The custodian. */
      node: z.string(),
      /** Who entrusts something to it. */
      authorities: z.array(z.string()),
      period: z.string(),
      state: z.enum(statesOf(holdingListLifecycle)),
      /** Handed in by an authority for its custodian. */
      onBehalf: z.boolean(),
    }),
  },
  HoldingListDue: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '保管清单将到期或逾期未报送', en: 'A holding list is due soon, or late' },
    data: z.object({
      /** The custodian. */
      node: z.string(),
      /** Who entrusts something to it. */
      authorities: z.array(z.string()).min(1),
      period: z.string(),
      due: day,
      late: z.boolean(),
    }),
  },
  InspectionLate: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '检查过了计划日期仍未进行', en: 'The day of an inspection has passed and it was not done' },
    data: z.object({
      inspectionId: gid,
      /** The custodian. */
      node: z.string(),
      /** The archive whose inspectors it was dispatched to. */
      archive: z.string().optional(),
      authority: z.string(),
      number: z.string(),
      title: z.string(),
      plannedOn: day,
    }),
  },
  RectificationDue: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '整改将到期或已逾期', en: 'A rectification is due soon, or late' },
    data: z.object({
      rectificationId: gid,
      /** The custodian. */
      node: z.string(),
      archive: z.string(),
      authority: z.string(),
      number: z.string(),
      due: day,
      late: z.boolean(),
    }),
  },
  InspectionMoved: {
    ...archive,
    listeners: ['archive-notify'],
    about: { zh: '检查派发、完成或取消', en: 'An inspection was dispatched, carried out or called off' },
    data: z.object({
      inspectionId: gid,
      /** The custodian. */
      node: z.string(),
      /** The archive whose inspectors carry it out. */
      archive: z.string(),
      state: z.enum(statesOf(inspectionLifecycle)),
      number: z.string(),
      title: z.string(),
      plannedOn: day,
    }),
  },
  InspectionClosed: {
    ...archive,
    ...quiet,
    about: { zh: '检查办结', en: 'An inspection was closed' },
    data: z.object({ inspectionId: gid, node: z.string() }),
  },
  RectificationMoved: {
    ...archive,
    listeners: ['archive-notify'],
    about: {
      zh: '整改下达、提交、通过或退回',
      en: 'A rectification was asked for, submitted, accepted or sent back',
    },
    data: z.object({
      rectificationId: gid,
      node: z.string(),
      archive: z.string(),
      state: z.enum(statesOf(rectificationLifecycle)),
      number: z.string(),
      due: day,
    }),
  },
  HolesRecorded: {
    ...archive,
    listeners: ['hole-index'],
    about: { zh: '钻孔已登记或更新', en: 'Holes were recorded or changed' },
    data: z.object({ holeIds: z.array(gid).min(1).max(100) }),
  },
  HoleMoved: {
    ...archive,
    listeners: ['hole-index', 'release'],
    about: { zh: '钻孔公开状态变更', en: 'The release of a hole moved on' },
    data: z.object({ holeId: gid, state: z.enum(statesOf(holeLifecycle)) }),
  },
  HolePublished: {
    plane: 'portal',
    listeners: ['index'],
    about: { zh: '钻孔已在门户公开或移除', en: 'A hole became public, or was removed from the portal' },
    data: z.object({ holeId: gid, version: z.number().int() }),
  },
  RecordPublished: {
    plane: 'portal',
    listeners: ['index'],
    about: { zh: '门户记录发布', en: 'A record is public' },
    data: z.object({ recordId: gid, version: z.number().int() }),
  },
  RecordRemoved: {
    plane: 'portal',
    listeners: ['index'],
    about: { zh: '门户记录移除', en: 'A record is no longer public' },
    data: z.object({ recordId: gid, version: z.number().int() }),
  },
});

export type EventType = keyof typeof events;
export type EventData<T extends EventType> = z.infer<(typeof events)[T]['data']>;

const isEventType = (name: string): name is EventType => name in events;
export const eventTypes: readonly EventType[] = Object.keys(events).filter(isEventType);

/** The event types a worker's queue is subscribed to, and the plane they come from. */
export const heardBy = (listener: Listener): { plane: Plane; types: EventType[] } => {
  const heard = eventTypes.filter((type) => {
    const to: readonly Listener[] = events[type].listeners;
    return to.includes(listener);
  });
  const [first] = heard;
  if (first === undefined) throw new Error(`Nothing is sent to ${listener}`);
  return { plane: events[first].plane, types: heard };
};

/**
 * What every event looks like on its way; `data` is parsed by the type's own schema. `again` marks one that a replay tells once more: what
 * is projected from it changes, and nobody is told of it.
 */
export const envelope = z.object({
  id: gid,
  type: z.enum(eventTypes),
  at: instant,
  data: z.unknown(),
  again: z.literal(true).optional(),
});
export type Envelope<T extends EventType = EventType> = {
  id: string;
  type: T;
  at: string;
  data: EventData<T>;
  again?: true;
};
