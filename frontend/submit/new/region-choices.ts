import { type CodeEntry, entryOf, findOn, validOn } from '@geoarchive/domain/codes/entry.ts';
import type { NameStanding } from '@geoarchive/domain/codes/stored-name.ts';
import type { Day } from '@geoarchive/domain/dates.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { Choice } from '@geoarchive/frontend-shared/codes/choices.ts';
import { regionOf } from './values.ts';

/** The regions that count on a day, each with what it lies in; their values are the texts of the form, `420281 大冶市`. */
export const regionChoices = (
  entries: readonly CodeEntry[],
  day: Day,
  say: (text: Bilingual) => string,
): Choice[] => {
  const valid = validOn(entries, day);
  const bySlug = new Map(valid.map((entry) => [entry.slug, entry]));
  const path = (entry: CodeEntry): CodeEntry[] => {
    const above = entry.parent === undefined ? undefined : bySlug.get(entry.parent);
    return above === undefined ? [entry] : [...path(above), entry];
  };
  return valid.map((entry) => {
    const names = path(entry).map(({ name }) => name);
    return {
      value: `${entry.code} ${entry.name.zh}`,
      label: names.map(say).join(' / '),
      find: `${entry.code} ${names.map(({ zh, en }) => (zh === en ? zh : `${zh} ${en}`)).join(' ')}`,
    };
  });
};

/** How a region of the form stands to the list on a day. */
export const regionStanding = (entries: readonly CodeEntry[], text: string, day: Day): NameStanding => {
  const code = regionOf(text)?.code ?? '';
  if (findOn(entries, code, day) !== undefined) return 'listed';
  return entryOf(entries, code) === undefined ? 'unlisted' : 'retired';
};
