import * as z from 'zod';
import type { Work } from '../jobs/step.ts';
import { endingOf } from './bar-ending.ts';
import type { SupervisionDeps } from './context.ts';

/** Bars looked at in one step: four writes for each that ends. */
const perStep = 20;
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
  // The list lags: what it shows may have ended.
  const now = await Promise.all(page.items.map(({ id }) => deps.bars.get(id)));
  const found = await Promise.all(now.map((item) => item && endingOf(deps, item)));
  const endings = found.filter((ending) => ending !== undefined);
  return {
    effect: await deps.bars.ending(endings, 'work'),
    cursor: page.cursor === undefined ? {} : { cursor: page.cursor },
    done: page.items.length,
    counts: { ended: endings.length },
    finished: page.cursor === undefined,
  };
};
