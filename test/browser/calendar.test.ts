import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { dialog, go, main } from './support/page.ts';

const endpoints = sharedEndpoints();
const { calendar: words } = admin;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close(), 60_000);

test('the ministry changes a day, takes a click back, saves with its source, and puts the year back', async () => {
  const desk = openDesk(() => browser, endpoints);
  const page = await desk.as('MINISTRY_ADMIN');
  await go(page, '/calendar?year=2025');
  const named = (name: string) => main(page).getByRole('button', { name, exact: true });
  await named(shared.action.edit).click();
  const day = (mark: string) => named(`2025-03-05 ${mark}`);
  await day(words.mark.none).click();
  await day(words.mark.off).waitFor();
  await named(words.undo).click();
  await day(words.mark.none).click();
  expect(await audit(page)).toEqual([]);
  await named(shared.action.save).click();
  await dialog(page).getByLabel(words.source).fill('测试通知〔2025〕1 号');
  await dialog(page).getByLabel(words.reason).fill('浏览器测试');
  expect(await audit(page)).toEqual([]);
  await dialog(page)
    .getByRole('button', { name: /保\s*存/ })
    .click();
  await main(page).getByRole('heading', { name: words.differences }).waitFor();
  await main(page).getByText('浏览器测试').first().waitFor();
  expect(await audit(page)).toEqual([]);
  await named(words.reset).click();
  await dialog(page).getByLabel(words.reason).fill('测试完毕');
  await dialog(page).getByRole('button', { name: words.reset }).click();
  await main(page).getByRole('heading', { name: words.differences }).waitFor({ state: 'detached' });
  await main(page).getByText('测试完毕').first().waitFor();
}, 180_000);

test('a submitter subscribes to the due dates; the address answers, and no longer when it is stopped', async () => {
  const desk = openDesk(() => browser, endpoints);
  const page = await desk.as('SUBMITTER');
  await go(page, '/tasks');
  await main(page).getByRole('button', { name: submit.subscribe.open }).click();
  await dialog(page)
    .getByRole('button', { name: new RegExp(`${submit.subscribe.make}|${submit.subscribe.renew}`) })
    .click();
  const address = dialog(page).getByLabel(submit.subscribe.address);
  await address.waitFor();
  expect(await audit(page)).toEqual([]);
  const url = await address.inputValue();
  const feed = await fetch(url);
  expect([feed.status, feed.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/calendar'),
  ]);
  expect(await feed.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await dialog(page).getByRole('button', { name: submit.subscribe.revoke }).click();
  await address.waitFor({ state: 'detached' });
  expect((await fetch(url)).status).toBe(404);
}, 180_000);
