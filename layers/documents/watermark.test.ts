import { watermarkOf } from '@geoarchive/domain/service/grant.ts';
import { expect, jest, test } from '@jest/globals';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { packageFonts } from './testing/fonts.ts';
import { readPdf } from './testing/read-pdf.ts';
import { NotStampable, stamp } from './watermark.ts';

jest.setTimeout(60_000);
const text = '李四  某地质勘查院  LY-NGA-2026-000001  2026-11-29';
const plain = (said: string): string => said.replaceAll(/\s/g, '');

const pdf = async (...sizes: [number, number][]): Promise<Uint8Array> => {
  const made = await PDFDocument.create();
  for (const size of sizes) made.addPage(size);
  return made.save();
};
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('every page of a PDF says person, unit, grant and day, whatever its size', async () => {
  const bytes = await pdf([595, 842], [842, 595], [3370, 2384]);
  const { pages } = await readPdf(await stamp({ bytes, format: 'pdf' }, text, packageFonts()));
  expect(pages).toHaveLength(3);
  for (const page of pages) expect(plain(page)).toContain(plain(text));
});

test('a page that begins elsewhere than at the corner carries it where it is seen', async () => {
  const made = await PDFDocument.create();
  const page = made.addPage([1000, 1000]);
  page.setCropBox(200, 300, 400, 400);
  const { pages } = await readPdf(
    await stamp({ bytes: await made.save(), format: 'pdf' }, text, packageFonts()),
  );
  expect(plain(pages[0] ?? '')).toContain(plain(text));
});

test('a picture becomes a PDF of one page with the watermark', async () => {
  const stamped = await stamp({ bytes: onePixel, format: 'png' }, text, packageFonts());
  expect((await readPdf(stamped)).pages).toHaveLength(1);
});

test('files inside a PDF do not leave with it', async () => {
  const made = await PDFDocument.create();
  made.addPage([595, 842]);
  await made.attach(Buffer.from('未加水印的原件'), 'original.txt');
  const stamped = await stamp({ bytes: await made.save(), format: 'pdf' }, text, packageFonts());
  const { catalog } = await PDFDocument.load(stamped);
  expect(catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.has(PDFName.of('EmbeddedFiles'))).not.toBe(true);
  expect(catalog.has(PDFName.of('AF'))).toBe(false);
});

test('a picture too large to be taken apart is refused before it is', async () => {
  const huge = Buffer.from(onePixel);
  huge.writeUInt32BE(20_000, 16);
  huge.writeUInt32BE(14_000, 20);
  await expect(stamp({ bytes: huge, format: 'png' }, text, packageFonts())).rejects.toThrow(/20000 × 14000/);
});

test('a long unit leaves the letters readable', async () => {
  expect(watermarkOf({ name: '李四', unit: '某'.repeat(200), number: 'LY-1', day: '2026-11-29' })).toBe(
    `李四  ${'某'.repeat(24)}…  LY-1  2026-11-29`,
  );
});

test('what is no PDF is not delivered unmarked: it is refused', async () => {
  await expect(
    stamp({ bytes: Buffer.from('%PDF-1.7 broken'), format: 'pdf' }, text, packageFonts()),
  ).rejects.toThrow(NotStampable);
  await expect(stamp({ bytes: Buffer.from('no'), format: 'jpeg' }, text, packageFonts())).rejects.toThrow(
    NotStampable,
  );
});
