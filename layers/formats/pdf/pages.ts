import { type Problem, problem } from '../core/problem.ts';
import type { PdfDocument } from './document.ts';

/** Pages whose text is read, pages that are opened, characters that are kept. */
const READ = 3;
const OPENED = 200;
const KEPT = 2000;

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 120);

/** Text of a page with line ends where the lines end. */
async function pageText(document: PdfDocument, number: number): Promise<string> {
  const page = await document.getPage(number);
  try {
    const { items } = await page.getTextContent();
    return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  } finally {
    page.cleanup();
  }
}

/** Opens the pages and takes a sample of the text; a page that cannot be opened is a finding. */
export async function readPages(
  document: PdfDocument,
  checkTime: () => void,
): Promise<{ textSample: string; problems: Problem[]; size?: [number, number] }> {
  const problems: Problem[] = [];
  let textSample = '';
  let size: [number, number] | undefined;
  for (let number = 1; number <= Math.min(document.numPages, OPENED) && problems.length < 5; number++) {
    checkTime();
    try {
      const page = await document.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      size ??= [Math.round(right - left), Math.round(top - bottom)];
      if (number <= READ && textSample.length < KEPT) textSample += `${await pageText(document, number)}\n`;
    } catch (error) {
      problems.push(problem('damaged-structure', { what: reason(error) }, `page ${number}`));
    }
  }
  const sample = textSample
    .replaceAll('\0', '')
    .replace(/[ \t]+/g, ' ')
    .trim()
    .slice(0, KEPT);
  return size ? { textSample: sample, problems, size } : { textSample: sample, problems };
}
