import { addDays } from '@geoarchive/domain/dates.ts';
import { transferSoonDays } from '@geoarchive/domain/transfer/transfer.ts';
import { countOpen } from '../transfers/open-list.ts';
import { standings } from './check-term.ts';
import type { ArchiveDeps } from './deps.ts';
import { barsOf } from './dossiers.ts';

/** Reviews of the node that should have been checked by now. */
export const checkOverdue = async (deps: ArchiveDeps, node: string, today: string): Promise<number> => {
  const standing = await standings(deps);
  let late = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.reviews.list('gsi2', `reviews#${node}#received`, { cursor });
    late += page.items.filter((item) => (standing(item)?.due ?? item.body.checkBy) < today).length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return late;
};

/**
 * Dossiers whose latest day of publication has passed, by node: the list holds those of all nodes, the latest day first. What a
 * standing bar holds back is not late.
 */
export const releaseOverdue = async (deps: ArchiveDeps, today: string): Promise<Map<string, number>> => {
  const late = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const page = await deps.dossiers.list('gsi3', 'release-due', { cursor });
    const due = page.items.filter(({ body }) => body.window !== undefined && body.window.latest < today);
    for (const item of due)
      if (barsOf(deps, item).length === 0) late.set(item.body.node, (late.get(item.body.node) ?? 0) + 1);
    cursor = due.length < page.items.length ? undefined : page.cursor;
  } while (cursor !== undefined);
  return late;
};

/** Transfers that an archive still owes and whose day has passed. */
export const transfersOverdue = (
  deps: Pick<ArchiveDeps, 'table'>,
  node: string,
  today: string,
): Promise<number> => countOpen(deps, node, { before: today });

/** Those due from today on within the days that the cockpit looks ahead. */
export const transfersSoon = (
  deps: Pick<ArchiveDeps, 'table'>,
  node: string,
  today: string,
): Promise<number> => countOpen(deps, node, { from: today, before: addDays(today, transferSoonDays + 1) });
