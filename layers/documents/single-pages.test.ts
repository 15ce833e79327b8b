import { expect, jest, test } from '@jest/globals';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';
import { singlePages } from './single-pages.ts';
import { packageFonts } from './testing/fonts.ts';
import { readPdf } from './testing/read-pdf.ts';

jest.setTimeout(60_000);
const text = '李四  AJ-NGA-2026-000001  2026-11-29';
const plain = (said: string): string => said.replaceAll(/\s/g, '');

/** Three pages that name each other by links, and that share one list of pictures. */
const linked = async (): Promise<Uint8Array> => {
  const made = await PDFDocument.create();
  const font = await made.embedFont(StandardFonts.Helvetica);
  const pages = [1, 2, 3].map((no) => {
    const page = made.addPage([595, 842]);
    page.drawText(`Content of page ${no}`, { x: 80, y: 700, size: 28, font });
    return page;
  });
  const pictures = made.context.obj({});
  for (const [at, page] of pages.entries()) {
    const secret = made.context.stream(`% picture of page ${at + 1}\n0 0 m 10 10 l S`, {
      ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10], Resources: {} },
    });
    pictures.set(PDFName.of(`Pic${at + 1}`), made.context.register(secret));
    const content = made.context.stream(`q /Pic${at + 1} Do Q`);
    page.node.addContentStream(made.context.register(content));
    const next = pages[(at + 1) % 3];
    const link = { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 10, 10], Dest: [next?.ref ?? null, 'Fit'] };
    const seal = made.context.stream('0 0 5 5 re f', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 5, 5],
    });
    const stamp = {
      ...{ Type: 'Annot', Subtype: 'Stamp', Rect: [9, 9, 19, 19], P: page.ref },
      AP: { N: made.context.register(seal) },
    };
    page.node.set(PDFName.of('Annots'), made.context.obj([link, stamp]));
  }
  for (const page of pages) page.node.Resources()?.set(PDFName.of('XObject'), pictures);
  return made.save({ useObjectStreams: false });
};

/** Everything that stands in a file, streams unpacked. */
const inside = async (bytes: Uint8Array): Promise<string> => {
  const { context } = await PDFDocument.load(bytes);
  return context
    .enumerateIndirectObjects()
    .map(([, one]) => one.toString())
    .join('\n');
};

test('one page is given with the watermark, and nothing of the others leaves with it', async () => {
  const of = await singlePages(await linked());
  expect(of.count).toBe(3);
  const page = await of.pick([2], text, packageFonts());
  const { pages } = await readPdf(page);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Content of page 2');
  expect(plain(pages[0] ?? '')).toContain(plain(text));
  const all = await inside(page);
  expect(all).toContain('picture of page 2');
  expect(all).not.toMatch(/picture of page [13]/);
  // Links lead to other pages: they are gone. The seal on the page is still there.
  expect(all).not.toContain('/Link');
  expect(all).toContain('/Stamp');
  expect(all.match(/\/Type \/Page\n/g)).toHaveLength(1);
});

test('several pages are given in the order in which they are asked for, one after another from the same file', async () => {
  const of = await singlePages(await linked());
  await of.pick([1], text, packageFonts());
  const { pages } = await readPdf(await of.pick([3, 1], text, packageFonts()));
  expect(pages.map((page) => /Content of page (\d)/.exec(page)?.[1])).toEqual(['3', '1']);
});

test('what is no PDF, or broken, is refused', async () => {
  await expect(singlePages(Buffer.from('no PDF'))).rejects.toThrow();
});
