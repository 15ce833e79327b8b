import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import type { SubsurfaceDeps } from './deps.ts';
import type { HoleItem } from './hole-store.ts';
import { reachOver } from './looking.ts';

/** Holes of a step, and characters of a piece: packed it stays within a function's reply. */
const perStep = 100;
const mostText = 10_000_000;
/** Holes read side by side, since they wait for the bucket: few, so that the largest ones do not make a piece too large for a reply. */
const atOnce = 4;
const cursor = z.object({ at: z.number(), no: z.number() }).nullable();

/** The header before what the bucket holds of the hole, which is an object with something in it: never parsed, since nothing is asked of it. */
const lineOf = ({ body }: HoleItem, content: string): string =>
  `{"header":${JSON.stringify(body.header)},${content.slice(1)}`;

/** Writes the holes of an export, some a step, each step a piece: memory does not grow with their number. */
export const exportHoles: Work<SubsurfaceDeps> = async (deps, job, so) => {
  const { at, no } = cursor.parse(so.cursor) ?? { at: 0, no: 1 };
  const { ids, depths } = await deps.holeExports.wanted(job.id);
  const some = ids.slice(at, at + perStep);
  const held = await deps.holes.some(some);
  const reaches = reachOver(depths);
  const lines: string[] = [];
  let text = 0;
  let looked = 0;
  for (let from = 0; from < some.length && text <= mostText; from += atOnce) {
    const group = some.slice(from, from + atOnce);
    looked += group.length;
    // One taken back, or given to another archive, since the export was asked for is not in it.
    const there = group
      .flatMap((id) => held.get(id) ?? [])
      .filter((item) => item.state !== 'removed' && reaches(item.body.logs));
    const read = there.map(async (item) => lineOf(item, await deps.contents.text(item.body.content.sha256)));
    for (const line of await Promise.all(read)) {
      lines.push(line);
      text += line.length;
    }
  }
  const next = at + looked;
  return {
    effect: lines.length === 0 ? [] : [await deps.holeExports.write(job.id, no, lines)],
    cursor: { at: next, no: no + (lines.length === 0 ? 0 : 1) },
    done: looked,
    counts: { written: lines.length, leftOut: looked - lines.length },
    finished: next >= ids.length,
  };
};
