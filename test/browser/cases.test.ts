import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { description, handIn, reviewOf } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, confirm, dialog, fill, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

const endpoints = sharedEndpoints();
const people = actors(endpoints);
const stamp = Date.now();
const title = `坐标有误 ${stamp}`;
const question = '请指明是哪一个钻孔。';
const answer = 'ZK01，见所附说明。';
const reasons = '经核对，坐标确有误，予以更正。';
const note = `内部备注 ${stamp}`;

let browser: Browser;
let depositId = '';
let reviewId = '';
let casePath = '';
beforeAll(async () => {
  browser = await launch();
  depositId = (await handIn(people, folderOf({ '报告.txt': '案件\n' }), description(`案件 ${stamp}`))).id;
  reviewId = (await reviewOf(people, depositId)).id;
}, 180_000);
afterAll(() => browser?.close(), 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const evidence = { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('ZK01 的 X 应为 110.2\n') };
const pageMs = 60_000;

step('a submitter opens a case on the page of the deposit, with evidence', async () => {
  const page = await desk.as('SUBMITTER');
  await go(page, `/deposits/${depositId}`);
  await main(page).getByText(shared.cases.none).waitFor();
  await button(page, submit.cases.open).click();
  await main(page).getByLabel('纠错', { exact: true }).check();
  await fill(page, shared.cases.title, title);
  await fill(page, shared.cases.text, 'ZK01 的坐标与图上不符。');
  await main(page).locator('input[type=file]').setInputFiles(evidence);
  await clean(page);
  await button(page, submit.cases.send).click();
  await page.waitForURL(/\/cases\/[0-9A-Z]{26}$/);
  await main(page)
    .getByRole('heading', { name: /^AJ-NGA-/ })
    .waitFor({ timeout: pageMs });
  await main(page).getByText(evidence.name).waitFor();
  await clean(page);
});

step('a checker finds it on the review, takes it, keeps a note and asks back', async () => {
  const page = await desk.as('ARCHIVE_CHECKER');
  await go(page, `/reviews/${reviewId}`);
  await main(page).getByRole('link', { name: title }).click();
  await page.waitForURL(/\/cases\//);
  casePath = new URL(page.url()).pathname;
  await button(page, admin.cases.take).click();
  await fill(page, admin.cases.write, note);
  await button(page, admin.cases.keepNote).click();
  await main(page).getByText(note).waitFor();
  await fill(page, admin.cases.write, question);
  await button(page, admin.cases.askBack).click();
  await main(page).getByText(question).waitFor();
  await clean(page);
  await go(page, '/cases/show/mine');
  await main(page).getByText(title).waitFor();
  await clean(page);
});

step('the submitter answers; nothing of the note is there', async () => {
  const page = await desk.as('SUBMITTER');
  await go(page, casePath);
  await button(page, submit.cases.answer).click({ timeout: pageMs });
  await dialog(page).getByLabel(submit.cases.textOf.write).fill(answer);
  await clean(page);
  await confirm(page, submit.cases.answer);
  await main(page).getByText(answer).waitFor();
  expect(await main(page).textContent()).not.toContain(note);
});

step('the checker decides with reasons, and the submitter reads them', async () => {
  const page = await desk.as('ARCHIVE_CHECKER');
  await go(page, casePath);
  await button(page, admin.cases.decide).click({ timeout: pageMs });
  await dialog(page).getByLabel('成立，予以支持', { exact: true }).check();
  await dialog(page).getByLabel(admin.cases.reasons).fill(reasons);
  await clean(page);
  await confirm(page, admin.cases.decide);
  await main(page).getByText(reasons).waitFor();
  await clean(page);
  const outside = await desk.as('SUBMITTER');
  await main(outside).getByText(reasons).waitFor({ timeout: pageMs });
  await clean(outside);
  await go(outside, '/cases');
  await main(outside).getByText(title).waitFor();
  await clean(outside);
  expect(desk.complaints()).toEqual([]);
});
