import { expect } from '@jest/globals';
import { test } from './chromium.ts';

const stepMs = 300_000;

/** Makes the steps of a path: those after a failed one fail at once, since they stand on it. */
export const pathOfSteps = () => {
  let broken = false;
  return (name: string, work: () => Promise<void>) =>
    test(
      name,
      async () => {
        expect(broken).toBe(false);
        broken = true;
        await work();
        broken = false;
      },
      stepMs,
    );
};
