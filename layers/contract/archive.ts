import { mineralClasses } from '@geoarchive/domain/codes/mineral-classes.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { publicationStandings, releaseLifecycle } from '@geoarchive/domain/release.ts';
import { reviewLifecycle, reviewSections } from '@geoarchive/domain/review.ts';
import { taskLifecycle } from '@geoarchive/domain/task.ts';
import * as z from 'zod';
import { caseOutcome } from './case-parts.ts';
import { depositFile, receipt, stub } from './deposits.ts';
import { job } from './jobs.ts';
import { bytes, route } from './route.ts';
import {
  bilingual,
  day,
  description,
  finding,
  gid,
  instant,
  page,
  pageQuery,
  publicationFacts,
  secrecy,
  sha256,
  task,
  taskSource,
} from './shared.ts';

const [reviewStates, reviewMoves] = [statesOf(reviewLifecycle), movesOf(reviewLifecycle)];
const [releaseStates, releaseMoves] = [statesOf(releaseLifecycle), movesOf(releaseLifecycle)];

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'SECRECY_OFFICER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
] as const;
const base = { api: 'internal', module: 'archive', allow: [...readers], scope: 'node' } as const;
const one = z.object({ id: gid });
/** Another archive's, for the ministry. */
const otherNode = z.string().max(20).optional();

const sealed = { ...description.shape, ...publicationFacts.shape, secrecy, stub: stub.optional() };

/** The certificate (汇交凭证): what `certificateText` says of the dossier, its SHA-256 and the signature of that. */
export const certificate = z.object({
  number: z.string(),
  issuedAt: instant,
  issuedBy: z.string(),
  sha256,
  signature: z.string(),
  /** Numbers of the certificates it stands for, which are void; the oldest first. */
  replaced: z.array(z.string()).optional(),
});
export type Certificate = z.infer<typeof certificate>;

const returned = z.object({
  reason: z.string(),
  correctBy: day,
  items: z.array(z.string()),
  by: z.string(),
  at: instant,
});

/** How the term of the check stands; `left` is negative when late, and both are counted as `kind` says. */
const checkTerm = z.object({
  running: z.boolean(),
  kind: z.enum(['calendar', 'working']),
  used: z.number().int(),
  left: z.number().int(),
  due: day.optional(),
});
const contested = z.array(z.object({ caseId: gid, number: z.string(), outcome: caseOutcome, at: instant }));

/** One round of a deposit, as the archive received it. Its id is that of the bundle. */
export const review = z.object({
  ...sealed,
  id: gid,
  depositId: gid,
  round: z.number().int(),
  taskId: gid.optional(),
  node: z.string(),
  submitter: z.string(),
  submitterName: z.string().optional(),
  state: z.enum(reviewStates),
  version: z.number().int(),
  receivedAt: instant,
  checkBy: day,
  /** Left out once the check is decided. It stands still while the deposit is returned. */
  term: checkTerm.optional(),
  receipt,
  fileCount: z.number().int(),
  bytes: z.number(),
  errors: z.number().int(),
  warnings: z.number().int(),
  moves: z.array(z.enum(reviewMoves)),
  progress: z.object({ copied: z.number().int(), total: z.number().int() }).optional(),
  returned: returned.optional(),
  /** What the round before was returned for: to compare this one with. */
  before: returned.extend({ reviewId: gid, contested: contested.optional() }).optional(),
  /** Objections to its return, and appeals after them, that were granted, in whole or in part. */
  contested: contested.optional(),
  accepted: z.object({ by: z.string(), at: instant }).optional(),
  /** Accepted as a stage of its task (分阶段汇交), which stays owed. */
  stage: z.literal(true).optional(),
  /** Why taking in does not go on, and at which file. */
  stalled: z
    .object({
      at: instant,
      why: z.enum(['source-gone', 'copy-differs', 'too-long']),
      file: z.string().optional(),
    })
    .optional(),
  dossierId: gid.optional(),
  archiveNumber: z.string().optional(),
  certificateNumber: z.string().optional(),
  certificate: certificate.optional(),
});
export type Review = z.infer<typeof review>;

