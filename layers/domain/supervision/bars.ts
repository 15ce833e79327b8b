import { addDays, addYears, type Day } from '../dates.ts';
import { lifecycle } from '../lifecycle.ts';
import { isOwed, type TaskState } from '../task.ts';
import type { Bilingual } from '../text.ts';

/** The two bars (禁止准入) of the Regulation, each with its article. */
export const barKindNames = {
  'until-complete': { zh: '逾期未汇交通报', en: 'Circulated as overdue' },
  'two-years': { zh: '弄虚作假逾期不改正', en: 'Fraud not corrected in time' },
} as const satisfies Record<string, Bilingual>;
export type BarKind = keyof typeof barKindNames;
const isBarKind = (name: string): name is BarKind => Object.hasOwn(barKindNames, name);
export const barKinds: readonly BarKind[] = Object.keys(barKindNames).filter(isBarKind);

/** The article of the Regulation that each rests on. */
export const barArticles = {
  'until-complete': { zh: '《地质资料管理条例》第二十条', en: 'Regulation art. 20' },
  'two-years': { zh: '《地质资料管理条例》第二十一条', en: 'Regulation art. 21' },
} as const satisfies Record<BarKind, Bilingual>;

/** Art. 21: 自处罚决定生效之日起 2 年内. */
const yearsBarred = 2;

/**
 * The last day of a bar that has one. A term in years ends with the corresponding day, its first day not counted (Civil Code
 * arts. 201, 202): from 29 February on it is 28 February where that year has no other.
 */
export const lastDayOf = (kind: BarKind, from: Day): Day | undefined =>
  kind === 'two-years' ? addYears(from, yearsBarred) : undefined;

const deciders = ['MINISTRY_ADMIN', 'PROVINCE_ADMIN'] as const;

/** A bar ends by rule or is lifted by decision, and never comes back: another circular or penalty begins another. */
export const barLifecycle = lifecycle({
  name: 'bar',
  initial: 'in-force',
  states: {
    'in-force': { zh: '限制中', en: 'In force' },
    ended: { zh: '已终止', en: 'Ended' },
    lifted: { zh: '已决定解除', en: 'Lifted by decision' },
  },
  moves: {
    end: {
      from: ['in-force'],
      to: 'ended',
      by: ['SYSTEM'],
      event: 'BarEnded',
      label: { zh: '终止', en: 'End' },
    },
    lift: {
      from: ['in-force'],
      to: 'lifted',
      by: deciders,
      event: 'BarEnded',
      label: { zh: '决定解除', en: 'Lift' },
    },
  },
});
export type BarState = keyof typeof barLifecycle.states;

/** Why a bar ended by rule. */
export const barEndNames = {
  submitted: { zh: '逾期资料已全部汇交', en: 'Everything overdue was submitted' },
  'not-owed': {
    zh: '有关任务均已撤销或确认未形成资料，不再应汇交',
    en: 'Its tasks were withdrawn, or no data were formed: nothing is owed any more',
  },
  'term-over': { zh: '期限届满', en: 'Its term is over' },
} as const satisfies Record<string, Bilingual>;
export type BarEnd = keyof typeof barEndNames;
const isBarEnd = (name: string): name is BarEnd => Object.hasOwn(barEndNames, name);
export const barEnds: readonly BarEnd[] = Object.keys(barEndNames).filter(isBarEnd);

/** How a bar stands on a day by the rule, whatever was written down about it. */
export type BarStanding =
  | { is: 'to-come'; from: Day }
  /** `open` are the ids of tasks that keep it in force. */
  | { is: 'in-force'; until?: Day; open: string[] }
  /** The first day on which it bars nothing any more. */
  | { is: 'ended'; on: Day; reason: BarEnd };

/** Submitting is done when the archive accepted (art. 13); what was handed in may still come back. */
const submitted: readonly TaskState[] = ['accepted', 'certified'];

/**
 * How a bar stands today. Art. 20: in force from the circular until each task that was overdue then is accepted, or withdrawn because
 * it is not owed; another due date that is set later frees nobody. A task that is not found counts as open. Art. 21: until its last day.
 */
export const barStanding = (
  bar: { kind: BarKind; from: Day; until?: Day | undefined; tasks: readonly string[] },
  tasks: readonly { id: string; state: TaskState }[],
  today: Day,
): BarStanding => {
  const states = new Map(tasks.map(({ id, state }) => [id, state]));
  const isOpen = (state: TaskState | undefined) => state === undefined || isOwed(state);
  const open = bar.kind === 'until-complete' ? bar.tasks.filter((id) => isOpen(states.get(id))) : [];
  if (bar.kind === 'until-complete' && open.length === 0) {
    const some = bar.tasks.some((id) => submitted.includes(states.get(id) ?? 'open'));
    return { is: 'ended', on: today, reason: some ? 'submitted' : 'not-owed' };
  }
  const until = bar.kind === 'two-years' ? (bar.until ?? lastDayOf(bar.kind, bar.from)) : undefined;
  if (until !== undefined && today > until)
    return { is: 'ended', on: addDays(until, 1), reason: 'term-over' };
  if (today < bar.from) return { is: 'to-come', from: bar.from };
  return { is: 'in-force', open, ...(until === undefined ? {} : { until }) };
};
