import type { Browser, BrowserContext, Page } from 'playwright-core';
import shared from '../../../frontend/shared/i18n/zh.json' with { type: 'json' };

/** Everything a page said wrong while it was open. */
export type Complaints = string[];

/** Opens a site in a browser of its own, in Chinese, and keeps its errors. */
export const openSite = async (
  browser: Browser,
  address: string,
): Promise<{ page: Page; complaints: Complaints }> => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1366, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: Complaints = [];
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
  });
  await page.goto(address);
  return { page, complaints };
};

/** Signs in by the form, with the name and password of a demo account. */
export const signIn = async (page: Page, account: { username: string; password: string }): Promise<void> => {
  await page.getByLabel(shared.signIn.username).fill(account.username);
  await page.getByLabel(shared.signIn.password, { exact: true }).fill(account.password);
  await page.locator('main').getByRole('button', { name: shared.signIn.go, exact: true }).click();
  await page.getByRole('navigation').waitFor();
};
