import { readFileSync } from 'node:fs';
import { cases } from '@geoarchive/contract/routes.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { textPartCodes, textParts } from '@geoarchive/domain/reporting/report.ts';
import { bytesSource } from '@geoarchive/formats/sources.ts';
import { openBook } from '@geoarchive/sheets/open.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import * as z from 'zod';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import portal from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, dialog, go, main } from './support/page.ts';
import { openSite } from './support/session.ts';
import { pathOfSteps } from './support/steps.ts';

/* A province's annual report from draft to accepted, with one return; what is signed stays; PDF and workbook are read back. */
const words = admin.reporting;
const endpoints = sharedEndpoints();
// A year of its own: reports are one a unit and year.
const year = 2019;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());
const clients = actors(endpoints);
const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
let keeperPage: Promise<Page> | undefined;
const keeper = (): Promise<Page> => {
  const who = endpoints.accounts.find(({ username }) => username === 'province-keeper');
  if (who === undefined) throw new Error('no keeper of the province');
  keeperPage ??= desk.visitor({ site: endpoints.admin, username: who.username, password: who.password });
  return keeperPage;
};
const province = () => desk.as('PROVINCE_ADMIN');
const ministry = () => desk.as('MINISTRY_ADMIN');
let path = '';

const stateIs = (page: Page, state: string) =>
  main(page).locator('.ga-lead').getByText(state, { exact: true }).waitFor();
/** The question that stands beside a button. */
const answer = (page: Page, name: string | RegExp) =>
  page.locator('.ant-popover').getByRole('button', { name, exact: true }).click();
const enter = async (page: Page, figure: string, n: string) => {
  await main(page).getByRole('spinbutton', { name: figure, exact: true }).fill(n);
};
const saveStaff = async (page: Page, staff: string) => {
  await enter(page, '在编人员', staff);
  await button(page, /保存“表 8 机构”/).click();
  await button(page, /保存“表 8 机构”/).waitFor({ state: 'detached' });
};

step(
  'the archive begins its report; figures come by themselves, and what is left to do is said',
  async () => {
    const page = await keeper();
    await go(page, `/reports?year=${year}`);
    await main(page).getByText(words.notBegun, { exact: true }).first().waitFor();
    expect(await audit(page)).toEqual([]);
    await button(page, words.begin.replace('{{year}}', String(year))).click();
    await main(page)
      .getByRole('heading', { level: 1, name: `《湖北省地质资料管理年报（${year}年度）》` })
      .waitFor();
    path = new URL(page.url()).pathname;
    await main(page).getByText('“汇交工作”还没有填写。').waitFor();
    await main(page).getByText(words.figuresAt, { exact: true }).waitFor({ timeout: 60_000 });
    expect(await audit(page)).toEqual([]);
    expect(await button(page, /^签\s?报$/).isDisabled()).toBe(true);
  },
);

step('numbers and words are filled in and saved', async () => {
  const page = await keeper();
  await saveStaff(page, '12');
  for (const part of textPartCodes) {
    const { zh } = textParts[part];
    await main(page).getByLabel(zh, { exact: true }).fill(`${zh}：本年度平稳。`);
    const save = button(page, words.saveText.replace('{{part}}', zh));
    // By the keyboard: what is left to do is a line less above it at any moment, and the button elsewhere.
    await save.press('Enter');
    await save.waitFor({ state: 'detached' });
  }
  await main(page).getByText('还没有填写').first().waitFor({ state: 'detached' });
});

const sign = async (page: Page) => {
  await button(page, /^签\s?报$/).click();
  await answer(page, /^签\s?报$/);
  await stateIs(page, '单位已签报');
};

step('it is signed, returned by the province with a reason, mended and signed again', async () => {
  const page = await keeper();
  await sign(page);
  expect(await audit(page)).toEqual([]);
  expect(await main(page).getByRole('spinbutton').count()).toBe(0);

  const authority = await province();
  await go(authority, path);
  await button(authority, /^退\s?回$/).click();
  await dialog(authority).getByLabel(words.reason, { exact: true }).fill('人员数与上报不符');
  await dialog(authority)
    .getByRole('button', { name: /^退\s?回$/ })
    .click();
  await stateIs(authority, '填报中');

  await page.reload();
  await main(page)
    .getByText(/人员数与上报不符/)
    .waitFor();
  await saveStaff(page, '15');
  await sign(page);
});