/** A part of a review that somebody looked through: `by` is their name. A new round is a new review, without ticks. */
export const reviewTick = z.object({ section: z.enum(reviewSections), by: z.string(), at: instant });
export type ReviewTick = z.infer<typeof reviewTick>;

export const listReviews = route({
  ...base,
  method: 'GET',
  path: '/archive/reviews',
  audit: 'review.list',
  summary: { zh: '验收清单', en: 'Reviews, oldest first' },
  query: pageQuery.extend({ state: z.enum(reviewStates).optional(), node: otherNode }),
  reply: page(review),
});
export const getReview = route({
  ...base,
  method: 'GET',
  path: '/archive/reviews/{id}',
  audit: 'review.read',
  summary: { zh: '验收详情', en: 'One review' },
  params: one,
  reply: review.extend({ findings: z.array(finding), ticks: z.array(reviewTick) }),
});
export const listReviewFiles = route({
  ...base,
  method: 'GET',
  path: '/archive/reviews/{id}/files',
  audit: 'review.list-files',
  summary: { zh: '验收文件清单', en: 'Files of a review, 100 a page' },
  params: one,
  query: z.object({ cursor: z.string().max(2000).optional() }),
  reply: page(depositFile),
});
export const tickReview = route({
  ...base,
  allow: ['ARCHIVE_CHECKER'],
  method: 'PUT',
  path: '/archive/reviews/{id}/ticks',
  audit: 'review.tick',
  summary: { zh: '勾选或取消“已核对”', en: 'Note a part as looked through, or take that back' },
  params: one,
  body: z.object({ section: z.enum(reviewSections), seen: z.boolean() }),
  reply: z.object({ ticks: z.array(reviewTick) }),
});
export const returnReview = route({
  ...base,
  allow: ['ARCHIVE_CHECKER'],
  method: 'POST',
  path: '/archive/reviews/{id}/return',
  audit: 'review.return',
  summary: { zh: '退回补充修改', en: 'Return with reasons' },
  params: one,
  body: z.object({
    reason: z.string().trim().min(1).max(4000),
    /** All in one event to intake, which must fit a message of the topic (256 KiB). */
    items: z
      .array(z.string().max(500))
      .max(200)
      .refine((items) => items.join('').length <= 20_000, '合计不超过 20000 字 / 20 000 characters in all')
      .default([]),
    correctBy: day.optional(),
  }),
  reply: review,
});
export const retryReview = route({
  ...base,
  allow: ['ARCHIVE_CHECKER'],
  method: 'POST',
  path: '/archive/reviews/{id}/retry',
  audit: 'review.retry',
  status: 202,
  summary: { zh: '重试受阻的入馆', en: 'Try a stalled acceptance again' },
  params: one,
  reply: review,
});
export const giveUpReview = route({
  ...base,
  allow: ['ARCHIVE_CHECKER'],
  method: 'POST',
  path: '/archive/reviews/{id}/give-up',
  audit: 'review.give-up',
  summary: { zh: '放弃受阻的入馆，退回汇交人', en: 'Give up a stalled acceptance: return it with reasons' },
  params: one,
  body: returnReview.body,
  reply: review,
});
export const acceptReview = route({
  ...base,
  allow: ['ARCHIVE_CHECKER'],
  method: 'POST',
  path: '/archive/reviews/{id}/accept',
  audit: 'review.accept',
  status: 202,
  summary: { zh: '验收通过，开始入馆', en: 'Accept: copy the files into the archive' },
  params: one,
  reply: review,
});
export const acceptStage = route({
  ...base,
  allow: ['ARCHIVE_CHECKER'],
  method: 'POST',
  path: '/archive/reviews/{id}/accept-stage',
  audit: 'review.accept-stage',
  status: 202,
  summary: {
    zh: '按分阶段汇交验收：单独发证，任务仍须在期限内汇交完毕',
    en: 'Accept as a stage: a certificate of its own, and the task stays owed until its day',
  },
  params: one,
  reply: review,
});
export const certifyReview = route({
  ...base,
  // A checker only where the deployment delegates it, and never who accepted: the use case decides.
  allow: ['CERTIFICATE_OFFICER', 'ARCHIVE_CHECKER'],
  method: 'POST',
  path: '/archive/reviews/{id}/certificate',
  audit: 'review.certify',
  status: 201,
  summary: { zh: '签发汇交凭证', en: 'Issue the certificate' },
  params: one,
  reply: review,
});
export const replaceCertificate = route({
  ...base,
  allow: ['CERTIFICATE_OFFICER', 'ARCHIVE_CHECKER'],
  method: 'POST',
  path: '/archive/reviews/{id}/certificate/replacement',
  audit: 'review.replace-certificate',
  status: 201,
  summary: {
    zh: '作废并换发汇交凭证（写明原因）',
    en: 'Declare the certificate void and issue another in its place, with the reason',
  },
  params: one,
  body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  reply: review,
});

