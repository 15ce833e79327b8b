import type { Clock } from '@geoarchive/domain/dates.ts';
import { ulid } from 'ulid';
import * as z from 'zod';
import type { Caller } from '../identity.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Table, Write } from './table.ts';

/** Who did it: a caller, or a worker of the system by its name. */
export type By = Caller | { worker: string };

const nameOf = (by: By): { by: string; byName: string } =>
  'worker' in by ? { by: `system:${by.worker}`, byName: by.worker } : { by: by.sub, byName: by.name };

/** The audit entry of a change, written in the change's own transaction; entries are never changed or deleted. */
export const auditWrite = (
  table: string,
  clock: Clock,
  entry: { about: string; action: string; by: By; detail?: Record<string, unknown> },
): Write => {
  const at = clock();
  return {
    Put: {
      TableName: table,
      Item: {
        pk: `audit#${entry.about}`,
        sk: `${at.toISOString()}#${ulid(at.getTime())}`,
        at: at.toISOString(),
        action: entry.action,
        ...nameOf(entry.by),
        detail: entry.detail ?? {},
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
};

const stored = z.object({
  at: z.string(),
  action: z.string(),
  by: z.string(),
  byName: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

/** The audit trail of one thing, oldest first. */
export const listAuditOf = async (table: Table, about: string, cursor: string | undefined, limit: number) => {
  const { rows, next } = await table.query({ partition: `audit#${about}`, start: fromCursor(cursor), limit });
  const following = toCursor(next);
  return {
    items: rows.map((row) => stored.parse(row)),
    ...(following === undefined ? {} : { cursor: following }),
  };
};