step('the province approves, the ministry accepts', async () => {
  const authority = await province();
  await authority.reload();
  await button(authority, '审核通过').click();
  await answer(authority, '审核通过');
  await stateIs(authority, '已审核');
  const national = await ministry();
  await go(national, path);
  await button(national, /^接\s?收$/).click();
  await answer(national, /^接\s?收$/);
  await stateIs(national, '部级已接收');
  expect(await audit(national)).toEqual([]);
});

step('each figure leads to its definition and to the objects behind it', async () => {
  const page = await keeper();
  await go(page, path);
  await main(page).getByRole('row').filter({ hasText: '馆藏案卷' }).getByRole('link').first().click();
  await main(page).getByText('到期末入馆的案卷。').waitFor();
  expect(await audit(page)).toEqual([]);
});

step('PDF and workbook bear the official title, and show Chinese', async () => {
  const page = await keeper();
  await go(page, path);
  const [pdf] = await Promise.all([page.waitForEvent('download'), button(page, words.pdf).click()]);
  expect(pdf.suggestedFilename()).toContain('湖北省地质资料管理年报');
  const { pages } = await readPdf(readFileSync(await pdf.path()));
  const text = pages.join('').replaceAll(/\s/g, '');
  for (const said of [
    `《湖北省地质资料管理年报（${year}年度）》`,
    '部级已接收',
    '表8机构',
    '未测',
    '服务工作：本年度平稳。',
  ])
    expect(text).toContain(said);
  const [xlsx] = await Promise.all([page.waitForEvent('download'), button(page, words.xlsx).click()]);
  const book = await openBook(bytesSource('report.xlsx', readFileSync(await xlsx.path())));
  const rows: unknown[] = [];
  for await (const row of book.rows()) rows.push(row);
  expect(JSON.stringify(rows)).toContain('在编人员');
});

step('the ministry evaluates a period, circulates it, and takes the circular along', async () => {
  const page = await ministry();
  await go(page, '/evaluations');
  await main(page).getByLabel(admin.evaluation.period, { exact: true }).waitFor();
  expect(await audit(page)).toEqual([]);
  await button(page, /^测\s?算$/).click();
  await main(page).getByRole('heading', { name: admin.evaluation.ranking }).waitFor({ timeout: 90_000 });
  await main(page).getByText('转送及时', { exact: false }).first().waitFor();
  await button(page, /^通\s?报$/).click();
  await dialog(page).getByLabel(admin.evaluation.text, { exact: true }).fill('现将评估结果通报如下。');
  await dialog(page)
    .getByRole('button', { name: /^通\s?报$/ })
    .click();
  await stateIs(page, '已通报');
  expect(await audit(page)).toEqual([]);
  const [pdf] = await Promise.all([page.waitForEvent('download'), button(page, words.pdf).click()]);
  const { pages } = await readPdf(readFileSync(await pdf.path()));
  const text = pages.join('').replaceAll(/\s/g, '');
  for (const said of ['评估通报', '现将评估结果通报如下。', '湖北省地质资料馆', '未测'])
    expect(text).toContain(said);
});

step(
  'an appeal that is granted corrects what was circulated: old value, new value and appeal stand in the next edition',
  async () => {
    const page = await ministry();
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const [unit, authority] = await Promise.all([clients.as('PROVINCE_ADMIN'), clients.as('MINISTRY_ADMIN')]);
    const opened = await unit.call(cases.openCase, {
      body: {
        ...{ kind: 'evaluation-appeal', title: '验收及时有误', text: '有两件未计入。' },
        about: { kind: 'evaluation', id },
      },
    });
    const params = { id: opened.id };
    await authority.call(cases.assignCase, { params, body: { to: 'me' } });
    const decided = await authority.call(cases.decideCase, {
      params,
      body: { outcome: 'granted', reasons: '已核实，成立。' },
    });
    await page.reload();
    const { evaluation } = admin;
    await button(page, evaluation.correct).click();
    const asked = dialog(page);
    const side = (name: string) => asked.getByRole('spinbutton', { name: `验收及时：${name}`, exact: true });
    await side(evaluation.part).fill('1');
    await side(evaluation.whole).fill('2');
    await asked.getByLabel(evaluation.correctText, { exact: true }).fill('两件验收补计，其中一件按期。');
    expect(await audit(page)).toEqual([]);
    await asked.getByRole('button', { name: evaluation.correct }).click();
    await main(page).getByRole('heading', { name: evaluation.corrections }).waitFor();
    await main(page).getByRole('link', { name: decided.number, exact: true }).waitFor();
    await main(page).getByText('50（1 / 2）', { exact: true }).waitFor();
    expect(await audit(page)).toEqual([]);
    const [pdf] = await Promise.all([page.waitForEvent('download'), button(page, words.pdf).click()]);
    const text = (await readPdf(readFileSync(await pdf.path()))).pages.join('').replaceAll(/\s/g, '');
    for (const said of ['第2版（更正）', `依据申诉${decided.number}`, '50(1/2)'])
      expect(text).toContain(said);
  },
);

