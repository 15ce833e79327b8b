import { createHash } from 'node:crypto';
import type { HeldMessage } from '@geoarchive/platform/dead-letters.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

/** A row holds 400 KB at most, a message 1 MiB. */
const bytesPerRow = 300_000;

const partition = (queue: string, id: string): string => `discarded#${queue}#${id}`;

export const sha256Of = (body: string): string => createHash('sha256').update(body).digest('hex');

/** The writes that keep what a discarded message said, in as many rows as it takes. Repeating them writes the same. */
export const keepWrites = (table: string, queue: string, { id, body }: HeldMessage): Write[] => {
  const bytes = Buffer.from(body);
  const rows = Math.max(1, Math.ceil(bytes.length / bytesPerRow));
  return Array.from({ length: rows }, (_, at) => ({
    Put: {
      TableName: table,
      Item: {
        pk: partition(queue, id),
        sk: `part#${String(at).padStart(3, '0')}`,
        bytes: new Uint8Array(bytes.subarray(at * bytesPerRow, (at + 1) * bytesPerRow)),
      },
    },
  }));
};

const row = z.object({ bytes: z.instanceof(Uint8Array) });

/** What a discarded message said; undefined when there is none of this id. */
export const readKept = async (table: Table, queue: string, id: string): Promise<string | undefined> => {
  const parts: Uint8Array[] = [];
  for await (const found of table.each(partition(queue, id))) parts.push(row.parse(found).bytes);
  return parts.length === 0 ? undefined : Buffer.concat(parts).toString('utf8');
};
