import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib';
import type { Fonts } from './fonts.ts';
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
const ofNote = new Set(['Type', 'Subtype', 'Rect', 'AP', 'AS', 'F']);

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

/**
 * Pictures and forms that the page draws: files often list those of all pages with each of them, and one page would bring the pictures of
 * all the others along. Where it cannot be told which are drawn, all stay.
 */
const drawnPictures = (page: PDFPage, document: PDFDocument): void => {
  const { Resources } = page.node.normalizedEntries();
  const listed = Resources.lookupMaybe(PDFName.of('XObject'), PDFDict);
  const commands = listed && commandsOf(page);
  if (listed === undefined || commands === undefined) return;
  const drawn = new Set(
    [...commands.matchAll(/\/([^\s/<>[\](){}%]+)\s+Do\b/g)].map(([, name = '']) => PDFName.of(name)),
  );
  const kept = listed.entries().filter(([name]) => drawn.has(name));
  if (kept.some(([name]) => borrows(listed.lookup(name)))) return;
  const own = Resources.clone(document.context);
  const pictures = document.context.obj({});
  for (const [name, what] of kept) pictures.set(name, what);
  own.set(PDFName.of('XObject'), pictures);
  page.node.set(PDFName.of('Resources'), own);
};

/** Takes from a page what leads to others. What is inherited is written to it first. */
const alone = (page: PDFPage, document: PDFDocument): void => {
  page.node.normalize();
  drawnPictures(page, document);
  const notes = drawnNotes(page);
  for (const name of ['MediaBox', 'CropBox', 'Rotate'].map((one) => PDFName.of(one))) {
    const inherited = page.node.getInheritableAttribute(name);
    if (inherited !== undefined) page.node.set(name, inherited);
  }
  keepOnly(page.node, new Set([...ofPage, 'Parent']));
  if (notes.length > 0) page.node.set(PDFName.of('Annots'), document.context.obj(notes));
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
        for (const no of numbers) alone(document.getPage(no - 1), document);
        for (const page of await made.copyPages(
          document,
          numbers.map((no) => no - 1),
        ))
          made.addPage(page);
        return await marked(made, text, fonts);
      } catch (error) {
        throw new NotStampable(error instanceof Error ? error.message : 'unreadable');
      }
    },
  };
};
export type SinglePages = Awaited<ReturnType<typeof singlePages>>;
