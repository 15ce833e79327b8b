import type { Outbox } from './outbox.ts';
import type { Sessions } from './sessions.ts';
import type { Store } from './store.ts';

export type Input = Readonly<Record<string, unknown>>;
export type Output = Readonly<Record<string, unknown>>;
/** One operation of the API. Throws AwsError. */
export type Operation = (context: Context, input: Input) => Output;

/** What the operations work with. */
export type Context = {
  store: Store;
  sessions: Sessions;
  outbox: Outbox;
  region: string;
  account: string;
  issuer(poolId: string): string;
  now(): Date;
};

/** Seconds since 1970, as Cognito's answers and tokens carry them. */
export const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000);
