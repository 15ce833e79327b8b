import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from './cell.ts';
import { daySerial, serialDay } from './day.ts';
import { difference } from './differences.ts';
import { kept, neutral, restored } from './injection.ts';
import { readCell } from './read-cell.ts';
import { type Column, declareSheet } from './sheet.ts';

const label = { zh: '列', en: 'Column' };
const reading = (column: Partial<Column>, cell: Cell, epoch?: 1904) => {
  const read = readCell({ key: 'x', label, type: 'text', ...column }, cell, epoch);
  return read === undefined ? undefined : 'value' in read ? read.value : read.problem.code;
};
const codes = [
  { code: 'mining-right', label: { zh: '采矿权', en: 'Mining right' } },
  { code: 'other', label: { zh: '其他', en: 'Other work' } },
];

test.each<[Cell, string]>([
  ['2026-11-24', '2026-11-24'],
  ['2026/11/4', '2026-11-04'],
  ['2026.1.4', '2026-01-04'],
  [' 2026年11月24日 ', '2026-11-24'],
  ['２０２６年１１月４号', '2026-11-04'],
  ['20261124', '2026-11-24'],
  ['2026-11-24 00:00:00', '2026-11-24'],
  [46350, '2026-11-24'],
  ['46350', '2026-11-24'],
  [20261124, '2026-11-24'],
  [{ date: '2026-11-24' }, '2026-11-24'],
  ['2026-02-30', 'no-such-day'],
  ['11/24/2026', 'date-doubtful'],
  ['24.11.26', 'date-doubtful'],
  [{ date: '2026-11-24T08:30:00' }, 'has-time'],
  ['明年', 'not-a-date'],
  [46350.5, 'not-a-date'],
  [{ error: '#REF!' }, 'cell-error'],
  [{ error: '#FORMULA' }, 'formula-not-calculated'],
])('the day of %j is %s', (cell, day) => {
  expect(reading({ type: 'date' }, cell)).toBe(day);
});

test.each<[Partial<Column>, Cell, unknown]>([
  [{ type: 'integer' }, '１２', 12],
  [{ type: 'integer' }, '1,234', 1234],
  [{ type: 'integer' }, 12.5, 'not-an-integer'],
  [{ type: 'decimal' }, '−12.5', -12.5],
  [{ type: 'decimal' }, "'-3", -3],
  [{ type: 'decimal' }, '.5', 0.5],
  [{ type: 'decimal' }, '12 m', 'not-a-number'],
  [{ type: 'decimal' }, '1,23', 'not-a-number'],
  [{ type: 'decimal' }, '.', 'not-a-number'],
  [{ type: 'decimal', minimum: 0 }, -1, 'too-small'],
  [{ type: 'decimal', maximum: 9 }, 10, 'too-large'],
  [{ type: 'boolean' }, '是', true],
  [{ type: 'boolean' }, 'NO', false],
  [{ type: 'boolean' }, 1, true],
  [{ type: 'boolean' }, '也许', 'not-yes-no'],
  [{ type: 'code', codes }, '采矿权', 'mining-right'],
  [{ type: 'code', codes }, 'mining RIGHT', 'mining-right'],
  [{ type: 'code', codes }, 'ｏｔｈｅｒ', 'other'],
  [{ type: 'code', codes }, '金矿', 'unknown-code'],
  [{}, 42, '42'],
  [{}, ' 甲 ', '甲'],
  [{}, 1.5e18, 'digits-lost'],
  [{ maxLength: 2 }, '𠀀𠀁', '𠀀𠀁'],
  [{ maxLength: 2 }, 'abc', 'too-long'],
  [{ pattern: { like: /^ZK/, say: label } }, 'CK1', 'not-like'],
  [{ required: true }, '  ', 'missing'],
  [{}, null, undefined],
])('%j reads %j as %j', (column, cell, expected) => {
  expect(reading(column, cell)).toBe(expected);
});

test('a problem says what, and what to do, in both languages', () => {
  const read = readCell({ key: 'x', label, type: 'code', codes }, '金');
  expect(read).toEqual({
    problem: {
      code: 'unknown-code',
      message: { zh: '“金”不在可选项中。', en: '"金" is not one of the choices.' },
      remedy: { zh: '可选：采矿权、其他。', en: 'Choose one of: Mining right, Other work.' },
    },
  });
});

test('serial numbers and days are each other’s inverse, in both systems', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const day = serialDay(serial);
      expect(day === undefined ? undefined : daySerial(day)).toBe(serial);
      if (serial > 1462) expect(serialDay(serial - 1462, 1904)).toBe(day);
    }),
  );
  expect([serialDay(1), serialDay(59), serialDay(60), serialDay(61)]).toEqual([
    '1900-01-01',
    '1900-02-28',
    undefined,
    '1900-03-01',
  ]);
  expect(serialDay(2_958_466)).toBeUndefined();
});

test('what a program would run is kept from it, and comes back as it was', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', '甲') })),
      (text) => {
        expect(restored(neutral(text))).toBe(text);
        expect(restored(kept(text))).toBe(text);
        expect(neutral(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      },
    ),
  );
});

describe('what a row would do', () => {
  test('is told field by field; what it leaves out stays', () => {
    expect(difference(undefined, { a: 1 })).toEqual({ outcome: 'new', changes: [] });
    expect(difference({ a: 1, b: 'x', c: true }, { a: 1, b: 'y', d: 2 })).toEqual({
      outcome: 'changed',
      changes: [
        { field: 'b', before: 'x', after: 'y' },
        { field: 'd', after: '2' },
      ],
    });
    expect(difference({ a: 1 }, {}).outcome).toBe('unchanged');
  });
});

describe('a declaration', () => {
  const column: Column = { key: 'a', label, type: 'text', required: true };
  const sheet = { id: 's', version: 1, title: label, key: ['a'], examples: [], columns: [column] };
  test.each<[string, Partial<typeof sheet>]>([
    ['heading', { columns: [column, { ...column, key: 'b' }] }],
    ['key column', { key: ['b'] }],
    ['key column', { columns: [{ ...column, required: false }] }],
    ['two codes', { columns: [{ ...column, type: 'code', codes: [...codes, { code: 'OTHER', label }] }] }],
    ['belong to', { columns: [{ ...column, codes }] }],
  ])('that can mean two things is refused: %s', (message, change) => {
    expect(() => declareSheet({ ...sheet, ...change })).toThrow(message);
  });
});
