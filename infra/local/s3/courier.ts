import type { Store } from './store/store.ts';

export type Notify = (targetArn: string, body: string) => Promise<void>;

const BATCH = 32;
const FIRST_DELAY_MS = 200;
const MAX_DELAY_MS = 30_000;

/**
 * Delivers what is in the journal, at least once: an entry leaves it only after `notify` has succeeded. What fails
 * is tried again, later each time. `close` waits for deliveries under way.
 */
export function courier(store: Store, notify: Notify): { wake(): void; close(): Promise<void> } {
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const deliverOne = async ({ id, target, body, attempts }: ReturnType<Store['outbox']['ready']>[number]) => {
    try {
      await notify(target, body);
      store.outbox.delivered(id);
    } catch {
      store.outbox.postpone(id, Date.now() + Math.min(FIRST_DELAY_MS * 2 ** attempts, MAX_DELAY_MS));
    }
  };

  const run = async (): Promise<void> => {
    while (!closed) {
      const batch = store.outbox.ready(Date.now(), BATCH);
      if (batch.length === 0) return;
      await Promise.all(batch.map(deliverOne));
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
