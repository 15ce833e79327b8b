import { documentKindCodes, documentLifecycle, mayVoid, paperSizes } from '@geoarchive/domain/documents.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { roles } from '@geoarchive/domain/roles.ts';
import { useAskers } from '@geoarchive/domain/service/codes.ts';
import { paymentCodes } from '@geoarchive/domain/service/prices.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { quoteLine } from './service-parts.ts';
import { bilingual, day, gid, instant, page, pageQuery, secrecy, sha256 } from './shared.ts';

/** What every paper says: whom it is for. The title of a state secret can be secret itself: then it is not on the paper. */
const addressed = {
  title: z.string().optional(),
  submitter: z.string(),
  submitterName: z.string().optional(),
};
/** Common to the papers of a deposit. */
const says = { ...addressed, round: z.number().int() };
const receiptSays = z.object({
  ...says,
  kind: z.literal('receipt'),
  handedInAt: instant,
  fileCount: z.number().int(),
  bytes: z.number(),
  /** The files themselves, where they are few enough to be printed; the signed list has them all. */
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256 })).optional(),
  manifestSha256: sha256,
  signature: z.string(),
});
const certificateSays = z.object({
  ...says,
  kind: z.literal('certificate'),
  dossier: z.string(),
  archiveNumber: z.string(),
  receipt: z.string(),
  handedInAt: instant,
  licenceNumber: z.string().optional(),
  secrecy,
  fileCount: z.number().int(),
  bytes: z.number(),
  issuedBy: z.string(),
  /** Number of the void certificate in whose place it stands. */
  replaces: z.string().optional(),
  /** For a stage (分阶段汇交): the duty is not met by it alone. */
  stage: z.literal(true).optional(),
  /** SHA-256 and signature of `certificateText`. */
  statement: sha256,
  signature: z.string(),
});
const correctionSays = z.object({
  ...says,
  kind: z.literal('correction-notice'),
  receipt: z.string(),
  reason: z.string(),
  items: z.array(z.string()),
  correctBy: day,
  issuedBy: z.string(),
});
/** Of a task: the pledge (未形成地质资料承诺书) that was confirmed. */
const noDataReceiptSays = z.object({
  ...addressed,
  kind: z.literal('no-data-receipt'),
  task: z.string(),
  due: day,
  licenceNumber: z.string().optional(),
  pledge: z.string(),
  pledgedOn: day,
  opinion: z.string(),
  issuedBy: z.string(),
});
/** Of a request for use: what was paid. `submitter` is the number of the request: whose it is, that says inside. */
const useReceiptSays = z.object({
  ...addressed,
  kind: z.literal('use-receipt'),
  unit: z.string().optional(),
  prices: z.string(),
  lines: z.array(quoteLine),
  /** In fen. */
  total: z.number().int(),
  paidOn: day,
  how: z.enum(paymentCodes),
  reference: z.string().optional(),
  issuedBy: z.string(),
});
/** A task that a paper of a chase names, with the article by which it is due. */
const chasedTask = z.object({
  number: z.string(),
  name: z.string(),
  licenceNumber: z.string().optional(),
  due: day,
  article: bilingual.optional(),
});
/** Common to the papers of a chase (催交): `title` sums up the tasks, `text` is what the authority wrote. */
const chaseSays = {
  ...addressed,
  tasks: z.array(chasedTask),
  text: z.string(),
  /** Of the track of art. 21; the others rest on art. 20. */
  ground: z.literal('fraud').optional(),
  /** Number of the paper of the step before. */
  before: z.string().optional(),
  issuedBy: z.string(),
};
const amount = z.number().int();
const chaseKinds = [
  z.object({ ...chaseSays, kind: z.literal('demand-notice'), until: day }),
  z.object({ ...chaseSays, kind: z.literal('submission-order'), until: day }),
  /** `until`: the last day to be heard. */
  z.object({ ...chaseSays, kind: z.literal('penalty-notice'), until: day, amount }),
  /** `until`: the day by which the fine is paid; `heard`: what the party said and what came of it. */
  z.object({ ...chaseSays, kind: z.literal('penalty-decision'), until: day, amount, heard: z.string() }),
  z.object({ ...chaseSays, kind: z.literal('circular'), amount }),
] as const;
/** What a paper says, all of it: the data it is made from. */
export const documentSays = z.discriminatedUnion('kind', [
  receiptSays,
  certificateSays,
  correctionSays,
  noDataReceiptSays,
  useReceiptSays,
  ...chaseKinds,
]);
export type DocumentSays = z.infer<typeof documentSays>;
export type ChaseSays = Extract<DocumentSays, { tasks: unknown }>;

/** An issued paper. Its id is its number. The organisation it is for (`says.submitter`) may see it. */
export const issuedDocument = z.object({
  number: z.string(),
  kind: z.enum(documentKindCodes),
  node: z.string(),
  /** The deposit it is about. */
  depositId: gid.optional(),
  /** Of a paper that is about no deposit: the id of what it is about. */
  concerns: gid.optional(),
  issuedAt: instant,
  says: documentSays,
  sha256,
  code: z.string(),
});
export type IssuedDocument = z.infer<typeof issuedDocument>;

