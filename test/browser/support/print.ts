import { readFileSync } from 'node:fs';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import type { Locator, Page } from 'playwright-core';
import shared from '../../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { main } from './page.ts';

/** Presses the print button of a paper and reads the PDF that comes: its number is the name of the file. */
export const printOf = async (
  page: Page,
  inside: Locator = main(page),
): Promise<{ number: string; text: string }> => {
  const name = new RegExp(`^${shared.documents.printOf.replace('{{number}}', '')}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    inside.getByRole('button', { name }).first().click(),
  ]);
  const { pages } = await readPdf(readFileSync(await download.path()));
  return {
    number: download.suggestedFilename().replace(/\.pdf$/, ''),
    text: pages.join('').replaceAll(/\s/g, ''),
  };
};
