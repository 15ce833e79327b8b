import { expect, test } from '@jest/globals';
import { askedRecords } from './asked-records.ts';

const id = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
const of = (...records: string[]) => askedRecords(new URLSearchParams(records.map((one) => ['record', one])));

test('takes ids with their titles, and nothing else', () => {
  expect(of(`${id} 报告 & 附图`, 'x y', '<script>', id)).toEqual([
    { id, title: '报告 & 附图' },
    { id, title: id },
  ]);
});

test('takes no more than a request holds', () => {
  expect(of(...Array.from({ length: 30 }, () => id))).toHaveLength(20);
});
