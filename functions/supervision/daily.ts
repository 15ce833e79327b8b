import { recompute } from '@geoarchive/contract/supervision.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
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
  for (const [order, kind] of (
    [
      'recompute',
      'reminders',
      'bars',
      'chase-closing',
      'public-notices',
      'recount',
      'holders',
      'custody-clocks',
      'transfer-clocks',
    ] as const
  ).entries()) {
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
    // Of the day and kind, so once; an owner's jobs are done in the order of their ids.
    const id = `${today.replaceAll('-', '')}${order}${idOf(kind, today).slice(9)}`;
    try {
      await deps.table.transact(deps.jobs.queueing(id, of, by, recompute.audit));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
};
