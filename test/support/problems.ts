import { ProblemError } from '@geoarchive/contract/client.ts';
import type { ProblemDocument } from '@geoarchive/contract/problem.ts';

/** The problem that a call ends with; a call that succeeds, or fails otherwise, fails the test. */
export const problemOf = async (call: Promise<unknown>): Promise<ProblemDocument> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  throw new Error('The call succeeded');
};
