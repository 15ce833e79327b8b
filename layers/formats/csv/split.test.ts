import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tableRows } from './rows.ts';
import { endsQuoted, splitRow } from './split.ts';

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test('cells that were quoted come back', () => {
  const cells = fc.array(
    fc.string().filter((cell) => !/[\r\n]/.test(cell)),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(cells, fc.constantFrom(',', ';', '\t'), (row, delimiter) => {
      expect(splitRow(row.map(quote).join(delimiter), delimiter)).toEqual(row);
    }),
  );
});

test('rows with line ends in cells come back from lines', async () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ') }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 5 }), async (rows) => {
      const lines = rows
        .map((row) => row.map(quote).join(','))
        .join('\n')
        .split('\n');
      const found: string[][] = [];
      for await (const row of tableRows(
        (async function* () {
          yield* lines;
        })(),
        ',',
      ))
        if ('cells' in row) found.push(row.cells);
      expect(found).toEqual(rows);
    }),
  );
});

test('a quote inside of a cell opens nothing', () => {
  expect(endsQuoted('5" pipe,x', ',', false)).toBe(false);
  expect(endsQuoted('a,"open', ',', false)).toBe(true);
  expect(endsQuoted('still" , x', ',', true)).toBe(false);
});
