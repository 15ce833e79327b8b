import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import {
  exemptionGroundCodes,
  mostOnList,
  transferDeciders,
  transferKeepers,
  transferLifecycle,
  transferRoutes,
} from '@geoarchive/domain/transfer/transfer.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { day, gid, instant, page, pageQuery, secrecy, sha256 } from './shared.ts';

/** Onward transfer (转送) of dossiers between archives: a part of the module of the archive. */
const base = {
  api: 'internal',
  module: 'archive',
  scope: 'node',
  allow: [
    ...(['ARCHIVE_CLERK', 'ARCHIVE_CHECKER', 'ARCHIVE_KEEPER', 'SECRECY_OFFICER'] as const),
    ...(['CERTIFICATE_OFFICER', 'PROVINCE_ADMIN', 'MINISTRY_ADMIN'] as const),
  ],
} as const;
const one = z.object({ id: gid });
const reason = z.string().trim().min(1).max(1000);
const some = z.array(gid).min(1).max(mostOnList);

const decided = z.object({ reason: z.string(), by: z.string(), at: instant });

/** What a transfer list says of a dossier: its number, certificate, files, and the digest of what it was made of. */
const contents = {
  archiveNumber: z.string(),
  certificateNumber: z.string().optional(),
  files: z.number().int(),
  bytes: z.number(),
  sha256,
};

/** What is kept of a transfer. */
export const transferBody = z.object({
  /** The archive that sends. */
  node: z.string(),
  to: z.string(),
  route: z.enum(transferRoutes),
  dossierId: gid,
  archiveNumber: z.string(),
  /** Day of acceptance, from which the term runs. */
  accepted: day,
  due: day,
  exempted: decided.extend({ ground: z.enum(exemptionGroundCodes) }).optional(),
  /** The list that it stands on, since it was last sent. */
  sent: z.object({ listId: gid, list: z.string(), by: z.string(), at: instant, on: day, sha256 }).optional(),
  received: z.object({ by: z.string(), at: instant, on: day }).optional(),
  /** Why it was refused last, and on which list it stood. */
  refused: decided.extend({ list: z.string() }).optional(),
  /** The reminder last told: days before its due day, negative after it. */
  reminded: z.object({ stage: z.number().int(), due: day }).optional(),
});

export const transfer = transferBody.omit({ reminded: true }).extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(transferLifecycle)),
  late: z.boolean(),
  moves: z.array(z.enum(movesOf(transferLifecycle))),
  /**
   * The dossier as it stands now; what is a state secret is masked for those who are not entitled. The receiving archive learns what it is
   * about while it is sent or received, of a state secret only once it was received; else it has what the list says.
   */
  dossier: z.object({
    title: z.string().optional(),
    secrecy: secrecy.optional(),
    submitter: z.string().optional(),
    certificateNumber: z.string().optional(),
    files: z.number().int(),
    bytes: z.number(),
  }),
  /** Whether the caller may open the dossier: its own archive always, the receiving one once it confirmed receipt. */
  readable: z.boolean(),
});
export type Transfer = z.infer<typeof transfer>;

/** A transfer list (移交清单) as it was closed; how each of its transfers stands now is told beside it. */
export const transferListBody = z.object({
  id: gid,
  number: z.string(),
  /** The archive that sends. */
  node: z.string(),
  to: z.string(),
  by: z.string(),
  at: instant,
  items: z.array(z.object({ transferId: gid, dossierId: gid, ...contents })),
});
export type TransferListBody = z.infer<typeof transferListBody>;
export const transferList = transferListBody.extend({ transfers: z.array(transfer) });
export type TransferList = z.infer<typeof transferList>;

/** States by which the sender's transfers are listed; `open` are all that it still owes. */
export const transferListings = ['open', ...statesOf(transferLifecycle)] as const;

