import { lastDayOf } from '../calendar/term.ts';
import {
  type CalendarExceptions,
  calendarOf,
  exceptionsOf,
  type WorkCalendar,
} from '../calendar/working-days.ts';
import { addDays, type Day } from '../dates.ts';
import type { TaskSource } from '../publication.ts';
import type { Bilingual } from '../text.ts';
import { type Occasion, type OccasionKind, occasionsOf } from './occasions.ts';
import { holdingOn, type RegisterEntry } from './register.ts';
import { type Receiver, type ReceivingNode, type RoutingRule, receiverOf } from './routing.ts';
import { type DataKind, type DutyRule, rulesFor } from './rules.ts';

/** One reckoning of a due date: all that is needed to do it again years later. */
export type Reckoning = {
  rule: string;
  version: number;
  name: Bilingual;
  reference: Bilingual;
  occasion: OccasionKind;
  /** The day of the occasion, from which it is counted. */
  on: Day;
  days: number;
  kind: 'calendar' | 'working';
  rollsOver: boolean;
  /** Where days off count: those days of the stretch that were not as weekends have it, since holiday tables are edited. */
  calendar?: CalendarExceptions | undefined;
  due: Day;
};

/** The proof of a due date: the reckoning that decides, those beside it, and why that archive receives. */
export type Proof = { decides: Reckoning; beside: Reckoning[]; receiver: Receiver };

/** What an entry of the register owes (应汇交): one for each term, stage or happening. */
export type Duty = {
  /** `t1`, `h2`, …: with the entry's kind and number what makes it the same duty after a correction. */
  subject: string;
  source: TaskSource;
  organisation: string;
  node: string;
  due: Day;
  needs: DataKind[];
  /** Last day of the term of the right: from it publication is counted (art. 15). */
  licenceEnd?: Day;
  proof: Proof;
};

export type DutyContext = {
  rules: readonly DutyRule[];
  routing: readonly RoutingRule[];
  nodes: readonly ReceivingNode[];
  calendar: WorkCalendar;
  today: Day;
};

/** Does the arithmetic of a rule once: due day of an occasion. */
const reckon = (rule: DutyRule, occasion: Occasion, calendar: WorkCalendar): Reckoning[] => {
  if (rule.effect === 'nothing-due') return [];
  const { days, kind, rollsOver = false } = rule.effect;
  const due = lastDayOf(calendar, occasion.on, rule.effect);
  // Of calendar days only those count onto which the last one would fall.
  const from = kind === 'working' ? occasion.on : addDays(occasion.on, days);
  const counted = kind === 'working' || rollsOver ? { calendar: exceptionsOf(calendar, from, due) } : {};
  return [
    {
      rule: rule.id,
      version: rule.version,
      name: rule.name,
      reference: rule.reference,
      occasion: occasion.kind,
      on: occasion.on,
      days,
      kind,
      rollsOver,
      ...counted,
      due,
    },
  ];
};

/** The due day of a reckoning, done again from nothing but what it says. */
export const recheck = (of: Reckoning): Day =>
  lastDayOf(calendarOf(of.calendar ?? { off: [], work: [] }), of.on, {
    days: of.days,
    kind: of.kind,
    rollsOver: of.rollsOver,
  });

const byDue = (a: Reckoning, b: Reckoning) =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : a.rule < b.rule ? -1 : 1;

/**
 * What an entry owes by these rules. Of several reckonings for one subject the earliest day counts: a revocation does not give
 * more time than the licence had. A rule that frees (`nothing-due`) frees its subject whatever the others say. Nothing is owed
 * for a term without an end, nor by an entry without a holder. Who receives goes by the rules of routing that count for the day of the
 * occasion that decides.
 */
export const dutiesOf = (entry: RegisterEntry, context: DutyContext): Duty[] => {
  const { rules, calendar, today } = context;
  const organisation = holdingOn(entry, today)?.organisation;
  if (organisation === undefined) return [];
  const bySubject = Map.groupBy(occasionsOf(entry), ({ subject }) => subject);
  return [...bySubject].flatMap(([subject, occasions]): Duty[] => {
    const applied = occasions.flatMap((occasion) =>
      rulesFor(rules, entry, occasion).map((rule) => ({ rule, occasion })),
    );
    if (applied.some(({ rule }) => rule.effect === 'nothing-due')) return [];
    const reckonings = applied
      .flatMap(({ rule, occasion }) => reckon(rule, occasion, calendar))
      .toSorted(byDue);
    const [decides, ...beside] = reckonings;
    if (decides === undefined) return [];
    const receiver = receiverOf(entry, decides.on, context);
    const term = occasions.find((one) => one.term !== undefined)?.term;
    const licenceEnd = entry.kind.endsWith('-right') ? (term?.rightTo ?? term?.to) : undefined;
    const needs = [...new Set(applied.flatMap(({ rule }) => rule.needs))];
    return [
      {
        subject,
        source: entry.kind,
        organisation,
        node: receiver.node,
        due: decides.due,
        needs,
        ...(licenceEnd === undefined ? {} : { licenceEnd }),
        proof: { decides, beside, receiver },
      },
    ];
  });
};
