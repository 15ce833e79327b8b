import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';

const label = [
  'PDS_VERSION_ID = PDS3',
  'RECORD_BYTES = 100',
  'FILE_RECORDS = 4',
  '^IMAGE = 3',
  'PRODUCT_ID = "MC02"',
  'LINES = 2',
  'LINE_SAMPLES = 100',
  'END',
  '',
].join('\r\n');
const whole = Buffer.concat([Buffer.from(label), Buffer.alloc(400 - label.length)]);

test('a label with its image, whole and cut short', async () => {
  expect(await look('a.img', whole)).toMatchObject({
    valid: true,
    problems: [],
    format: { id: 'pds' },
    metadata: { title: 'MC02', width: 100, height: 2 },
  });
  expect(codes(await look('a.img', whole.subarray(0, 300)))).toEqual(['e:truncated']);
});

test('a label whose image is in another file is whole by itself', async () => {
  expect((await look('a.lbl', label.replace('^IMAGE = 3', '^IMAGE = "A.IMG"'))).valid).toBe(true);
});
