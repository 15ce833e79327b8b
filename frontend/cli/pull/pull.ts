import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '@geoarchive/domain/dates.ts';
import * as z from 'zod';
import { fetchSource } from './fetch-source.ts';
import type { PullFile, Source } from './sources.ts';

const remembered = z.object({
  /** The last day on which the source gave an answer. */
  day: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Of the last file that was dealt with. */
  sha256: z.string().optional(),
  file: z.string().optional(),
});
const trouble = z.object({
  message: z.string(),
  cause: z.object({ message: z.string() }).optional().catch(undefined),
});
type Remembered = z.infer<typeof remembered>;

/** What became of a source: asked today already; nothing new; dealt with; or failed, and asked again by the next run. */
export type Pulled =
  | { source: string; outcome: 'already-today' | 'nothing-new' }
  | { source: string; outcome: 'new' | 'refused'; file: string; sha256: string }
  | { source: string; outcome: 'failed'; reason: string };

type Deps = {
  file: PullFile;
  today: Day;
  tokens: Readonly<Record<string, string | undefined>>;
  /** Shows what a file would change, or imports it; whether all of it could be taken. */
  take: (source: Source, path: string) => Promise<boolean>;
};

const memory = (keep: string, { name }: Source): string => join(keep, `${name}.json`);
const recall = async (keep: string, source: Source): Promise<Remembered | undefined> => {
  const text = await readFile(memory(keep, source), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : remembered.parse(JSON.parse(text));
};
/** Whole or not at all: a run that is broken off leaves what was remembered before. */
const put = async (path: string, content: string | Uint8Array): Promise<void> => {
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
};

const tokenOf = ({ token }: Source, tokens: Deps['tokens']): string | undefined => {
  const found = token === undefined ? undefined : tokens[token];
  if (token !== undefined && (found === undefined || found === '')) throw new Error(`${token} is not set`);
  return found;
};

const pullOne = async ({ file, today, tokens, take }: Deps, source: Source): Promise<Pulled> => {
  const { keep, megabytes, seconds } = file;
  const known = await recall(keep, source);
  if (known?.day === today) return { source: source.name, outcome: 'already-today' };
  const fetched = await fetchSource({
    ...{ url: source.url, token: tokenOf(source, tokens), megabytes, seconds },
    known: known ?? {},
  });
  const sha256 = fetched && createHash('sha256').update(fetched.bytes).digest('hex');
  if (fetched === undefined || sha256 === undefined || sha256 === known?.sha256) {
    const { bytes: _, ...said } = fetched ?? { bytes: undefined };
    await put(memory(keep, source), JSON.stringify({ ...known, ...said, day: today }));
    return { source: source.name, outcome: 'nothing-new' };
  }
  const path = join(keep, source.name, `${today}-${sha256}.${source.format}`);
  await mkdir(join(keep, source.name), { recursive: true });
  await put(path, fetched.bytes);
  const whole = await take(source, path);
  const { bytes: _, ...said } = fetched;
  // Only now: a run that is broken off before deals with the same file again, which changes nothing twice.
  await put(memory(keep, source), JSON.stringify({ ...said, day: today, sha256, file: path }));
  return { source: source.name, outcome: whole ? 'new' : 'refused', file: path, sha256 };
};

/** What the network says lies in the cause; "fetch failed" alone helps nobody. */
const reasonOf = (error: unknown): string => {
  const said = trouble.safeParse(error).data;
  return said?.cause?.message ?? said?.message ?? String(error);
};

/**
 * Asks each source at most once a day (Asia/Shanghai) for its list as it is now, keeps what came with its digest, and hands what is new
 * to `take`. A day on which it did not run needs no catching up: the next list says all. One source's trouble keeps no other from its turn.
 */
export const pullAll = async (deps: Deps): Promise<Pulled[]> => {
  await mkdir(deps.file.keep, { recursive: true });
  const done: Pulled[] = [];
  for (const source of deps.file.sources)
    done.push(
      await pullOne(deps, source).catch((error: unknown): Pulled => {
        const reason = reasonOf(error);
        return { source: source.name, outcome: 'failed', reason };
      }),
    );
  return done;
};
