import { expect, test } from '@jest/globals';
import { tidyPaths } from './pick.ts';

const blob = new Blob([]);
const paths = (...given: string[]) => tidyPaths(given.map((path) => ({ path, size: 0, blob })));
const names = (result: ReturnType<typeof paths>) => result.files.map((file) => file.path);

test('one common folder is left away', () => {
  expect(names(paths('report/b.pdf', 'report/T/a.tif'))).toEqual(['T/a.tif', 'b.pdf']);
});

test('two folders, or files beside a folder, stay as they are', () => {
  expect(names(paths('Z/a.pdf', 'T/a.tif'))).toEqual(['T/a.tif', 'Z/a.pdf']);
  expect(names(paths('Z/a.pdf', 'b.pdf'))).toEqual(['Z/a.pdf', 'b.pdf']);
});

test('litter of desktops is left out and counted', () => {
  const result = paths('r/.DS_Store', 'r/x/Thumbs.db', 'r/~$报告.docx', 'r/报告.docx', '__MACOSX/r/a');
  expect(names(result)).toEqual(['报告.docx']);
  expect(result.leftOut).toBe(4);
});

test('names are composed (NFC), as the archive keeps them', () => {
  expect(names(paths('e\u0301.txt'))).toEqual(['\u00e9.txt']);
});

test('nothing stays nothing', () => {
  expect(paths()).toEqual({ files: [], leftOut: 0 });
});
