import type { DeadLetterQueue } from '@geoarchive/contract/operations.ts';
import { impactOf } from '@geoarchive/domain/impacts.ts';
import type { HeldMessage } from '@geoarchive/platform/dead-letters.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Aside, OperationsDeps } from './deps.ts';

const notHere = () =>
  new Problem('not-found', {
    zh: '本区没有这个死信队列。',
    en: 'This plane has no dead letters of that name.',
  });

/** The plane's queue of this name. A function answers for its own plane only. */
export const queueOf = (deps: OperationsDeps, of: { plane: string; queue: string }): Aside => {
  const found = of.plane === deps.plane ? deps.queues.find(({ name }) => name === of.queue) : undefined;
  if (found === undefined) throw notHere();
  return found;
};

/** Fails unless this is the function of that plane. */
export const expectPlane = (deps: Pick<OperationsDeps, 'plane'>, plane: string): void => {
  if (plane !== deps.plane) throw notHere();
};

const unknownImpact = {
  zh: '影响未说明，请查运维手册。',
  en: 'Its effect is not described: see the runbook.',
};

/** A queue as operators see it. */
export const queueView = (
  { name, kind }: Aside,
  depth: { waiting: number; keptDays: number },
  looked: readonly HeldMessage[],
): DeadLetterQueue => {
  const first = Math.min(...looked.map(({ sentAt }) => sentAt.getTime()));
  return {
    name,
    kind,
    waiting: depth.waiting,
    keptDays: depth.keptDays,
    looked: looked.length,
    impact: impactOf(name) ?? unknownImpact,
    ...(looked.length === 0 ? {} : { oldest: new Date(first).toISOString() }),
  };
};

/** Takes messages, works with them, and lets go of what is still there, whatever happened. */
export const holding = async <T>(
  { letters }: Aside,
  held: { taken: HeldMessage[]; others: HeldMessage[] },
  work: (taken: HeldMessage[]) => Promise<{ reply: T; gone: readonly HeldMessage[] }>,
): Promise<T> => {
  let gone: readonly HeldMessage[] = [];
  try {
    const done = await work(held.taken);
    gone = done.gone;
    return done.reply;
  } finally {
    await letters.release([...held.taken, ...held.others].filter((message) => !gone.includes(message)));
  }
};
