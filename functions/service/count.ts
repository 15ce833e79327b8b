import type { EventData } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { UsageStore } from './usage-store.ts';

/** Counts a download of what everybody may have, or that a record was looked at; programs apart. */
export const countOpening = async (
  deps: { usage: UsageStore },
  { robot, view, ...of }: EventData<'RecordOpened'>,
  event: { id: string; at: string },
): Promise<void> => {
  const at = new Date(event.at);
  if (view === true) {
    await deps.usage.countView(event.id, at, of.recordId, robot ? 'robots' : 'views');
    return;
  }
  const way = robot ? 'open-robot' : 'open-download';
  await deps.usage.count(
    event.id,
    at,
    { ...of, day: dayOf(at), way, purpose: 'open', askerKind: 'open' },
    robot ? 'robots' : 'downloads',
  );
};

/** Counts a use of a grant that the portal plane told of, once however often it is told. */
export const countGrantUse = async (
  deps: { usage: UsageStore },
  { grantId, recordId, node, purpose, askerKind, mode, bytes }: EventData<'GrantUsed'>,
  event: { id: string; at: string },
): Promise<void> => {
  const at = new Date(event.at);
  await deps.usage.count(
    event.id,
    at,
    { node, day: dayOf(at), recordId, way: mode, purpose, askerKind, bytes },
    'granted',
    [deps.usage.using(grantId)],
  );
};
