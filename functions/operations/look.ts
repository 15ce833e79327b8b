import * as operations from '@geoarchive/contract/operations.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { listAuditOf } from '@geoarchive/platform/store/audit.ts';
import * as z from 'zod';
import type { Aside, OperationsDeps } from './deps.ts';
import { readKept } from './discarded.ts';
import { letterOf, readable } from './letters.ts';
import { expectPlane, holding, queueOf, queueView } from './queues.ts';

/** So many messages tell how old the oldest is; more would make the list slow. */
const lookedForAge = 50;
const lookedAt = 100;

const glance = async (aside: Aside) => {
  const depth = await aside.letters.depth();
  if (depth.waiting === 0) return queueView(aside, depth, []);
  const held = await aside.letters.take(Math.min(lookedForAge, depth.waiting));
  return holding(aside, held, async (taken) => ({ reply: queueView(aside, depth, taken), gone: [] }));
};

const look = async (deps: OperationsDeps, { params }: Call<typeof operations.lookAtDeadLetters>) => {
  const aside = queueOf(deps, params);
  const depth = await aside.letters.depth();
  if (depth.waiting === 0) return { queue: queueView(aside, depth, []), items: [] };
  const held = await aside.letters.take(Math.min(lookedAt, depth.waiting));
  return holding(aside, held, async (taken) => ({
    reply: {
      queue: queueView(aside, depth, taken),
      items: taken.map(letterOf).sort((a, b) => (a.sentAt < b.sentAt ? -1 : 1)),
    },
    gone: [],
  }));
};

/** Where the audit trail keeps what was done about a queue. */
export const aboutQueue = (name: string): string => `dead-letters/${name}`;
const detail = z.object({
  messages: z.array(z.looseObject({ id: z.string() })).default([]),
  reason: z.string().optional(),
});

const history = async (
  deps: OperationsDeps,
  { params, query }: Call<typeof operations.deadLetterHistory>,
) => {
  const { name } = queueOf(deps, params);
  const page = await listAuditOf(deps.table, aboutQueue(name), {
    cursor: query.cursor,
    limit: query.limit,
    newestFirst: true,
  });
  const items = page.items.map(({ at, action, byName, detail: told }) => {
    const { messages, reason } = detail.parse(told);
    return {
      at,
      action,
      byName,
      messages: messages.map(({ id }) => id),
      ...(reason === undefined ? {} : { reason }),
    };
  });
  return { ...page, items };
};

const discarded = async (deps: OperationsDeps, { params }: Call<typeof operations.readDiscarded>) => {
  const { name } = queueOf(deps, params);
  const body = await readKept(deps.table, name, params.message);
  if (body === undefined)
    throw new Problem('not-found', {
      zh: '没有丢弃过这条消息。',
      en: 'No message of this id was discarded.',
    });
  return { ...readable(body), bytes: Buffer.byteLength(body) };
};

export const lookRoutes = [
  implement(operations.listDeadLetters, async (deps: OperationsDeps, { params }) => {
    expectPlane(deps, params.plane);
    return { items: await Promise.all(deps.queues.map(glance)) };
  }),
  implement(operations.lookAtDeadLetters, look),
  implement(operations.deadLetterHistory, history),
  implement(operations.readDiscarded, discarded),
];
