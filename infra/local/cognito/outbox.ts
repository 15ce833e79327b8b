import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const letterSchema = z.object({
  at: z.string(),
  kind: z.enum(['invitation', 'reset-code']),
  poolId: z.string(),
  username: z.string(),
  email: z.string(),
  /** The temporary password or the code. */
  secret: z.string(),
});
export type Letter = z.infer<typeof letterSchema>;

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
