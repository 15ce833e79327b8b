import { asBuffer, readBuffer } from '../core/bytes.ts';
import { type Problem, problem } from '../core/problem.ts';
import type { Source } from '../source.ts';
import { type Encoding, encodingName, guessEncoding } from '../text/encoding.ts';

export type Field = { name: string; type: string; length: number; decimals: number };
export type Dbf = {
  rows: number;
  fields: Field[];
  encoding: string;
  sample: Record<string, string>[];
  problems: Problem[];
};

/** Language driver ids of the header that matter here (dBASE IV, byte 29). */
const DRIVERS: Readonly<Record<number, string>> = {
  77: 'gb18030',
  122: 'gb18030',
  120: 'big5',
  121: 'euc-kr',
  123: 'shift_jis',
  19: 'shift_jis',
  3: 'windows-1252',
  87: 'windows-1252',
  78: 'euc-kr',
  79: 'big5',
  201: 'windows-1251',
  101: 'ibm866',
  38: 'ibm866',
  200: 'windows-1250',
  202: 'windows-1254',
  203: 'windows-1253',
};

/** Label of the WHATWG standard for what a .cpg file says; undefined when it is not known. */
export function codePageLabel(text: string): string | undefined {
  const name = text
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
  const number = /^(?:ansi ?|cp|windows-|oem ?|ibm)?(\d{3,5})$/.exec(name)?.[1];
  const numbered: Record<string, string> = {
    936: 'gb18030',
    54936: 'gb18030',
    65001: 'utf-8',
    950: 'big5',
    949: 'euc-kr',
    932: 'shift_jis',
    866: 'ibm866',
    88591: 'iso-8859-1',
    88592: 'iso-8859-2',
    88595: 'iso-8859-5',
  };
  const label = number
    ? (numbered[number] ?? (/^125\d$/.test(number) ? `windows-${number}` : undefined))
    : /^gb/.test(name)
      ? 'gb18030'
      : /^8859(\d+)$/.test(name)
        ? name.replace(/^8859/, 'iso-8859-')
        : name;
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function readFields(head: Buffer, decoder: TextDecoder): Field[] {
  const fields: Field[] = [];
  for (let at = 32; at + 32 <= head.length && head[at] !== 0x0d; at += 32) {
    const name = head.subarray(at, at + 11);
    const end = name.indexOf(0);
    fields.push({
      name: decoder.decode(end < 0 ? name : name.subarray(0, end)).trim(),
      type: String.fromCharCode(head[at + 11] ?? 0),
      length: (head[at + 16] ?? 0) + (head[at + 11] === 0x43 ? 256 * (head[at + 17] ?? 0) : 0),
      decimals: head[at + 17] ?? 0,
    });
  }
  return fields;
}

/** Lengths of text fields may use the decimals byte as a high byte only when the record length asks for it. */
function settleLengths(fields: Field[], record: number): number {
  const plain = fields.reduce((sum, { length, type }) => sum + (type === 'C' ? length % 256 : length), 1);
  if (plain === record) for (const field of fields) if (field.type === 'C') field.length %= 256;
  return fields.reduce((sum, { length }) => sum + length, 1);
}

const LABELS: Readonly<Record<string, string>> = { gbk: 'GBK', gb18030: 'GBK', 'utf-8': 'UTF-8' };

/** Reads a dBASE table: fields, number of rows, first rows in the right encoding. Throws when it is not one. */
export async function readTable(source: Source, codePage: string | undefined): Promise<Dbf> {
  const start = await readBuffer(source, 0, 32);
  const rows = start.readUInt32LE(4);
  const headerLength = start.readUInt16LE(8);
  const record = start.readUInt16LE(10);
  const problems: Problem[] = [];
  const head = await readBuffer(source, 0, headerLength);
  if (head.length < headerLength)
    problems.push(problem('truncated', { what: source.name, expected: headerLength, size: source.size }));
  const data = await readBuffer(source, headerLength, Math.min(record * Math.min(rows, 200), 256 * 1024));
  const text = Buffer.concat([head.subarray(32), data]);
  const driver = DRIVERS[start[29] ?? 0];
  const guess = guessEncoding(text, true).encoding;
  const plain = text.every((byte) => byte < 0x80);
  const label =
    codePage ??
    (plain ? 'utf-8' : guess === 'utf-8' ? guess : driver === 'windows-1252' ? guess : (driver ?? guess));
  const decoder = new TextDecoder(label);
  const fields = readFields(head, decoder);
  const width = settleLengths(fields, record);
  if (record !== width)
    problems.push(
      problem('odd-structure', { what: `${source.name}: record length ${record}, fields ${width}` }),
    );
  const expected = headerLength + rows * record;
  if (expected > source.size)
    problems.push(problem('truncated', { what: source.name, expected, size: source.size }));
  const twice = fields.find(({ name }, index) => fields.findIndex((other) => other.name === name) !== index);
  // A value would be lost on reading: unlike in a CSV this is an error.
  if (twice)
    problems.push({ ...problem('duplicate-column', { name: twice.name }, source.name), severity: 'error' });
  if (fields.length === 0) problems.push(problem('damaged-structure', { what: `${source.name}: no fields` }));
  const sample = sampleRows(asBuffer(data), fields, record, Math.min(rows, 3), decoder);
  if (JSON.stringify([fields, sample]).includes('\uFFFD'))
    problems.push(problem('bad-characters', { encoding: label }, source.name));
  return {
    rows,
    fields,
    encoding: LABELS[label] ?? encodingName(label as Encoding) ?? label,
    sample,
    problems,
  };
}

function sampleRows(data: Buffer, fields: Field[], record: number, count: number, decoder: TextDecoder) {
  return Array.from({ length: count }, (_, row) => {
    const values: Record<string, string> = {};
    let at = row * record + 1;
    for (const { name, length } of fields) {
      values[name] = decoder
        .decode(data.subarray(at, at + length))
        .replace(/\0/g, '')
        .trim();
      at += length;
    }
    return values;
  });
}
