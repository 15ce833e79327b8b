import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';
import { fromEbcdic } from './ebcdic.ts';

function volume(traces: number, { samples = 10, format = 1, little = false, rest = 0 } = {}): Buffer {
  const head = Buffer.alloc(3600);
  head.fill(0x40, 0, 3200);
  Buffer.from('c340f140d3c9d5c5', 'hex').copy(head);
  const write = (value: number, at: number) =>
    little ? head.writeUInt16LE(value, at) : head.writeUInt16BE(value, at);
  write(2000, 3216);
  write(samples, 3220);
  write(format, 3224);
  return Buffer.concat([head, Buffer.alloc(traces * (240 + samples * 4) + rest)]);
}

test('traces, sampling and the card image in EBCDIC', async () => {
  const found = await look('a.sgy', volume(5));
  expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'segy' } });
  expect(found.metadata).toMatchObject({
    traces: 5,
    samplesPerTrace: 10,
    sampleIntervalMicroseconds: 2000,
    littleEndian: false,
  });
  expect(found.metadata['textHeader']).toContain('C 1 LINE');
});

test('little-endian volumes are read too', async () => {
  expect((await look('a.sgy', volume(3, { little: true, format: 5 }))).metadata).toMatchObject({
    traces: 3,
    littleEndian: true,
  });
});

test('a rest and no traces are warnings', async () => {
  expect(codes(await look('a.sgy', volume(3, { rest: 17 })))).toEqual(['w:values-disagree']);
  expect(codes(await look('a.sgy', volume(0)))).toEqual(['w:no-data']);
});

test('EBCDIC', () => {
  expect(fromEbcdic(Buffer.from('c8859393964b', 'hex'))).toBe('Hello.');
});
