import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import { endingIfDue } from './bar-ending.ts';
import type { SupervisionDeps } from './context.ts';

/** Bars looked at in one step: three writes for each that ends. */
const perStep = 25;
const inForce = 'bars#in-force';

/** How many bars are in force. */
export const countBars = ({ table }: SupervisionDeps): Promise<number> => table.count('gsi3', inForce);

const place = z.object({ cursor: z.string().optional() });

/**
 * Ends every bar in force that should have ended: those of two years by the day, those of art. 20 for whose last task the news was
 * lost. It looks at all of them, so days on which it did not run are caught up by the next.
 */
export const endBars: Work<SupervisionDeps> = async (deps, _, so) => {
  const { cursor } = place.nullable().parse(so.cursor) ?? {};
  const page = await deps.bars.list('gsi3', inForce, { cursor, limit: perStep });
  const effects = await Promise.all(page.items.map((item) => endingIfDue(deps, item, 'work')));
  return {
    effect: effects.flat(),
    cursor: page.cursor === undefined ? {} : { cursor: page.cursor },
    done: page.items.length,
    counts: { ended: effects.filter((writes) => writes.length > 0).length },
    finished: page.cursor === undefined,
  };
};
