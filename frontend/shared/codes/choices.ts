import { type CodeEntry, validOn } from '@geoarchive/domain/codes/entry.ts';
import type { Day } from '@geoarchive/domain/dates.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

/** Something that may be chosen: `find` is what it is found by. */
export type Choice = { value: string; label: string; find: string };
export type ChoiceGroup = { label: string; find: string; options: Choice[] };
export type Choices = readonly (Choice | ChoiceGroup)[];

const findOf = ({ slug, code, name }: CodeEntry): string => `${slug} ${code} ${name.zh} ${name.en}`;

/** What a list offers on a day, stored by its Chinese name; where entries belong to others, in groups called by those. */
export const choicesOf = (
  entries: readonly CodeEntry[],
  day: Day,
  say: (text: Bilingual) => string,
): Choices => {
  const valid = validOn(entries, day);
  const choice = (entry: CodeEntry): Choice => ({
    ...{ value: entry.name.zh, label: say(entry.name), find: findOf(entry) },
  });
  const below = Map.groupBy(valid, ({ parent }) => parent);
  return (below.get(undefined) ?? []).map((entry) => {
    const members = below.get(entry.slug);
    if (members === undefined) return choice(entry);
    return { label: say(entry.name), find: findOf(entry), options: members.map(choice) };
  });
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Whether every word of what was typed stands in what something is found by. */
export const isFoundBy = (find: string, typed: string): boolean => {
  const text = plain(find);
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** The values among choices, also those in groups. */
export const valuesOf = (choices: Choices): ReadonlySet<string> =>
  new Set(choices.flatMap((one) => ('options' in one ? one.options : [one])).map(({ value }) => value));
