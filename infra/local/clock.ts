import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { readBody } from './aws/body.ts';
import { type LocalHandler, sendJson } from './aws/local.ts';

const fileSchema = z.object({ offsetMs: z.number() });
const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});
const move = json.pipe(
  z.union([
    z.strictObject({ offsetMs: z.number() }),
    z.strictObject({ advanceMs: z.number() }),
    z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  ]),
);

export type MovableClock = {
  now(): Date;
  offsetMs(): number;
  /** Sets the distance from the machine's time; 0 puts the clock right. */
  move(offsetMs: number): void;
};

function load(file: string): number {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).offsetMs;
  } catch {
    return 0;
  }
}

/** A clock that can be moved; the functions read the same file. Signatures and tokens keep the machine's own time. */
export function openClock(file: string): MovableClock {
  let offset = load(file);
  return {
    now: () => new Date(Date.now() + offset),
    offsetMs: () => offset,
    move(offsetMs) {
      offset = offsetMs;
      if (offset === 0) rmSync(file, { force: true });
      else {
        writeFileSync(`${file}.new`, JSON.stringify({ offsetMs }));
        renameSync(`${file}.new`, file);
      }
    },
  };
}

/**
 * `GET /_local/clock` tells the time; `POST` moves it: `{offsetMs}`, `{advanceMs}` or `{now: "2027-01-01T00:00:00Z"}`,
 * and answers once the schedules that became due have been called.
 */
export function clockHandler(clock: MovableClock, due: () => Promise<void>): LocalHandler {
  return async (request, response) => {
    if (request.method === 'POST') {
      const body = (await readBody(request, 1000)).toString();
      const parsed = move.safeParse(body);
      if (!parsed.success) {
        sendJson(response, 400, { message: 'give offsetMs, advanceMs or now (ISO 8601)' });
        return;
      }
      const wish = parsed.data;
      if ('offsetMs' in wish) clock.move(wish.offsetMs);
      else if ('advanceMs' in wish) clock.move(clock.offsetMs() + wish.advanceMs);
      else clock.move(Date.parse(wish.now) - Date.now());
      await due();
    }
    sendJson(response, 200, { now: clock.now().toISOString(), offsetMs: clock.offsetMs() });
  };
}
