import type { Pending } from './store/outbox.ts';
import type { Store } from './store/store.ts';

/** Hands messages to a queue or topic. When it rejects, all of them are tried again: a target must bear repetition. */
export type Notify = (targetArn: string, bodies: readonly string[]) => Promise<void>;

const BATCH = 80;
/** As many as a queue takes in one call. */
const TOGETHER = 10;
const FIRST_DELAY_MS = 200;
const MAX_DELAY_MS = 30_000;

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/**
 * Delivers what is in the journal, at least once: an entry leaves it only after `notify` has succeeded. What fails
 * is tried again, later each time. `close` waits for deliveries under way.
 */
export function courier(store: Store, notify: Notify): { wake(): void; close(): Promise<void> } {
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const deliver = async (target: string, some: readonly Pending[]): Promise<void> => {
    const sent = await notify(
      target,
      some.map(({ body }) => body),
    ).then(
      () => true,
      () => false,
    );
    store.transact(() => {
      for (const { id, attempts } of some)
        if (sent) store.outbox.delivered(id);
        else store.outbox.postpone(id, Date.now() + Math.min(FIRST_DELAY_MS * 2 ** attempts, MAX_DELAY_MS));
    });
  };

  const run = async (): Promise<void> => {
    while (!closed) {
      const batch = store.outbox.ready(Date.now(), BATCH);
      if (batch.length === 0) return;
      await Promise.all(
        [...Map.groupBy(batch, ({ target }) => target)].flatMap(([target, some]) =>
          chunks(some, TOGETHER).map((chunk) => deliver(target, chunk)),
        ),
      );
    }
  };

  const wake = (): void => {
    if (closed || running !== undefined) return;
    clearTimeout(timer);
    running = run().finally(() => {
      running = undefined;
      const due = closed ? undefined : store.outbox.nextDue();
      if (due === undefined) return;
      timer = setTimeout(wake, Math.max(0, due - Date.now()));
      timer.unref();
    });
  };

  return {
    wake,
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
