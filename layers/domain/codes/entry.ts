import type { Day } from '../dates.ts';
import type { Bilingual } from '../text.ts';

/**
 * One period of one entry of a code list. An entry that was renamed has several, which do not overlap. Records keep the slug
 * (or the official code, for regions), so an entry is retired and never deleted.
 */
export type CodeEntry = {
  /** Stable for ever; what the system itself stores. */
  slug: string;
  /** The official code; empty where it is not known (domain.md §3.3). */
  code: string;
  name: Bilingual;
  /** First and last day of validity, both counted; left out where there is none. */
  from?: Day;
  to?: Day;
  /** Slugs of the entries that took its place. */
  replacedBy?: readonly string[];
  /** Slug of the entry it belongs to. */
  parent?: string;
};

export type CodeList = {
  id: string;
  name: Bilingual;
  /** Where it is from, and how far that can be relied on. */
  source: Bilingual;
  entries: readonly CodeEntry[];
};

export const isValidOn = ({ from, to }: CodeEntry, day: Day): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** What may be chosen on a day. */
export const validOn = (entries: readonly CodeEntry[], day: Day): CodeEntry[] =>
  entries.filter((entry) => isValidOn(entry, day));

const isCalled = ({ slug, code }: CodeEntry, key: string) => slug === key || (code !== '' && code === key);

/** The entry of a slug or an official code as it was on a day; undefined where none counted then. */
export const findOn = (entries: readonly CodeEntry[], key: string, day: Day): CodeEntry | undefined =>
  entries.find((entry) => isCalled(entry, key) && isValidOn(entry, day));

/** The period that began last. */
export const latest = (periods: readonly CodeEntry[]): CodeEntry | undefined =>
  periods.reduce<CodeEntry | undefined>(
    (last, entry) => (last === undefined || (entry.from ?? '') >= (last.from ?? '') ? entry : last),
    undefined,
  );

/** An entry by slug or code whenever it counted, in its last period: what is retired stays readable. */
export const entryOf = (entries: readonly CodeEntry[], key: string): CodeEntry | undefined =>
  latest(entries.filter((entry) => isCalled(entry, key)));

/** The name of an entry; a key that the list does not have is shown as it is. */
export const nameOf = (entries: readonly CodeEntry[], key: string): Bilingual =>
  entryOf(entries, key)?.name ?? { zh: key, en: key };

/** What an entry has become on a day: itself while it counts, else its successors, and theirs; nothing where the trail ends. */
export const successorsOn = (entries: readonly CodeEntry[], slug: string, day: Day): CodeEntry[] => {
  const seen = new Set<string>();
  const follow = (at: string): CodeEntry[] => {
    if (seen.has(at)) return [];
    seen.add(at);
    const valid = findOn(entries, at, day);
    return valid === undefined ? (entryOf(entries, at)?.replacedBy ?? []).flatMap(follow) : [valid];
  };
  return follow(slug);
};
