import { mostTold } from '@geoarchive/contract/events.ts';
import { instant } from '@geoarchive/contract/shared.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { inBatches } from '@geoarchive/platform/batches.ts';
import type { EventToRaise } from '@geoarchive/platform/store/aggregates.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import * as z from 'zod';
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
/** One list of what is told again, page by page. */
type Part = (cursor: string | undefined) => Promise<{ told: EventToRaise[]; cursor?: string | undefined }>;
type Page<T> = { items: T[]; cursor?: string };

/** The list of a store, each page told as a whole. */
const partOf =
  <T>(
    list: (page: { cursor: string | undefined; limit: number; changedBefore: string }) => Promise<Page<T>>,
    changedBefore: string,
    told: (items: T[]) => EventToRaise[] | Promise<EventToRaise[]>,
  ): Part =>
  async (cursor) => {
    const page = await list({ cursor, limit: perPage, changedBefore });
    return { told: await told(page.items), cursor: page.cursor };
  };

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

/** All that intake was told and shows, archive by archive where it belongs to one; always in the same order. */
const partsOf = (deps: ReplayDeps, changedBefore: string): Part[] => {
  const { table, clock, tasks, organisations, barRecipients, bars, reviews, documents, publicNotices } = deps;
  const today = dayOf(clock());
  const cases = caseStore(table, clock);
  const messages = caseMessages(table);
  const by1 =
    <P, R>(store: { list(index: 'gsi1', partition: string, page: P): R }, name: string) =>
    (page: P): R =>
      store.list('gsi1', name, page);
  return [
    // Nobody is told of an edit, so none is too new.
    async () => ({
      told: [...(await codeStore(table, clock).all())].map(([list, of]) => editedTold(list, of)),
    }),
    partOf(by1(organisations, 'organisations'), changedBefore, (some) =>
      some.map(({ body, version }) => organisationTold(body, version, today)),
    ),
    partOf(by1(barRecipients, 'bar-recipients'), changedBefore, (some) =>
      some.map(({ id, state, version }) => recipientTold(id, state === 'told', version)),
    ),
    ...statesOf(barLifecycle).map((state) =>
      partOf(
        (page) => bars.list('gsi3', `bars#${state}`, page),
        changedBefore,
        (some) => some.map(barTold),
      ),
    ),
    ...deps.settings.nodes.flatMap(({ code }) => [
      ...[`tasks#${code}`, `tasks-withdrawn#${code}`].map((list) =>
        partOf(by1(tasks, list), changedBefore, (some) => tasksTold(tasks, some)),
      ),
      partOf(by1(reviews, `reviews#${code}`), changedBefore, (some) => some.flatMap(toldOf)),
      partOf(by1(documents, `documents#${code}`), changedBefore, (some) => some.flatMap(paperTold)),
      partOf(by1(publicNotices, `public-notices#${code}`), changedBefore, (some) => some.flatMap(noticeTold)),
      ...[`cases#${code}`, `uses#${code}`].map((list) =>
        partOf(by1(cases, list), changedBefore, async (some) =>
          (await Promise.all(some.map((one) => caseTold(messages, one)))).flat(),
        ),
      ),
    ]),
  ];
};

/** Where a replay goes on: in which list, and at which page of it. What it is to leave out stays as it was at its start. */
const place = z.object({ part: z.number().int().min(0), cursor: z.string().optional(), before: instant });
type Place = z.infer<typeof place>;
/** What a replay is asked: to go on where the last call stopped (`from`), or to begin, with what was changed before an instant. */
export const replayAsked = z.object({
  job: z.literal('replay'),
  before: instant.optional(),
  from: place.optional(),
});
export type Replayed = { raised: number; from?: Place };

/** Things of a page. */
const perPage = 100;
/** Events of a transaction at most, far below what the database allows in number; their bytes are counted, too. */
const atOnce = 80;
/** What changed lately is left out: its own event is on its way, and is news. */
const lately = 3600 * 1000;

/**
 * Raises again, of everything that intake was told and shows, the events from which it projects its view: for a table brought back from an
 * older copy, or emptied of what is projected. They are marked as told again: the view changes and nobody is told. What changed within the last
 * hour is left out (or from `before` on), so that no news is overtaken. The listeners know old news, so it may run at any time and twice.
 * Gives how many events it raised and, when `mayGoOn` stopped it, from where the next call goes on.
 */
export const replayToIntake = async (
  deps: ReplayDeps,
  asked: Omit<z.infer<typeof replayAsked>, 'job'> = {},
  mayGoOn: () => boolean = () => true,
): Promise<Replayed> => {
  const { table, clock } = deps;
  const before = asked.from?.before ?? asked.before ?? new Date(clock().getTime() - lately).toISOString();
  const parts = partsOf(deps, before);
  let { part, cursor }: Omit<Place, 'before'> = asked.from ?? { part: 0 };
  let raised = 0;
  for (let one = parts[part]; one !== undefined; one = parts[part]) {
    const page = await one(cursor);
    // Not one transaction for all: half a replay does no harm, and the next one raises them all again.
    for (const some of inBatches(page.told, ({ data }) => Buffer.byteLength(JSON.stringify(data)), atOnce))
      await table.transact(
        some.map(({ type, data }) => outboxWrite(table.name, clock, type, data, { again: true })),
      );
    raised += page.told.length;
    cursor = page.cursor;
    if (cursor === undefined) part += 1;
    if (part < parts.length && !mayGoOn())
      return { raised, from: { part, before, ...(cursor === undefined ? {} : { cursor }) } };
  }
  return { raised };
};
