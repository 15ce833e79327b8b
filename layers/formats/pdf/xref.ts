import { latin } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Source } from '../source.ts';
import { wrongObject } from './check.ts';
import { archivalClaim, exchangeClaim } from './properties.ts';

/** What the frame of a PDF says: version, cross-references, trailer (ISO 32000-1, 7.5). */
export type Frame = {
  version: string;
  encrypted: boolean;
  linearized: boolean;
  problems: Problem[];
  /** The profile claimed in the first and last bytes, for files whose properties cannot be read. */
  profile: string | undefined;
};

const CHECKED = 200;
const SECTIONS = 64;
/** So much of an object is read to check its dictionary. */
const OBJECT = 8192;

const textAt = async (source: Source, at: number, length: number) => latin(await source.read(at, length));

/** Offsets of objects in use, number and offset, from one classic section; undefined when it is broken. */
type Section = { entries: [number, number][]; trailer: string; broken: string | undefined };

async function readSection(source: Source, at: number): Promise<Section> {
  const text = await textAt(source, at, 512 * 1024);
  const entries: [number, number][] = [];
  const broken = (what: string): Section => ({ entries, trailer: '', broken: what });
  let place = /^\s*xref\s*/.exec(text)?.[0].length;
  if (place === undefined) return broken('no xref');
  if (!text.startsWith('xref')) return broken('xref is not at the very byte');
  for (;;) {
    const head = /^\s*(\d+)[ \t]+(\d+)[ \t]*[\r\n]*/.exec(text.slice(place, place + 60));
    if (!head) break;
    place += head[0].length;
    const [first, count] = [Number(head[1]), Number(head[2])];
    for (let i = 0; i < count; i++) {
      const line = /^\s*(\d{1,10})[ \t]+(\d{1,5})[ \t]+([nf])\s{0,3}/.exec(text.slice(place, place + 30));
      if (!line)
        return place + 30 > text.length
          ? { entries, trailer: '', broken: undefined }
          : broken(`entry ${first + i}`);
      if (line[3] === 'n') entries.push([first + i, Number(line[1])]);
      place += line[0].length;
    }
  }
  const trailer = /^\s*trailer\s*<<[\s\S]{0,8000}/.exec(text.slice(place))?.[0];
  if (!trailer)
    return place + 8000 < text.length || text.length < 512 * 1024
      ? broken('no trailer')
      : { entries, trailer: '', broken: undefined };
  const wrong = wrongObject(trailer, trailer.indexOf('<<'));
  return {
    entries,
    trailer: trailer.split('startxref', 1)[0] ?? trailer,
    broken: wrong && `trailer: ${wrong}`,
  };
}

/** Offset 0 marks an object that is not there in files of careless writers; readers treat it as free. */
async function misplaced(
  source: Source,
  entries: [number, number][],
  limit: number,
  shift: number,
): Promise<string | undefined> {
  const inUse = entries.filter(([, offset]) => offset !== 0).sort(([, a], [, b]) => a - b);
  const step = Math.max(1, Math.ceil(inUse.length / CHECKED));
  for (let i = 0; i < inUse.length; i += step) {
    const [number, offset] = inUse[i] ?? [0, 0];
    const next = inUse[i + 1]?.[1] ?? limit;
    const length = next > offset ? Math.min(next - offset, OBJECT) : OBJECT;
    const text = await textAt(source, offset + shift, Math.max(length, 40));
    const opening = new RegExp(`^\\s*0*${number}\\s+\\d+\\s+obj`).exec(text)?.[0];
    if (opening === undefined) return `object ${number} is not at byte ${offset}`;
    const wrong = wrongObject(text, opening.length);
    if (wrong) return `object ${number}: ${wrong}`;
    const from = Math.max(offset, next - 1000) + shift;
    if (next > offset && !/endobj/.test(await textAt(source, from, next + shift - from)))
      return `object ${number} does not end`;
  }
  return undefined;
}

/** Follows the cross-reference sections from the last one; each is checked once. */
async function walkSections(
  source: Source,
  start: number,
  shift: number,
): Promise<{ problems: Problem[]; trailers: string }> {
  const problems: Problem[] = [];
  const seen = new Set<number>();
  let trailers = '';
  const queue = [start];
  while (queue.length > 0 && seen.size < SECTIONS) {
    const at = queue.shift() ?? 0;
    if (seen.has(at)) continue;
    seen.add(at);
    const damaged = (what: string) =>
      problems.push(problem('damaged-structure', { what: `cross-references: ${what}` }, `byte ${at}`));
    if (at + shift >= source.size) {
      damaged('beyond the end of the file');
      continue;
    }
    const head = await textAt(source, at + shift, 4096);
    if (/^\s*\d+\s+\d+\s+obj/.test(head)) {
      trailers += head.split(/stream\r?\n/, 1)[0] ?? '';
      const previous = /\/Prev\s+(\d+)/.exec(head.split(/stream\r?\n/, 1)[0] ?? '');
      if (previous) queue.push(Number(previous[1]));
      continue;
    }
    const { entries, trailer, broken } = await readSection(source, at + shift);
    const wrong = broken ?? (await misplaced(source, entries, at, shift));
    if (wrong) damaged(wrong);
    trailers += trailer;
    for (const match of trailer.matchAll(/\/(?:Prev|XRefStm)\s+(\d+)/g)) queue.push(Number(match[1]));
  }
  return { problems, trailers };
}

/** Checks header, end, cross-references and trailer without reading the objects. */
export async function readFrame(source: Source): Promise<Frame> {
  const head = await textAt(source, 0, 2048);
  const tail = await textAt(source, Math.max(0, source.size - 2048), 2048);
  const problems: Problem[] = [];
  const header = /%PDF-(\d\.\d)/.exec(head);
  const shift = header?.index ?? 0;
  if (!header) problems.push(problem('damaged-structure', { what: 'no header %PDF-' }));
  else if (shift > 0) problems.push(problem('odd-structure', { what: `${shift} bytes before the header` }));
  if (!/%%EOF/.test(tail))
    problems.push(problem('damaged-structure', { what: 'no %%EOF at the end (cut short?)' }));
  const starts = [...tail.matchAll(/startxref\s+(\d+)/g)];
  const start = starts.at(-1)?.[1];
  let trailers = '';
  if (start === undefined) problems.push(problem('damaged-structure', { what: 'no startxref' }));
  else {
    const direct = await walkSections(source, Number(start), 0);
    const found =
      direct.problems.length > 0 && shift > 0 ? await walkSections(source, Number(start), shift) : direct;
    problems.push(...found.problems);
    trailers = found.trailers;
    if (!/\/Root\b/.test(trailers))
      problems.push(problem('damaged-structure', { what: 'no /Root in the trailer' }));
  }
  return {
    version: header?.[1] ?? '',
    encrypted: /\/Encrypt\b/.test(trailers),
    linearized: /\/Linearized\b/.test(head),
    problems,
    profile: archivalClaim(head + tail) ?? exchangeClaim(head + tail),
  };
}