export const dossierFile = z.object({
  no: z.number().int(),
  path: z.string(),
  size: z.number(),
  sha256,
  crc64: z.string().optional(),
  versionId: z.string().optional(),
  format: depositFile.shape.format,
  secrecy,
  released: z.boolean(),
  /** Whether the proposal that is under way names it. */
  proposed: z.boolean(),
});
const bar = z.object({ code: z.string(), message: bilingual });
const proposal = z.object({
  by: z.string(),
  byName: z.string(),
  at: instant,
  /** How many files are proposed; the list of files says which. */
  files: z.number().int(),
  note: z.string(),
});
export const dossier = z.object({
  ...sealed,
  id: gid,
  depositId: gid,
  taskId: gid.optional(),
  node: z.string(),
  archiveNumber: z.string(),
  code: z.string(),
  version: z.number().int(),
  submitter: z.string(),
  submitted: day,
  acceptedAt: instant,
  certificateNumber: z.string().optional(),
  certificate: certificate.optional(),
  fileCount: z.number().int(),
  bytes: z.number(),
  release: z.enum(releaseStates),
  moves: z.array(z.enum(releaseMoves)),
  /** Its days of publication as they were fixed when it was taken in, and by which rule; those from before rules had versions name none. */
  window: z
    .object({
      earliest: day,
      latest: day,
      rule: z.object({ id: z.string(), version: z.number().int() }).optional(),
    })
    .optional(),
  /** How it stands to these days today, by the clock of the archive. */
  publication: z.enum(publicationStandings),
  /** Who recorded the end of its licence here, since it came in without one. */
  licenceEndRecorded: z.object({ by: z.string(), on: day, reason: z.string() }).optional(),
  /** Why nothing of it may be published today; empty when it may. */
  bars: z.array(bar),
  proposal: proposal.optional(),
  releasedAt: instant.optional(),
  releasedFiles: z.number().int(),
});
export type Dossier = z.infer<typeof dossier>;

