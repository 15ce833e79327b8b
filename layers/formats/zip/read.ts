import { latin } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { contained } from '../pronom/containers.ts';
import type { Source } from '../source.ts';
import { checkData, UNPACKED, unpack } from './data.ts';
import { type Entry, isEncrypted, readDirectory } from './directory.ts';
import { readEnd } from './end.ts';
import { zipKind } from './kind.ts';
import { readLocal } from './local.ts';
import { officeProperties, openDocumentProperties } from './properties.ts';
import { overlap, threats } from './threats.ts';

/** Entries whose local headers are compared, and bytes that are unpacked to be checked. */
const COMPARED = 5000;
const CHECKED = 256 * 1024 * 1024;

type Walk = { problems: Problem[]; starts: Map<Entry, number>; first: number };

/** Compares local headers, tests data while the budget lasts, and looks for overlaps. */
async function walk(source: Source, entries: Entry[], shift: number, checkTime: () => void): Promise<Walk> {
  const problems: Problem[] = [];
  const starts = new Map<Entry, number>();
  const spans: { start: number; end: number; name: string }[] = [];
  let budget = CHECKED;
  for (const entry of entries.slice(0, COMPARED)) {
    checkTime();
    const { start, data, end, wrong } = await readLocal(source, entry, shift);
    spans.push({ start, end, name: entry.name });
    if (wrong) problems.push(problem('damaged-structure', { what: `${entry.name}: ${wrong}` }, entry.name));
    else {
      starts.set(entry, data);
      if (entry.size <= Math.min(budget, UNPACKED)) {
        budget -= entry.size;
        const bad = await checkData(source, entry, data);
        if (bad) problems.push(problem('checksum-wrong', { what: `${entry.name}: ${bad}` }, entry.name));
      }
    }
    if (problems.length > 20) break;
  }
  const first = spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  return { problems: [...problems, ...overlap(spans)], starts, first };
}

/** ZIP and what is built on it: entries, password, threats; properties of Office and OpenDocument files. */
export async function readZip({ source, checkTime }: Reading): Promise<Found> {
  const end = await readEnd(source);
  if (!end)
    return {
      problems: [problem('damaged-structure', { what: 'no central directory (cut short?)' })],
      metadata: {},
    };
  const directory = await readDirectory(source, end);
  const { entries, shift } = directory;
  const walked = await walk(source, entries, shift, checkTime);
  const problems = [
    ...end.problems,
    ...directory.problems,
    ...threats(entries, source.size),
    ...walked.problems,
  ];
  if (shift > 0 || (walked.first > 0 && Number.isFinite(walked.first)))
    problems.push(
      problem('odd-structure', { what: `${Math.max(shift, walked.first)} bytes before the first entry` }),
    );
  const content = async (name: string): Promise<Buffer | undefined> => {
    const entry = entries.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    const start = entry && walked.starts.get(entry);
    if (!entry || start === undefined) return undefined;
    try {
      return await unpack(source, entry, start, 1024 * 1024);
    } catch {
      return undefined;
    }
  };
  const text = async (name: string) => (await content(name))?.toString('utf8');
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const known = await contained(
    'zip',
    (name) => names.has(name),
    async (name) => latin((await content(name))?.subarray(0, 64 * 1024) ?? Buffer.alloc(0)),
  );
  const format = zipKind(entries, await text('mimetype'), known);
  const properties = /^(docx|xlsx|pptx|vsdx)$/.test(format)
    ? officeProperties(await text('docProps/core.xml'), await text('docProps/app.xml'))
    : /^od/.test(format)
      ? openDocumentProperties(await text('meta.xml'))
      : {};
  const kept = /^(zip|kmz|jar)$/.test(format) ? entries : [];
  return {
    format,
    ...(known ? { puid: known.puid } : {}),
    ...(known?.format && format === 'zip' ? { known: known.format } : {}),
    problems:
      format === 'zip' || format === 'jar'
        ? problems
        : problems.filter(({ code }) => code !== 'nested-archive'),
    metadata: {
      ...properties,
      entries: entries.length,
      unpackedBytes: entries.reduce((sum, { size }) => sum + size, 0),
      ...(entries.some(isEncrypted) ? { encrypted: true } : {}),
      ...(kept.length > 0 ? { files: kept.slice(0, 200).map(({ name, size }) => ({ name, size })) } : {}),
    },
  };
}
