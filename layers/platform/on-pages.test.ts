import { limits } from '@geoarchive/domain/limits.ts';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { onPages } from './on-pages.ts';

/** Files of these numbers, filled onto pages as `receive` does it. */
const filled = (numbers: readonly number[]) => {
  const reads: number[][] = [];
  const read = async (pages: number[]) => {
    reads.push(pages);
    return pages.flatMap((no) => {
      const files = numbers.slice((no - 1) * limits.filesPerPage, no * limits.filesPerPage);
      return files.length === 0 ? [] : [{ no, files: files.map((each) => ({ no: each })) }];
    });
  };
  const find = async (wanted: readonly number[]) =>
    (await onPages(wanted, numbers.length, read)).map(({ no }) => no).sort((a, b) => a - b);
  return { find, reads };
};
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

test('without gaps one read is enough', async () => {
  const { find, reads } = filled(upTo(250));
  expect(await find([1, 100, 101, 250])).toEqual([1, 100, 101, 250]);
  expect(reads).toEqual([[1, 2, 3]]);
});

test('a file whose predecessors were taken out is found on an earlier page', async () => {
  expect(await filled(upTo(150).filter((no) => no !== 3)).find([101])).toEqual([101]);
});

test('a file far from where its number says takes few reads', async () => {
  const { find, reads } = filled(upTo(100_000).filter((no) => no > 50_000));
  expect(await find([50_001])).toEqual([50_001]);
  expect(reads.length).toBeLessThan(12);
});

test('what is not there is not found, and looking for it ends', async () => {
  expect(await filled([1, 2, 500]).find([3, 499, 501, Number.MAX_SAFE_INTEGER])).toEqual([]);
  expect(await filled([]).find([1])).toEqual([]);
});

test('whatever is taken out, exactly the wanted files that remain are found, each once', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 1, max: 450 }), { maxLength: 450 }),
      fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 20 }),
      async (there, wanted) => {
        const expected = [...new Set(wanted)].filter((no) => there.includes(no)).sort((a, b) => a - b);
        expect(await filled([...there].sort((a, b) => a - b)).find(wanted)).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  ));
