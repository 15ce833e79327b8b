import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const schema = z.object({ pid: z.number(), aws: z.string().optional() });
export type Lock = {
  /** A run before this one ended without tidying up. */
  recovered: boolean;
  /** Says where this run answers, so that a later start can tell a living run from a dead one. */
  announce(aws: string): void;
  release(): void;
};

function read(file: string): z.infer<typeof schema> | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process number may have been given to another program since: ask the run itself. */
async function answers(aws: string | undefined): Promise<boolean> {
  if (!aws) return true;
  try {
    return (await fetch(`${aws}/_local/health`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

/** Takes a state folder for this run alone. Throws when another run lives in it; the lock of a dead one is taken over. */
export async function takeLock(state: string): Promise<Lock> {
  mkdirSync(state, { recursive: true });
  const file = join(state, 'run.json');
  const recovered = existsSync(file);
  const before = read(file);
  if (before && before.pid !== process.pid && isAlive(before.pid) && (await answers(before.aws))) {
    throw new Error(
      `A local run already uses ${state} (process ${before.pid}): stop it with Ctrl-C there, or start another with --state FOLDER --port N.`,
    );
  }
  const write = (lock: z.infer<typeof schema>) => writeFileSync(file, JSON.stringify(lock));
  write({ pid: process.pid });
  return {
    recovered,
    announce: (aws) => write({ pid: process.pid, aws }),
    release: () => rmSync(file, { force: true }),
  };
}
