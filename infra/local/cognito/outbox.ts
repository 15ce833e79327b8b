import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Pool, User } from './model.ts';

const letterSchema = z.object({
  at: z.string(),
  kind: z.enum(['invitation', 'reset-code']),
  poolId: z.string(),
  username: z.string(),
  email: z.string(),
  subject: z.string(),
  /** As a person reads it, without Cognito's HTML. */
  text: z.string(),
  /** The temporary password or the code. */
  secret: z.string(),
});
export type Letter = z.infer<typeof letterSchema>;

/** A letter to a user, written from the pool's template. */
export const writeLetter = (
  kind: Letter['kind'],
  pool: Pool,
  user: User,
  secret: string,
  at: Date,
): Letter => {
  const { subject, text } = pool.letters[kind === 'invitation' ? 'invitation' : 'resetCode'];
  const fill = (template: string) =>
    template.replaceAll('<br>', '\n').replaceAll('{username}', user.username).replaceAll('{####}', secret);
  return {
    at: at.toISOString(),
    kind,
    poolId: pool.id,
    username: user.username,
    email: user.attributes['email'] ?? '',
    subject: fill(subject),
    text: fill(text),
    secret,
  };
};

export type Outbox = { send(letter: Letter): void; letters(): Letter[] };

/** Keeps what Cognito would send by e-mail in a file, one JSON object a line: nothing leaves this machine. */
export function openOutbox(file: string): Outbox {
  mkdirSync(dirname(file), { recursive: true });
  return {
    send: (letter) => appendFileSync(file, `${JSON.stringify(letter)}\n`, { mode: 0o600 }),
    letters: () =>
      existsSync(file)
        ? readFileSync(file, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line) => letterSchema.parse(JSON.parse(line)))
        : [],
  };
}
