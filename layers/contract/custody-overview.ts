import { custodyReaders, entrustedKinds } from '@geoarchive/domain/custody/agreement.ts';
import { holdingListLifecycle } from '@geoarchive/domain/custody/holding.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import * as z from 'zod';
import { holdingListBody, period } from './custody-holdings.ts';
import { custodian } from './custody-parts.ts';
import { route } from './route.ts';
import { day } from './shared.ts';

const count = z.number().int();

/** What stands with one custodian: what it holds, what of that is unaccounted for, what is due. */
const line = z.object({
  custodian,
  /** Its newest list in which something stands. */
  list: z
    .object({
      period,
      state: z.enum(statesOf(holdingListLifecycle)),
      figures: holdingListBody.shape.figures,
      differences: holdingListBody.shape.differences,
    })
    .optional(),
  /** How the list of the year that is due stands: handed in, still owed, owed soon, late. Nothing is owed without an agreement for that year. */
  owed: z.enum(['none', 'handed-in', 'open', 'soon', 'late']),
  agreements: z.object({ inForce: count, soon: count, expired: count }),
  inspections: z.object({ open: count, late: count }),
  rectifications: z.object({ open: count, soon: count, late: count, answered: count }),
});
export type CustodyLine = z.infer<typeof line>;

export const custodyOverview = route({
  api: 'internal',
  module: 'custody',
  allow: [...custodyReaders],
  scope: 'node',
  method: 'GET',
  path: '/custody/overview',
  audit: 'custody.overview',
  summary: {
    zh: '委托保管总览：各单位保管什么、哪些去向不明、哪些到期',
    en: 'Custody at a glance: what is held where, what is unaccounted for, what is due',
  },
  reply: z.object({
    today: day,
    /** The year whose lists are due, and their last day. */
    period,
    dueBy: day,
    byKind: z.record(z.enum(entrustedKinds), count),
    items: z.array(line),
  }),
});
