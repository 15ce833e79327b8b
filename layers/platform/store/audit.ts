import { addDays, type Clock, type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { ulid } from 'ulid';
import * as z from 'zod';
import type { Caller } from '../identity.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Table, Write } from './table.ts';

/** Who did it: a caller, or a worker of the system by its name. */
export type By = Pick<Caller, 'sub' | 'name'> | { worker: string };

const nameOf = (by: By): { by: string; byName: string } =>
  'worker' in by ? { by: `system:${by.worker}`, byName: by.worker } : { by: by.sub, byName: by.name };

type Entry = {
  about: string;
  action: string;
  by: By;
  detail?: Record<string, unknown> | undefined;
  /** Whose thing it is about; left out where it belongs to the system and not to one archive. */
  node?: string | undefined;
};

/** Entries of one day (Asia/Shanghai), of one archive or of the system, stand together in the first list. */
export const auditDay = (node: string | undefined, day: Day): string => `audit#${node ?? ''}#${day}`;

/** The audit entry of a change, written in the change's own transaction; entries are never changed or deleted. */
export const auditWrite = (table: string, clock: Clock, entry: Entry): Write => {
  const at = clock();
  const when = `${at.toISOString()}#${ulid(at.getTime())}`;
  return {
    Put: {
      TableName: table,
      Item: {
        pk: `audit#${entry.about}`,
        sk: when,
        gsi1pk: auditDay(entry.node, dayOf(at)),
        gsi1sk: when,
        at: at.toISOString(),
        about: entry.about,
        action: entry.action,
        ...nameOf(entry.by),
        ...(entry.node === undefined ? {} : { node: entry.node }),
        detail: entry.detail ?? {},
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};

const stored = z.object({
  at: z.string(),
  about: z.string(),
  action: z.string(),
  by: z.string(),
  byName: z.string(),
  node: z.string().optional(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof stored>;

type Paged = { cursor: string | undefined; limit: number; newestFirst?: boolean };

/** The audit trail of one thing, oldest first unless said. */
export const listAuditOf = async (table: Table, about: string, { cursor, ...page }: Paged) => {
  const { rows, next } = await table.query({
    partition: `audit#${about}`,
    start: fromCursor(cursor),
    ...page,
  });
  const following = toCursor(next);
  return {
    items: rows.map((row) => stored.parse(row)),
    ...(following === undefined ? {} : { cursor: following }),
  };
};

/** So many entries and so many days are looked through for one page; a page may hold fewer than fit, or none. */
const most = { entries: 1000, days: 31 };

/**
 * The entries of days, newest first, that are wanted. The cursor goes on where looking stopped, so that a rare entry in a
 * long time costs many small calls and never one that is too long.
 */
export const listAuditDays = async (
  table: Table,
  of: { node: string | undefined; from: Day; to: Day; cursor: string | undefined; limit: number },
  wanted: (entry: AuditEntry) => boolean,
): Promise<{ items: AuditEntry[]; cursor?: string }> => {
  const { day: resumed, ...start } = fromCursor(of.cursor) ?? { day: of.to };
  let day = String(resumed);
  let after = Object.keys(start).length === 0 ? undefined : start;
  const items: AuditEntry[] = [];
  let looked = 0;
  for (let days = 0; day >= of.from && days < most.days; ) {
    const { rows, next } = await table.query({
      index: 'gsi1',
      partition: auditDay(of.node, day),
      start: after,
      limit: of.limit - items.length,
      newestFirst: true,
    });
    looked += rows.length;
    items.push(...rows.map((row) => stored.parse(row)).filter(wanted));
    after = next;
    if (next === undefined) {
      day = addDays(day, -1);
      days += 1;
    }
    if (items.length >= of.limit || looked >= most.entries) break;
  }
  const cursor = day >= of.from ? toCursor({ ...after, day }) : undefined;
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};
