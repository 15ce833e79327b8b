import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { encodingName, guessEncoding } from '../text/encoding.ts';
import { textLines } from '../text/stream.ts';
import { checkLas } from './check.ts';
import { lasMetadata } from './metadata.ts';
import { parseLas } from './parse.ts';

const LIMIT = 512 * 1024 * 1024;

/** LAS 1.2, 2.0 and 3.0 of the Canadian Well Logging Society: well, curves, index range, rows. */
export async function readLas({ source, checkTime }: Reading): Promise<Found> {
  const head = await source.read(0, Math.min(source.size, 256 * 1024));
  const guess = guessEncoding(head, source.size > head.length);
  const content = await parseLas(textLines(source, guess, LIMIT), checkTime);
  const problems = checkLas(content);
  if (source.size > LIMIT) problems.push(problem('read-in-part', { bytes: LIMIT }));
  return { problems, metadata: { encoding: encodingName(guess.encoding), ...lasMetadata(content) } };
}
