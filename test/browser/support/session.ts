import type { Browser, BrowserContext, Page } from 'playwright-core';
import shared from '../../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { withSecondFactor } from '../../support/second-factor.ts';

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
  const complaints: Complaints = [];
  // Also of further pages that a test opens beside the first.
  context.on('page', (page) => {
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
    });
  });
  // A loaded machine takes its time; who waits in vain waits a little longer.
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(address);
  return { page, complaints };
};

/** Fills in the form for name and password. */
export const givePassword = async (page: Page, username: string, password: string): Promise<void> => {
  await page.getByLabel(shared.signIn.username).fill(username);
  await page.getByLabel(shared.signIn.password, { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: shared.signIn.go, exact: true }).click();
};

/** Signs in by the form, with the name and password of a demo account, and a second factor where it is asked for. */
export const signIn = async (page: Page, account: { username: string; password: string }): Promise<void> => {
  const { code, ...who } = await withSecondFactor(new URL(page.url()).origin, account);
  await givePassword(page, who.username, who.password);
  const inside = page.getByRole('navigation');
  const asked = page.getByLabel(shared.signIn.code);
  await inside.or(asked).first().waitFor();
  if (await asked.isVisible()) {
    await asked.fill(await code());
    await page.locator('main').getByRole('button', { name: shared.signIn.go, exact: true }).click();
  }
  await inside.waitFor();
};
