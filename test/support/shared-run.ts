import { delimiter } from 'node:path';
import { type Run, readEndpoints } from './run.ts';

/** Where the runs that Jest's global setup started keep their state; test files run in other processes. */
export const STATE_VARIABLE = 'GEOARCHIVE_TEST_STATE';

declare global {
  /** A run for each of Jest's workers, the same for all Jest projects, and how many projects are still using them. */
  var geoarchiveRuns: { runs: Promise<Run[]>; users: number } | undefined;
}

/**
 * State folder of this worker's run. A worker takes one test file after the other, so that a file may move its run's clock or
 * inject faults without disturbing another.
 */
export function sharedState(): string {
  const states = process.env[STATE_VARIABLE]?.split(delimiter) ?? [];
  const state = states[(Number(process.env['JEST_WORKER_ID'] ?? 1) - 1) % states.length];
  if (!state) throw new Error('No local run: these tests run in the Jest projects system and browser');
  return state;
}

/** Addresses, credentials and demo accounts of the shared run. */
export const sharedEndpoints = () => readEndpoints(sharedState());
