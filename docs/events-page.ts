import { events, eventTypes } from '@geoarchive/contract/events.ts';
import { planes } from '@geoarchive/domain/planes.ts';
import { z } from 'zod';
import { generated, table } from './table.ts';

/** The fields an event carries, optional ones with a question mark. */
const fields = (schema: z.ZodType): string => {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any' });
  const required = new Set(json.required ?? []);
  return Object.keys(json.properties ?? {})
    .map((name) => `\`${name}${required.has(name) ? '' : '?'}\``)
    .join(', ');
};

/** `events/README.md`: who sends what, who listens, with a sample of each. */
export const eventsPage = (): string =>
  [
    generated,
    '# 事件 Events',
    'Each event is declared once in `layers/contract/events.ts`. It is written into the outbox of its plane in the transaction of the change it tells of; the plane’s relay publishes it to the topic of the plane with the attribute `type`, by which the queues of the listeners are filtered. It may arrive twice and out of order: listeners are idempotent. On its way it looks like the samples here: `id` (ULID), `type`, `at`, `data`.',
    ...planes.flatMap((plane) => [
      `## ${plane}`,
      table(
        ['Event', '说明', 'What it tells', 'Listeners', 'Data'],
        eventTypes
          .filter((type) => events[type].plane === plane)
          .map((type) => {
            const { about, listeners, data } = events[type];
            return [
              `[${type}](${type}.json)`,
              about.zh,
              about.en,
              listeners.map((name) => `\`${name}\``).join(', ') || '(history only)',
              fields(data),
            ];
          }),
      ),
    ]),
    '',
  ].join('\n\n');
