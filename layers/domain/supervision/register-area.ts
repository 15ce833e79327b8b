import { readCorner } from '../geo/corner.ts';
import { closeRing, type Ring, ringFault, tidyRing } from '../geo/polygon.ts';
import type { Bilingual } from '../text.ts';

/**
 * The area of a licence or project: one block or several, each the corners of its line as they were given (degrees in any form, or metres
 * in a 3° zone of CGCS2000). What was given is kept; the rings are derived from it (`ringsOf`) whenever they are needed.
 */
export type RegisterArea = readonly (readonly string[])[];

/** Blocks and corners as they stand in one cell or line: `116.1,39.1; 116.2,39.1; 116.2,39.2 | 117.1,39.1; …`. */
export const parseArea = (text: string): string[][] =>
  text
    .split(/[|｜]/)
    .map((block) =>
      block
        .split(/[;；\n]/)
        .map((corner) => corner.trim())
        .filter((corner) => corner !== ''),
    )
    .filter((block) => block.length > 0);

/** An area in one cell, as `parseArea` reads it. */
export const areaText = (area: RegisterArea): string => area.map((block) => block.join('; ')).join(' | ');

/** Nothing of an area can be used when one of its corners or lines is wrong: which, and what to do. */
export type AreaReading = { rings: Ring[] } | { fault: Bilingual };

const inBlock = (block: number, of: number, text: Bilingual): Bilingual =>
  of === 1 ? text : { zh: `第 ${block} 个区块：${text.zh}`, en: `Block ${block}: ${text.en}` };

const ringOf = (corners: readonly string[]): { ring: Ring } | { fault: Bilingual } => {
  const ring = [];
  for (const [no, given] of corners.entries()) {
    const read = readCorner(given);
    if (!read.ok)
      return {
        fault: {
          zh: `第 ${no + 1} 个拐点“${given}”：${read.text.zh}`,
          en: `Corner ${no + 1}, "${given}": ${read.text.en}`,
        },
      };
    ring.push(read.corner);
  }
  const closed = closeRing(ring);
  const wrong = ringFault(closed);
  return wrong === undefined ? { ring: tidyRing(closed) } : { fault: wrong.text };
};

/** The rings of an area in degrees (CGCS2000), closed and counter-clockwise, or what is wrong with it. */
export const ringsOf = (area: RegisterArea): AreaReading => {
  const rings: Ring[] = [];
  for (const [no, block] of area.entries()) {
    const read = ringOf(block);
    if ('fault' in read) return { fault: inBlock(no + 1, area.length, read.fault) };
    rings.push(read.ring);
  }
  return { rings };
};
