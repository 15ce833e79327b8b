import * as operations from '@geoarchive/contract/operations.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { HeldMessage } from '@geoarchive/platform/dead-letters.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import type { Aside, OperationsDeps } from './deps.ts';
import { keepWrites, sha256Of } from './discarded.ts';
import { letterOf } from './letters.ts';
import { aboutQueue } from './look.ts';
import { holding, queueOf } from './queues.ts';

/** As many as one call treats. */
const perCall = 50;

const canGoBack = (aside: Aside) => (message: HeldMessage) =>
  aside.to !== undefined && letterOf(message).origin === 'queue';

/** The messages asked for by id; without ids the first that can go back. */
const choose = async (aside: Aside, ids: readonly string[] | undefined) => {
  const { waiting } = await aside.letters.depth();
  if (waiting === 0) return { held: { taken: [], others: [] }, missing: [...(ids ?? [])] };
  const held =
    ids === undefined
      ? await aside.letters.take(Math.min(perCall, waiting), canGoBack(aside))
      : await aside.letters.take(ids.length, ({ id }) => ids.includes(id));
  const found = new Set(held.taken.map(({ id }) => id));
  return { held, missing: (ids ?? []).filter((id) => !found.has(id)) };
};

/** What the trail says of a message: which it was, not what it said. */
const noted = ({ id, body, group, sentAt, receives }: HeldMessage) => ({
  id,
  group,
  receives,
  sentAt: sentAt.toISOString(),
  bytes: Buffer.byteLength(body),
  sha256: sha256Of(body),
});

const entry = (
  deps: OperationsDeps,
  aside: Aside,
  by: Caller,
  action: string,
  detail: Record<string, unknown>,
) => auditWrite(deps.table.name, deps.clock, { about: aboutQueue(aside.name), action, by, detail });

const dryRun = async (deps: OperationsDeps, { params, body }: Call<typeof operations.tryReplay>) => {
  const aside = queueOf(deps, params);
  const { held, missing } = await choose(aside, body.ids);
  const { waiting } = await aside.letters.depth();
  return holding(aside, held, async (taken) => ({
    reply: {
      ...(aside.to === undefined ? {} : { to: aside.to.name }),
      sends: taken.filter(canGoBack(aside)).map(letterOf),
      // Without ids all was looked through for what can go back: the others cannot.
      stays: (body.ids === undefined ? held.others : taken)
        .filter((message) => !canGoBack(aside)(message))
        .slice(0, perCall)
        .map(letterOf),
      missing,
      waiting,
    },
    gone: [],
  }));
};

const replay = async (
  deps: OperationsDeps,
  { caller, params, body }: Call<typeof operations.replayDeadLetters>,
) => {
  const aside = queueOf(deps, params);
  const { to } = aside;
  if (to === undefined)
    throw new Problem('rule-broken', {
      zh: '这个队列里不是消息，不能放回；请按每条说明处理后丢弃。',
      en: 'What lies here are no messages of a queue: do what each says, then discard it.',
    });
  const { held, missing } = await choose(aside, body.ids);
  const sent = await holding(aside, held, async (taken) => {
    const sends = taken.filter(canGoBack(aside));
    if (sends.length === 0) return { reply: 0, gone: [] };
    // Written before it is done: a trail that says too much is chosen over one with gaps.
    await deps.table.transact([
      entry(deps, aside, caller, operations.replayDeadLetters.audit, {
        to: to.name,
        messages: sends.map(noted),
      }),
    ]);
    const refused = await aside.letters.sendBack(sends, to.url);
    return { reply: sends.length - refused.length, gone: sends.filter((one) => !refused.includes(one)) };
  });
  const { waiting } = await aside.letters.depth();
  return { sent, stays: held.taken.length - sent, missing, waiting };
};

const discard = async (
  deps: OperationsDeps,
  { caller, params, body }: Call<typeof operations.discardDeadLetters>,
) => {
  const aside = queueOf(deps, params);
  const { held, missing } = await choose(aside, body.ids);
  const discarded = await holding(aside, held, async (taken) => {
    for (const message of taken)
      await deps.table.transact([
        entry(deps, aside, caller, operations.discardDeadLetters.audit, {
          reason: body.reason,
          messages: [noted(message)],
        }),
        ...keepWrites(deps.table.name, aside.name, message),
      ]);
    await aside.letters.remove(taken);
    return { reply: taken.length, gone: taken };
  });
  const { waiting } = await aside.letters.depth();
  return { discarded, missing, waiting };
};

export const treatRoutes = [
  implement(operations.tryReplay, dryRun),
  implement(operations.replayDeadLetters, replay),
  implement(operations.discardDeadLetters, discard),
];
