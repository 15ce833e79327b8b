import { createHash, randomBytes } from 'node:crypto';
import { feedLanguages } from '@geoarchive/contract/calendar.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const stored = z.object({
  hash: z.string(),
  sub: z.string(),
  username: z.string(),
  organisation: z.string(),
  language: z.enum(feedLanguages),
  since: z.string(),
  /** The day on which the person was last here, signed in as one of the organisation. */
  seen: z.string(),
});
export type Subscription = z.infer<typeof stored>;

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const ofPerson = (sub: string) => ({ pk: `feed-of#${sub}`, sk: 'item' });
const ofHash = (hash: string) => ({ pk: `feed#${hash}`, sk: 'item' });

/** Secret addresses of calendars: one a person, kept by the SHA-256 of its key and found by it, and by the person. */
export const subscriptionStore = (table: Table, clock: Clock) => {
  const put = (of: Subscription): Write[] =>
    [ofPerson(of.sub), ofHash(of.hash)].map((key) => ({
      Put: { TableName: table.name, Item: { ...key, ...of } },
    }));
  const get = async (key: { pk: string; sk: string }): Promise<Subscription | undefined> => {
    const found = await table.get(key);
    return found && stored.parse(found);
  };
  const remove = ({ hash, sub }: Subscription): Write[] => [
    {
      // Somebody who makes a new address at the same moment is not left with a key that nobody finds again.
      Delete: {
        TableName: table.name,
        Key: ofPerson(sub),
        ConditionExpression: '#h = :hash',
        ExpressionAttributeNames: { '#h': 'hash' },
        ExpressionAttributeValues: { ':hash': hash },
      },
    },
    { Delete: { TableName: table.name, Key: ofHash(hash) } },
  ];
  const told = (action: string, by: Caller, detail: Record<string, unknown> = {}): Write =>
    auditWrite(table.name, clock, { about: by.username, action, by, detail });
  const transact = async (writes: Write[]): Promise<void> => {
    try {
      await table.transact(writes);
    } catch (error) {
      if (error instanceof ConditionFailed) throw new Problem('busy');
      throw error;
    }
  };

  return {
    of: (sub: string) => get(ofPerson(sub)),
    byKey: (key: string) => get(ofHash(hashOf(key))),
    /** Makes an address and gives its key, this once; an earlier one of the person stops to work. */
    async make(
      caller: Caller,
      { organisation, language }: Pick<Subscription, 'organisation' | 'language'>,
      action: string,
    ): Promise<Subscription & { key: string }> {
      const key = randomBytes(32).toString('base64url');
      const now = clock().toISOString();
      const { sub, username } = caller;
      const made = { hash: hashOf(key), sub, username, organisation, language, since: now, seen: now };
      const before = await get(ofPerson(sub));
      const [person, address] = put(made);
      if (person?.Put === undefined || address === undefined) throw new Error('A subscription is two rows');
      const condition =
        before === undefined
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#h = :hash',
              ExpressionAttributeNames: { '#h': 'hash' },
              ExpressionAttributeValues: { ':hash': before.hash },
            };
      await transact([
        { Put: { ...person.Put, ...condition } },
        address,
        ...(before === undefined ? [] : [{ Delete: { TableName: table.name, Key: ofHash(before.hash) } }]),
        told(action, caller, { language, renewed: before !== undefined }),
      ]);
      return { ...made, key };
    },
    revoke: (of: Subscription, caller: Caller, action: string) =>
      transact([...remove(of), told(action, caller)]),
    /** Notes that the person was here. */
    seen: (of: Subscription) => table.transact(put({ ...of, seen: clock().toISOString() })),
  };
};
export type SubscriptionStore = ReturnType<typeof subscriptionStore>;
