import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Inspection, inspect } from '../inspect.ts';
import { fileSource, folderSiblings } from '../sources.ts';

/** The folder of third-party files beside the repository; absent on most machines. */
export const corpusFolder = join(import.meta.dirname, '../../../../shared/corpus');
export const corpusThere = existsSync(join(corpusFolder, 'MANIFEST.tsv'));

export type Sample = { path: string; expected: string };

/** The samples of a family, by the manifest. */
export function samples(family: string): Sample[] {
  const lines = readFileSync(join(corpusFolder, 'MANIFEST.tsv'), 'utf8').trim().split('\n').slice(1);
  return lines
    .map((line) => line.split('\t'))
    .filter(([path]) => path?.startsWith(`${family}/`))
    .map(([path = '', expected = '']) => ({ path, expected }));
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
