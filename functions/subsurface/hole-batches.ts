import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type HoleInput, holeInput } from '@geoarchive/contract/hole-parts.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { importPrefix } from '@geoarchive/domain/subsurface/kept.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { rowBatches } from '../archive/row-batches.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const stored = z.object({ holes: z.array(holeInput) });

/**
 * The holes of an import as they were sent, batch by batch: in the bucket, since a batch is larger than an item of the table. What
 * stands in the table says which batches there are; each names its object by the sender, so that nobody replaces another's.
 */
export const holeBatches = (table: Table, clock: Clock, bucket: Pick<Bucket, 'put' | 'readAll'>) => {
  const rows = rowBatches(table, clock, {
    kind: 'hole',
    row: z.object({ key: z.string(), holes: z.number() }),
  });
  const keyOf = (id: string, no: number, owner: string) => `${importPrefix}${id}/${owner}/${no}.json.gz`;
  // A batch has several steps, mostly of one turn, and is not replaced once they begin: what was read last is not read again.
  let last: { key: string; holes: HoleInput[] } | undefined;
  return {
    /** Keeps a batch; again replaces it, until the import has begun. */
    async put(id: string, no: number, owner: string, holes: readonly HoleInput[]): Promise<void> {
      const key = keyOf(id, no, owner);
      await bucket.put(key, await pack(JSON.stringify({ holes })), 'application/gzip');
      await rows.put(id, no, owner, [{ key, holes: holes.length }]);
    },
    /** How many holes stand in batches 1 to `batches` of this owner; nothing when one of them is missing. */
    async count(id: string, batches: number, owner: string): Promise<number | undefined> {
      if ((await rows.count(id, batches, owner)) === undefined) return undefined;
      let total = 0;
      for (let no = 1; no <= batches; no += 1) total += (await rows.read(id, no))?.[0]?.holes ?? 0;
      return total;
    },
    async read(id: string, no: number): Promise<HoleInput[] | undefined> {
      const row = (await rows.read(id, no))?.[0];
      if (row === undefined) return undefined;
      if (last?.key === row.key) return last.holes;
      const bytes = await bucket.readAll(row.key);
      if (bytes === undefined) return undefined;
      const { holes } = stored.parse(JSON.parse((await unpack(bytes)).toString('utf8')));
      last = { key: row.key, holes };
      return holes;
    },
  };
};
export type HoleBatches = ReturnType<typeof holeBatches>;
