import { dayOf } from '@geoarchive/domain/dates.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { DocumentItem } from '../documents/document-store.ts';
import { recipientTold } from '../supervision/bar-recipient-store.ts';
import { organisationTold } from '../supervision/organisation-register.ts';
import type { ArchiveDeps } from './deps.ts';
import type { ReviewItem } from './review-store.ts';

export type ReplayDeps = Pick<
  ArchiveDeps,
  'clock' | 'settings' | 'table' | 'reviews' | 'tasks' | 'documents' | 'organisations' | 'barRecipients'
>;
type Page<T> = { items: T[]; cursor?: string };

async function* every<T>(list: (cursor: string | undefined) => Promise<Page<T>>): AsyncGenerator<T[]> {
  let cursor: string | undefined;
  do {
    const page = await list(cursor);
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** What intake was told of a review by the time it came to its present state, in that order. */
const toldOf = ({ state, body }: ReviewItem): EventToRaise[] => {
  const { depositId, round, returned, archiveNumber, certificateNumber, certificate } = body;
  if (state === 'returned' && returned !== undefined) {
    const { reason, correctBy, items } = returned;
    return [{ type: 'DepositReturned', data: { depositId, round, reason, correctBy, items } }];
  }
  const events: EventToRaise[] = [];
  if (archiveNumber !== undefined)
    events.push({ type: 'DepositAccepted', data: { depositId, round, archiveNumber } });
  if (certificateNumber !== undefined)
    events.push({
      type: 'CertificateIssued',
      data: { depositId, round, certificateNumber, replaced: certificate?.replaced },
    });
  return events;
};

/** What intake was told of a paper. */
const paperTold = ({ id, body: { voided, ...body } }: DocumentItem): EventToRaise[] => [
  { type: 'DocumentIssued', data: { ...body, number: id } },
  ...(voided === undefined ? [] : [{ type: 'DocumentVoided' as const, data: { number: id, ...voided } }]),
];

/**
 * Raises again, for every organisation, task, review and paper, the events from which intake projects its view: for a table brought back from
 * an older copy, or emptied of what is projected. The listeners know old news, so it may run at any time and twice.
 */
export const replayToIntake = async (deps: ReplayDeps): Promise<number> => {
  let raised = 0;
  const raise = async (events: EventToRaise[]): Promise<void> => {
    // One write each, not one transaction: half a replay does no harm, and the next one raises them all again.
    const { name } = deps.table;
    for (const { type, data } of events)
      await deps.table.transact([outboxWrite(name, deps.clock, type, data)]);
    raised += events.length;
  };
  const today = dayOf(deps.clock());
  for await (const some of every((cursor) => deps.organisations.list('gsi1', 'organisations', { cursor })))
    await raise(some.map(({ body, version }) => organisationTold(body, version, today)));
  for await (const some of every((cursor) => deps.barRecipients.list('gsi1', 'bar-recipients', { cursor })))
    await raise(some.map(({ id, state, version }) => recipientTold(id, state === 'told', version)));
  for (const { code } of deps.settings.nodes) {
    for await (const tasks of every((cursor) => deps.tasks.list('gsi1', `tasks#${code}`, { cursor })))
      await raise(
        tasks.map(({ id, state, version, body }) => ({
          type: 'TaskRecorded',
          data: { task: deps.tasks.shown(id, state, body), version },
        })),
      );
    for await (const reviews of every((cursor) => deps.reviews.list('gsi1', `reviews#${code}`, { cursor })))
      await raise(reviews.flatMap(toldOf));
    for await (const papers of every((cursor) =>
      deps.documents.list('gsi1', `documents#${code}`, { cursor }),
    ))
      await raise(papers.flatMap(paperTold));
  }
  return raised;
};
