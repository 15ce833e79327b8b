import { expect, test } from '@jest/globals';
import { buildPdf } from '../testing/build-pdf.ts';
import { codes, look } from '../testing/look.ts';
import { parseObject } from './object.ts';
import { archivalClaim, pdfDate, pdfPuid } from './properties.ts';

test('pages, title in Chinese, author, date and text', async () => {
  const found = await look('a.pdf', buildPdf({ title: '某铁矿勘探报告', text: 'Iron ore' }));
  expect(found).toMatchObject({ valid: true, problems: [], format: { id: 'pdf', puid: 'fmt/18' } });
  expect(found.metadata).toMatchObject({
    pages: 1,
    title: '某铁矿勘探报告',
    author: 'Li Si',
    created: '2024-01-31T12:00:00+08:00',
    encrypted: false,
    pageSize: [595, 842],
  });
  expect(found.metadata['textSample']).toContain('Iron ore');
});

test('Chinese text in a font that is not embedded is read with the character maps', async () => {
  const found = await look('a.pdf', buildPdf({ chinese: '铁矿勘探报告' }));
  expect(found.metadata['textSample']).toContain('铁矿勘探报告');
});

test('a file that needs a password is kept and said to be encrypted', async () => {
  const found = await look('a.pdf', buildPdf({ encrypt: true }));
  expect(codes(found)).toEqual(['w:encrypted']);
  expect(found.metadata).toMatchObject({ encrypted: true });
});

test('a file cut short is an error', async () => {
  const whole = buildPdf();
  const found = await look('a.pdf', whole.subarray(0, whole.length - 200));
  expect(found.valid).toBe(false);
  expect(codes(found)).toContain('e:damaged-structure');
});

test('cross-references that point elsewhere are an error, though the file can be repaired', async () => {
  const broken = Buffer.from(
    buildPdf()
      .toString('latin1')
      .replace(/0000000\d\d\d 00000 n/, '0000000999 00000 n'),
    'latin1',
  );
  const found = await look('a.pdf', broken);
  expect(found.problems.some(({ message }) => message.en.includes('object 1 is not at byte 999'))).toBe(true);
  expect(found.valid).toBe(false);
});

test.each([
  ['a font without its name', '/BaseFont /Helvetica', '/BaseXont /Helvetica', 'Type1 font without /BaseFont'],
  ['contents that are a number', '/Contents 4 0 R', '/Contents 40404', '/Contents is a number'],
  ['a key of the trailer twice', '/Info 6 0 R', '/Root 6 0 R', 'trailer: /Root twice'],
  ['a key without a value', '/Root 1 0 R /Info 6 0 R', '/Root 1 0 R /Informatio', '/Informatio has no value'],
  ['a place beside the cross-references', '\nxref\n0 ', ' \nxref\n0', 'xref is not at the very byte'],
])('%s is an error', async (_, right, wrong, message) => {
  const text = buildPdf().toString('latin1');
  expect(text).toContain(right);
  const found = await look('a.pdf', Buffer.from(text.replace(right, wrong), 'latin1'));
  expect(found.valid).toBe(false);
  expect(found.problems.map(({ message }) => message.en).join()).toContain(message);
});

test('a value is read to its end, or said to be cut', () => {
  const value = (text: string) => parseObject(text, 0);
  expect(value('[1 2 R (a(b)\\)) <41>] x')).toMatchObject({ value: { kind: 'array' }, end: 21 });
  expect(value('% note\n<< /A << /B 1 0 R >> >> ')).toMatchObject({ value: { kind: 'dictionary' } });
  expect(value('<< /A (cut')).toBe('cut');
  expect(value('<< /A 1 /A 2 >>')).toEqual({ broken: '/A twice in a dictionary' });
  expect(value('['.repeat(100_000))).toBe('cut');
});

test('a date of no known form is a warning; the profile for printing gives the identifier', async () => {
  const dated = await look('a.pdf', buildPdf({ info: '/ModDate (3/3/2004 21:56:17) ' }));
  expect(codes(dated)).toEqual(['w:odd-structure']);
  const found = await look('a.pdf', buildPdf({ info: '/GTS_PDFXVersion (PDF/X-3:2003) ' }));
  expect(found).toMatchObject({ valid: true, format: { puid: 'fmt/148' } });
  expect(found.metadata).toMatchObject({ exchangeProfile: 'PDF/X-3:2003' });
});

test('bytes before the header are a warning', async () => {
  expect(codes(await look('a.pdf', Buffer.concat([Buffer.from('junk\n'), buildPdf()])))).toContain(
    'w:odd-structure',
  );
});

test('dates, profiles and identifiers', () => {
  expect(pdfDate('D:2024')).toBe('2024-01-01T00:00:00');
  expect(pdfDate('yesterday')).toBe('yesterday');
  expect(archivalClaim('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')).toBe('2B');
  expect(pdfPuid('1.7', '2B')).toBe('fmt/477');
  expect(pdfPuid('1.7', undefined)).toBe('fmt/276');
});
