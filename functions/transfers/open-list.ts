import { owedStates } from '@geoarchive/domain/transfer/transfer.ts';
import { readCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import * as z from 'zod';
import type { ArchiveDeps } from '../archive/deps.ts';
import { outList, type TransferItem } from './transfer-store.ts';

const place = z.object({ after: z.string() });
const placeOf = ({ id, body }: TransferItem): string => `${body.due}#${id}`;

/**
 * What an archive still owes, by due day, merged out of the lists of the states in which that is so. A page goes on behind the place at which
 * the one before ended; as the table answers with a page of each list whole, nothing is passed over.
 */
export const listOpen = async (
  { transfers }: Pick<ArchiveDeps, 'transfers'>,
  node: string,
  of: { cursor?: string | undefined; limit: number; range?: readonly [from: string, to: string] | undefined },
): Promise<{ items: TransferItem[]; cursor?: string }> => {
  const after = readCursor(place, of.cursor)?.after;
  const [from, to] = of.range ?? ['0', '~'];
  // Places are all of one length: none lies between one and itself with a sign behind it.
  const range = [after === undefined ? from : `${after}!`, to] as const;
  if (range[0] > range[1]) return { items: [] };
  const pages = await Promise.all(
    owedStates.map((state) => transfers.list('gsi2', outList(node, state), { limit: of.limit, range })),
  );
  const all = pages.flatMap(({ items }) => items).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const items = all.slice(0, of.limit);
  const last = items.at(-1);
  const more = all.length > items.length || pages.some(({ cursor }) => cursor !== undefined);
  const cursor = more && last !== undefined ? toCursor({ after: placeOf(last) }) : undefined;
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};

/** How many transfers an archive still owes that are due from one day on and before another. */
export const countOpen = async (
  { table }: Pick<ArchiveDeps, 'table'>,
  node: string,
  { from, before }: { from?: string; before: string },
): Promise<number> => {
  const counts = await Promise.all(
    owedStates.map((state) => table.count('gsi2', outList(node, state), before, from)),
  );
  return counts.reduce((sum, one) => sum + one, 0);
};
