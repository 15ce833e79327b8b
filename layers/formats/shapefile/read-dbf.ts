import { latin } from '../core/bytes.ts';
import { problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { companions } from './companions.ts';
import { codePageLabel, readTable } from './dbf.ts';

/** A dBASE table on its own or as part of a shapefile: fields, rows, encoding (a .cpg beside it wins). */
export async function readDbf({ source, siblings }: Reading): Promise<Found> {
  const page = await companions(source.name, siblings)('cpg');
  const label = page && codePageLabel(latin(await page.read(0, 64)));
  const { rows, fields, encoding, sample, problems } = await readTable(source, label);
  if (page && !label) problems.push(problem('odd-structure', { what: page.name }));
  return { problems, metadata: { rows, fields, encoding, sample } };
}
