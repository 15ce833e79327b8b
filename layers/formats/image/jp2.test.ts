import { expect, test } from '@jest/globals';
import { bytes } from '../testing/build.ts';
import { codes, look } from '../testing/look.ts';

const box = (type: string, ...parts: (Buffer | string)[]) => {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return bytes({ u32be: [data.length + 8] }, type, data);
};
const u16be = (...values: number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));

function stream(width = 4, height = 3, end = true): Buffer {
  const size = bytes({ u32be: [width, height, 0, 0, width, height, 0, 0] });
  const siz = Buffer.concat([u16be(0xff4f, 0xff51, 41, 0), size, u16be(1), Buffer.from([7, 1, 1])]);
  return Buffer.concat([siz, Buffer.from('data'), end ? u16be(0xffd9) : Buffer.alloc(0)]);
}

function picture(code: Buffer, width = 4): Buffer {
  const ihdr = box('ihdr', bytes({ u32be: [3, width] }), u16be(1), Buffer.from([7, 7, 0, 0]));
  return Buffer.concat([
    box('jP  ', '\r\n', Buffer.from([0x87]), '\n'),
    box('ftyp', 'jp2 ', bytes({ u32be: [0] }), 'jp2 '),
    box('jp2h', ihdr),
    box('jp2c', code),
  ]);
}

test('JPEG 2000: size by the code stream, in its boxes and bare', async () => {
  const size = { width: 4, height: 3, bands: 1 };
  expect(await look('a.jp2', picture(stream()))).toMatchObject({
    valid: true,
    problems: [],
    format: { id: 'jp2', puid: 'x-fmt/392' },
    metadata: size,
  });
  expect(await look('a.j2k', stream())).toMatchObject({ valid: true, format: { id: 'j2k' }, metadata: size });
});

test('sizes that disagree, a stream without end and broken boxes are errors', async () => {
  expect(codes(await look('a.jp2', picture(stream(), 5)))).toEqual(['e:damaged-structure']);
  expect(codes(await look('a.jp2', picture(stream(4, 3, false))))).toEqual(['e:truncated']);
  const whole = picture(stream());
  for (let cut = 40; cut < whole.length; cut += 5)
    expect((await look('a.jp2', whole.subarray(0, cut))).valid).toBe(false);
});
