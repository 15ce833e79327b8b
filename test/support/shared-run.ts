import { type Run, readEndpoints } from './run.ts';

/** Where the run that Jest's global setup started keeps its state; test files run in other processes. */
export const STATE_VARIABLE = 'GEOARCHIVE_TEST_STATE';

declare global {
  /** One run for all Jest projects that need it, and how many of them are still using it. */
  var geoarchiveRun: { run: Promise<Run>; users: number } | undefined;
}

/** State folder of the shared run. */
export function sharedState(): string {
  const state = process.env[STATE_VARIABLE];
  if (!state) throw new Error('No local run: these tests run in the Jest projects system and browser');
  return state;
}

/** Addresses, credentials and demo accounts of the shared run. */
export const sharedEndpoints = () => readEndpoints(sharedState());