export const listDossiers = route({
  ...base,
  method: 'GET',
  path: '/archive/dossiers',
  audit: 'dossier.list',
  summary: { zh: '馆藏案卷', en: 'Dossiers, newest first' },
  query: pageQuery.extend({ release: z.enum(releaseStates).optional(), node: otherNode }),
  reply: page(dossier),
});
export const getDossier = route({
  ...base,
  method: 'GET',
  path: '/archive/dossiers/{id}',
  audit: 'dossier.read',
  summary: { zh: '案卷详情', en: 'One dossier' },
  params: one,
  reply: dossier,
});
export const listDossierFiles = route({
  ...base,
  method: 'GET',
  path: '/archive/dossiers/{id}/files',
  audit: 'dossier.list-files',
  summary: { zh: '案卷文件', en: 'Files of a dossier, 100 a page' },
  params: one,
  query: z.object({ cursor: z.string().max(2000).optional() }),
  reply: page(dossierFile),
});
export const getDossierFile = route({
  ...base,
  method: 'GET',
  path: '/archive/dossiers/{id}/files/{no}/content',
  audit: 'dossier.read-file',
  summary: { zh: '打开文件（临时链接）', en: 'Link to a file, valid for minutes' },
  params: z.object({ id: gid, no: z.coerce.number().int().min(1) }),
  reply: z.object({ url: z.string() }),
});
/** Bytes that one answer brings at most. */
export const mostPart = 4_000_000;
export const readDossierPart = route({
  ...base,
  method: 'GET',
  path: '/archive/dossiers/{id}/files/{no}/part',
  audit: 'dossier.read-part',
  summary: {
    zh: '按段读取本馆案卷的文件，供页面读取其中的钻孔资料',
    en: 'Bytes of a file of one’s own archive from a place on, 4 MB at most, for pages that read what is in it',
  },
  params: z.object({ id: gid, no: z.coerce.number().int().min(1) }),
  query: z.object({ from: z.coerce.number().int().min(0).default(0) }),
  media: 'application/octet-stream',
  reply: bytes,
});
export const recordLicenceEnd = route({
  ...base,
  allow: ['ARCHIVE_KEEPER'],
  method: 'POST',
  path: '/archive/dossiers/{id}/licence-end',
  audit: 'dossier.licence-end',
  summary: {
    zh: '入馆时许可证截止日不明的，予以登记或更正，确定公开期限（文件未公开时）',
    en: 'Record, or correct, the end of a licence that was unknown when the data came in: the days of publication follow, while no file is public',
  },
  params: one,
  body: z.object({ licenceEnd: day, reason: z.string().trim().min(1).max(1000) }),
  reply: dossier,
});
export const proposeRelease = route({
  ...base,
  allow: ['ARCHIVE_KEEPER', 'SECRECY_OFFICER'],
  method: 'POST',
  path: '/archive/dossiers/{id}/release-proposal',
  audit: 'release.propose',
  summary: { zh: '提出公开，逐个文件', en: 'Propose release, file by file' },
  params: one,
  body: z.object({
    files: z.array(z.number().int().min(1)).max(limits.filesPerDeposit),
    note: z.string().trim().min(1).max(2000),
  }),
  reply: dossier,
});
export const decideRelease = route({
  ...base,
  allow: ['SECRECY_OFFICER'],
  method: 'POST',
  path: '/archive/dossiers/{id}/release-decision',
  audit: 'release.decide',
  summary: { zh: '复核公开（须为另一人）', en: 'Decide on a release: another person than the proposer' },
  params: one,
  body: z.object({ approve: z.boolean(), note: z.string().trim().min(1).max(2000) }),
  reply: dossier,
});
export const withdrawRelease = route({
  ...base,
  allow: ['SECRECY_OFFICER'],
  method: 'POST',
  path: '/archive/dossiers/{id}/withdrawal',
  audit: 'release.withdraw',
  summary: { zh: '撤回公开', en: 'Withdraw from the public' },
  params: one,
  body: z.object({ note: z.string().trim().min(1).max(2000) }),
  reply: dossier,
});

