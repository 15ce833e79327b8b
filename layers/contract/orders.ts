import { movesOf, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { orderLifecycle } from '@geoarchive/domain/supervision/order.ts';
import * as z from 'zod';
import { route } from './route.ts';
import { day, gid, instant, page, pageQuery } from './shared.ts';

const base = {
  api: 'internal',
  module: 'supervision',
  allow: ['PROVINCE_ADMIN', 'MINISTRY_ADMIN'],
  scope: 'node',
} as const;
const ministry = { ...base, allow: ['MINISTRY_ADMIN'] } as const;
const one = z.object({ id: gid });
const text = z.string().trim().min(1).max(limits.messageLength);

/** What the ministry orders: of which archive's province, until when, about what. */
const order = z.object({
  node: z.string().max(20),
  subject: z.string().trim().min(1).max(200),
  text,
  deadline: day,
  about: z
    .object({ kind: z.enum(['figure', 'task', 'organisation']), value: z.string().trim().min(1).max(200) })
    .optional(),
});
/** What was said about it, in order: the answer, why it was sent back, how it ended. */
const said = z.object({ act: z.enum(movesOf(orderLifecycle)), text, by: z.string(), at: instant });
export const orderBody = order.extend({
  madeBy: z.string(),
  /** Whose account made it: told of the answer. */
  owner: z.string(),
  madeAt: instant,
  said: z.array(said).max(100),
});
export const shownOrder = orderBody.omit({ owner: true }).extend({
  id: gid,
  version: z.number().int(),
  state: z.enum(statesOf(orderLifecycle)),
  late: z.boolean(),
  moves: z.array(z.enum(movesOf(orderLifecycle))),
});
export type Order = z.infer<typeof shownOrder>;

export const listOrders = route({
  ...base,
  method: 'GET',
  path: '/supervision/orders',
  audit: 'order.list',
  summary: { zh: '督办清单', en: 'Orders of the ministry, by deadline' },
  query: pageQuery.extend({ state: z.enum(statesOf(orderLifecycle)).optional() }),
  reply: page(shownOrder),
});
export const getOrder = route({
  ...base,
  method: 'GET',
  path: '/supervision/orders/{id}',
  audit: 'order.read',
  summary: { zh: '督办详情', en: 'One order with what was answered' },
  params: one,
  reply: shownOrder,
});
export const makeOrder = route({
  ...ministry,
  method: 'POST',
  path: '/supervision/orders',
  audit: 'order.make',
  status: 201,
  summary: { zh: '下达督办', en: 'Order a province to act, with a deadline' },
  body: order,
  reply: shownOrder,
});
const acting = { body: z.object({ text }), params: one, reply: shownOrder } as const;
export const replyOrder = route({
  ...base,
  ...acting,
  allow: ['PROVINCE_ADMIN'],
  method: 'POST',
  path: '/supervision/orders/{id}/reply',
  audit: 'order.reply',
  summary: { zh: '回复督办', en: 'Answer an order' },
});
export const returnOrder = route({
  ...ministry,
  ...acting,
  method: 'POST',
  path: '/supervision/orders/{id}/return',
  audit: 'order.return',
  summary: { zh: '退回重办', en: 'Send an answer back' },
});
export const closeOrder = route({
  ...ministry,
  ...acting,
  method: 'POST',
  path: '/supervision/orders/{id}/close',
  audit: 'order.close',
  summary: { zh: '办结督办', en: 'Close an order' },
});
