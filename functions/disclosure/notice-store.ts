import { type NoticeBody, noticeBody } from '@geoarchive/contract/disclosure.ts';
import type { PublicNotice } from '@geoarchive/contract/disclosure-parts.ts';
import { outsideStates } from '@geoarchive/contract/disclosure-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import {
  type NoticeKind,
  type PublicNoticeState,
  publicNoticeLifecycle,
} from '@geoarchive/domain/disclosure/notice.ts';
import { partyInPublic } from '@geoarchive/domain/disclosure/personal-data.ts';
import { aggregates, type EventToRaise, type Item } from '@geoarchive/platform/store/aggregates.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

export type NoticeItem = Item<NoticeBody, PublicNoticeState>;
const claim = z.object({ noticeId: z.string() });

/** What a notice is about, of which there is one standing at a time. */
export type Cause = Pick<NoticeBody, 'kind' | 'node' | 'organisation' | 'chase'>;

const outsideState = z.enum(outsideStates);

/** A notice as it is known outside: all it says, whatever of that the portal then shows. */
export const outside = (
  id: string,
  state: PublicNoticeState,
  version: number,
  of: NoticeBody,
): PublicNotice => {
  const { number, publishedOn, objectUntil } = of;
  if (number === undefined || publishedOn === undefined || objectUntil === undefined)
    throw new Error(`Notice ${id} was never published`);
  const { kind, node, lifted, corrects, correctedBy, endedOn, shownUntil, suspended } = of;
  return {
    ...{ id, number, kind, state: outsideState.parse(state), version, node, publishedOn, objectUntil },
    ...(shownUntil === undefined ? {} : { until: shownUntil }),
    ...(suspended === undefined ? {} : { suspendedOn: suspended.on }),
    // Who of the staff lifted it is the archive's own.
    ...(lifted && {
      lifted: { on: lifted.on, reason: lifted.reason, ...(lifted.text && { text: lifted.text }) },
    }),
    ...(endedOn === undefined ? {} : { endedOn }),
    ...(corrects && { corrects }),
    ...(correctedBy && { correctedBy }),
    says: {
      party: partyInPublic({ code: of.organisation, name: of.organisationName }),
      text: of.text,
      ...(of.paper === undefined ? {} : { paper: of.paper }),
      ...(of.amount === undefined ? {} : { amount: of.amount }),
      items: of.items.map(({ taskId: _, ...item }) => item),
    },
  };
};

/** What the other planes learn of a notice that moved. */
export const noticeMoved = (
  id: string,
  state: PublicNoticeState,
  version: number,
  of: NoticeBody,
): EventToRaise => ({
  type: 'PublicNoticeMoved',
  data: { notice: outside(id, state, version, of), organisation: of.organisation },
});

/** Public notices of the archive plane: listed by archive, by organisation, by archive and state; newest last. */
export const noticeStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'public-notice',
    table,
    clock,
    schema: noticeBody,
    lifecycle: publicNoticeLifecycle,
    lists: ({ id, state, body }) => {
      const by = `${body.proposedAt}#${id}`;
      return {
        gsi1: { in: `public-notices#${body.node}`, by },
        gsi2: { in: `public-notices-of#${body.organisation}`, by },
        gsi3: { in: `public-notices#${body.node}#${state}`, by },
      };
    },
  });
  const key = (cause: Cause) => ({ pk: claimOf(cause), sk: 'claim' });
  return {
    ...store,
    /** The notice about this cause that stands, read consistently. */
    async standing(cause: Cause): Promise<string | undefined> {
      const row = await table.get(key(cause));
      return row === undefined ? undefined : claim.parse(row).noticeId;
    },
    async standingOf(causes: Cause[]): Promise<(string | undefined)[]> {
      const rows = await table.getMany(causes.map(key));
      const found = new Map(rows.map((row) => [row['pk'], claim.parse(row).noticeId]));
      return causes.map((cause) => found.get(key(cause).pk));
    },
    /** The write by which a notice is the only one about its cause; `from` the one that it replaces. */
    claiming: (noticeId: string, cause: Cause, from?: string): Write => ({
      Put: {
        TableName: table.name,
        Item: { ...key(cause), noticeId },
        ...(from === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'noticeId = :from', ExpressionAttributeValues: { ':from': from } }),
      },
    }),
    /** The write that makes room for another, once this one has ended. */
    freeing: (noticeId: string, cause: Cause): Write => ({
      Delete: {
        TableName: table.name,
        Key: key(cause),
        ConditionExpression: 'noticeId = :id',
        ExpressionAttributeValues: { ':id': noticeId },
      },
    }),
    /** The claim of the one correction that waits to be seconded. */
    correcting: (noticeId: string, corrected: string): Write => ({
      Put: {
        TableName: table.name,
        Item: { pk: `public-notice-correction#${corrected}`, sk: 'claim', noticeId },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    /** The write that makes room for another correction. */
    corrected: (noticeId: string, corrected: string): Write => ({
      Delete: {
        TableName: table.name,
        Key: { pk: `public-notice-correction#${corrected}`, sk: 'claim' },
        ConditionExpression: 'noticeId = :id',
        ExpressionAttributeValues: { ':id': noticeId },
      },
    }),
    /** The correction that waits to be seconded, read consistently. */
    async correctionOf(noticeId: string): Promise<string | undefined> {
      const row = await table.get({ pk: `public-notice-correction#${noticeId}`, sk: 'claim' });
      return row === undefined ? undefined : claim.parse(row).noticeId;
    },
  };
};
export type NoticeStore = ReturnType<typeof noticeStore>;

/** A party is overdue, or on the abnormal list, of one archive once; circulated and punished once a chase. */
const claimOf = ({ kind, node, organisation, chase }: Cause): string =>
  `public-notice-of#${kind satisfies NoticeKind}#${chase ?? `${node}#${organisation}`}`;
