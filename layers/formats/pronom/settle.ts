import { extensionOf, type Format } from '../core/format.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found } from '../core/reader.ts';
import { versionPuid } from '../core/versions.ts';
import { formatById, unknownFormat } from '../formats.ts';
import { nameOnly } from './by-name.ts';
import { recognise } from './recognise.ts';
import type { Known } from './table.ts';

/** Formats that say no more than that it is text, or that it is nothing known. */
const GENERAL = new Set(['unknown', 'text', 'csv', 'code-page']);

const asFormat = ({ id, name, mime, puid, extensions }: Known): Format => ({
  id,
  name,
  mime,
  puid,
  extensions,
});

export type Settled = { format: Format; puid: string | undefined; problems: Problem[] };

/**
 * What a file is called in the end: what its reader found goes before the signatures, these before the general
 * formats, and the extension counts only where PRONOM has nothing else.
 */
export function settle(name: string, first: Format, found: Found, head: string, tail: string): Settled {
  const extension = extensionOf(name);
  if (found.known) return { format: found.known, puid: found.known.puid, problems: [] };
  const read = found.format === undefined ? first : formatById(found.format);
  const own = found.puid ?? versionPuid(read.id, head);
  const certain = read.id !== first.id ? (own ?? read.puid) : own;
  if (certain !== undefined) return { format: read, puid: certain, problems: [] };
  const known = recognise(head, tail, extension, read.extensions);
  if (known) {
    const format = GENERAL.has(read.id) ? asFormat(known) : read;
    return { format, puid: known.puid, problems: [] };
  }
  const named = GENERAL.has(read.id) && read.id !== 'csv' ? nameOnly(extension) : undefined;
  if (!named) return { format: read, puid: read.puid, problems: [] };
  const format = read.id === 'unknown' ? { ...unknownFormat, name: named.name, mime: named.mime } : read;
  return { format, puid: named.puid, problems: [problem('named-only', { extension, name: named.name })] };
}
