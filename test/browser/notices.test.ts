import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notices } from '@geoarchive/contract/routes.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { makePerson } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, go, main } from './support/page.ts';

const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
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
afterAll(async () => {
  inside.close();
  await browser?.close();
}, 60_000);

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

  const mail = (name: string, checked: boolean) => main(page).getByRole('radio', { name, checked });
  await mail('每日汇总', false).click();
  await mail('每日汇总', true).waitFor();
  await page.reload();
  await mail('每日汇总', true).waitFor();
  await mail('立即发送', false).click();
  await mail('立即发送', true).waitFor();

  await go(page, '/notices');
  await row.waitFor();
  const all = button(page, words.markAllRead);
  if (await all.isEnabled()) await all.click();
  await page.getByRole('link', { name: words.open, exact: true }).waitFor();
  expect(await audit(page)).toEqual([]);
  expect(desk.complaints()).toEqual([]);
}, 120_000);

test('an administrator has notices sent to a system of their own: address, secret, a test with its answer, on', async () => {
  const { webhook: hook } = submit;
  const got: string[] = [];
  const server = createServer((request, answer) => {
    got.push(String(request.headers['webhook-id']));
    answer.writeHead(got.length === 1 ? 401 : 204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has this form of address.
  const { port } = server.address() as AddressInfo;
  try {
    const desk = openDesk(() => browser, endpoints);
    // Of an organisation of their own: other tests give the demo's one an address too.
    const organisation = `HOOKS-${Date.now()}`;
    const username = organisation.toLowerCase();
    const page = await desk.visitor(
      await makePerson(endpoints, inside, { username, role: 'SUBMITTER_ADMIN', organisation }),
    );
    await go(page, '/organisation');
    const url = main(page).getByRole('textbox', { name: hook.url });
    await url.fill('https://10.0.0.1/');
    await button(page, hook.save).click();
    await main(page).getByRole('alert').getByText('公共互联网', { exact: false }).first().waitFor();
    await url.fill(`http://127.0.0.1:${port}/in`);
    await button(page, hook.save).click();

    await button(page, hook.makeSecret).click();
    const secret = main(page).getByRole('textbox', { name: hook.secret });
    await secret.waitFor();
    expect(await secret.inputValue()).toMatch(/^whsec_/);
    expect(await audit(page)).toEqual([]);

    await button(page, hook.test).click();
    const row = (state: string) => main(page).getByRole('row').filter({ hasText: state });
    await row(hook.states.failed).getByText('HTTP 401。').waitFor();
    await row(hook.states.failed).getByRole('button').click();
    await row(hook.states.delivered).getByText('HTTP 204。').waitFor();
    expect([got.length, new Set(got).size]).toEqual([2, 1]);

    await main(page).getByRole('switch', { name: hook.switch }).click();
    await button(page, hook.save).click();
    await main(page).getByText(hook.on, { exact: true }).waitFor();
    await page.reload();
    await main(page).getByText(hook.on, { exact: true }).waitFor();
    expect(await secret.count()).toBe(0);
    await main(page).getByRole('switch', { name: hook.switch, checked: true }).click();
    await button(page, hook.save).click();
    await main(page).getByText(hook.off, { exact: true }).waitFor();
    expect(await audit(page)).toEqual([]);
    // The one complaint is the browser's about the address that was refused.
    expect(desk.complaints().filter((one) => !one.includes('422'))).toEqual([]);
  } finally {
    server.close();
  }
}, 120_000);
