import { withDocument } from '@geoarchive/formats/pdf/document.ts';
import { bytesSource } from '@geoarchive/formats/sources.ts';

/** The pages of a PDF as somebody who copies their text sees them, and their sizes in points. */
export const readPdf = (pdf: Uint8Array): Promise<{ pages: string[]; sizes: [number, number][] }> =>
  withDocument(bytesSource('print.pdf', pdf), undefined, async (document) => {
    const pages: string[] = [];
    const sizes: [number, number][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      sizes.push([Math.round(right - left), Math.round(top - bottom)]);
    }
    return { pages, sizes };
  });
