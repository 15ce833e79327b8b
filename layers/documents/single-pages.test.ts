import { expect, jest, test } from '@jest/globals';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
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

/** Two pages, with the layers that each draws; all are listed with both pages, one of each is hidden. */
const layered = async (): Promise<Uint8Array> => {
  const made = await PDFDocument.create();
  const { context } = made;
  const group = (Name: string) => context.register(context.obj({ Type: 'OCG', Name: PDFString.of(Name) }));
  const layers = [1, 2]
    .flatMap((no) => [`shown-${no}`, `hidden-${no}`])
    .map((name) => ({ name, ref: group(name) }));
  const listed = context.obj(Object.fromEntries(layers.map(({ name, ref }) => [name, ref])));
  for (const no of [1, 2]) {
    const page = made.addPage([595, 842]);
    const draw = ['shown', 'hidden'].map((kind) => `/OC /${kind}-${no} BDC 0 0 m 9 9 l S EMC`).join('\n');
    page.node.normalize();
    page.node.addContentStream(context.register(context.stream(draw)));
    page.node.Resources()?.set(PDFName.of('Properties'), listed);
    const seal = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 5, 5] };
    const stamp = {
      ...{ Type: 'Annot', Subtype: 'Stamp', Rect: [9, 9, 19, 19], OC: layers[no * 2 - 1]?.ref ?? null },
      AP: { N: context.register(context.stream('0 0 5 5 re f', seal)) },
    };
    page.node.set(PDFName.of('Annots'), context.obj([stamp]));
  }
  const hidden = layers.filter(({ name }) => name.startsWith('hidden')).map(({ ref }) => ref);
  const all = layers.map(({ ref }) => ref);
  made.catalog.set(
    PDFName.of('OCProperties'),
    context.obj({
      OCGs: all,
      D: { BaseState: 'ON', OFF: hidden, Order: all, AS: [{ Event: 'View', Category: ['View'], OCGs: all }] },
    }),
  );
  return made.save({ useObjectStreams: false });
};

test('a layer that the document hides stays hidden, also that of a note; those of other pages do not come along', async () => {
  const of = await singlePages(await layered());
  for (const no of [1, 2]) {
    const made = await PDFDocument.load(await of.pick([no], text, packageFonts()));
    const layers = made.catalog.lookup(PDFName.of('OCProperties'), PDFDict);
    const state = layers.lookup(PDFName.of('D'), PDFDict);
    const namesIn = (dict: PDFDict, list: string) => {
      const found = dict.lookup(PDFName.of(list), PDFArray);
      return Array.from({ length: found.size() }, (_, at) =>
        found.lookup(at, PDFDict).lookup(PDFName.of('Name'), PDFString).asString(),
      );
    };
    expect(namesIn(layers, 'OCGs')).toEqual([`shown-${no}`, `hidden-${no}`]);
    expect(namesIn(state, 'OFF')).toEqual([`hidden-${no}`]);
    expect(state.get(PDFName.of('BaseState'))).toBe(PDFName.of('ON'));
    const byUse = state.lookup(PDFName.of('AS'), PDFArray).lookup(0, PDFDict);
    expect(namesIn(byUse, 'OCGs')).toEqual([`shown-${no}`, `hidden-${no}`]);
    // The page draws with these very layers, and so does the seal on it.
    const { node } = made.getPage(0);
    const off = state.lookup(PDFName.of('OFF'), PDFArray).get(0);
    const drawn = node.Resources()?.lookup(PDFName.of('Properties'), PDFDict);
    expect(drawn?.keys().map((name) => name.decodeText())).toEqual([`shown-${no}`, `hidden-${no}`]);
    expect(drawn?.get(PDFName.of(`hidden-${no}`))).toBe(off);
    expect(node.Annots()?.lookup(0, PDFDict).get(PDFName.of('OC'))).toBe(off);
    expect(await inside(await made.save())).not.toMatch(
      no === 1 ? /(?:shown|hidden)-2/ : /(?:shown|hidden)-1/,
    );
  }
});

test('a document without layers is given without any', async () => {
  const of = await singlePages(await linked());
  const made = await PDFDocument.load(await of.pick([1], text, packageFonts()));
  expect(made.catalog.has(PDFName.of('OCProperties'))).toBe(false);
});

test('what is no PDF, or broken, is refused', async () => {
  await expect(singlePages(Buffer.from('no PDF'))).rejects.toThrow();
});
