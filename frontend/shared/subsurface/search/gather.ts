import type { HoleContent } from '@geoarchive/contract/hole-parts.ts';
import type { HoleQuery } from './shape.ts';
import type { HoleSource } from './source.ts';

/** So many holes are taken along by their headers, and so many whole; for more there is the API. */
export const mostHeaders = 20_000;
export const mostWhole = 500;
const perPage = 100;

type Told = { onRead: (read: number) => void; signal?: AbortSignal };

/** All items of a question, page by page, up to a number. */
export const gather = async <Item extends { id: string }>(
  source: Pick<HoleSource<Item>, 'page'>,
  query: HoleQuery,
  most: number,
  { onRead, signal }: Told,
): Promise<Item[]> => {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await source.page(
      { ...query, limit: perPage, ...(cursor === undefined ? {} : { cursor }) },
      signal,
    );
    items.push(...page.items.slice(0, most - items.length));
    onRead(items.length);
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < most);
  return items;
};

export type WholeHole = { id: string; header: Readonly<Record<string, unknown>> } & Partial<HoleContent>;

/** Holes with all that they have, a few read at a time, in the order of the items. */
export const gatherWhole = async <Item>(
  items: readonly Item[],
  read: (item: Item) => Promise<WholeHole>,
  { onRead, signal }: Told,
  atOnce = 4,
): Promise<WholeHole[]> => {
  const whole: WholeHole[] = [];
  for (let at = 0; at < items.length; at += atOnce) {
    signal?.throwIfAborted();
    whole.push(...(await Promise.all(items.slice(at, at + atOnce).map(read))));
    onRead(whole.length);
  }
  return whole;
};
