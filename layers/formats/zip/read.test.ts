import { expect, test } from '@jest/globals';
import { encode } from 'iconv-lite';
import { buildZip } from '../testing/build-zip.ts';
import { codes, look } from '../testing/look.ts';

test('entries and sizes of an archive', async () => {
  const found = await look(
    'a.zip',
    buildZip([
      { name: '报告/正文.pdf', data: 'x'.repeat(500) },
      { name: 'b.txt', data: 'b' },
    ]),
  );
  expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'zip', puid: 'x-fmt/263' } });
  expect(found.metadata).toMatchObject({
    entries: 2,
    unpackedBytes: 501,
    files: [
      { name: '报告/正文.pdf', size: 500 },
      { name: 'b.txt', size: 1 },
    ],
  });
});

test('names in GBK are read', async () => {
  const found = await look(
    'a.zip',
    buildZip([{ name: encode('钻孔柱状图.dwg', 'gbk'), data: 'x', say: { flags: 0 } }]),
  );
  expect(found.metadata['files']).toMatchObject([{ name: '钻孔柱状图.dwg' }]);
});

test.each(['../evil.txt', '/etc/passwd', 'C:\\x.txt', 'a/../../b', '..\\b'])('%s escapes', async (name) => {
  const found = await look('a.zip', buildZip([{ name, data: 'x' }]));
  expect(found.valid).toBe(false);
  expect(codes(found)).toContain('e:path-escape');
});

test('a bomb is an error and is not unpacked', async () => {
  const bomb = buildZip([{ name: 'a', data: Buffer.alloc(120 * 1024 * 1024) }]);
  expect(codes(await look('a.zip', bomb))).toEqual(['e:archive-bomb']);
});

test('a size that lies, a wrong checksum and a local name that differs are errors', async () => {
  const lies = [{ size: 5 }, { crc: 1 }, { localName: 'other.txt' }, { method: 0 }];
  for (const say of lies) {
    const found = await look('a.zip', buildZip([{ name: 'a.txt', data: 'x'.repeat(400), say }]));
    expect(found.valid).toBe(false);
  }
});

test('entries with a password are told', async () => {
  const found = await look('a.zip', buildZip([{ name: 'a.txt', data: 'x', say: { flags: 1 } }]));
  expect(codes(found)).toContain('w:encrypted');
  expect(found.metadata['encrypted']).toBe(true);
});

test('links are named and never followed', async () => {
  expect(codes(await look('a.zip', buildZip([{ name: 'a', data: '/etc', mode: 0o120777 }])))).toEqual([
    'w:link-entry',
  ]);
});

test('an archive cut short is an error; a comment and a stub in front are not', async () => {
  const whole = buildZip([{ name: 'a.txt', data: 'hello' }], { comment: '说明' });
  expect((await look('a.zip', whole)).valid).toBe(true);
  expect((await look('a.zip', whole.subarray(0, whole.length - 30))).valid).toBe(false);
  const stub = await look('a.zip', buildZip([{ name: 'a.txt', data: 'hello' }], { before: 'PK00' }));
  expect(codes(stub)).toEqual(['w:odd-structure']);
});

const core =
  '<cp:coreProperties xmlns:dc="x"><dc:title>矿区&amp;报告</dc:title><dc:creator>张三</dc:creator></cp:coreProperties>';

test.each([
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
])('%s with its title and author', async (format, main) => {
  const found = await look(
    `a.${format}`,
    buildZip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: main, data: '<a/>' },
      { name: 'docProps/core.xml', data: core },
      { name: 'docProps/app.xml', data: '<Properties><Pages>12</Pages></Properties>' },
    ]),
  );
  expect(found).toMatchObject({
    valid: true,
    problems: [],
    format: { id: format },
    metadata: { title: '矿区&报告', author: '张三', pages: 12 },
  });
});

test('KMZ and OpenDocument are told from ZIP', async () => {
  expect((await look('a.kmz', buildZip([{ name: 'doc.kml', data: '<kml/>' }]))).format.id).toBe('kmz');
  const odt = buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' },
    { name: 'meta.xml', data: '<m><dc:title>T</dc:title></m>' },
  ]);
  expect(await look('a.odt', odt)).toMatchObject({ format: { id: 'odt' }, metadata: { title: 'T' } });
});
