import { dayOf } from '@geoarchive/domain/dates.ts';
import { reminderDue } from '@geoarchive/domain/supervision/reminders.ts';
import { transferHorizon, transferReminders } from '@geoarchive/domain/transfer/transfer.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import * as z from 'zod';
import type { ArchiveDeps } from '../archive/deps.ts';
import type { StepDone, Work } from '../jobs/step.ts';
import { type MakingDeps, missingTransfers } from './making.ts';
import { listOpen } from './open-list.ts';
import { transferTallies } from './tally.ts';
import { transferTerms } from './terms.ts';

type Deps = MakingDeps & Pick<ArchiveDeps, 'dossiers'>;

/** Things looked at in a step, and written of in one: three writes each at most, and the tally. */
const perPage = 100;
const atOnce = 25;

const place = z.object({
  node: z.number(),
  /** First what is missing is made, then what is due is marked, then the archive is told of what was marked. */
  at: z.enum(['make', 'remind', 'tell']),
  cursor: z.string().optional(),
});
type Place = z.infer<typeof place>;
const beginning = (node: number): Place => ({ node, at: 'make' });

/** Archives that may owe transfers: a province's to the national one, any to a further province. */
const senders = ({ settings }: Pick<Deps, 'settings'>): string[] => settings.nodes.map(({ code }) => code);

/** How many dossiers there are to look at; what is due beside them shows when it is looked at. */
export const countTransfers = async (deps: Pick<Deps, 'table' | 'settings'>): Promise<number> => {
  const counts = await Promise.all(senders(deps).map((code) => deps.table.count('gsi1', `dossiers#${code}`)));
  return counts.reduce((sum, one) => sum + one, 0);
};

/** Makes the transfers that dossiers of the archive should have and have not: those that were accepted before there were any, too. */
const make = async (deps: Deps, node: string, here: Place): Promise<Omit<StepDone, 'finished'>> => {
  const page = await deps.dossiers.list('gsi1', `dossiers#${node}`, { cursor: here.cursor, limit: perPage });
  const missing = await missingTransfers(deps, page.items, 'work');
  const some = missing.slice(0, atOnce);
  const whole = some.length === missing.length;
  const { cursor: _, ...rest } = here;
  return {
    effect: some.flatMap(({ id, body, told }) => deps.transfers.creation(id, body, told)),
    cursor: !whole
      ? here
      : page.cursor === undefined
        ? { ...rest, at: 'remind' }
        : { ...rest, cursor: page.cursor },
    done: whole ? page.items.length : 0,
    counts: { created: some.length },
  };
};

/** Notes on each transfer that is owed which reminder it came to, and in the same transaction that the archive is to be told of it. */
const remind = async (deps: Deps, node: string, here: Place): Promise<Omit<StepDone, 'finished'>> => {
  const today = dayOf(deps.clock());
  const terms = transferTerms(deps);
  const page = await listOpen(deps, node, { cursor: here.cursor, limit: perPage });
  const near = page.items.filter(({ body }) => body.due < transferHorizon(today, terms));
  const tell = near.flatMap((item) => {
    const reminded = reminderDue(item.body, today, transferReminders(terms));
    return reminded === undefined ? [] : [{ item, reminded }];
  });
  const some = tell.slice(0, atOnce);
  const whole = some.length === tell.length;
  const overdue = some.filter(({ reminded }) => reminded.stage < 0).length;
  const due = some[0]?.item.body.due;
  // The list is by due day: past the horizon nothing is due.
  const through = page.cursor === undefined || near.length < page.items.length;
  const { cursor: _, ...rest } = here;
  return {
    effect: [
      ...some.flatMap(({ item, reminded }) =>
        deps.transfers.changing(
          item,
          { ...item.body, reminded },
          { action: 'transfer.remind', by: { worker: 'work' }, detail: { ...reminded } },
        ),
      ),
      ...(due === undefined
        ? []
        : [transferTallies(deps.table).adding(node, { soon: some.length - overdue, overdue, due })]),
    ],
    cursor: !whole ? here : through ? { ...rest, at: 'tell' } : { ...rest, cursor: page.cursor },
    done: 0,
    counts: { reminded: some.length },
  };
};

/** One notice of all that came to a day of notice, those too of a run before that ended without its notice. */
const tell = async (deps: Deps, node: string, here: Place): Promise<Omit<StepDone, 'finished'>> => {
  const tallies = transferTallies(deps.table);
  const told = await tallies.get(node);
  return {
    effect:
      told === undefined
        ? []
        : [
            tallies.taking(node, told),
            outboxWrite(deps.table.name, deps.clock, 'TransfersDue', { node, ...told }),
          ],
    cursor: beginning(here.node + 1),
    done: 0,
    counts: {},
  };
};
const doing = { make, remind, tell };

/**
 * Makes the transfers that are missing and reminds archives of those that are due soon or overdue, an archive after the other. What was told
 * stands on the transfer and goes out as one notice an archive and run, so nothing is told twice; what a run that ended early marked is in
 * the next one's notice. Days on which the clock did not run are caught up by the latest reminder alone.
 */
export const watchTransfers: Work<Deps> = async (deps, _, so) => {
  const here = place.nullable().parse(so.cursor) ?? beginning(0);
  const all = senders(deps);
  const node = all[here.node];
  if (node === undefined) return { effect: [], cursor: null, done: 0, counts: {}, finished: true };
  const step = await doing[here.at](deps, node, here);
  const next = place.parse(step.cursor);
  return { ...step, finished: next.node >= all.length };
};
