import { createHmac, randomBytes } from 'node:crypto';
import { visitorLettersADay } from '@geoarchive/domain/cases/visitors.ts';
import { type Clock, type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Source } from '@geoarchive/platform/source.ts';
import { ConditionFailed, type Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const salted = z.object({ salt: z.string() });

/** Long enough for the day they are of, whatever the time zone; then the table forgets them. */
const keptSeconds = 2 * 24 * 60 * 60;

/**
 * Counts letters of visitors by where they come from, a day at a time. An address is kept as its HMAC under a random salt of the day;
 * when the table has forgotten the salt nothing leads back to the address.
 */
export const sourceLimit = (table: Table, clock: Clock) => {
  const expiresAt = () => Math.floor(clock().getTime() / 1000) + keptSeconds;
  const saltOf = async (day: Day): Promise<string> => {
    const key = { pk: `report-sources#${day}`, sk: 'salt' };
    const known = await table.get(key);
    if (known !== undefined) return salted.parse(known).salt;
    try {
      const made = await table.update(key, {
        UpdateExpression: 'SET salt = :salt, expiresAt = :end',
        ConditionExpression: 'attribute_not_exists(pk)',
        ExpressionAttributeValues: { ':salt': randomBytes(32).toString('base64url'), ':end': expiresAt() },
      });
      return salted.parse(made).salt;
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      return salted.parse(await table.get(key)).salt;
    }
  };
  const count = async (day: Day, salt: string, who: keyof Source, address: string): Promise<void> => {
    const hash = createHmac('sha256', salt).update(address).digest('base64url');
    await table.update(
      { pk: `report-sources#${day}`, sk: `${who}#${hash}` },
      {
        UpdateExpression: 'ADD #n :one SET expiresAt = :end',
        ConditionExpression: 'attribute_not_exists(#n) OR #n < :most',
        ExpressionAttributeNames: { '#n': 'letters' },
        ExpressionAttributeValues: { ':one': 1, ':most': visitorLettersADay[who], ':end': expiresAt() },
      },
    );
  };
  return {
    /** Counts one letter. @throws Problem `too-often` where as many came from there today as may. */
    async take({ visitor, peer }: Source): Promise<void> {
      const day = dayOf(clock());
      const salt = await saltOf(day);
      try {
        await count(day, salt, 'visitor', visitor);
        await count(day, salt, 'peer', peer);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        throw new Problem('too-often', {
          zh: `同一网络每天最多提交 ${visitorLettersADay.visitor} 次。`,
          en: `From one network ${visitorLettersADay.visitor} letters a day are taken.`,
        });
      }
    },
  };
};
export type SourceLimit = ReturnType<typeof sourceLimit>;
