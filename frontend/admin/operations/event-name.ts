import { events } from '@geoarchive/contract/events.ts';
import type { DeadMessage } from '@geoarchive/contract/operations.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';

const about = new Map<string, Bilingual>(Object.entries(events).map(([type, of]) => [type, of.about]));

/** What the event in a message means; undefined when there is none or it is unknown. */
export const eventName = ({ event }: Pick<DeadMessage, 'event'>): Bilingual | undefined =>
  event === undefined ? undefined : about.get(event);
