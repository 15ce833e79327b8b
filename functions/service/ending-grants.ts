import type { EventData } from '@geoarchive/contract/events.ts';
import type { ServiceDeps } from './deps.ts';
import { movedAndTold } from './telling.ts';

/**
 * A record that is taken off the portal, for whatever reason, is not used by grants any more: those that still run are withdrawn. Whoever
 * loses against another change of a grant is tried again by the queue; those that have ended stay as they are.
 */
export const endGrantsOf = async (
  deps: Pick<ServiceDeps, 'grants'>,
  { dossierId }: EventData<'WithdrawalOrdered'>,
): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await deps.grants.list('gsi3', 'grants-until', { limit: 100, cursor });
    for (const item of page.items.filter(({ body }) => body.recordId === dossierId))
      await deps.grants.move(
        item,
        'withdraw',
        { ...item.body, ended: '资料已撤出公开目录，许可随之收回。' },
        {
          action: 'service.withdraw-grant',
          by: { worker: 'deliver' },
          detail: { why: 'record-withdrawn' },
          events: movedAndTold(item, 'withdrawn'),
        },
      );
    cursor = page.cursor;
  } while (cursor !== undefined);
};
