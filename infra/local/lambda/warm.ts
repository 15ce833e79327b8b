import type { Sandbox } from './worker.ts';

/** The threads that wait for a call, of all functions together: no more than so many, whatever was called before. */
export type Warm = {
  /** A thread waits from now on; the one that waited longest is ended by its `drop` when there are too many. */
  add(sandbox: Sandbox, drop: () => void): void;
  /** It was taken for a call, or is gone. */
  remove(sandbox: Sandbox): void;
};

/** Enough for those that a deposit's way from hand-in to the portal calls, in one gigabyte to three. */
export const MOST_WARM = 48;

/**
 * Keeps at most so many threads waiting. Without a limit, a run in which everything was once called holds some hundred, of 20 to 60 MB each;
 * a function whose thread was ended starts another in a tenth of a second.
 */
export const keepWarm = (most: number): Warm => {
  // In the order in which they began to wait.
  const waiting = new Map<Sandbox, () => void>();
  return {
    add(sandbox, drop) {
      waiting.set(sandbox, drop);
      for (const [longest, end] of waiting) {
        if (waiting.size <= most) return;
        waiting.delete(longest);
        end();
      }
    },
    remove(sandbox) {
      waiting.delete(sandbox);
    },
  };
};
