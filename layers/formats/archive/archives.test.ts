import { gzipSync } from 'node:zlib';
import { expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { codes, look } from '../testing/look.ts';
import { vints } from './rar5.ts';
import { paxRecords, tarNumber } from './tar.ts';

// The bomb is a hundred megabytes to unpack, on a machine that does other things too.
jest.setTimeout(30_000);

function tarEntry(name: string, data: string, { type = '0', link = '', checksum = 0 } = {}): Buffer {
  const head = Buffer.alloc(512);
  head.write(name, 0);
  head.write('0000644\0', 100);
  head.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('        ', 148);
  head.write(type, 156);
  head.write(link, 157);
  head.write('ustar\0' + '00', 257);
  const sum = head.reduce((total, byte) => total + byte, 0) + checksum;
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const body = Buffer.alloc(Math.ceil(data.length / 512) * 512);
  body.write(data);
  return Buffer.concat([head, body]);
}
const end = Buffer.alloc(1024);

test('entries of a tar', async () => {
  const tar = Buffer.concat([tarEntry('a.txt', 'hello'), tarEntry('b/c.txt', 'x'.repeat(600)), end]);
  const found = await look('a.tar', tar);
  expect(found).toMatchObject({
    valid: true,
    problems: [],
    format: { id: 'tar' },
    metadata: { entries: 2, unpackedBytes: 605 },
  });
});

test('paths and links that leave the folder, damaged and cut headers', async () => {
  expect(codes(await look('a.tar', Buffer.concat([tarEntry('../a', 'x'), end])))).toEqual(['e:path-escape']);
  const link = tarEntry('a', '', { type: '2', link: '../../etc' });
  expect(codes(await look('a.tar', Buffer.concat([link, end])))).toEqual(['e:path-escape']);
  const inside = tarEntry('a', '', { type: '2', link: 'b' });
  expect(codes(await look('a.tar', Buffer.concat([inside, end])))).toEqual(['w:link-entry']);
  const damaged = Buffer.concat([tarEntry('a', 'x'), tarEntry('b', 'x', { checksum: 1 }), end]);
  expect(codes(await look('a.tar', damaged))).toEqual(['e:damaged-structure']);
  expect(codes(await look('a.tar', tarEntry('a', 'x'.repeat(2000)).subarray(0, 1024)))).toEqual([
    'e:truncated',
  ]);
});

test('numbers and pax records come back', () => {
  fc.assert(
    fc.property(fc.nat(0o7777777), (value) => tarNumber(Buffer.from(`${value.toString(8)}\0`)) === value),
  );
  expect(tarNumber(Buffer.from([0x80, 0, 0, 1, 0]))).toBe(256);
  expect(tarNumber(Buffer.from('xyz'))).toBeNaN();
  expect(paxRecords(Buffer.from('12 path=a.b\n'))).toEqual(new Map([['path', 'a.b']]));
  expect(paxRecords(Buffer.from('99 path=a.b\n'))).toBeUndefined();
});

test('gzip: whole, cut, wrong checksum, bomb', async () => {
  const packed = gzipSync('hello '.repeat(100));
  expect(await look('a.gz', packed)).toMatchObject({ valid: true, metadata: { unpackedBytes: 600 } });
  expect(codes(await look('a.gz', packed.subarray(0, packed.length - 6)))).toEqual(['e:checksum-wrong']);
  const wrong = Buffer.from(packed);
  wrong.writeUInt32LE(1, wrong.length - 8);
  expect(codes(await look('a.gz', wrong))).toEqual(['e:checksum-wrong']);
  const bomb = gzipSync(Buffer.alloc(101 * 1024 * 1024), { level: 9 });
  expect(codes(await look('a.gz', bomb))).toEqual(['e:archive-bomb']);
});

test('numbers of RAR 5 come back', () => {
  fc.assert(
    fc.property(fc.nat(), (value) => {
      const bytes: number[] = [];
      let rest = value;
      do {
        bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
        rest = Math.floor(rest / 128);
      } while (rest > 0);
      expect(vints(Buffer.from(bytes), 0).next()).toBe(value);
    }),
  );
});
