import { noDataPledge } from '@geoarchive/domain/cases/statements.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { orderLifecycle } from '@geoarchive/domain/supervision/order.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { makePerson } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, confirm, dialog, fill, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

/* What authorities and submitters fill in and send: an order and its answer, demands in a batch, the statements about a task. */
const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const people = actors(endpoints);
const stamp = Date.now();
const today = dayOf(new Date());
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  inside.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const label = (move: keyof typeof orderLifecycle.moves) => orderLifecycle.moves[move].label.zh;

const subject = `催办 ${stamp}`;
let order = '';
let province: Page;
step('the ministry orders a province to act', async () => {
  const page = await desk.as('MINISTRY_ADMIN');
  await go(page, '/orders');
  await button(page, admin.orders.make).click();
  await dialog(page).getByLabel(shared.publication.node, { exact: true }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '湖北' }).first().click();
  await dialog(page).getByLabel(admin.orders.subject, { exact: true }).fill(subject);
  await dialog(page).getByLabel(admin.orders.text, { exact: true }).fill('请核实逾期任务并回复。');
  await dialog(page).getByLabel(admin.orders.deadline, { exact: true }).fill(addDays(today, 10));
  await clean(page);
  await confirm(page, admin.orders.make);
  await main(page).getByRole('link', { name: subject }).click();
  await page.waitForURL(/\/orders\/[0-9A-Z]{26}$/);
  order = new URL(page.url()).pathname;
  await main(page).getByText(admin.orders.nothingSaid).waitFor();
  await clean(page);
});

step('the province answers, the ministry sends it back, is answered again and closes it', async () => {
  const who = { username: 'authority-hb', role: 'PROVINCE_ADMIN' as const, node: 'HB' };
  province = await desk.visitor(await makePerson(endpoints, inside, who));
  const ministry = await desk.as('MINISTRY_ADMIN');
  const acts: [Page, keyof typeof orderLifecycle.moves, string][] = [
    [province, 'reply', '已催交。'],
    [ministry, 'return', '请附清单。'],
    [province, 'reply', '清单已报。'],
    [ministry, 'close', '办结。'],
  ];
  for (const [page, move, text] of acts) {
    await go(page, order);
    await button(page, label(move)).click();
    await dialog(page).getByLabel(admin.orders.text, { exact: true }).fill(text);
    await confirm(page, label(move));
    await main(page).getByText(text, { exact: true }).waitFor();
  }
  await main(ministry).getByText(orderLifecycle.states.closed.zh, { exact: true }).first().waitFor();
  await clean(ministry);
});

step('demands go to those who are chosen from the preview, and to nobody twice', async () => {
  const parties = [`BATCH-A-${stamp}`, `BATCH-B-${stamp}`, `BATCH-C-${stamp}`];
  const ministry = await people.as('MINISTRY_ADMIN');
  const tasks = parties.map((organisation) => ({
    ...{ number: `${organisation}-1`, name: '批量催交', source: 'other' as const },
    ...{ organisation, node: 'HB', due: addDays(today, -40) },
  }));
  await importTasks(ministry, tasks, 'batch');
  await go(province, '/chases/new');
  const box = (organisation: string) =>
    main(province).getByRole('checkbox', { name: new RegExp(organisation) });
  for (const party of parties.slice(0, 2)) await box(party).check();
  await clean(province);
  await button(province, admin.chases.send.replace('{{count}}', '2')).click();
  await main(province)
    .getByText(/已催交.*2|2.*已催交/)
    .first()
    .waitFor();
  await clean(province);
  await province.reload();
  expect(await box(parties[0] ?? '').isDisabled()).toBe(true);
  expect(await box(parties[2] ?? '').isDisabled()).toBe(false);
  await go(province, '/chases');
  await main(province)
    .getByText(new RegExp(parties[1] ?? ''))
    .first()
    .waitFor();
});

step(
  'the submitter states what force majeure keeps from it, and pledges that no data were formed',
  async () => {
    const own = { username: `states-${stamp}`, role: 'SUBMITTER' as const, organisation: `STATES-${stamp}` };
    const ministry = await people.as('MINISTRY_ADMIN');
    const task = {
      ...{ number: `${own.organisation}-1`, name: '承诺任务', source: 'other' as const },
      ...{ organisation: own.organisation, node: 'NGA', due: addDays(today, 20) },
    };
    await importTasks(ministry, [task], 'statements');
    const page = await desk.visitor(await makePerson(endpoints, inside, own));
    await go(page, '/tasks');
    await main(page).getByRole('link', { name: task.name }).first().click();
    await page.waitForURL(/\/tasks\/[0-9A-Z]{26}$/);
    const path = new URL(page.url()).pathname;

    await go(page, `${path}/statements/force-majeure`);
    await button(page, submit.cases.send).click();
    await main(page).getByText(shared.form.required).first().waitFor();
    await fill(page, submit.taskPage.textOf['force-majeure'], '洪水淹没工区。');
    await fill(page, shared.taskPage.expected, addDays(today, 60));
    await button(page, submit.cases.send).click();
    await page.waitForURL(/\/cases\/[0-9A-Z]{26}$/);
    await main(page).getByText('洪水淹没工区。').waitFor();
    await clean(page);

    await go(page, `${path}/statements/no-data`);
    await fill(page, submit.taskPage.textOf['no-data'], '未开展工作。');
    await button(page, submit.cases.send).click();
    await main(page).getByText(submit.taskPage.mustPledge).waitFor();
    await main(page).getByLabel(noDataPledge.zh).check();
    await button(page, submit.cases.send).click();
    await page.waitForURL(/\/cases\/[0-9A-Z]{26}$/);
    await main(page).getByText('未开展工作。').waitFor();
    await clean(page);
    expect(desk.complaints()).toEqual([]);
  },
);
