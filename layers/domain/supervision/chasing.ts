import { addDays, type Day, daysBetween } from '../dates.ts';
import type { ChaseState, ChaseStep } from './chase.ts';

/** Spans of days, today included, in which the papers of chases are counted. */
export const chasingSpans = [30, 90] as const;

/** What is counted of a chase. */
export type ChaseFacts = {
  state: ChaseState;
  steps: readonly { step: ChaseStep; on: Day }[];
  /** When the longest overdue of its tasks was due; unknown where that is not there any more. */
  oldestDue?: Day | undefined;
};

/** The chasing work (催交) of an archive's province. */
export type Chasing = {
  states: Partial<Record<ChaseState, number>>;
  /** Papers issued in the last so many days, step by step, those declared void later included. */
  papers: { days: number; counts: Record<ChaseStep, number> }[];
  /** Of the demands of the last 90 days: days from when the longest overdue task was due to the demand. Left out without any. */
  medianDays?: number;
};

const medianOf = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
};

/** Counts chases as they stand on a day. */
export const chasingOf = (chases: readonly ChaseFacts[], today: Day): Chasing => {
  const states: Chasing['states'] = {};
  for (const { state } of chases) states[state] = (states[state] ?? 0) + 1;
  const issued = chases.flatMap(({ steps }) => steps);
  const papers = chasingSpans.map((days) => {
    const from = addDays(today, 1 - days);
    const count = (name: ChaseStep) =>
      issued.filter(({ step, on }) => step === name && on >= from && on <= today).length;
    return {
      days,
      counts: {
        demand: count('demand'),
        order: count('order'),
        propose: count('propose'),
        fine: count('fine'),
        circulate: count('circulate'),
      },
    };
  });
  const from = addDays(today, 1 - Math.max(...chasingSpans));
  const waits = chases.flatMap(({ steps, oldestDue }) => {
    const demand = steps.find(({ step, on }) => step === 'demand' && on >= from);
    return demand === undefined || oldestDue === undefined ? [] : [daysBetween(oldestDue, demand.on)];
  });
  const median = medianOf(waits);
  return { states, papers, ...(median === undefined ? {} : { medianDays: median }) };
};