step('the cockpit shows the circulated evaluation, the province its own objects', async () => {
  const authority = await province();
  await go(authority, '/cockpit');
  await main(authority).getByRole('link', { name: admin.evaluation.toWhole }).click();
  await main(authority).getByRole('heading', { name: admin.evaluation.ranking }).waitFor();
  expect(await audit(authority)).toEqual([]);
});

step('the ministry sees all units and their sums; the archive its years', async () => {
  const national = await ministry();
  await go(national, `/reports?year=${year}`);
  await main(national).getByText('中国石油天然气集团有限公司').first().waitFor();
  expect(await audit(national)).toEqual([]);
  await main(national).getByRole('link', { name: words.toSummary }).click();
  await main(national)
    .getByRole('heading', { level: 1, name: `《全国地质资料管理年报（${year}年度）》` })
    .waitFor();
  await main(national).getByRole('row').filter({ hasText: '在编人员' }).getByText('15 人').waitFor();
  expect(await audit(national)).toEqual([]);
  const title = `《全国地质资料管理年报（${year}年度）》`;
  const [pdf] = await Promise.all([national.waitForEvent('download'), button(national, words.pdf).click()]);
  expect(pdf.suggestedFilename()).toBe(`${title}.pdf`);
  const { pages } = await readPdf(readFileSync(await pdf.path()));
  const text = pages.join('').replaceAll(/\s/g, '');
  for (const said of [title, '湖北省地质资料馆部级已接收', '尚未编报', '在编人员', '表8机构'])
    expect(text).toContain(said);
  const [xlsx] = await Promise.all([national.waitForEvent('download'), button(national, words.xlsx).click()]);
  const book = await openBook(bytesSource('sums.xlsx', readFileSync(await xlsx.path())));
  const rows: unknown[] = [];
  for await (const row of book.rows()) rows.push(row);
  const written = JSON.stringify(rows);
  for (const said of ['全国', '在编人员', '湖北省地质资料馆']) expect(written).toContain(said);
  expect(xlsx.suggestedFilename()).toBe(`${title}.xlsx`);
  await button(national, words.open).click();
  await answer(national, words.open);
  await main(national)
    .getByText(/已于 .* 公开（第 1 版，\d+ 个单位中 1 个）。/)
    .waitFor();
  await button(national, words.openAgain).waitFor();
  expect(await audit(national)).toEqual([]);
  const page = await keeper();
  await go(page, '/reports/history?unit=HB');
  await main(page)
    .getByRole('img', { name: /馆藏案卷/ })
    .waitFor();
  expect(await audit(page)).toEqual([]);
  expect(desk.complaints()).toEqual([]);
});

step('everybody reads on the portal what was opened, and takes it along', async () => {
  const told = z.object({ items: z.array(z.object({ year: z.number() })) });
  await until(
    async () => told.parse(await (await fetch(`${endpoints.publicApi}/portal/figures`)).json()).items,
    (items) => items.some((one) => one.year === year),
  );
  const { page, complaints } = await openSite(browser, endpoints.portal);
  await main(page).getByRole('link', { name: portal.home.figures }).click();
  await main(page)
    .getByRole('columnheader', { name: String(year) })
    .first()
    .waitFor();
  await main(page)
    .getByText(new RegExp(`^${year} 年：`))
    .waitFor();
  expect(await main(page).getByText('在编人员').count()).toBe(0);
  expect(await audit(page)).toEqual([]);
  const [csv] = await Promise.all([page.waitForEvent('download'), button(page, portal.figures.csv).click()]);
  expect(readFileSync(await csv.path(), 'utf8')).toMatch(/T3\.dossiers.*\r\n/);
  expect(complaints).toEqual([]);
  await page.context().close();
});
