import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clients } from '../../../infra/local/provision/clients.ts';

/** Names of services as signatures have them. */
export const services = ['dynamodb', 'sqs', 'sns', 's3', 'kms', 'cognito-idp'] as const;
export type Service = (typeof services)[number];

/** One thing that an endpoint can or cannot do, found out by doing it. */
export type Probe = {
  service: Service;
  /** What is tried, as a noun phrase for people. */
  name: string;
  /** The system cannot work without it; else a safeguard is missing there, and nothing more. */
  needed: boolean;
  /** Rejects when the endpoint cannot do it. What it made it removes again. */
  attempt(clients: Clients, url: string): Promise<void>;
};

/** A name for something that lives for one attempt only. */
export const probeName = (what: string): string =>
  `geoarchive-probe-${what}-${randomBytes(5).toString('hex')}`;

/** Fails an attempt with what was seen instead of what was expected. */
export function expectThat(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Error(seen);
}

/** Rejects unless the call is refused; `name` narrows with which error. */
export async function expectRefusal(call: Promise<unknown>, name?: RegExp): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expectThat(error !== undefined, 'the call is not refused');
  const found = error instanceof Error ? error.name : String(error);
  expectThat(name === undefined || name.test(found), `the call is refused with ${found}`);
}

/** Asks again until there is an answer; gives up after some seconds. */
export async function eventually<T>(ask: () => Promise<T | undefined>, what: string, ms = 6000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    expectThat(Date.now() < until, `${what} within ${ms / 1000} s: no`);
    await pause(200);
  }
}

/** Does the work, then cleans up whatever came of it; trouble in cleaning up is none of the probe's. */
export async function thenRemove(work: () => Promise<void>, remove: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } finally {
    await remove().catch(() => undefined);
  }
}
