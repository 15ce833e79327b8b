import { randomBytes } from 'node:crypto';

/** How far a sign-in has come: which challenge is open for whom. */
export type Session = {
  poolId: string;
  clientId: string;
  /** Undefined when the user does not exist: the exchange goes on, so that nobody learns who has an account. */
  username?: string;
  challenge: 'PASSWORD_VERIFIER' | 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';
  /** The name that SRP mixed into the password, and the key agreed on. */
  srp?: { userId: string; key: Buffer };
  /** The secret offered in MFA_SETUP, and whether a code showed that the app has it. */
  totp?: { secret: string; verified: boolean };
};

export type Sessions = {
  open(session: Session): string;
  find(token: string): Session | undefined;
  close(token: string): void;
  /** Remembers the TOTP secret that was offered to somebody who is signed in, until it is verified. */
  offer(poolId: string, username: string, secret: string): void;
  offered(poolId: string, username: string): string | undefined;
};

const lifeMs = 180_000;

/** Open sign-ins, in memory: after a restart people begin again, as they do when a session expires. */
export function createSessions(now: () => Date): Sessions {
  const sessions = new Map<string, { session: Session; until: number }>();
  const offers = new Map<string, string>();
  return {
    open(session) {
      for (const [token, { until }] of sessions) if (until < now().getTime()) sessions.delete(token);
      const token = randomBytes(64).toString('base64');
      sessions.set(token, { session, until: now().getTime() + lifeMs });
      return token;
    },
    find(token) {
      const found = sessions.get(token);
      return found && found.until >= now().getTime() ? found.session : undefined;
    },
    close: (token) => void sessions.delete(token),
    offer: (poolId, username, secret) => void offers.set(`${poolId}/${username}`, secret),
    offered: (poolId, username) => offers.get(`${poolId}/${username}`),
  };
}
