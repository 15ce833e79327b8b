import { lastDayOf } from '@geoarchive/domain/calendar/term.ts';
import {
  type CheckClock,
  type CheckStanding,
  checkStanding,
  checkTerm,
  clockAfter,
} from '@geoarchive/domain/check-clock.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { ArchiveDeps } from './deps.ts';
import type { ReviewItem } from './review-store.ts';
import { reviewBefore } from './rounds.ts';

const clockOf = ({ body }: ReviewItem): CheckClock =>
  body.clock ?? { from: dayOf(new Date(body.receivedAt)), pauses: [] };

/** How the check of a review stands today, by the holiday tables in force: what is edited there counts at once. */
export const standings = async ({
  holidays,
  settings,
  clock,
}: Pick<ArchiveDeps, 'holidays' | 'settings' | 'clock'>): Promise<
  (item: ReviewItem) => CheckStanding | undefined
> => {
  const calendar = await holidays.calendar();
  const [term, today] = [checkTerm(settings), dayOf(clock())];
  return (item) => {
    const returned = item.body.returned && dayOf(new Date(item.body.returned.at));
    return checkStanding(calendar, { clock: clockOf(item), state: item.state, returned }, term, today);
  };
};

/** The clock of a round that comes in now, and its last day: a further round has the days that the one before left. */
export const checkOf = async (
  deps: Pick<ArchiveDeps, 'holidays' | 'settings' | 'clock' | 'table' | 'reviews'>,
  round: { depositId: string; round: number },
): Promise<{ clock: CheckClock; checkBy: string }> => {
  const [calendar, term, today] = [
    await deps.holidays.calendar(),
    checkTerm(deps.settings),
    dayOf(deps.clock()),
  ];
  const before = await reviewBefore(deps, round);
  const returned = before?.body.returned;
  const clock: CheckClock =
    before === undefined || returned === undefined
      ? { from: today, pauses: [] }
      : clockAfter(clockOf(before), dayOf(new Date(returned.at)), today);
  const standing = checkStanding(calendar, { clock, state: 'received' }, term, today);
  return { clock, checkBy: standing?.due ?? lastDayOf(calendar, today, term) };
};
