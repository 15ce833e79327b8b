import axe from 'axe-core';
import type { Page } from 'playwright-core';

type AxeResult = { id: string; nodes: { html: string; failureSummary?: string }[] };

/** What axe finds wrong with a page as it is shown: WCAG 2.2 A and AA, and its best practices. */
export const audit = async (page: Page): Promise<string[]> => {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  // Run from the outside: the sites' content security policy allows no scripts but their own.
  await page.evaluate(axe.source);
  const violations: AxeResult[] = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }).then((r) => r.violations)`,
  );
  return violations.map(
    ({ id, nodes: [node] }) => `${page.url()} ${id}: ${node?.html} ${node?.failureSummary}`,
  );
};
