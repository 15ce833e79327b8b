import type { Source } from '../source.ts';
import type { Guess } from './encoding.ts';

const CHUNK = 1024 * 1024;

/** Decoded chunks of a text, at most `limit` bytes of it. */
export async function* textChunks(source: Source, guess: Guess, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(guess.encoding);
  const end = Math.min(source.size, limit);
  for (let at = guess.bom; at < end; at += CHUNK) {
    const bytes = await source.read(at, Math.min(CHUNK, end - at));
    yield decoder.decode(bytes, { stream: at + CHUNK < end });
  }
}

/** Longest line that is kept whole; the rest of a longer one is dropped, so that memory stays bounded. */
const LONGEST = 1024 * 1024;

/** Lines of a text without their ends (LF, CR LF or CR). */
export async function* textLines(source: Source, guess: Guess, limit: number): AsyncGenerator<string> {
  let rest = '';
  let pendingReturn = false;
  for await (const raw of textChunks(source, guess, limit)) {
    let chunk = raw;
    if (pendingReturn && chunk.startsWith('\n')) chunk = chunk.slice(1);
    pendingReturn = chunk.endsWith('\r');
    const lines = (rest + chunk).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '').slice(0, LONGEST);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
