import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runbookFile, slug } from '../constructs/runbook.ts';

/** The parts that each page of the runbook has. */
const parts = ['Description', 'Investigation', 'Resolution'];

/** Links of the runbook's headings (`## …`) that have all their parts below them. */
export function headingsIn(markdown: string): Set<string> {
  const sections = markdown.split(/^## /m).slice(1);
  const complete = sections.filter((section) => parts.every((part) => section.includes(`### ${part}`)));
  return new Set(complete.map((section) => slug(section.split('\n', 1)[0] ?? '')));
}

export const runbookHeadings = (root = join(import.meta.dirname, '..', '..')): Set<string> =>
  headingsIn(readFileSync(join(root, runbookFile), 'utf8'));
