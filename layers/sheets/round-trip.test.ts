import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { writeTemplate } from './template.ts';
import { bookOf, gathered, rawRows, readAs } from './testing/look.ts';
import { holes } from './testing/sample.ts';
import { writeSheet } from './write-sheet.ts';

// Longer than a test needs: the machine is shared.
jest.setTimeout(60_000);

// Any characters at all, halves of pairs left out: a file in UTF-8 has none.
const anyText = (maxLength: number) =>
  fc
    .string({ unit: 'binary', minLength: 1, maxLength })
    .filter((text) => text.trim() === text && text !== '');
const risky = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '＝', "'=", "''@", '_x000D_', '"'), anyText(8))
  .map((parts) => parts.join(''));
const day = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const row = fc.record(
  {
    number: anyText(20).filter((text) => text.length <= 20),
    depth: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((depth) => depth + 0),
    boxes: fc.maxSafeInteger().map((boxes) => boxes + 0),
    drilled: day,
    kept: fc.boolean(),
    kind: fc.constantFrom('explore', 'water'),
    note: fc.oneof(anyText(40), risky),
  },
  { requiredKeys: ['number'] },
);
const table = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ number }) => number });

describe.each(['xlsx', 'csv'] as const)('what is written as %s', (kind) => {
  test.each(['zh', 'en'] as const)('reads back the same, whatever it says (%s)', async (language) => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = await gathered(writeSheet(holes, rows as Values[], kind, language));
        const read = await readAs(holes, bytes);
        expect(read.header.problems).toEqual([]);
        expect(read.rows.map((one) => (one.kind === 'values' ? one.values : one))).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  test('keeps characters that are no text elsewhere', async () => {
    const rows = [{ number: '\0\0' }, { number: '\0' }, { number: 'a\0\0b', note: '\x01\x7f' }];
    const read = await readAs(holes, await gathered(writeSheet(holes, rows, kind, 'zh')));
    expect(read.rows.map((one) => (one.kind === 'values' ? one.values : one))).toEqual(rows);
  });

  test('is the same bytes each time', async () => {
    const write = () => gathered(writeSheet(holes, holes.examples, kind, 'zh'));
    expect(await write()).toEqual(await write());
  });

  test('an error of the rows ends the writing', async () => {
    const rows = (async function* () {
      yield { number: 'ZK1' };
      throw new Error('the table is gone');
    })();
    await expect(gathered(writeSheet(holes, rows, kind, 'zh'))).rejects.toThrow('the table is gone');
  });
});

test('no program runs what an export holds', async () => {
  const csv = new TextDecoder().decode(
    await gathered(writeSheet(holes, [{ number: '=1+1', note: '\t@x' }], 'csv', 'en')),
  );
  expect(csv).toContain("'=1+1,");
  const [, written] = await rawRows(await gathered(writeSheet(holes, [{ number: '=1+1' }], 'xlsx', 'en')));
  expect(written?.cells[0]).toBe('=1+1');
});

describe('a template', () => {
  test.each(['zh', 'en'] as const)('filled in reads, its example does not (%s)', async (language) => {
    const bytes = await gathered(writeTemplate(holes, language));
    const read = await readAs(holes, bytes);
    expect([read.header.problems, read.header.notes]).toEqual([[], []]);
    expect(read.rows.map(({ kind }) => kind)).toEqual(['example']);
    expect((await bookOf(bytes)).stamp).toBe('holes@2');
  });
});
