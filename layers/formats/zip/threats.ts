import { type Problem, problem } from '../core/problem.ts';
import { countControls } from '../text/controls.ts';
import { type Entry, isEncrypted } from './directory.ts';

/** Ratio and size from which an archive is taken for a bomb: both must be exceeded. */
const RATIO = 200;
const SIZE = 100 * 1024 * 1024;
const MANY = 10_000;
const ARCHIVES = /\.(zip|rar|7z|tar|tgz|gz|bz2|xz)$/i;

/** True for names that would leave the folder they are unpacked to. */
export const escapes = (name: string) =>
  /^([\\/]|[a-zA-Z]:)/.test(name) || name.split(/[\\/]/).includes('..') || name.includes('\0');

/** Characters that no Windows name may hold, where names come from such systems. */
const badCharacters = (name: string) => name.includes('\\') || countControls(name, true) > 0;

/** Unix mode of an entry: links and devices are never followed. */
const isLink = ({ madeBy, attributes }: Entry) => {
  const kind = (attributes >>> 16) & 0o170000;
  return madeBy === 3 && [0o120000, 0o060000, 0o020000, 0o010000, 0o140000].includes(kind);
};

const first = (entries: Entry[], fits: (entry: Entry) => boolean, limit = 5) =>
  entries.filter(fits).slice(0, limit);

/** Findings about what unpacking the archive would do: escape, links, bombs, nesting, passwords. */
export function threats(entries: Entry[], bytes: number): Problem[] {
  const problems: Problem[] = [];
  for (const { name } of first(entries, (entry) => escapes(entry.name)))
    problems.push(problem('path-escape', { name }, name));
  for (const { name } of first(entries, (entry) => !escapes(entry.name) && badCharacters(entry.name)))
    problems.push(problem('odd-structure', { what: JSON.stringify(name) }, name));
  for (const { name } of first(entries, isLink)) problems.push(problem('link-entry', { name }, name));
  for (const { name } of first(entries, (entry) => ARCHIVES.test(entry.name), 1))
    problems.push(problem('nested-archive', { name }, name));
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  const worst = entries.reduce((most, entry) => Math.max(most, entry.size / Math.max(1, entry.packed)), 0);
  const whole = size / Math.max(1, bytes);
  if (size > SIZE && (whole > RATIO || worst > RATIO * 5))
    problems.push(problem('archive-bomb', { size, ratio: Math.round(Math.max(whole, worst)) }));
  if (entries.length > MANY) problems.push(problem('too-many-entries', { count: entries.length }));
  if (entries.some(isEncrypted)) problems.push(problem('encrypted', {}, entries.find(isEncrypted)?.name));
  return problems;
}

/** Entries whose data share bytes unpack the same data many times (an overlap bomb). */
export function overlap(spans: { start: number; end: number; name: string }[]): Problem[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1], sorted[i]];
    if (before && after && after.start < before.end)
      return [
        problem('damaged-structure', { what: `entries overlap: ${before.name}, ${after.name}` }, after.name),
      ];
  }
  return [];
}
