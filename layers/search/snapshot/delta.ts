import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import * as z from 'zod';
import type { Change } from '../port.ts';
import { SearchRecord } from '../record.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

const Changes = z.array(
  z.discriminatedUnion('op', [
    z.object({ op: z.literal('put'), record: SearchRecord }),
    z.object({ op: z.literal('remove'), id: z.string(), version: z.number().int() }),
  ]),
);

/** The body of a delta segment: compressed JSON. A delta holds whole records, not postings: readers apply it to their
 * own copy of the base, so that a query never has to merge indexes. */
export const encodeDelta = (changes: readonly Change[]): Promise<Uint8Array> =>
  compress(Buffer.from(JSON.stringify(changes)));

export const decodeDelta = async (body: Uint8Array): Promise<Change[]> =>
  Changes.parse(JSON.parse((await decompress(body)).toString()));
