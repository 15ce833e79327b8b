import type { Day } from '../dates.ts';
import { timelinessOf } from '../supervision/timeliness.ts';
import type { Facts } from './facts.ts';

type Task = Pick<Facts['task'], 'due' | 'handIns'>;

/**
 * Whether a task counts as handed in at the end of a day: a hand-in until then stands, or was returned and its day of correction is still to
 * come. One whose correction did not come in time is open again, whatever came later.
 */
export const isHandedIn = ({ handIns }: Pick<Task, 'handIns'>, day: Day): boolean =>
  handIns.some(({ on, correctBy }) => on <= day && (correctBy === undefined || correctBy >= day));

/** Whether what was handed in by the end of a day came in time (`timelinessOf`, by what had happened until then). */
export const isOnTime = ({ due, handIns }: Task, day: Day): boolean =>
  timelinessOf({ due, state: 'accepted', handIns: handIns.filter(({ on }) => on <= day) }, day).onTime;
