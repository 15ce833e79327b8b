import { type HoleContent, type HoleInput, holeHeader } from '@geoarchive/contract/hole-parts.ts';
import type { HoleBody } from '@geoarchive/contract/holes.ts';
import type { HoleHeader } from '@geoarchive/domain/subsurface/header.ts';
import { type Hole, noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { childKinds } from '@geoarchive/domain/subsurface/tables.ts';
import type { SubsurfaceDeps } from './deps.ts';
import type { HoleItem } from './hole-store.ts';

export const nothingYet: HoleContent = {
  children: { ...(noChildren as HoleContent['children']) },
  logs: [],
  attachments: [],
};

/** Things of files: those of a file that comes again replace what that file brought before, the others stay; an empty list empties. */
const byFile = <T extends { file: string }>(before: readonly T[], now: readonly T[] | undefined): T[] => {
  if (now === undefined) return [...before];
  const again = new Set(now.map(({ file }) => file));
  return now.length === 0 ? [] : [...before.filter(({ file }) => !again.has(file)), ...now];
};

/** Without what is there by name only: a kind that is undefined was left out. */
const given = (children: HoleInput['children']): Partial<HoleContent['children']> =>
  Object.fromEntries(Object.entries(children ?? {}).filter(([, rows]) => rows !== undefined));

const isPlaced = ({ x, y }: HoleHeader): boolean => x !== undefined || y !== undefined;
const withoutPlace = ({ x: _x, y: _y, crs: _crs, ...rest }: HoleHeader): HoleHeader => rest;

/**
 * One header over another: what it says counts, what it does not say stays. A place is taken whole from one of them, since coordinates of
 * the one in the system of the other would be somewhere else.
 */
const over = (above: HoleHeader, below: HoleHeader): HoleHeader =>
  // Parsed, so that its fields stand in the one order in which headers are compared.
  holeHeader.parse({
    ...(isPlaced(above) ? withoutPlace(below) : below),
    ...(isPlaced(above) || !isPlaced(below) ? above : withoutPlace(above)),
  });

/** Most of what may stand beside each other in one hole; the door asks the same of one input. */
const most = { logs: 100, attachments: 200 };
/** Characters of the facts of logs, which stand in the table beside the header: an item of it holds 400 kB. */
const mostFacts = 200_000;
/** Whether a hole has more logs or files than one can have. */
export const isOverfull = ({ logs, attachments }: Hole, facts: Pick<HoleBody, 'logs'>): boolean =>
  logs.length > most.logs ||
  attachments.length > most.attachments ||
  JSON.stringify(facts.logs).length > mostFacts;

/**
 * The hole as it will be: what the input leaves out is as it was, and a header said by the way only fills gaps. Of a hole that was taken back
 * nothing comes again but what the input brings.
 */
export const wholeOf = async (
  { contents }: Pick<SubsurfaceDeps, 'contents'>,
  { header, lesser, children, logs, attachments }: HoleInput,
  item: HoleItem | undefined,
): Promise<Hole> => {
  const replaced = childKinds.every((kind) => children?.[kind] !== undefined) && logs?.length === 0;
  const known = item === undefined || item.state === 'removed' ? undefined : item.body;
  const before =
    known === undefined || (replaced && attachments?.length === 0)
      ? nothingYet
      : await contents.get(known.content.sha256);
  return {
    header:
      known === undefined
        ? header
        : lesser === true
          ? over(known.header, header)
          : over(header, known.header),
    children: { ...before.children, ...given(children) },
    logs: byFile(before.logs, logs),
    attachments: byFile(before.attachments, attachments),
  };
};
