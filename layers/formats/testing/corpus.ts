import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Inspection, inspect } from '../inspect.ts';
import { fileSource, folderSiblings } from '../sources.ts';

/** The folder of third-party files beside the repository; absent on most machines. */
export const corpusFolder = join(import.meta.dirname, '../../../../shared/corpus');
export const corpusThere = existsSync(join(corpusFolder, 'MANIFEST.tsv'));

/** `puid` is the PRONOM identifier the manifest expects, where it names one. */
export type Sample = { path: string; expected: string; puid: string | undefined };

/** The samples of a family, by the manifest. */
export function samples(family: string): Sample[] {
  const lines = readFileSync(join(corpusFolder, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1);
  return lines
    .map((line) => line.split('\t'))
    .filter(([path]) => path?.startsWith(`${family}/`))
    .map(([path = '', expected = '', , , what = '']) => ({
      path,
      expected,
      puid: /expect PUID (\S+)/.exec(what)?.[1],
    }));
}

/** What the system says of a file: worst finding first. */
export function verdict({ problems, valid }: Inspection): string {
  if (problems.some(({ code }) => code === 'encrypted')) return 'encrypted';
  if (!valid) return 'error';
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : 'good';
}

/** Inspects a family and counts verdicts by what was expected. */
export async function confusion(family: string): Promise<Record<string, Record<string, number>>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { path, expected } of samples(family)) {
    const file = join(corpusFolder, path);
    const found = verdict(await inspect(fileSource(file), { siblings: folderSiblings(file) }));
    table[expected] ??= {};
    const row = table[expected];
    row[found] = (row[found] ?? 0) + 1;
  }
  return table;
}

/** Counts the files whose PRONOM identifier is the expected one. */
export async function pronom(): Promise<{ right: number; all: number }> {
  const labelled = samples('formatid').filter(({ puid }) => puid !== undefined);
  let right = 0;
  for (const { path, puid } of labelled)
    if ((await inspect(fileSource(join(corpusFolder, path)))).format.puid === puid) right++;
  return { right, all: labelled.length };
}
