import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  PDFPage,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib';
import type { Fonts } from './fonts.ts';
import { keepLayers } from './page-layers.ts';
import { marked, NotStampable, opened } from './watermark.ts';

/** What of a page is drawn. Everything else could lead to other pages, and they would be taken along. */
const ofPage = new Set([
  'Type',
  'Resources',
  'Contents',
  'MediaBox',
  'CropBox',
  'Rotate',
  'UserUnit',
  'Group',
]);
/** What of a note on a page is drawn: a seal or a signature is one. Links and files are not. */
const ofNote = new Set(['Type', 'Subtype', 'Rect', 'AP', 'AS', 'F', 'OC']);

const keepOnly = (dict: PDFDict, kept: ReadonlySet<string>): void => {
  for (const name of dict.keys()) if (!kept.has(name.decodeText())) dict.delete(name);
};

/** Notes that have a look of their own, with nothing but that. */
const drawnNotes = (page: PDFPage): PDFDict[] => {
  const notes = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  const drawn: PDFDict[] = [];
  for (let at = 0; at < (notes?.size() ?? 0); at += 1) {
    const note = notes?.lookup(at);
    if (!(note instanceof PDFDict) || !note.has(PDFName.of('AP'))) continue;
    keepOnly(note, ofNote);
    drawn.push(note);
  }
  return drawn;
};

/** The commands that draw a page, as text; nothing where they cannot be read. */
const commandsOf = (page: PDFPage): string | undefined => {
  const contents = page.node.Contents();
  const parts: (PDFObject | undefined)[] =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, at) => contents.lookup(at))
      : [contents];
  try {
    return parts
      .map((part) =>
        part instanceof PDFRawStream
          ? Buffer.from(decodePDFRawStream(part).decode()).toString('latin1')
          : part instanceof PDFStream
            ? Buffer.from(part.getContents()).toString('latin1')
            : '',
      )
      .join('\n');
  } catch {
    return undefined;
  }
};

/** Whether a form draws with pictures that stand in the page's own list, as very old files may have it. */
const borrows = (form: PDFObject | undefined): boolean =>
  form instanceof PDFStream &&
  form.dict.lookupMaybe(PDFName.of('Subtype'), PDFName)?.decodeText() === 'Form' &&
  !form.dict.has(PDFName.of('Resources'));

/** What of a list of the page's parts the commands name before an operator. */
const named = (listed: PDFDict, commands: string, operators: string): [PDFName, PDFObject][] => {
  const called = new RegExp(`/([^\\s/<>[\\](){}%]+)\\s+(?:${operators})\\b`, 'g');
  const names = new Set([...commands.matchAll(called)].map(([, name = '']) => PDFName.of(name)));
  return listed.entries().filter(([name]) => names.has(name));
};

/**
 * Pictures, forms and layers that the page draws: files often list those of all pages with each of them, and one page would bring those of
 * all the others along. Where it cannot be told which are drawn, all stay.
 */
const drawnParts = (page: PDFPage, document: PDFDocument): void => {
  const { Resources } = page.node.normalizedEntries();
  const commands = commandsOf(page);
  if (commands === undefined) return;
  const own = Resources.clone(document.context);
  for (const [list, operators] of Object.entries({ XObject: 'Do', Properties: 'BDC|DP' })) {
    const listed = Resources.lookupMaybe(PDFName.of(list), PDFDict);
    if (listed === undefined) continue;
    const kept = document.context.obj({});
    for (const [name, what] of named(listed, commands, operators)) {
      if (borrows(listed.lookup(name))) return;
      kept.set(name, what);
    }
    own.set(PDFName.of(list), kept);
  }
  page.node.set(PDFName.of('Resources'), own);
};

/** Takes from a page what leads to others. What is inherited is written to it first. */
const alone = (page: PDFPage, document: PDFDocument): PDFPage['node'] => {
  page.node.normalize();
  drawnParts(page, document);
  const notes = drawnNotes(page);
  for (const name of ['MediaBox', 'CropBox', 'Rotate'].map((one) => PDFName.of(one))) {
    const inherited = page.node.getInheritableAttribute(name);
    if (inherited !== undefined) page.node.set(name, inherited);
  }
  keepOnly(page.node, new Set([...ofPage, 'Parent']));
  if (notes.length > 0) page.node.set(PDFName.of('Annots'), document.context.obj(notes));
  return page.node;
};

/**
 * A PDF whose pages are given out one by one, or some of them, each with the watermark: nothing of the others is in what is given.
 * @throws NotStampable for a file that is locked or broken.
 */
export const singlePages = async (bytes: Uint8Array) => {
  const document = await opened(bytes);
  return {
    count: document.getPageCount(),
    /** The pages of these numbers, from 1, as a PDF of their own. */
    async pick(numbers: readonly number[], text: string, fonts: Fonts): Promise<Uint8Array> {
      try {
        const made = await PDFDocument.create();
        const copier = PDFObjectCopier.for(document.context, made.context);
        const nodes = numbers.map((no) => document.getPage(no - 1)).map((page) => alone(page, document));
        for (const node of nodes) {
          const copy = copier.copy(node);
          made.addPage(PDFPage.of(copy, made.context.register(copy), made));
        }
        keepLayers({ from: document, to: made, copier }, nodes);
        return await marked(made, text, fonts);
      } catch (error) {
        throw new NotStampable(error instanceof Error ? error.message : 'unreadable');
      }
    },
  };
};
export type SinglePages = Awaited<ReturnType<typeof singlePages>>;
