import { useLimits } from '@geoarchive/domain/service/codes.ts';
import { useSyncExternalStore } from 'react';
import * as z from 'zod';

const item = z.object({ id: z.string(), title: z.string(), node: z.string() });
/** Records that a basket holds. */
export const mostKept = 200;
const kept = z.array(item).max(mostKept);
/** A record that somebody means to ask for. */
export type BasketItem = z.infer<typeof item>;

const key = 'geoarchive-basket';
const listeners = new Set<() => void>();
let text: string | null | undefined;
let items: readonly BasketItem[] = [];

/** What is in the basket of a text that was kept; nothing of one that cannot be read. */
export const basketOf = (of: string | null): readonly BasketItem[] => {
  try {
    return kept.parse(JSON.parse(of ?? '[]'));
  } catch {
    return [];
  }
};

const current = (): readonly BasketItem[] => {
  let now: string | null = null;
  try {
    now = window.localStorage.getItem(key);
  } catch {
    // The browser keeps nothing: the basket lives as long as the page.
    return items;
  }
  if (now !== text) {
    text = now;
    items = basketOf(now);
  }
  return items;
};

const keep = (next: readonly BasketItem[]): void => {
  items = next;
  try {
    window.localStorage.setItem(key, JSON.stringify(next));
    text = JSON.stringify(next);
  } catch {
    text = null;
  }
  for (const listen of listeners) listen();
};

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  // Another window of the same browser changed it.
  window.addEventListener('storage', listen);
  return () => {
    listeners.delete(listen);
    window.removeEventListener('storage', listen);
  };
};

/** The basket (利用清单), kept in this browser: what of it is asked for is decided on the submission site. */
export const useBasket = () => {
  const all = useSyncExternalStore(subscribe, current);
  return {
    items: all,
    has: (id: string) => all.some((one) => one.id === id),
    full: all.length >= mostKept,
    add: (one: BasketItem) => keep([...all.filter(({ id }) => id !== one.id), one].slice(0, mostKept)),
    remove: (id: string) => keep(all.filter((one) => one.id !== id)),
  };
};

/** Characters of a title in an address: it is for the reader's eye only. */
const titleLength = 24;

/** The addresses where the records of a basket are asked for: by archive, and so many at once as a request holds. */
export const requestLinks = (
  submit: string,
  all: readonly BasketItem[],
): { node: string; items: readonly BasketItem[]; href: string }[] => {
  const nodes = [...new Set(all.map(({ node }) => node))];
  return nodes.flatMap((node) => {
    const own = all.filter((one) => one.node === node);
    const parts: BasketItem[][] = [];
    for (let at = 0; at < own.length; at += useLimits.itemsPerRequest)
      parts.push(own.slice(at, at + useLimits.itemsPerRequest));
    return parts.map((some) => {
      const query = new URLSearchParams({ node });
      for (const { id, title } of some) query.append('record', `${id} ${title.slice(0, titleLength)}`);
      return { node, items: some, href: `${submit.replace(/\/$/, '')}/use/new?${query}` };
    });
  });
};
