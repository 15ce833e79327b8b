import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identify } from '../core/identify.ts';
import { bytesSource } from '../sources.ts';
import { buildZip } from '../testing/build-zip.ts';
import { look } from '../testing/look.ts';
import { contained } from './containers.ts';
import { documents } from './documents.ts';
import { drawings } from './drawings.ts';
import { images } from './images.ts';
import { media } from './media.ts';
import { recognise } from './recognise.ts';
import { markup, systems } from './systems.ts';
import { candidates } from './table.ts';

const lines = [images, drawings, media, documents, systems, markup].join('\n').split('\n').filter(Boolean);

test.each(['(', 'a', '\xff'])('every line has its five columns and a pattern that compiles (%j)', (start) => {
  for (const line of lines) {
    expect(line).toMatch(/^(x-)?fmt\/\d+\|[!\w ]*\|[\w./+-]+\|[^|]+\|./);
    expect(line.split('|')[4]).not.toBe('');
  }
  expect(candidates(start).length).toBeGreaterThan(10);
});

test('patterns of lines that begin with any byte compile too', () => {
  for (let byte = 0; byte < 256; byte++) {
    for (const { puid, name, id } of candidates(String.fromCharCode(byte))) {
      expect(puid).toMatch(/^(x-)?fmt\/\d+$/);
      expect(id).toMatch(/^[a-z0-9-]+$/);
      expect(name).not.toBe('');
    }
  }
});

test.each([
  ['AC1032', 'dwg', undefined],
  ['AC1027\0\0', 'dwg', 'fmt/531'],
  ['GIF87a', 'gif', 'fmt/3'],
  [`LASF${'\0'.repeat(20)}\x01\x02`, 'las', 'fmt/370'],
  ['~Version\nVERS.  2.0 : CWLS\n', 'las', 'fmt/390'],
  ['CWS\x0f', 'swf', 'fmt/761'],
  ['\x09\x08\x10\0', 'xls', undefined],
  ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\n', 'ics', 'fmt/388'],
  ['\x1bLua', 'txt', undefined],
])('%j as .%s is %s', (head, extension, puid) => {
  expect(recognise(head, '', extension)?.puid).toBe(puid);
});

test('two letters tell a format only under its extension', () => {
  expect(recognise('MZ hello', '', 'txt')).toBeUndefined();
  expect(recognise('MZ hello', '', 'exe')?.puid).toBe('x-fmt/411');
});

test('a format without reader is kept with its name, type and identifier, and without an error', async () => {
  expect(await look('a.e57', 'ASTM-E57\0\0\0\0')).toMatchObject({
    format: { name: 'ASTM E57 point cloud', mime: 'model/e57', puid: 'fmt/643' },
    valid: true,
  });
});

test('a format that only its extension tells is named so, with a finding', async () => {
  const { format, problems } = await look('a.tfw', '0.5\n0\n0\n-0.5\n100\n200\n');
  expect(format.puid).toBe('fmt/367');
  expect(problems.map(({ code, severity }) => `${severity}:${code}`)).toEqual(['info:named-only']);
});

test('containers are told by their entries', async () => {
  const siard = buildZip([{ name: 'header/siardversion/2.1/', data: '' }]);
  expect((await look('a.siard', siard)).format).toMatchObject({ id: 'siard', puid: 'fmt/1196' });
  const has = (entry: string) => entry === 'dgn~h';
  expect(await contained('ole', has, async () => '')).toMatchObject({ puid: 'fmt/502' });
  expect(
    await contained(
      'ole',
      () => false,
      async () => '',
    ),
  ).toBeUndefined();
});

test('any bytes are recognised or not, in little time', async () => {
  const part = fc.constantFrom(
    'RIFF',
    '<?xml version="1.0"?>',
    '<!-- -->',
    '\0',
    'bext',
    '\xff\xfb\x90',
    '999\n',
    '{"asset"',
    'BEGIN:VCALENDAR',
  );
  const text = fc.array(fc.oneof(part, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 4000 });
  await fc.assert(
    fc.asyncProperty(text, async (parts) => {
      const bytes = Buffer.from(parts.join('').slice(0, 16_384), 'latin1');
      recognise(bytes.toString('latin1'), '', 'xml');
      expect(typeof (await identify(bytesSource('x', bytes)))).toBe('string');
    }),
    { numRuns: 60 },
  );
});
