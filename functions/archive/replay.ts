import { mostTold } from '@geoarchive/contract/events.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { inBatches } from '@geoarchive/platform/batches.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { type CaseItem, type CaseMessages, caseMessages, caseStore } from '../cases/case-store.ts';
import { openMessages, toldOutside } from '../cases/telling.ts';
import { codeStore, editedTold } from '../codes/code-store.ts';
import { type NoticeItem, noticeMoved } from '../disclosure/notice-store.ts';
import type { DocumentItem } from '../documents/document-store.ts';
import { questionsTold } from '../service/consent-question.ts';
import { recipientTold } from '../supervision/bar-recipient-store.ts';
import { type BarItem, shownBar } from '../supervision/bar-store.ts';
import { organisationTold } from '../supervision/organisation-register.ts';
import type { ArchiveDeps } from './deps.ts';
import type { ReviewItem } from './review-store.ts';
import type { TaskStore } from './task-store.ts';

export type ReplayDeps = Pick<
  ArchiveDeps,
  | 'clock'
  | 'settings'
  | 'table'
  | 'reviews'
  | 'tasks'
  | 'documents'
  | 'organisations'
  | 'bars'
  | 'barRecipients'
  | 'publicNotices'
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

/** A bar as it stands. The feed's entry goes along with what is new only: registries and funders are told of nothing again. */
const barTold = ({ id, state, version, body }: BarItem): EventToRaise => ({
  type: state === 'in-force' ? 'BarBegan' : 'BarEnded',
  data: { bar: shownBar(id, state, body), version },
});

/** A public notice as it stands; one that was never published was told to nobody. */
const noticeTold = ({ id, state, version, body }: NoticeItem): EventToRaise[] =>
  body.number === undefined ? [] : [noticeMoved(id, state, version, body)];

/** Tasks of a list, many in an event. */
const tasksTold = (
  tasks: ReplayDeps['tasks'],
  some: readonly NonNullable<Awaited<ReturnType<TaskStore['get']>>>[],
): EventToRaise[] =>
  inBatches(
    some.map(({ id, state, version, body }) => ({ task: tasks.shown(id, state, body), version })),
    (one) => Buffer.byteLength(JSON.stringify(one)),
    mostTold,
  ).map((told) => ({ type: 'TasksRecorded', data: { tasks: told } }));

/** A case with all that was written, a few messages an event: each says how the case stands. */
const caseTold = async (messages: CaseMessages, item: CaseItem): Promise<EventToRaise[]> => {
  const all = openMessages(await messages.list(item.id));
  const some = inBatches(all, (one) => Buffer.byteLength(JSON.stringify(one)));
  return [
    ...(some.length === 0 ? [[]] : some).flatMap((part) => toldOutside(item, part)),
    ...questionsTold(item),
  ];
};

/** All that intake was told and shows, archive by archive where it belongs to one. */
async function* allTold(deps: ReplayDeps): AsyncGenerator<EventToRaise[]> {
  const { table, clock, tasks } = deps;
  const today = dayOf(clock());
  for (const [list, edited] of await codeStore(table, clock).all()) yield [editedTold(list, edited)];
  for await (const some of every((cursor) => deps.organisations.list('gsi1', 'organisations', { cursor })))
    yield some.map(({ body, version }) => organisationTold(body, version, today));
  for await (const some of every((cursor) => deps.barRecipients.list('gsi1', 'bar-recipients', { cursor })))
    yield some.map(({ id, state, version }) => recipientTold(id, state === 'told', version));
  for (const state of statesOf(barLifecycle))
    for await (const bars of every((cursor) => deps.bars.list('gsi3', `bars#${state}`, { cursor })))
      yield bars.map(barTold);
  const cases = caseStore(table, clock);
  const messages = caseMessages(table);
  for (const { code } of deps.settings.nodes) {
    for (const list of [`tasks#${code}`, `tasks-withdrawn#${code}`])
      for await (const some of every((cursor) => tasks.list('gsi1', list, { cursor })))
        yield tasksTold(tasks, some);
    for await (const reviews of every((cursor) => deps.reviews.list('gsi1', `reviews#${code}`, { cursor })))
      yield reviews.flatMap(toldOf);
    for await (const papers of every((cursor) =>
      deps.documents.list('gsi1', `documents#${code}`, { cursor }),
    ))
      yield papers.flatMap(paperTold);
    for await (const notices of every((cursor) =>
      deps.publicNotices.list('gsi1', `public-notices#${code}`, { cursor }),
    ))
      yield notices.flatMap(noticeTold);
    for (const list of [`cases#${code}`, `uses#${code}`])
      for await (const some of every((cursor) => cases.list('gsi1', list, { cursor })))
        for (const one of some) yield await caseTold(messages, one);
  }
}

/**
 * Raises again, of everything that intake was told and shows, the events from which it projects its view: for a table brought back from an
 * older copy, or emptied of what is projected. They are marked as told again: the view changes and nobody is told. The listeners know old
 * news, so it may run at any time and twice. Gives how many events it raised.
 */
export const replayToIntake = async (deps: ReplayDeps): Promise<number> => {
  const { table, clock } = deps;
  let raised = 0;
  for await (const told of allTold(deps)) {
    // One write each, not one transaction: half a replay does no harm, and the next one raises them all again.
    for (const { type, data } of told)
      await table.transact([outboxWrite(table.name, clock, type, data, { again: true })]);
    raised += told.length;
  }
  return raised;
};
