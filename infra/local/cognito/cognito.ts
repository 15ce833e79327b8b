import { join } from 'node:path';
import { adminUserOperations } from './admin-users.ts';
import { answerOperations } from './answers.ts';
import { clientOperations } from './clients.ts';
import type { Context, Input, Operation, Output } from './context.ts';
import { fail, notAuthorized } from './fail.ts';
import { forgottenOperations } from './forgotten.ts';
import { keySet } from './jwt.ts';
import { listOperations } from './lists.ts';
import { type Letter, openOutbox } from './outbox.ts';
import { ownAccountOperations } from './own-account.ts';
import { poolOperations } from './pools.ts';
import { createSessions } from './sessions.ts';
import { signInOperations } from './sign-in.ts';
import { openStore } from './store.ts';

export type Cognito = {
  /** Carries out one operation. Throws AwsError with Cognito's own codes. */
  call(operation: string, input: Input): Output;
  /** The pool's public keys (RFC 7517), or undefined when there is no such pool. */
  jwks(poolId: string): { keys: Output[] } | undefined;
  issuer(poolId: string): string;
  /** What would have been sent by e-mail: invitations with temporary passwords, codes. */
  letters(): Letter[];
  close(): void;
};

const operations: Readonly<Record<string, Operation>> = {
  ...poolOperations,
  ...clientOperations,
  ...adminUserOperations,
  ...listOperations,
  ...signInOperations,
  ...answerOperations,
  ...forgottenOperations,
  ...ownAccountOperations,
  SignUp() {
    throw notAuthorized('SignUp is not permitted for this user pool');
  },
};

/**
 * A small Cognito user pools service for one machine: what our sites and functions use of it, with SRP, TOTP, refresh
 * and revocation, over one SQLite file. Tokens are RS256, issued by `<issuerBase>/<pool id>`.
 */
export function createCognito(options: {
  dataDir: string;
  region: string;
  account?: string;
  issuerBase(): string;
  now(): Date;
}): Cognito {
  const store = openStore(options.dataDir);
  const issuer = (poolId: string) => `${options.issuerBase()}/${poolId}`;
  const outbox = openOutbox(join(options.dataDir, 'outbox.jsonl'));
  const context: Context = {
    store,
    sessions: createSessions(options.now),
    outbox,
    region: options.region,
    account: options.account ?? '000000000000',
    issuer,
    now: options.now,
  };
  return {
    call(name, input) {
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (!operation) throw fail('UnknownOperationException', `Cognito operation is not known here: ${name}`);
      return operation(context, input);
    },
    jwks(poolId) {
      const pool = store.pools.get(poolId);
      return pool && keySet(pool);
    },
    issuer,
    letters: outbox.letters,
    close: store.close,
  };
}
