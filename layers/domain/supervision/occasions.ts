import { addYears, type Day } from '../dates.ts';
import type { Bilingual } from '../text.ts';
import {
  endingOf,
  endsRight,
  type HappeningKind,
  happeningNames,
  type RegisterEntry,
  type Term,
} from './register.ts';

/** What a duty is counted from. */
export const occasionNames = {
  'licence-end': { zh: '许可证有效期届满', en: 'End of the licence' },
  'project-end': { zh: '项目结束', en: 'End of the project' },
  'third-year': { zh: '项目实施满三年', en: 'Third year of the project' },
  ...happeningNames,
} as const satisfies Record<string, Bilingual>;
export type OccasionKind = keyof typeof occasionNames;
const isOccasionKind = (name: string): name is OccasionKind => Object.hasOwn(occasionNames, name);
export const occasionKinds: readonly OccasionKind[] = Object.keys(occasionNames).filter(isOccasionKind);

/** A day from which a duty may be counted, and what is owed for: a term (`t1`), a happening (`h1`), a stage of a project. */
export type Occasion = { kind: OccasionKind; on: Day; subject: string; term?: Term };

const isRight = ({ kind }: RegisterEntry): boolean => kind === 'exploration-right' || kind === 'mining-right';
const byFrom = (a: Term, b: Term) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** The terms that came to be: those that would begin after the right ended did not. */
const livedTerms = (entry: RegisterEntry): Term[] => {
  const end = endingOf(entry)?.on;
  return entry.terms.filter(({ from }) => end === undefined || from <= end).toSorted(byFrom);
};

/**
 * What is owed for a term is one thing with several days to count from, of which the earliest decides. An ending belongs to every
 * term that it cuts short; one that comes after the last term's own end changes nothing.
 */
const ofRight = (entry: RegisterEntry): Occasion[] => {
  const end = endingOf(entry);
  return livedTerms(entry).flatMap((term): Occasion[] => {
    const subject = term.id;
    const own: Occasion[] =
      term.to === undefined ? [] : [{ kind: 'licence-end', on: term.to, subject, term }];
    const cut = end !== undefined && (term.to === undefined || end.on <= term.to);
    return cut ? [...own, { kind: end.kind, on: end.on, subject, term }] : own;
  });
};

/** A project of more than five years owes reviewed stage results once it has run for three (notice of 2012). */
const longerThanYears = 5;
const stageAfterYears = 3;

const ofProject = (entry: RegisterEntry): Occasion[] =>
  entry.terms.toSorted(byFrom).flatMap((term): Occasion[] => {
    if (term.to === undefined) return [];
    const end: Occasion = { kind: 'project-end', on: term.to, subject: term.id, term };
    const long = term.to > addYears(term.from, longerThanYears);
    return long
      ? [
          { kind: 'third-year', on: addYears(term.from, stageAfterYears), subject: `${term.id}-stage`, term },
          end,
        ]
      : [end];
  });

/** Happenings that raise a duty of their own, as long as the right was there. */
const ownHappening = (kind: HappeningKind): boolean => !endsRight(kind) && kind !== 'completed';

/** The occasions of an entry, in the order of what they are for. A construction project has one: its acceptance. */
export const occasionsOf = (entry: RegisterEntry): Occasion[] => {
  const end = endingOf(entry)?.on;
  const others = entry.happenings
    .filter(({ kind, on }) => ownHappening(kind) && (end === undefined || on <= end))
    .map(({ id, kind, on }): Occasion => ({ kind, on, subject: id }));
  if (isRight(entry)) return [...ofRight(entry), ...others];
  if (entry.kind === 'engineering')
    return entry.happenings
      .filter(({ kind }) => kind === 'completed')
      .map(({ id, kind, on }): Occasion => ({ kind, on, subject: id }));
  return ofProject(entry);
};
