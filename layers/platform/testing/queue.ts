import type { Queue } from '../queue.ts';
import type { Message } from '../worker-handler.ts';

type Sent = { body: unknown; group: string };

/** A queue that keeps what was sent, to be handed to a worker by the test. */
export const memoryQueue = (): Queue & { sent: Sent[] } => {
  const sent: Sent[] = [];
  return {
    sent,
    async send(messages) {
      // As on the wire: what JSON cannot hold does not arrive.
      sent.push(...messages.map(({ body, group }) => ({ body: JSON.parse(JSON.stringify(body)), group })));
    },
  };
};

/** A message as a worker gets it. */
export const messageOf = (body: unknown, receives = 1, id = 'm1'): Message => ({ id, body, receives });
