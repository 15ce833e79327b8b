import { expect, test } from '@jest/globals';
import { barChangeSheet, barSheet } from './bar-sheet.ts';
import { chaseSheet } from './chase-sheet.ts';
import { cockpitSheets } from './cockpit-sheet.ts';

// A declaration in which a heading or a code could mean two things throws when it is loaded, and takes its page with it.
test.each([barSheet, barChangeSheet, chaseSheet])(
  '$id says of each line what it is about, in both languages',
  (sheet) => {
    expect(sheet.columns.map(({ key }) => key)).toEqual(
      expect.arrayContaining([...sheet.key, 'organisation', 'organisationName', 'paper', 'node', 'until']),
    );
    for (const { label } of sheet.columns) expect(label.zh).toMatch(/[一-鿿]/);
  },
);

test.each(Object.values(cockpitSheets))('$id says as of when its figures are, in both languages', (sheet) => {
  expect(sheet.columns.map(({ key }) => key)).toEqual(
    expect.arrayContaining([...sheet.key, 'asOf', 'should', 'submitted', 'rate']),
  );
  for (const { label } of sheet.columns) expect(label.zh).toMatch(/[一-鿿]/);
});
