import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

type AxeResult = { id: string; nodes: { html: string; failureSummary?: string }[] };

const pictures = process.env['GEOARCHIVE_PICTURES'];
let taken = 0;

/** For developers: a picture of each page that is looked at, into the folder GEOARCHIVE_PICTURES. */
const picture = async (page: Page): Promise<void> => {
  if (!pictures) return;
  taken += 1;
  const name = new URL(page.url()).pathname.replaceAll('/', '_');
  await page.screenshot({ path: join(pictures, `${Date.now()}-${taken}${name}.png`) });
};

/**
 * What axe finds wrong with a page as it is shown: WCAG 2.2 A and AA, and its best practices. Contrast costs most of it, and may be left out
 * where the same page was looked at in another language: its colours are the same.
 */
export const audit = async (page: Page, { contrast = true } = {}): Promise<string[]> => {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await picture(page);
  // Run from the outside: the sites' content security policy allows no scripts but their own.
  await page.evaluate(axe.source);
  const violations: AxeResult[] = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'color-contrast': { enabled: ${contrast} } }, resultTypes: ['violations'] }).then((r) => r.violations)`,
  );
  return violations.map(
    ({ id, nodes: [node] }) => `${page.url()} ${id}: ${node?.html} ${node?.failureSummary}`,
  );
};
