import { ConditionFailed } from './table.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Does it again, from reading on, when something else of its transaction (a number, a task) was changed by another in the same
 * instant. What it throws besides, and the last failure, goes on.
 */
export const againWhenRaced = async <T>(work: () => Promise<T>, tries = 8): Promise<T> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error;
      await pause(20 * attempt * Math.random());
    }
};
