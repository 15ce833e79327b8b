import type * as contract from '@geoarchive/contract/codes.ts';
import { atTop } from '@geoarchive/contract/codes.ts';
import { fixedLists } from '@geoarchive/domain/codes/change.ts';
import { withEdits } from '@geoarchive/domain/codes/edit.ts';
import { type CodeEntry, type CodeList, isValidOn, latest, validOn } from '@geoarchive/domain/codes/entry.ts';
import type { CodeListId } from '@geoarchive/domain/codes/ids.ts';
import { shippedList } from '@geoarchive/domain/codes/lists.ts';
import type { Day } from '@geoarchive/domain/dates.ts';
import type { FunctionSettings } from '@geoarchive/platform/environment.ts';
import type { CodeStore, StandingEdit } from './code-store.ts';

type Edited = Awaited<ReturnType<CodeStore['get']>>;

/** A list as it came with this deployment. The regions are a file of their own, read when they are first asked for. */
export const shipped = (id: CodeListId, { nodes }: Pick<FunctionSettings, 'nodes'>): Promise<CodeList> =>
  shippedList(id, { nodes, regions: () => import('@geoarchive/assets/regions/gb2260.ts') });

const lastOf = (edits: readonly StandingEdit[]) => {
  const last = edits.at(-1);
  return last && { by: last.by, at: last.at, reason: last.reason };
};

/** What is said of a list as it counts now. */
export const headOf = (
  id: CodeListId,
  { name, source, entries }: CodeList,
  { version, edits }: Edited,
  today: Day,
): contract.CodeListHead => {
  const inForce = withEdits(entries, edits);
  const valid = validOn(inForce, today);
  const edited = lastOf(edits);
  const fixed = fixedLists[id];
  return {
    ...{ id, name, source, version, edits: edits.length },
    ...(fixed && { fixed }),
    counts: {
      entries: new Set(inForce.map(({ slug }) => slug)).size,
      valid: valid.length,
      coded: valid.filter(({ code }) => code !== '').length,
    },
    ...(edited && { edited }),
  };
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

type Wanted = { q: string; on?: Day | undefined; parent?: string | undefined };

/** The entries of a list as it counts now that are wanted: every word stands in them, they are valid on the day, they belong to the parent. */
export const rowsOf = (
  shippedEntries: readonly CodeEntry[],
  edits: readonly StandingEdit[],
  { q, on, parent }: Wanted,
): contract.CodeRow[] => {
  const asShipped = new Set(shippedEntries);
  const inForce = withEdits(shippedEntries, edits);
  const below = new Map<string, Set<string>>();
  for (const { slug, parent: above } of inForce)
    if (above !== undefined) below.set(above, (below.get(above) ?? new Set()).add(slug));
  const words = plain(q).split(/\s+/).filter(Boolean);
  const isWanted = (entry: CodeEntry): boolean => {
    if (on !== undefined && !isValidOn(entry, on)) return false;
    if (parent !== undefined && (entry.parent ?? atTop) !== parent) return false;
    const text = plain(`${entry.slug}\n${entry.code}\n${entry.name.zh}\n${entry.name.en}`);
    return words.every((word) => text.includes(word));
  };
  const last = new Map<string, CodeEntry>();
  for (const entry of inForce) last.set(entry.slug, latest([last.get(entry.slug) ?? entry, entry]) ?? entry);
  const named = (slug: string) => ({ slug, name: last.get(slug)?.name ?? { zh: slug, en: slug } });
  return inForce.filter(isWanted).map((entry) => {
    const { replacedBy, parent: above, ...said } = entry;
    return {
      ...said,
      ...(replacedBy && { replacedBy: replacedBy.map(named) }),
      ...(above !== undefined && { parent: named(above) }),
      edited: !asShipped.has(entry),
      below: below.get(entry.slug)?.size ?? 0,
    };
  });
};
