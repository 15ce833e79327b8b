import { noticeId } from '@geoarchive/contract/notices.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { mailKey } from './delivery-store.ts';
import { type Mailbox, mailboxSchema, partitionOf } from './notice-store.ts';

/** How long a digest under way keeps others from sending it too: longer than an execution of the job may last. */
const claimMs = 16 * 60_000;
/** Notices of one mail: each takes two writes of the transaction that records it. */
const mostOfMail = 45;

const waiting = z.object({ sk: z.string(), mailbox: mailboxSchema, id: noticeId });
export type Waiting = { mailbox: Mailbox; id: string };
const people = 'digest-people';

/** Notices that wait for the morning's mail, person by person. */
export const digestStore = (table: Table, clock: Clock) => {
  const pkOf = (username: string) => `digest#${username}`;
  const entryKey = (username: string, { mailbox, id }: Waiting) => ({
    pk: pkOf(username),
    sk: `notice#${id}#${partitionOf(mailbox)}`,
  });
  const runKey = (username: string) => ({ pk: pkOf(username), sk: 'run' });
  return {
    /** The writes that put a notice aside, for the transaction that records it as such. */
    puttingAside: (username: string, of: Waiting): Write[] => [
      { Put: { TableName: table.name, Item: { ...entryKey(username, of), ...of } } },
      { Put: { TableName: table.name, Item: { pk: people, sk: username } } },
    ],
    /** Everybody for whom something was ever put aside. */
    async *people(): AsyncGenerator<string> {
      for await (const row of table.each(people)) yield z.string().parse(row['sk']);
    },
    /** The oldest that wait for somebody, as many as go into one mail. */
    async waitingFor(username: string): Promise<Waiting[]> {
      const { rows } = await table.query({ partition: pkOf(username), prefix: 'notice#', limit: mostOfMail });
      return rows.map((row) => waiting.parse(row));
    },
    /** Takes somebody's digest for this execution; false while another has it. */
    async claim(username: string): Promise<boolean> {
      const now = clock().getTime();
      try {
        await table.update(runKey(username), {
          UpdateExpression: 'SET #until = :until',
          ConditionExpression: 'attribute_not_exists(#until) OR #until < :now',
          ExpressionAttributeNames: { '#until': 'until' },
          ExpressionAttributeValues: { ':until': now + claimMs, ':now': now },
        });
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    },
    release: (username: string) =>
      table.update(runKey(username), {
        UpdateExpression: 'REMOVE #until',
        ExpressionAttributeNames: { '#until': 'until' },
      }),
    /**
     * Records what became of a mail, in one transaction: what it told waits no more, each notice knows its mail, and the trail of the
     * reader says so. What was `dropped` is not told: its reader may not see it any more, or does not want to.
     */
    async record(
      username: string,
      { told, dropped }: { told: readonly Waiting[]; dropped: readonly Waiting[] },
      outcome: { state: 'sent'; messageId: string } | { state: 'failed'; reason: string } | undefined,
    ): Promise<void> {
      const { state, ...detail } = outcome ?? { state: undefined };
      const last = [...told, ...dropped]
        .map(({ id }) => id)
        .sort()
        .at(-1);
      await table.transact([
        ...[...told, ...dropped].map((of) => ({
          Delete: {
            TableName: table.name,
            Key: entryKey(username, of),
            // Two executions never tell the same.
            ConditionExpression: 'attribute_exists(pk)',
          },
        })),
        ...(state === undefined ? [] : told).map(({ mailbox, id }) => ({
          Update: {
            TableName: table.name,
            Key: mailKey(mailbox, id, username),
            UpdateExpression: 'SET #s = :state, #at = :at, #detail = :detail',
            ExpressionAttributeNames: { '#s': 'state', '#at': 'at', '#detail': 'detail' },
            ExpressionAttributeValues: { ':state': state, ':at': clock().toISOString(), ':detail': detail },
          },
        })),
        {
          Update: {
            TableName: table.name,
            Key: runKey(username),
            UpdateExpression: 'SET upTo = :last, #at = :at',
            ExpressionAttributeNames: { '#at': 'at' },
            ExpressionAttributeValues: { ':last': last, ':at': clock().toISOString() },
          },
        },
        ...(state === undefined
          ? []
          : [
              auditWrite(table.name, clock, {
                about: `notice-reader#${username}`,
                action: `notice.digest-${state}`,
                by: { worker: 'digest' },
                detail: { ...detail, notices: told.map(({ id }) => id) },
              }),
            ]),
      ]);
    },
  };
};
export type DigestStore = ReturnType<typeof digestStore>;
