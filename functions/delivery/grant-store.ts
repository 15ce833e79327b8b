import type { OwnGrant } from '@geoarchive/contract/delivery.ts';
import { type GrantFacts, grantFacts } from '@geoarchive/contract/service-parts.ts';
import { type Clock, dayOf } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { fromCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import { ConditionFailed, type Table, type Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const stored = z.object({ grant: grantFacts, used: z.number().int() });
export type HeldGrant = z.infer<typeof stored>;
const key = (id: string) => ({ pk: `grant#${id}`, sk: 'item' });

/** A grant as its person sees it. One whose last day is over is so at once, also before the archive's clock says it. */
export const ownView = ({ grant, used }: HeldGrant, clock: Clock): OwnGrant => {
  const { person: _, ...open } = grant;
  const over = grant.state === 'active' && grant.until < dayOf(clock());
  return { ...open, used, ...(over ? { state: 'expired' as const } : {}) };
};

/** Grants as the portal plane has them: of each the newest version, and how often it was used. */
export const heldGrants = (table: Table, clock: Clock) => ({
  /** Takes in how a grant stands; what is older changes nothing, and the count of uses stays. */
  async put(grant: GrantFacts): Promise<void> {
    const { id, person, version, state, until, allowed, mode } = grant;
    try {
      await table.transact([
        {
          Update: {
            TableName: table.name,
            Key: key(id),
            UpdateExpression:
              'SET #grant = :grant, person = :person, #version = :version, #state = :state, #until = :until, allowed = :allowed, #mode = :mode, #used = if_not_exists(#used, :none), gsi1pk = :list, gsi1sk = :place',
            ConditionExpression: 'attribute_not_exists(pk) OR #version < :version',
            ExpressionAttributeNames: {
              '#grant': 'grant',
              '#version': 'version',
              '#state': 'state',
              '#until': 'until',
              '#mode': 'mode',
              '#used': 'used',
            },
            ExpressionAttributeValues: {
              ':grant': grant,
              ':person': person,
              ':version': version,
              ':state': state,
              ':until': until,
              ':allowed': allowed,
              ':mode': mode,
              ':none': 0,
              ':list': `grants-of#${person}`,
              ':place': id,
            },
          },
        },
        auditWrite(table.name, clock, {
          about: id,
          action: 'delivery.take-in',
          by: { worker: 'ingest' },
          detail: { state, version, until, allowed },
          node: grant.node,
        }),
      ]);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  },
  async get(id: string): Promise<HeldGrant | undefined> {
    const row = await table.get(key(id));
    return row === undefined ? undefined : stored.parse(row);
  },
  async list(
    person: string,
    page: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<{ items: HeldGrant[]; cursor?: string }> {
    const { rows, next } = await table.query({
      index: 'gsi1',
      partition: `grants-of#${person}`,
      start: fromCursor(page.cursor),
      limit: page.limit,
      newestFirst: true,
    });
    const cursor = toCursor(next);
    return { items: rows.map((row) => stored.parse(row)), ...(cursor === undefined ? {} : { cursor }) };
  },
  /** The write that counts a use, under every condition of `refusalOf`: of two that come at once for the last, one is refused. */
  using: (id: string, person: string): Write => ({
    Update: {
      TableName: table.name,
      Key: key(id),
      UpdateExpression: 'SET #used = #used + :one',
      ConditionExpression:
        'person = :person AND #state = :active AND #until >= :today AND #used < allowed AND #mode <> :site',
      ExpressionAttributeNames: { '#used': 'used', '#state': 'state', '#until': 'until', '#mode': 'mode' },
      ExpressionAttributeValues: {
        ':one': 1,
        ':person': person,
        ':active': 'active',
        ':today': dayOf(clock()),
        ':site': 'on-site',
      },
    },
  }),
});
export type HeldGrants = ReturnType<typeof heldGrants>;

/** Where a file of a grant lies in the delivery bucket; names that people gave are never part of a key. */
export const deliveryPrefix = (grantId: string): string => `delivery/${grantId}/`;
export const deliveryKey = (grantId: string, no: number): string =>
  `${deliveryPrefix(grantId)}${String(no).padStart(6, '0')}`;
