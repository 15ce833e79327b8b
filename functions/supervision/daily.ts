import { recompute } from '@geoarchive/contract/supervision.ts';
import { addDays, type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { countOf, sumOf } from '@geoarchive/domain/supervision/tally.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { countAgreements } from '../custody/clocks-work.ts';
import { countNotices } from '../disclosure/notices-work.ts';
import { countTransfers } from '../transfers/clocks-work.ts';
import { countBars } from './bars-work.ts';
import { countRunning } from './chase-work.ts';
import type { SupervisionDeps } from './context.ts';
import { idOf } from './ids.ts';
import { countDue } from './remind-work.ts';

/** How many tasks were counted so far. */
const countedTasks = async ({ tallies, settings }: SupervisionDeps): Promise<number> => {
  const sheets = await tallies.read(
    settings.nodes.map(({ code }) => code),
    [],
  );
  return countOf(sumOf([...sheets.values()].flatMap((years) => [...years.values()])));
};

/** The day's jobs in the order in which they are done: an owner's jobs follow their ids, in which each has one digit. */
const dailyKinds = [
  'recompute',
  'reminders',
  'bars',
  'chase-closing',
  'public-notices',
  'recount',
  'holders',
  'custody-clocks',
  'transfer-clocks',
] as const;
type DailyKind = (typeof dailyKinds)[number];

/** Id of the clock's job of a kind on a day: of both, so that there is one. */
const dailyId = (kind: DailyKind, day: Day): string =>
  `${day.replaceAll('-', '')}${dailyKinds.indexOf(kind)}${idOf(kind, day).slice(9)}`;

/** Days back in which a reckoning that came to its end is looked for. */
const daysBack = 7;

/** The tasks that the last reckoning of the clock could not bring in line, and the job that names them; nothing where there are none. */
export const lastHindered = async (
  deps: Pick<SupervisionDeps, 'clock' | 'jobs'>,
): Promise<{ asOf: string; count: number; job: string } | undefined> => {
  const today = dayOf(deps.clock());
  for (let back = 0; back < daysBack; back += 1) {
    const job = dailyId('recompute', addDays(today, -back));
    const item = await deps.jobs.get(job);
    if (item?.state !== 'done') continue;
    const { counts, movedAt } = await deps.jobs.wholeProgressOf(job);
    const count = counts['hindered'] ?? 0;
    return count === 0 ? undefined : { asOf: movedAt, count, job };
  }
  return undefined;
};

/** Whose jobs those of the clock are: the system's own, with a turn beside everybody else's. */
const system = 'system:clocks';

/**
 * Queues the day's work, again on the same day nothing: tasks are brought in line, then reminders are told, then bars are ended whose day
 * has come, chases are closed that are settled, public notices are lifted or taken down, then the prepared counts are compared with a recount, then
 * holders of rights that no import brought are recorded, then what is due in custody is told, then transfers that are missing are made and those due are told (an owner's jobs are done one after the other). All look at everything, so days on which they did not run are caught up by the next.
 */
export const queueDaily = async (deps: SupervisionDeps): Promise<void> => {
  const now = deps.clock();
  const today = dayOf(now);
  const totals = {
    recompute: await deps.registers.count(),
    'chase-closing': await countRunning(deps),
    reminders: await countDue(deps),
    bars: await countBars(deps),
    'public-notices': await countNotices(deps),
    recount: await countedTasks(deps),
    holders: await deps.registers.count(),
    'custody-clocks': await countAgreements(deps),
    'transfer-clocks': await countTransfers(deps),
  };
  for (const kind of dailyKinds) {
    const of = {
      kind,
      subject: today,
      // A job has something to do, if only to see that nothing is there.
      total: Math.max(1, totals[kind]),
      owner: system,
      ownerName: '系统 System',
      createdAt: now.toISOString(),
    };
    const by = { worker: 'clocks' };
    const id = dailyId(kind, today);
    try {
      await deps.table.transact(deps.jobs.queueing(id, of, by, recompute.audit));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
};
