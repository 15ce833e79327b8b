import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import { exactNumber } from '@geoarchive/domain/subsurface/same-hole.ts';
import { factsOf } from './hole-facts.ts';
import { type HoleStore, type SameNumber, sameAmong } from './hole-store.ts';
import { nothingYet } from './whole.ts';

type Found = { id: string; metres?: number };

/**
 * Which hole of an archive an input is about. A log says no more than the number: it is of the only hole that bears it, or nobody can tell
 * of which (`several`). One that was taken back does not count for that.
 */
export const findSame = async (
  holes: Pick<HoleStore, 'ofNumber' | 'some'>,
  node: string,
  { header, lesser }: Pick<HoleInput, 'header' | 'lesser'>,
): Promise<{ same: SameNumber; found: Found | 'several' | undefined }> => {
  const same = await holes.ofNumber(node, header.hole);
  const facts = factsOf({ ...nothingYet, header });
  const found = sameAmong(same, facts);
  if (found !== undefined || lesser !== true || facts.place !== undefined || same.holes.length === 0)
    return { same, found };
  const there = [...(await holes.some(same.holes.map(({ id }) => id))).values()].filter(
    ({ state, body }) => state !== 'removed' && exactNumber(body.header.hole) === exactNumber(header.hole),
  );
  const [only, ...others] = there;
  return { same, found: others.length > 0 ? 'several' : only && { id: only.id } };
};
