import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { exportPart } from '@geoarchive/contract/hole-exports.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { exportPrefix, keptDays } from '@geoarchive/domain/subsurface/kept.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
type Part = z.infer<typeof exportPart>;
/** What an export is to bring: holes by id, and the depths that their curves must reach over. */
const wanted = z.object({
  ids: z.array(z.string()),
  depths: z.object({
    curve: z.array(z.string()).optional(),
    curveFrom: z.number().optional(),
    curveTo: z.number().optional(),
  }),
});
export type Wanted = z.infer<typeof wanted>;
const digits = 6;

/** What exports are to bring, and their pieces: in the bucket, since both are larger than an item; which pieces there are stands in the table. */
export const holeExports = (table: Table, clock: Clock, bucket: Pick<Bucket, 'put' | 'readAll'>) => {
  const partition = (id: string) => `hole-export#${id}`;
  const wantedKey = (id: string) => `${exportPrefix}${id}/wanted.json.gz`;
  const partKey = (id: string, no: number) => `${exportPrefix}${id}/${no}.jsonl.gz`;
  return {
    async want(id: string, of: Wanted): Promise<void> {
      await bucket.put(wantedKey(id), await pack(JSON.stringify(of)), 'application/gzip');
    },
    async wanted(id: string): Promise<Wanted> {
      const bytes = await bucket.readAll(wantedKey(id));
      if (bytes === undefined) throw new Error(`What the export ${id} is to bring is not in the bucket`);
      return wanted.parse(JSON.parse((await unpack(bytes)).toString('utf8')));
    },
    /** Keeps a piece, and gives what notes it. The same piece again takes its place. */
    async write(id: string, no: number, lines: readonly string[]): Promise<Write> {
      const packed = await pack(lines.map((line) => `${line}\n`).join(''));
      await bucket.put(partKey(id, no), packed, 'application/gzip');
      const part: Part = { no, holes: lines.length, bytes: packed.length };
      const sk = String(no).padStart(digits, '0');
      const expiresAt = Math.floor(clock().getTime() / 1000) + keptDays.exports * 24 * 3600;
      return { Put: { TableName: table.name, Item: { pk: partition(id), sk, ...part, expiresAt } } };
    },
    async parts(id: string): Promise<Part[]> {
      const parts: Part[] = [];
      let start: Awaited<ReturnType<Table['query']>>['next'];
      do {
        const { rows, next } = await table.query({ partition: partition(id), start, limit: 1000 });
        parts.push(...rows.map((row) => exportPart.parse(row)));
        start = next;
      } while (start !== undefined);
      return parts;
    },
    read: (id: string, no: number): Promise<Uint8Array | undefined> => bucket.readAll(partKey(id, no)),
  };
};
export type HoleExports = ReturnType<typeof holeExports>;
