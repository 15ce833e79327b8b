import { latin, readView } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import type { Source } from '../source.ts';
import { readTape } from './tape.ts';

const LABEL = 80;
const MOST = 20_000;

/** Trailer of a segment: pad bytes, checksum and length fit into it (2.2.2.1, 2.2.2.4). */
async function trailer(source: Source, at: number, size: number, attributes: number) {
  const bytes = await readView(source, at + size - 5, 5);
  const checksum = attributes & 0x04 ? 2 : 0;
  const length = attributes & 0x02 ? 2 : 0;
  if (length > 0 && bytes.getUint16(3) !== size) return `segment of ${size} bytes says ${bytes.getUint16(3)}`;
  const pad = attributes & 0x01 ? bytes.getUint8(4 - checksum - length) : 0;
  return pad > size - 4 - checksum - length ? `${pad} pad bytes in a segment of ${size}` : undefined;
}

/** DLIS: storage unit label and the chain of visible records and segments (API RP 66 v1, 2.3). */
export async function readDlis(reading: Reading): Promise<Found> {
  const { source, checkTime } = reading;
  const head = latin(await source.read(0, Math.min(source.size, 500)));
  const start = /[ \d]{4}V1\.\d\dRECORD/.exec(head)?.index ?? 0;
  const label = head.slice(start, start + LABEL);
  const metadata: Record<string, unknown> = {
    version: label.slice(4, 9),
    title: label.slice(20, 80).trim() || undefined,
    maximumRecord: Number(label.slice(15, 20)) || undefined,
  };
  const problems: Problem[] = [];
  if (label.length < LABEL)
    problems.push(
      problem('truncated', { what: 'storage unit label', expected: start + LABEL, size: source.size }),
    );
  // Tape marks between the records need a reader of their own; such files are identified only.
  if (start === 12) {
    problems.push(...(await readTape(reading)).problems);
    return {
      problems: [...problems, problem('unsupported-feature', { what: 'tape image format' })],
      metadata,
    };
  }
  let records = 0;
  let at = start + LABEL;
  let open = 0;
  const damaged = (what: string) => problems.push(problem('damaged-structure', { what }, `byte ${at}`));
  while (at + 4 <= source.size && records < MOST && problems.length === 0) {
    if (records % 500 === 0) checkTime();
    const record = await readView(source, at, 4);
    const length = record.getUint16(0);
    if (record.getUint16(2) !== 0xff01) {
      damaged('no visible record');
      break;
    }
    if (at + length > source.size) {
      problems.push(
        problem('truncated', { what: 'visible record', expected: at + length, size: source.size }),
      );
      break;
    }
    if (length < 8) {
      damaged(`visible record of ${length} bytes`);
      break;
    }
    for (let inside = at + 4; inside < at + length; ) {
      const segment = await readView(source, inside, 4);
      const size = segment.getUint16(0);
      const attributes = segment.getUint8(2);
      if (size < 16 || inside + size > at + length) {
        damaged(`segment of ${size} bytes`);
        break;
      }
      const wrong = await trailer(source, inside, size, attributes);
      if (wrong) {
        damaged(wrong);
        break;
      }
      const first = (attributes & 0x40) === 0;
      if (first === open > 0) {
        damaged('segments out of order');
        break;
      }
      open = attributes & 0x20 ? 1 : 0;
      inside += size;
    }
    at += length;
    records++;
  }
  if (problems.length === 0 && records < MOST && open > 0)
    problems.push(
      problem('truncated', { what: 'logical record', expected: source.size + 1, size: source.size }),
    );
  metadata['records'] = records;
  return { problems, metadata };
}
