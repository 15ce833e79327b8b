import { notices } from '@geoarchive/contract/routes.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, go, main } from './support/page.ts';

const endpoints = sharedEndpoints();
const people = actors(endpoints);
const number = `TZ-${Date.now()}`;
const { notices: words } = shared;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  const ministry = await people.as('MINISTRY_ADMIN');
  const shape = { source: 'other', organisation: 'DEMO-SURVEY', node: 'NGA', due: '2027-06-30' } as const;
  await importTasks(ministry, [{ number, name: '通知试验', ...shape }], '任务.xlsx');
  const submitter = await people.as('SUBMITTER');
  await until(
    () => submitter.call(notices.listOwnNotices),
    ({ items }) => items.some(({ title }) => title.zh.includes(number)),
  );
}, 120_000);
afterAll(() => browser?.close(), 60_000);

test('the bell counts, the keyboard reads, a kind is muted and what has legal effect is not', async () => {
  const desk = openDesk(() => browser, endpoints);
  const page = await desk.as('SUBMITTER');
  await go(page, '/');
  const bell = page.getByRole('link', { name: /^通知，\d+\+? 条未读$/ });
  await bell.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/notices');
  const row = main(page).getByRole('listitem').filter({ hasText: number });
  await row.waitFor();
  expect(await audit(page)).toEqual([]);
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await row.getByText(/^已读，/).waitFor();

  await main(page).getByText(words.unread, { exact: true }).click();
  await page.waitForURL('**/notices?show=unread');
  await row.waitFor({ state: 'detached' });

  const kind = (name: string, checked: boolean) => main(page).getByRole('checkbox', { name, checked });
  expect(await kind('退回补充修改', true).isDisabled()).toBe(true);
  // The box shows what the server holds: it changes when the answer is there.
  await kind('验收入馆', true).click();
  await kind('验收入馆', false).waitFor();
  await page.reload();
  await kind('验收入馆', false).click();
  await kind('验收入馆', true).waitFor();

  await go(page, '/notices');
  await row.waitFor();
  const all = button(page, words.markAllRead);
  if (await all.isEnabled()) await all.click();
  await page.getByRole('link', { name: words.open, exact: true }).waitFor();
  expect(await audit(page)).toEqual([]);
  expect(desk.complaints()).toEqual([]);
}, 120_000);
