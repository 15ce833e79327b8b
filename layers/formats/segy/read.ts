import { latin, readView } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Found, Reading } from '../core/reader.ts';
import { fromEbcdic } from './ebcdic.ts';

const CARDS = 3200;
const HEADERS = 3600;
const TRACE = 240;

/** Bytes per sample of the format codes (SEG-Y rev 2.1, table 2, bytes 3225-3226). */
const WIDTHS: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 2,
  4: 4,
  5: 4,
  6: 8,
  7: 3,
  8: 1,
  9: 8,
  10: 4,
  11: 2,
  12: 8,
  15: 3,
  16: 1,
};

/** SEG-Y: card image, sampling, traces by the size of the file; the traces themselves are not read. */
export async function readSegy({ source }: Reading): Promise<Found> {
  const cards = await source.read(0, CARDS);
  const header = await readView(source, CARDS, 400);
  const text = cards[0] === 0xc3 || cards[0] === 0x40 ? fromEbcdic(cards) : latin(cards);
  const plausible = (format: number) => format in WIDTHS;
  const little = !plausible(header.getUint16(24)) && plausible(header.getUint16(24, true));
  const u16 = (at: number) => (little ? header.getUint16(at, true) : header.getUint16(at));
  const format = u16(24);
  const revision = header.getUint8(300) + header.getUint8(301) / 10;
  const extended = revision >= 1 ? Math.max(0, u16(304) > 32767 ? 0 : u16(304)) : 0;
  const samples = u16(20) || (little ? header.getUint16(22, true) : header.getUint16(22));
  const width = WIDTHS[format] ?? 4;
  const trace = TRACE + samples * width;
  const data = source.size - HEADERS - extended * CARDS;
  const traces = Math.max(0, Math.floor(data / trace));
  const problems: Problem[] = [];
  if (!plausible(format))
    problems.push(problem('damaged-structure', { what: `sample format ${format}` }, 'byte 3225'));
  if (data < 0)
    problems.push(
      problem('truncated', {
        what: 'extended headers',
        expected: HEADERS + extended * CARDS,
        size: source.size,
      }),
    );
  else if (traces === 0) problems.push(problem('no-data'));
  // Revision 2 may end with trailer stanzas and traces may vary in length, so a rest is only a warning.
  else if (data % trace !== 0)
    problems.push(problem('values-disagree', { what: 'traces', declared: trace, actual: data % trace }));
  return {
    problems,
    metadata: {
      traces,
      samplesPerTrace: samples,
      sampleIntervalMicroseconds: u16(16),
      sampleFormat: format,
      revision,
      littleEndian: little,
      textHeader: (text.match(/.{1,80}/gs) ?? [])
        .map((line) => line.trimEnd())
        .filter((line) => !/^C\s*\d+\s*$/.test(line))
        .join('\n')
        .slice(0, 3200),
    },
  };
}
