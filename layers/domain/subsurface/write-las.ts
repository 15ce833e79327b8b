import type { HoleHeader } from './header.ts';
import type { Curve, Log } from './hole.ts';

/** Values of a curve as they are kept: 64-bit floats, little endian, NaN where nothing was measured. */
export const curveValues = (bytes: Uint8Array): Float64Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: Math.floor(bytes.byteLength / 8) }, (_, at) =>
    view.getFloat64(at * 8, true),
  );
};

/** What stands for "nothing" in a file; one that no value is equal to is taken. */
const nulls = [-999.25, -9999, -99999.25, -1e30];
const nullFor = (columns: readonly Float64Array[]): number =>
  nulls.find((one) => columns.every((values) => !values.includes(one))) ?? -1.7e308;

/** Part of a line: without line breaks, and in a value or description without the colon that would end it. */
const plain = (text: string): string => text.replaceAll(/[\r\n\t]+/g, ' ').trim();
const value = (text: string): string => plain(text).replaceAll(':', ';');
/** Mnemonics end at the first dot, units at the first blank (LAS 2.0, 5.2). */
const name = (text: string): string => plain(text).replaceAll(/[.:\s]+/g, '_') || 'UNNAMED';
const unit = (text: string): string => plain(text).replaceAll(/[\s:]+/g, '_');
const line = (of: {
  mnemonic: string;
  unit?: string;
  value?: string;
  description?: string | undefined;
}): string =>
  `${name(of.mnemonic)}.${unit(of.unit ?? '')} ${value(of.value ?? '')} : ${plain(of.description ?? '')}`;

/** Every mnemonic once: a second GR becomes GR_2. */
const distinct = (curves: readonly Curve[]): string[] => {
  const taken = new Map<string, number>();
  return curves.map(({ mnemonic }) => {
    const plainName = name(mnemonic);
    const before = taken.get(plainName.toUpperCase()) ?? 0;
    taken.set(plainName.toUpperCase(), before + 1);
    return before === 0 ? plainName : `${plainName}_${before + 1}`;
  });
};

/** Steps that differ by less than this part are one: depths kept as floats do. */
const sameStep = 1e-6;
const stepOf = (index: Float64Array): number => {
  const step = (index[1] ?? 0) - (index[0] ?? 0);
  for (let at = 1; at < index.length; at++) {
    const here = (index[at] ?? 0) - (index[at - 1] ?? 0);
    if (Math.abs(here - step) > sameStep * Math.max(1, Math.abs(step))) return 0;
  }
  return Number(step.toPrecision(9));
};

/** What the writer says itself, or what belongs to the file that was read. */
const own: ReadonlySet<string> = new Set([
  'VERS',
  'WRAP',
  'DLM',
  'STRT',
  'STOP',
  'STEP',
  'NULL',
  'WELL',
  'COMP',
  'FLD',
  'UWI',
]);

const heading = (log: Log, header: HoleHeader, index: Float64Array, nothing: number): string[] => {
  const metres = (mnemonic: string, at: number, description: string) =>
    line({ mnemonic, unit: 'M', value: String(at), description });
  const said = (mnemonic: string, text: string | undefined, description: string) =>
    text === undefined ? [] : [line({ mnemonic, value: text, description })];
  return [
    '~VERSION INFORMATION',
    line({ mnemonic: 'VERS', value: '2.0', description: 'CWLS LOG ASCII STANDARD - VERSION 2.0' }),
    line({ mnemonic: 'WRAP', value: 'NO', description: 'ONE LINE PER DEPTH STEP' }),
    '~WELL INFORMATION',
    metres('STRT', index[0] ?? 0, 'START DEPTH'),
    metres('STOP', index.at(-1) ?? 0, 'STOP DEPTH'),
    metres('STEP', stepOf(index), 'STEP (0: NOT CONSTANT)'),
    line({ mnemonic: 'NULL', value: String(nothing), description: 'NULL VALUE' }),
    line({ mnemonic: 'WELL', value: header.hole, description: 'WELL' }),
    ...said('COMP', header.contractor, 'COMPANY'),
    ...said('FLD', header.block ?? header.mineArea ?? header.project, 'FIELD'),
    ...said('UWI', header.unifiedNumber, 'UNIQUE WELL ID'),
    '~CURVE INFORMATION',
    line({ mnemonic: log.index.mnemonic, unit: 'M', description: log.index.description ?? 'DEPTH' }),
  ];
};

/**
 * A log as LAS 2.0 (Canadian Well Logging Society), not wrapped, depths in metres, values as exact as they are kept; by pieces of some
 * thousand lines. `values` gives those of a curve by its SHA-256; a curve shorter than its index ends with nulls.
 */
export function* writeLas(
  log: Log,
  header: HoleHeader,
  values: (sha256: string) => Float64Array,
): Generator<string> {
  const index = values(log.index.sha256);
  const columns = log.curves.map(({ sha256 }) => values(sha256));
  const nothing = nullFor([index, ...columns]);
  const names = distinct([log.index, ...log.curves]);
  yield [
    ...heading(log, header, index, nothing),
    ...log.curves.map((curve, at) =>
      line({ ...curve, mnemonic: names[at + 1] ?? curve.mnemonic, value: '' }),
    ),
    '~PARAMETER INFORMATION',
    ...log.parameters.filter(({ mnemonic }) => !own.has(mnemonic.toUpperCase())).map(line),
    `~A ${names.join(' ')}`,
    '',
  ].join('\r\n');
  const perPiece = 2000;
  const cell = (at: number | undefined): string =>
    String(at === undefined || Number.isNaN(at) ? nothing : at);
  for (let from = 0; from < index.length; from += perPiece) {
    const rows: string[] = [];
    for (let at = from; at < Math.min(index.length, from + perPiece); at++)
      rows.push([index[at], ...columns.map((column) => column[at])].map(cell).join(' '));
    yield `${rows.join('\r\n')}\r\n`;
  }
}