export const voided = z.object({
  at: instant,
  by: z.string(),
  reason: z.string(),
  /** Number of the paper that stands in its place. */
  replacedBy: z.string().optional(),
});
export type Voided = z.infer<typeof voided>;
export const storedDocument = issuedDocument.extend({
  state: z.enum(statesOf(documentLifecycle)),
  version: z.number().int(),
  voided: voided.optional(),
});
export type StoredDocument = z.infer<typeof storedDocument>;

export const documentNumber = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9-]{2,20}-\d{4}-\d{5,9}$/, 'HJ-NGA-2026-00001');
const one = z.object({ number: documentNumber });
const printing = z.object({
  language: z.enum(['zh', 'en']).default('zh'),
  size: z.enum(paperSizes).default('A4'),
});
/** A link to the print, valid for minutes, and the characters that no font of ours has, printed by their number. */
const printed = z.object({ url: z.string(), missing: z.array(z.string()) });

const readers = [
  'ARCHIVE_CLERK',
  'ARCHIVE_CHECKER',
  'ARCHIVE_KEEPER',
  'SECRECY_OFFICER',
  'CERTIFICATE_OFFICER',
  'PROVINCE_ADMIN',
  'MINISTRY_ADMIN',
] as const;
const internal = { api: 'internal', module: 'documents', allow: [...readers], scope: 'node' } as const;

export const listDocuments = route({
  ...internal,
  method: 'GET',
  path: '/documents/issued',
  audit: 'document.list',
  summary: { zh: '文书清单', en: 'Papers of the node, newest first, or those of one deposit' },
  query: pageQuery.extend({
    kind: z.enum(documentKindCodes).optional(),
    deposit: gid.optional(),
    /** Those about something that is not a deposit. */
    concerns: gid.optional(),
  }),
  reply: page(storedDocument),
});
export const getDocument = route({
  ...internal,
  method: 'GET',
  path: '/documents/issued/{number}',
  audit: 'document.read',
  summary: { zh: '文书详情', en: 'One paper' },
  params: one,
  /** How often it was printed, first print and reprints together. */
  reply: storedDocument.extend({ prints: z.number().int() }),
});
export const printDocument = route({
  ...internal,
  method: 'POST',
  path: '/documents/issued/{number}/prints',
  audit: 'document.print',
  summary: { zh: '打印或补打文书（PDF）', en: 'Print a paper, first or again: PDF' },
  params: one,
  body: printing,
  reply: printed,
});
export const voidDocument = route({
  ...internal,
  allow: roles
    .map(({ code }) => code)
    .filter((role) => documentKindCodes.some((kind) => mayVoid(kind, [role]))),
  method: 'POST',
  path: '/documents/issued/{number}/void',
  audit: 'document.void',
  summary: { zh: '声明作废（写明原因）', en: 'Declare a paper void, with the reason' },
  params: one,
  body: z.object({ reason: z.string().trim().min(1).max(1000) }),
  reply: storedDocument,
});
export const sampleDocument = route({
  ...internal,
  allow: ['OPERATOR', 'MINISTRY_ADMIN'],
  method: 'POST',
  path: '/documents/samples',
  audit: 'document.sample',
  summary: { zh: '文书样张', en: 'A sample of a paper: PDF in base64' },
  body: printing.extend({ kind: z.enum(documentKindCodes) }),
  reply: z.object({ pdf: z.base64() }),
});

const own = {
  api: 'public',
  module: 'documents',
  allow: ['SUBMITTER', 'SUBMITTER_ADMIN'],
  scope: 'organisation',
} as const;
export const listOwnDocuments = route({
  ...own,
  method: 'GET',
  path: '/documents/deposits/{id}',
  audit: 'document.list-own',
  summary: { zh: '一份汇交的文书', en: 'Papers of a deposit, oldest first' },
  params: z.object({ id: gid }),
  reply: z.object({ items: z.array(storedDocument) }),
});
export const listTaskDocuments = route({
  ...own,
  method: 'GET',
  path: '/documents/tasks/{id}',
  audit: 'document.list-of-task',
  summary: { zh: '一项汇交任务的文书', en: 'Papers about a task of the organisation, oldest first' },
  params: z.object({ id: gid }),
  reply: z.object({ items: z.array(storedDocument) }),
});
export const listLegalPapers = route({
  ...own,
  method: 'GET',
  path: '/documents/organisation',
  audit: 'document.list-legal',
  summary: {
    zh: '本单位的催交与处罚文书',
    en: 'Papers for the organisation that are about no deposit, newest first',
  },
  query: pageQuery,
  reply: page(storedDocument),
});
export const printOwnDocument = route({
  ...own,
  // A receipt for services is for the person who asked.
  allow: [...useAskers],
  method: 'POST',
  path: '/documents/issued/{number}/prints',
  audit: 'document.print-own',
  summary: {
    zh: '打印本单位或本人的文书（PDF）',
    en: 'Print a paper of the organisation, or a receipt of the person: PDF',
  },
  params: one,
  body: printing,
  reply: printed,
});
