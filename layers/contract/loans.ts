import { caseWorkers } from '@geoarchive/domain/cases/kinds.ts';
import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { askerKindCodes, purposeCodes } from '@geoarchive/domain/service/codes.ts';
import { lenders, loanKindCodes, loanLifecycle } from '@geoarchive/domain/service/loan.ts';
import * as z from 'zod';
import { bytes, route } from './route.ts';
import { day, gid, instant, page, pageQuery } from './shared.ts';

/** Loans of paper and core (借阅、归还): a part of the module of use, inside the archive only. */
const base = { api: 'internal', module: 'service', scope: 'node' } as const;
const reading = { ...base, allow: [...caseWorkers] };
const lending = { ...base, allow: [...lenders] };
const one = z.object({ id: gid });
const text = z.string().trim().max(1000);

const lent = z.object({
  kind: z.enum(loanKindCodes),
  /** What it is by the mark on it: number of a dossier, a core box, a tape. Of an archive it is lent once at a time. */
  mark: z.string().trim().min(1).max(100),
  title: z.string().trim().min(1).max(300),
  /** The dossier it belongs to, where it is one of the archive's. */
  dossierId: gid.optional(),
  borrower: z.string().trim().min(1).max(100),
  unit: z.string().trim().max(200).optional(),
  contact: z.string().trim().max(100).optional(),
  purpose: z.enum(purposeCodes),
  askerKind: z.enum(askerKindCodes),
  due: day,
  condition: text.optional(),
});
export const loan = lent.extend({
  id: gid,
  version: z.number().int(),
  number: z.string(),
  node: z.string(),
  state: z.enum(statesOf(loanLifecycle)),
  lentAt: instant,
  lentBy: z.string(),
  ended: z.object({ at: instant, by: z.string(), condition: z.string() }).optional(),
  late: z.boolean(),
  moves: z.array(z.enum(movesOf(loanLifecycle))),
});
export type Loan = z.infer<typeof loan>;

export const listLoans = route({
  ...reading,
  method: 'GET',
  path: '/service/loans',
  audit: 'service.list-loans',
  summary: { zh: '借阅登记', en: 'Loans: those that are out by their date, or all' },
  query: pageQuery.extend({ show: z.enum(['out', 'late', 'all']).default('out') }),
  reply: page(loan),
});
export const lend = route({
  ...lending,
  method: 'POST',
  path: '/service/loans',
  audit: 'service.lend',
  status: 201,
  summary: { zh: '登记借出', en: 'Lend a thing' },
  body: lent,
  reply: loan,
});
export const endLoan = route({
  ...lending,
  method: 'POST',
  path: '/service/loans/{id}/end',
  audit: 'service.end-loan',
  summary: { zh: '登记归还或遗失', en: 'Take it back, or record it as lost' },
  params: one,
  body: z.object({ move: z.enum(movesOf(loanLifecycle)), condition: text.min(1) }),
  reply: loan,
});
export const extendLoan = route({
  ...lending,
  method: 'POST',
  path: '/service/loans/{id}/extension',
  audit: 'service.extend-loan',
  summary: { zh: '续借', en: 'Give more time' },
  params: one,
  body: z.object({ due: day, reason: text.min(1) }),
  reply: loan,
});
export const loanLabel = route({
  ...reading,
  method: 'GET',
  path: '/service/loans/{id}/label',
  audit: 'service.loan-label',
  summary: {
    zh: '打印借阅标签（PDF，80 × 50 mm）',
    en: 'The label of a loan to be stuck on (PDF, 80 × 50 mm)',
  },
  params: one,
  reply: bytes,
  media: 'application/pdf',
});