export const taskInput = z.object({
  number: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(255),
  source: taskSource,
  licenceNumber: z.string().max(60).optional(),
  organisation: z.string().min(1).max(60),
  node: z.string().min(1).max(20),
  due: day,
  licenceEnd: day.optional(),
});
/** As many tasks as one call takes. */
const taskBatch = z.array(taskInput).min(1).max(100);
const importers = ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'] as const;
export const putTaskBatch = route({
  ...base,
  allow: [...importers],
  method: 'PUT',
  path: '/archive/tasks/imports/{id}/batches/{no}',
  audit: 'task.import-batch',
  summary: {
    zh: '上传要导入的任务，每批至多 100 条；同一批可重传',
    en: 'Tasks of an import, 100 a batch, numbered from 1; a batch may be sent again. The id is a new ULID',
  },
  params: one.extend({ no: z.coerce.number().int().min(1).max(limits.importBatches) }),
  body: z.object({ tasks: taskBatch }),
  reply: z.object({ tasks: z.number().int() }),
});
export const startTaskImport = route({
  ...base,
  allow: [...importers],
  method: 'POST',
  path: '/archive/tasks/imports/{id}',
  audit: 'task.import',
  status: 202,
  summary: {
    zh: '开始导入（后台作业；按任务编号更新）',
    en: 'Import what was sent, as a job of the same id; the number decides which tasks are new',
  },
  params: one,
  body: z.object({
    batches: z.number().int().min(1).max(limits.importBatches),
    /** What people know it by: the name of the file. */
    subject: z.string().trim().min(1).max(200),
  }),
  reply: job,
});
/** What an import would do to one task; `changes` names the fields with what they say now and would say. */
export const taskOutcome = z.object({
  number: z.string(),
  node: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged']),
  changes: z.array(
    z.object({ field: z.string(), before: z.string().optional(), after: z.string().optional() }),
  ),
});
export type TaskOutcome = z.infer<typeof taskOutcome>;
export const previewTasks = route({
  ...base,
  allow: [...importers],
  method: 'POST',
  path: '/archive/tasks/preview',
  audit: 'task.preview-import',
  summary: { zh: '预览导入：哪些是新的、有变化的', en: 'What an import would do; changes nothing' },
  body: z.object({ tasks: taskBatch }),
  reply: z.object({ items: z.array(taskOutcome) }),
});
export const undoTaskImport = route({
  ...base,
  allow: [...importers],
  method: 'POST',
  path: '/archive/tasks/imports/{id}/undo',
  audit: 'task.undo-import',
  status: 202,
  summary: {
    zh: '撤销一次导入（后台作业）：新增的撤销，更新的还原，此后有变化的不动',
    en: 'Undo an import, as a job: new tasks are withdrawn, changed ones set back, what changed since stays',
  },
  params: one,
  reply: job,
});
export const listAllTasks = route({
  ...base,
  method: 'GET',
  path: '/archive/tasks',
  audit: 'task.list',
  summary: { zh: '汇交任务', en: 'Tasks of the node, by due date' },
  query: pageQuery.extend({
    /** Those in one state; withdrawn ones are in no list. */
    state: z.enum(statesOf(taskLifecycle)).optional(),
    node: otherNode,
    /** Due from a day on, and up to one, both included. */
    dueFrom: day.optional(),
    dueTo: day.optional(),
    /** Of one source; a page then may hold fewer than fit, or none. */
    source: taskSource.optional(),
    /** Of one class of minerals, or of none; the same holds of its pages. */
    mineral: z.enum([...mineralClasses, 'none']).optional(),
    /** Of one who owes them; with a state, days are those that count. */
    organisation: z.string().trim().min(1).max(60).optional(),
  }),
  reply: page(task),
});
export const overview = route({
  ...base,
  method: 'GET',
  path: '/archive/overview',
  audit: 'overview.read',
  summary: { zh: '总览', en: 'Counts behind the start page' },
  reply: z.object({
    reviews: z.record(z.string(), z.number().int()),
    dossiers: z.record(z.string(), z.number().int()),
    checkOverdue: z.number().int(),
    releaseOverdue: z.number().int(),
    tasksOverdue: z.number().int(),
    transfersOverdue: z.number().int(),
    /** Sent to the archive, and to be received or refused. */
    transfersIn: z.number().int(),
  }),
});
export const lateFigures = route({
  ...base,
  method: 'GET',
  path: '/archive/overview/late',
  audit: 'overview.late',
  summary: {
    zh: '馆藏机构的期限：逾期未验收、逾期未公开，转送将到期与逾期',
    en: 'The clocks of the archives: checks and publications past their day, transfers due soon and overdue',
  },
  /** One archive; else all, for the ministry, and else the caller's. */
  query: z.object({ node: z.string().max(20).optional() }),
  reply: z.object({
    asOf: instant,
    items: z.array(
      z.object({
        node: z.string(),
        name: bilingual,
        checkOverdue: z.number().int(),
        releaseOverdue: z.number().int(),
        /** Transfers still owed: past their day, and due from today on within `transferSoonDays`. */
        transferOverdue: z.number().int(),
        transferSoon: z.number().int(),
      }),
    ),
  }),
});
