import type { Page } from 'playwright-core';

/** What a person finds and does on a page, by the texts that they read. */
export const main = (page: Page) => page.getByRole('main');
export const dialog = (page: Page) => page.getByRole('dialog');
export const button = (page: Page, name: string | RegExp) =>
  main(page).getByRole('button', { name, exact: true });
/** Answers the question that stands over the page. */
export const confirm = (page: Page, name: string) =>
  dialog(page).getByRole('button', { name, exact: true }).click();
export const go = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
export const fill = (page: Page, label: string, text: string) =>
  main(page).getByLabel(label, { exact: true }).fill(text);
export const choose = async (page: Page, label: string, option: string) => {
  await main(page).getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
};
