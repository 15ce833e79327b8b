import { readView } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Reading } from '../core/reader.ts';

const MARK = 12;
const MOST = 200_000;

/**
 * Tape image format: marks of three little-endian numbers (0 for data, 1 for the end of a file; the places of the mark
 * before and behind) chain the blocks of a tape. Gives the places of the blocks, and what is wrong with the chain.
 */
export async function readTape({ source, checkTime }: Reading) {
  const problems: Problem[] = [];
  const blocks: { at: number; length: number }[] = [];
  let before = 0;
  let ends = 0;
  let at = 0;
  for (let seen = 0; at < source.size && ends < 2 && seen < MOST && problems.length === 0; seen++) {
    if (seen % 500 === 0) checkTime();
    const mark = await readView(source, at, MARK);
    const damaged = (what: string) => problems.push(problem('damaged-structure', { what }, `byte ${at}`));
    if (mark.byteLength < MARK) {
      problems.push(problem('truncated', { what: 'tape mark', expected: at + MARK, size: source.size }));
      break;
    }
    const [type, previous, next] = [0, 4, 8].map((place) => mark.getUint32(place, true));
    // Numbers of 32 bits wrap in files beyond 4 GiB, where they are not compared.
    const small = source.size < 2 ** 32;
    if (type === undefined || type > 1) damaged(`tape mark of type ${type}`);
    else if (small && previous !== before) damaged(`tape mark: previous ${previous}, not ${before}`);
    else if (next === undefined || next < at + MARK) damaged(`tape mark: next ${next}`);
    else if (next > source.size && type === 0)
      problems.push(problem('truncated', { what: 'block', expected: next, size: source.size }));
    else {
      ends = type === 1 ? ends + 1 : 0;
      if (type === 0) blocks.push({ at: at + MARK, length: next - at - MARK });
      before = at;
      at = next;
      if (!small) break;
    }
  }
  return { problems, blocks };
}
