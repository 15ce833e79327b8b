import { latin } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';

const HEADER = 60;
const MOST = 100_000;

/** ar: members one after the other, each with a header of text fields (System V and BSD). */
export async function readAr({ source, checkTime }: Reading): Promise<Found> {
  const problems: Problem[] = [];
  let entries = 0;
  for (let at = 8; at < source.size && entries < MOST && problems.length === 0; entries++) {
    if (entries % 500 === 0) checkTime();
    const head = latin(await source.read(at, HEADER));
    const damaged = (what: string) => problems.push(problem('damaged-structure', { what }, `byte ${at}`));
    if (head.length < HEADER) {
      problems.push(problem('truncated', { what: 'header', expected: at + HEADER, size: source.size }));
      break;
    }
    const [time, owner, group, mode, size] = [
      head.slice(16, 28),
      head.slice(28, 34),
      head.slice(34, 40),
      head.slice(40, 48),
      head.slice(48, 58),
    ].map((field) => field.trim());
    if (head.slice(58) !== '`\n') damaged('header does not end');
    else if (![time, owner, group].every((field) => /^-?\d*$/.test(field ?? '')))
      damaged('number in a header');
    else if (!/^[0-7]*$/.test(mode ?? '')) damaged('mode in a header');
    else if (!/^\d+$/.test(size ?? '')) damaged('size in a header');
    else if (at + HEADER + Number(size) > source.size)
      problems.push(
        problem('truncated', { what: 'member', expected: at + HEADER + Number(size), size: source.size }),
      );
    at += HEADER + Number(size) + (Number(size) % 2);
  }
  return { problems, metadata: { entries } };
}
