import type { OwnConsent } from '@geoarchive/contract/service.ts';
import type { ConsentEnded, ConsentQuestion } from '@geoarchive/contract/service-parts.ts';
import { consentQuestion } from '@geoarchive/contract/service-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const row = z.object({
  question: consentQuestion,
  state: z.enum(['asked', 'given', 'refused', 'closed']),
  answeredAt: z.string().optional(),
  answeredBy: z.string().optional(),
});

/** What submitters are asked to consent to, as the intake plane knows it: the question, and their own answer. */
export const ownConsents = (table: Table, clock: Clock) => {
  const key = (itemId: string) => ({ pk: `use-consent#${itemId}`, sk: 'item' });
  const view = (found: Record<string, unknown>): OwnConsent => {
    const { question, ...how } = row.parse(found);
    return { ...question, ...how };
  };
  const unlessOld = async (...writes: Write[]): Promise<void> => {
    try {
      await table.transact(writes);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  };
  return {
    /**
     * Takes a question in; asked again after a refusal it is open again, the same one twice changes nothing. What a replay brings back
     * may have ended.
     */
    ask: ({ ended, ...question }: ConsentQuestion & { ended?: ConsentEnded | undefined }): Promise<void> => {
      const { itemId, organisation, number, title, node } = question;
      const put: Write = {
        Put: {
          TableName: table.name,
          Item: {
            ...key(question.itemId),
            question,
            state: 'asked',
            ...ended,
            askedAt: question.askedAt,
            gsi1pk: `use-consents#${question.organisation}`,
            gsi1sk: `${question.askedAt}#${question.itemId}`,
          },
          // In an older copy of the table the same question may still be open that was answered since.
          ...(ended === undefined
            ? {
                ConditionExpression: 'attribute_not_exists(pk) OR askedAt < :at',
                ExpressionAttributeValues: { ':at': question.askedAt },
              }
            : {
                ConditionExpression:
                  'attribute_not_exists(pk) OR askedAt < :at OR (askedAt = :at AND #s = :asked)',
                ExpressionAttributeNames: { '#s': 'state' },
                ExpressionAttributeValues: { ':at': question.askedAt, ':asked': 'asked' },
              }),
        },
      };
      return unlessOld(
        put,
        outboxWrite(table.name, clock, 'ConsentQuestionSeen', { itemId, organisation, number, title, node }),
        auditWrite(table.name, clock, {
          about: itemId,
          action: 'service.consent-asked',
          by: { worker: 'project' },
          detail: { organisation, number },
          node,
        }),
      );
    },
    /** No answer is needed any more; what was answered stays so. */
    close: (itemId: string): Promise<void> =>
      unlessOld({
        Update: {
          TableName: table.name,
          Key: key(itemId),
          UpdateExpression: 'SET #s = :closed',
          ConditionExpression: '#s = :asked',
          ExpressionAttributeNames: { '#s': 'state' },
          ExpressionAttributeValues: { ':asked': 'asked', ':closed': 'closed' },
        },
      }),
    /** The write of an answer, for the transaction of its letter: it fails where another answered first. */
    answering: (itemId: string, answer: 'given' | 'refused', at: string, by: string): Write => ({
      Update: {
        TableName: table.name,
        Key: key(itemId),
        UpdateExpression: 'SET #s = :answer, answeredAt = :at, answeredBy = :by',
        ConditionExpression: '#s = :asked',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':asked': 'asked', ':answer': answer, ':at': at, ':by': by },
      },
    }),
    async get(itemId: string): Promise<OwnConsent | undefined> {
      const found = await table.get(key(itemId));
      return found === undefined ? undefined : view(found);
    },
    async list(
      organisation: string,
      page: { cursor?: string | undefined; limit?: number | undefined },
    ): Promise<{ items: OwnConsent[]; cursor?: string }> {
      const { rows, next } = await table.query({
        index: 'gsi1',
        partition: `use-consents#${organisation}`,
        start: fromCursor(page.cursor),
        limit: page.limit,
        newestFirst: true,
      });
      const cursor = toCursor(next);
      return { items: rows.map(view), ...(cursor === undefined ? {} : { cursor }) };
    },
  };
};
export type OwnConsents = ReturnType<typeof ownConsents>;
