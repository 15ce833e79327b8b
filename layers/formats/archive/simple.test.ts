import { expect, test } from '@jest/globals';
import { bytes } from '../testing/build.ts';
import { codes, look } from '../testing/look.ts';

const member = (name: string, data: string, size = String(data.length)) =>
  `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${size.padEnd(10)}\`\n${data}${data.length % 2 ? '\n' : ''}`;
const ar = `!<arch>\n${member('a.txt/', 'hello')}${member('b.txt/', 'hi')}`;

test('ar: members, and headers that are no numbers', async () => {
  expect(await look('a.ar', ar)).toMatchObject({
    valid: true,
    format: { id: 'ar' },
    metadata: { entries: 2 },
  });
  expect(codes(await look('a.ar', `!<arch>\n${member('a', 'x', '9x')}`))).toContain('e:damaged-structure');
  expect(codes(await look('a.ar', ar.slice(0, -20)))).toContain('e:truncated');
});

const newc = (name: string, data: string) => {
  const fields = [0, 0o100644, 0, 0, 1, 0, data.length, 0, 0, 0, 0, name.length + 1, 0];
  const head = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}${name}\0`;
  const pad = (text: string) => text.padEnd(Math.ceil(text.length / 4) * 4, '\0');
  return pad(head) + pad(data);
};
const cpio = newc('a.txt', 'hello') + newc('TRAILER!!!', '');

test('cpio: entries up to the trailer, at every cut', async () => {
  expect(await look('a.cpio', cpio)).toMatchObject({ valid: true, problems: [], metadata: { entries: 1 } });
  expect(codes(await look('a.cpio', cpio.replace('00000006', '0000000G')))).toContain('e:damaged-structure');
  for (let cut = 120; cut < cpio.length - 110; cut += 7)
    expect((await look('a.cpio', cpio.slice(0, cut))).problems.length).toBeGreaterThan(0);
});

function cabinet({ blocks = 1, fileSize = 5, folder = 0 } = {}): Buffer {
  const data = bytes({ u32: [0] }, { u16: [5, 5] }, 'hello');
  const file = bytes({ u32: [fileSize, 0] }, { u16: [folder, 0, 0, 0x20] }, 'a.txt\0');
  const at = 36 + 8;
  return bytes(
    'MSCF',
    { u32: [0, at + file.length + data.length, 0, at, 0] },
    { u16: [0x0103, 1, 1, 0, 1, 0] },
    { u32: [at + file.length] },
    { u16: [blocks, 0] },
    file,
    data,
  );
}

test('cabinet: folders, data blocks and files fit together', async () => {
  expect(await look('a.cab', cabinet())).toMatchObject({
    valid: true,
    problems: [],
    metadata: { entries: 1 },
  });
  for (const wrong of [{ blocks: 9 }, { fileSize: 99_999 }, { folder: 7 }])
    expect(codes(await look('a.cab', cabinet(wrong)))).toContain('e:damaged-structure');
  expect(codes(await look('a.cab', cabinet().subarray(0, -3)))).toContain('e:truncated');
});
