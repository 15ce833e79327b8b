import { extensionOf } from '../core/format.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { decode, guessEncoding } from '../text/encoding.ts';
import { identifyXml } from './identify.ts';
import { xmlMetadata } from './metadata.ts';
import { wellFormedFault } from './well-formed.ts';

const LIMIT = 48 * 1024 * 1024;

/** The encoding an XML declaration or an HTML page names, when the decoder knows it. */
function declared(head: string): string | undefined {
  const label =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1] ??
    /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return label && new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Outside entities are never read; many internal ones are how a bomb of a few bytes is made. */
function entityProblems(text: string): Problem[] {
  const subset = /<!DOCTYPE[\s\S]{0,200000}?\]\s*>/.exec(text)?.[0] ?? '';
  const outside = /<!ENTITY\s+(?:%\s+)?([\w.-]+)\s+(?:SYSTEM|PUBLIC)/.exec(subset)?.[1];
  const chains = [...subset.matchAll(/<!ENTITY\s+[\w.-]+\s+(["'])((?:&[\w.-]+;){5,})\1/g)].length;
  return [
    ...(outside === undefined ? [] : [problem('outside-reference', { what: outside })]),
    ...(chains >= 3 ? [problem('archive-bomb', { size: 'XML', ratio: `10^${chains}` })] : []),
  ];
}

/** XML and HTML: well-formedness (XML only), outside entities, title and extent where the kind is known. */
export async function readXml({ source, checkTime }: Reading): Promise<Found> {
  const bytes = await source.read(0, Math.min(source.size, LIMIT));
  const cut = source.size > LIMIT;
  const guess = guessEncoding(bytes.subarray(0, 64 * 1024), source.size > 64 * 1024);
  const first = decode(bytes.subarray(0, 4096), guess);
  const label = guess.bom === 0 && !guess.encoding.startsWith('utf-16') ? declared(first) : undefined;
  const text =
    label && !label.startsWith('utf-16') ? new TextDecoder(label).decode(bytes) : decode(bytes, guess);
  const format = identifyXml(text.slice(0, 16_000), extensionOf(source.name)) ?? 'xml';
  const problems: Problem[] = cut ? [problem('read-in-part', { bytes: LIMIT })] : [];
  if (format !== 'html') {
    problems.push(...entityProblems(text));
    const fault = cut ? undefined : wellFormedFault(text, checkTime);
    if (fault) problems.push(problem('damaged-structure', { what: fault.what }, `line ${fault.line}`));
  }
  return { problems, metadata: { encoding: label ?? guess.encoding, ...xmlMetadata(text, format) } };
}
