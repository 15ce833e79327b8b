import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { encodingName, guessEncoding } from './encoding.ts';
import { textLines } from './stream.ts';

const LIMIT = 64 * 1024 * 1024;

/** Plain text: encoding, number of lines, first words. */
export async function readText({ source, checkTime }: Reading): Promise<Found> {
  const head = await source.read(0, Math.min(source.size, 64 * 1024));
  const guess = guessEncoding(head, source.size > head.length);
  let lines = 0;
  let sample = '';
  for await (const line of textLines(source, guess, LIMIT)) {
    if (sample.length < 500) sample += `${line}\n`;
    if (++lines % 10_000 === 0) checkTime();
  }
  const problems = source.size > LIMIT ? [problem('read-in-part', { bytes: LIMIT })] : [];
  return {
    problems,
    metadata: { encoding: encodingName(guess.encoding), lines, textSample: sample.trim().slice(0, 500) },
  };
}
