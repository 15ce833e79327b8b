import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formats } from './formats.ts';
import { inspect } from './inspect.ts';
import { bytesSource } from './sources.ts';
import { codes, look } from './testing/look.ts';

test('an empty file is an error', async () => {
  const found = await look('a.pdf', '');
  expect(found.valid).toBe(false);
  expect(codes(found)).toEqual(['e:empty-file']);
});

test('what nobody knows is stored as unknown, without an error', async () => {
  const found = await look('a.xyz9', Buffer.from([0, 1, 2, 250, 3, 4, 0, 0, 9]));
  expect(found.format.id).toBe('unknown');
  expect(found).toMatchObject({ valid: true, problems: [] });
});

test('a name that promises a format the content is not of is an error', async () => {
  const found = await look('map.shp', Buffer.from([0, 1, 2, 250, 3, 4, 0, 0, 9]));
  expect(codes(found)).toEqual(['e:content-not-as-named']);
});

test('a wrong extension is a warning that names the right one', async () => {
  const found = await look('log.pdf', '~Version\nVERS. 2.0:\nWRAP. NO:\n~W\n');
  expect(found.format.id).toBe('las');
  expect(found.problems[0]).toMatchObject({ code: 'extension-mismatch', severity: 'warning' });
  expect(found.problems[0]?.message.en).toContain('.las');
});

test('a source that fails is thrown, not taken for a bad file', async () => {
  const source = { name: 'a.pdf', size: 5000, read: () => Promise.reject(new Error('network')) };
  await expect(inspect(source)).rejects.toThrow('network');
  let reads = 0;
  const later = {
    name: 'a.zip',
    size: 500_000,
    read: async (_: number, length: number) => {
      if (reads++ > 0) throw new Error('network');
      return Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(length - 4)]);
    },
  };
  await expect(inspect(later)).rejects.toThrow('network');
});

test('reading stops at its time', async () => {
  const endless = `~V\nVERS. 2.0:\nWRAP. NO:\n~C\nDEPT.M :\n~A\n${'1\n'.repeat(400_000)}`;
  const found = await inspect(bytesSource('a.las', Buffer.from(endless)), { seconds: 0.000001 });
  expect(codes(found)).toContain('e:took-too-long');
});

test('a volume of 200 GB costs a few reads', async () => {
  const head = Buffer.alloc(3600);
  head[0] = 0xc3;
  head.writeUInt16BE(1000, 3220);
  head.writeUInt16BE(1, 3224);
  let bytes = 0;
  const volume = {
    name: 'huge.sgy',
    size: 3600 + 47_000_000 * 4240,
    read: async (offset: number, length: number) => {
      bytes += length;
      return Buffer.concat([offset === 0 ? head : Buffer.alloc(0), Buffer.alloc(length)]).subarray(0, length);
    },
  };
  expect(await inspect(volume)).toMatchObject({ valid: true, metadata: { traces: 47_000_000 } });
  expect(bytes).toBeLessThan(200_000);
});

test('ids of the format table are unique and every reader loads', async () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  for (const { reader } of formats) if (reader) expect(typeof (await reader())).toBe('function');
});

const starts = [
  '%PDF-1.4\n',
  'PK\x03\x04',
  'PK\x05\x06',
  'II*\0',
  'MM\0+',
  '~V\n',
  '{"type":"Feature"',
  '<?xml version="1.0"?>',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '7z\xbc\xaf\x27\x1c',
  'Rar!\x1a\x07\x01\0',
  'Rar!\x1a\x07\0',
  '\x89PNG\r\n\x1a\n',
  '\xff\xd8\xff\xe0',
  '\x1f\x8b\x08',
  '"GROUP","PROJ"\r\n',
  'a,b\n',
  '\0\0\x27\x0a',
];

test('no content makes inspect throw', async () => {
  const content = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 700 }));
  await fc.assert(
    fc.asyncProperty(
      content,
      fc.constantFrom('a', 'a.csv', 'a.dbf', 'a.sgy', 'a.json'),
      async ([start, rest], name) => {
        const found = await inspect(bytesSource(name, Buffer.concat([Buffer.from(start, 'latin1'), rest])), {
          seconds: 5,
        });
        expect(found.valid).toBe(found.problems.every(({ severity }) => severity !== 'error'));
      },
    ),
    { numRuns: 300 },
  );
});
