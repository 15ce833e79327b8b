import { crc32 } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { codes, look } from '../testing/look.ts';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
const size = Buffer.from([0, 0, 0, 7, 0, 0, 0, 5, 8, 2, 0, 0, 0]);
const png = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  chunk('IHDR', size),
  chunk('IEND', Buffer.alloc(0)),
]);

test('PNG: size, cut end, wrong checksum', async () => {
  expect(await look('a.png', png)).toMatchObject({ valid: true, metadata: { width: 7, height: 5 } });
  expect(codes(await look('a.png', png.subarray(0, png.length - 12)))).toEqual(['e:truncated']);
  const wrong = Buffer.from(png);
  wrong[20] = 9;
  expect(codes(await look('a.png', wrong))).toEqual(['e:checksum-wrong']);
});

const jfif = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const frame = [0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 1, 1, 0x11, 0];
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3];

test('JPEG: size, version, cut end, no picture', async () => {
  const whole = Buffer.from([0xff, 0xd8, ...jfif, ...frame, ...scan, 0xff, 0xd9]);
  expect(await look('a.jpg', whole)).toMatchObject({
    valid: true,
    format: { puid: 'fmt/43' },
    metadata: { width: 7, height: 5 },
  });
  expect(codes(await look('a.jpg', whole.subarray(0, whole.length - 2)))).toEqual(['e:truncated']);
  expect(codes(await look('a.jpg', Buffer.from([0xff, 0xd8, ...jfif, 0xff, 0xd9])))).toEqual([
    'e:damaged-structure',
  ]);
});

test('GIF and BMP: size and end', async () => {
  const gif = Buffer.from([...Buffer.from('GIF87a'), 7, 0, 5, 0, 0, 0, 0, 0x3b]);
  expect(await look('a.gif', gif)).toMatchObject({
    valid: true,
    format: { puid: 'fmt/3' },
    metadata: { width: 7, height: 5 },
  });
  const bmp = Buffer.alloc(80);
  bmp.write('BM');
  bmp.writeUInt32LE(54, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(7, 18);
  bmp.writeInt32LE(-5, 22);
  expect(await look('a.bmp', bmp)).toMatchObject({ valid: true, metadata: { width: 7, height: 5 } });
  bmp.writeUInt32LE(5000, 10);
  expect(codes(await look('a.bmp', bmp))).toEqual(['e:truncated']);
});