export const listTransfers = route({
  ...base,
  method: 'GET',
  path: '/archive/transfers',
  audit: 'transfer.list',
  summary: {
    zh: '转送：本馆应转送的，或移交本馆的，按期限排列',
    en: 'Transfers that the archive owes, or that were sent to it, by due day',
  },
  query: pageQuery.extend({
    way: z.enum(['out', 'in']).default('out'),
    /** Those in one state; what comes in is `sent` unless asked otherwise. */
    state: z.enum(transferListings).optional(),
    /** Another archive's, for the ministry. */
    node: z.string().max(20).optional(),
    /** Due from a day on, and up to one, both included. */
    dueFrom: day.optional(),
    dueTo: day.optional(),
  }),
  reply: page(transfer),
});
export const dossierTransfers = route({
  ...base,
  method: 'GET',
  path: '/archive/dossiers/{id}/transfers',
  audit: 'transfer.of-dossier',
  summary: { zh: '案卷的转送情况', en: 'How the transfers of a dossier stand' },
  params: one,
  reply: z.object({ items: z.array(transfer) }),
});
export const exemptTransfer = route({
  ...base,
  allow: [...transferDeciders],
  method: 'POST',
  path: '/archive/transfers/{id}/exemption',
  audit: 'transfer.exempt',
  summary: { zh: '决定不转送（写明依据和理由）', en: 'Decide that it is not transferred: ground and reason' },
  params: one,
  body: z.object({ ground: z.enum(exemptionGroundCodes), reason }),
  reply: transfer,
});
export const resumeTransfer = route({
  ...base,
  allow: [...transferDeciders],
  method: 'POST',
  path: '/archive/transfers/{id}/exemption/end',
  audit: 'transfer.resume',
  summary: { zh: '撤销不转送的决定', en: 'Take the exemption back: it is owed again, by its day' },
  params: one,
  body: z.object({ reason }),
  reply: transfer,
});
export const sendTransfers = route({
  ...base,
  allow: [...transferKeepers],
  method: 'POST',
  path: '/archive/transfer-lists',
  audit: 'transfer.send',
  status: 201,
  summary: {
    zh: `移交：把选定的案卷（至多 ${mostOnList} 件，同一接收馆）列入移交清单并发出`,
    en: `Send: close a transfer list of up to ${mostOnList} dossiers to one archive`,
  },
  body: z.object({ transfers: some }),
  reply: transferList,
});
export const listTransferLists = route({
  ...base,
  method: 'GET',
  path: '/archive/transfer-lists',
  audit: 'transfer.list-lists',
  summary: { zh: '移交清单：发出的或收到的', en: 'Transfer lists that were sent, or came in, newest first' },
  query: pageQuery.extend({
    way: z.enum(['out', 'in']).default('out'),
    /** Another archive's, for the ministry. */
    node: z.string().max(20).optional(),
  }),
  reply: page(transferListBody),
});
export const getTransferList = route({
  ...base,
  method: 'GET',
  path: '/archive/transfer-lists/{id}',
  audit: 'transfer.read-list',
  summary: {
    zh: '移交清单及每件的办理情况',
    en: 'A transfer list, and how each of its transfers stands',
  },
  params: one,
  reply: transferList,
});
export const receiveTransfers = route({
  ...base,
  allow: [...transferKeepers],
  method: 'POST',
  path: '/archive/transfer-lists/{id}/receipt',
  audit: 'transfer.receive',
  summary: {
    zh: '确认接收（系统比对案卷摘要，不符的不能接收）',
    en: 'Confirm receipt: the digest of each dossier is compared, one that differs cannot be received',
  },
  params: one,
  body: z.object({ transfers: some }),
  reply: transferList,
});
export const refuseTransfers = route({
  ...base,
  allow: [...transferKeepers],
  method: 'POST',
  path: '/archive/transfer-lists/{id}/refusal',
  audit: 'transfer.refuse',
  summary: { zh: '退回（写明原因）', en: 'Refuse, with the reason: it is owed again' },
  params: one,
  body: z.object({ transfers: some, reason }),
  reply: transferList,
});
