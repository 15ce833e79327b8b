import type { Day } from '../dates.ts';
import type { Bilingual } from '../text.ts';
import { type CodeEntry, isValidOn, latest } from './entry.ts';

/** How a stored name stands to its list: it may be chosen, could be once, or is in no list. */
export type NameStanding = 'listed' | 'retired' | 'unlisted';

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Minerals, work degrees and languages are stored by their Chinese names, also those that people wrote themselves: what such a name
 * is called in both languages, and whether its list still has it.
 */
export const storedName = (
  entries: readonly CodeEntry[],
  stored: string,
  day: Day,
): { name: Bilingual; standing: NameStanding } => {
  const called = entries.filter(({ name }) => name.zh === stored);
  const found = called.find((entry) => isValidOn(entry, day)) ?? latest(called);
  if (found === undefined) return { name: { zh: stored, en: stored }, standing: 'unlisted' };
  return { name: found.name, standing: isValidOn(found, day) ? 'listed' : 'retired' };
};

/** The name to store for what somebody wrote: that of the entry which counts on the day and is called so in either language, else the text itself. */
export const nameToStore = (entries: readonly CodeEntry[], written: string, day: Day): string => {
  const sought = plain(written);
  const found = entries.find(
    (entry) => isValidOn(entry, day) && [entry.name.zh, entry.name.en].some((name) => plain(name) === sought),
  );
  return found?.name.zh ?? written.trim();
};
