import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import portal from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { sampleFolder } from './support/files.ts';
import { button, choose, confirm, dialog, fill, go, main } from './support/page.ts';
import { printOf } from './support/print.ts';
import { openSite } from './support/session.ts';
import { pathOfSteps } from './support/steps.ts';

const endpoints = sharedEndpoints();
const title = `某矿区勘探报告 ${Date.now()}`;
const folder = sampleFolder();

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

const desk = openDesk(() => browser, endpoints);
const { as } = desk;
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);

step('a submitter answers the secrecy question, describes the data and uploads a folder', async () => {
  const page = await as('SUBMITTER');
  await clean(page);
  await main(page).getByRole('button', { name: submit.nav.new }).click();
  await main(page).getByRole('radio').first().check();
  await clean(page);
  await button(page, shared.action.next).click();
  await fill(page, shared.description.title, title);
  await choose(page, shared.description.dataClass, '矿产勘查');
  await choose(page, shared.publication.source, '其他');
  await choose(page, shared.publication.node, '全国');
  await clean(page);
  await button(page, submit.new.save).click();
  await page.waitForURL(/\/deposits\/\w{26}/);
  await main(page).locator('input[webkitdirectory]').setInputFiles(folder);
  await button(page, submit.upload.start).click();
  await main(page).getByText(shared.file.states.inspected).nth(2).waitFor({ timeout: 60_000 });
  await clean(page);
});

step('the package is checked, the report read, the deposit handed in with a receipt', async () => {
  const page = await as('SUBMITTER');
  const complete = button(page, '文件齐全，开始检查');
  await complete.click();
  await confirm(page, '文件齐全，开始检查');
  const hand = button(page, '提交汇交');
  await hand.waitFor({ timeout: 60_000 });
  await main(page).getByText(submit.report.title).waitFor();
  await clean(page);
  await hand.click();
  await confirm(page, '提交汇交');
  await main(page).getByRole('link', { name: submit.notice.receipt }).click({ timeout: 60_000 });
  await main(page)
    .getByText(/^HZ-NGA-\d{4}-\d{6}$/)
    .waitFor();
  await clean(page);
  const { text, number } = await printOf(page);
  expect(number).toMatch(/^HZ-NGA-\d{4}-\d{6}$/);
  for (const said of ['地质资料汇交回执', title.replaceAll(' ', ''), number, '钻孔.csv'])
    expect(text).toContain(said);
});

step('a checker ticks every part and accepts; another person issues the certificate', async () => {
  const page = await as('ARCHIVE_CHECKER');
  await clean(page);
  await go(page, '/reviews');
  const link = main(page).getByRole('link', { name: title });
  await link.waitFor({ timeout: 60_000 });
  await clean(page);
  await link.click();
  const accept = button(page, admin.review.accept);
  await accept.waitFor();
  expect(await accept.isDisabled()).toBe(true);
  for (const tick of await main(page).getByRole('checkbox', { name: admin.review.seen }).all())
    await tick.check();
  await clean(page);
  await accept.click();
  await confirm(page, admin.review.accept);
  await main(page)
    .getByText(/d\d{8}/)
    .first()
    .waitFor({ timeout: 60_000 });

  const officer = await as('CERTIFICATE_OFFICER');
  await go(officer, '/certificates');
  await clean(officer);
  await main(officer).getByRole('link', { name: title }).click();
  await button(officer, admin.review.certify).click();
  await confirm(officer, admin.review.certify);
  await main(officer)
    .getByText(/HJ-NGA-\d{4}-\d{5}/)
    .first()
    .waitFor();
  await clean(officer);
});

step(
  'the keeper reads the holes out of the accepted files; the log goes to its hole, the number of the dossier to all',
  async () => {
    const keeper = await as('ARCHIVE_KEEPER');
    await go(keeper, `/dossiers?q=${encodeURIComponent(title)}`);
    const number = main(keeper)
      .getByRole('link', { name: /^d\d{8}$/ })
      .first();
    const archiveNumber = (await number.textContent()) ?? '';
    await number.click();
    const { files } = admin.holes;
    await main(keeper)
      .getByRole('link', { name: `${files.in.sure} 测井/ZK01.las` })
      .waitFor();
    const table = main(keeper).getByRole('link', { name: `${files.in.maybe} 钻孔.csv` });
    await clean(keeper);
    await table.click();
    await main(keeper)
      .getByRole('link', { name: new RegExp(`^${archiveNumber} `) })
      .waitFor();
    await main(keeper).getByText(admin.holes.outcomes.new, { exact: true }).first().waitFor();
    for (const hole of ['ZK01', 'ZK02'])
      await main(keeper).getByText(hole, { exact: true }).first().waitFor();
    await clean(keeper);
  },
);

step('a release is proposed file by file and approved by a second person', async () => {
  const keeper = await as('ARCHIVE_KEEPER');
  await go(keeper, `/dossiers?q=${encodeURIComponent(title)}`);
  await main(keeper)
    .getByRole('link', { name: /^d\d{8}$/ })
    .first()
    .click();
  await button(keeper, admin.release.propose).click();
  const dialog = keeper.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Z/报告.txt' }).check();
  await dialog.getByLabel(admin.release.note).fill('经审查可以公开');
  await clean(keeper);
  await dialog.getByRole('button', { name: /1/ }).click();
  await main(keeper).getByText('经审查可以公开').waitFor();
  await clean(keeper);

  const officer = await as('SECRECY_OFFICER');
  await officer.goto(keeper.url());
  await button(officer, admin.release.decide).click();
  await officer.getByRole('dialog').getByLabel(admin.release.decisionNote).fill('同意');
  await officer.getByRole('dialog').getByRole('button', { name: admin.release.approve }).click();
  await main(officer).getByText('已公开').first().waitFor({ timeout: 60_000 });
  await clean(officer);
});

step('a stranger finds the record and downloads the released file, byte for byte', async () => {
  const { page } = await openSite(browser, endpoints.portal);
  await clean(page);
  const found = main(page).getByRole('link', { name: title });
  for (let tries = 0; tries < 30 && !(await found.isVisible()); tries++) {
    await page.goto(`${endpoints.portal}/search?q=${encodeURIComponent(title)}`);
    await main(page).getByRole('status').first().waitFor();
    await page.waitForTimeout(1_000);
  }
  await clean(page);
  await found.click();
  await main(page).getByText('Z/报告.txt').waitFor();
  expect(await main(page).getByText('钻孔.csv').count()).toBe(0);
  await clean(page);
  const downloading = page.waitForEvent('download');
  await main(page)
    .getByRole('button', { name: portal.record.downloadOf.replace('{{path}}', 'Z/报告.txt') })
    .click();
  const saved = await (await downloading).path();
  expect(readFileSync(saved).equals(readFileSync(join(folder, 'Z', '报告.txt')))).toBe(true);
});

step('the submitter sees the certificate, prints it, and anybody checks it on the portal', async () => {
  const page = await as('SUBMITTER');
  await go(page, '/deposits?state=certified');
  await main(page).getByRole('link', { name: title }).click();
  await main(page)
    .getByText(/HJ-NGA-\d{4}-\d{5}/)
    .first()
    .waitFor();
  await clean(page);
  const paper = main(page).getByRole('listitem').filter({ hasText: 'HJ-NGA-' });
  await paper.waitFor({ timeout: 60_000 });
  const { text, number } = await printOf(page, paper);
  expect(text).toContain('地质资料汇交凭证');
  const code = /校验码([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)?.[1] ?? '';

  const { page: stranger } = await openSite(browser, `${endpoints.portal}/verify`);
  await clean(stranger);
  await fill(stranger, portal.verify.number, number.toLowerCase());
  await button(stranger, portal.verify.check).click();
  await main(stranger).getByText(portal.verify.verdicts['not-given']).waitFor();
  expect(await main(stranger).getByText(title).count()).toBe(0);
  await fill(stranger, portal.verify.code, code.replaceAll('-', ' '));
  await button(stranger, portal.verify.check).click();
  await main(stranger).getByText(portal.verify.verdicts.right).waitFor();
  await main(stranger).getByText(title).waitFor();
  await clean(stranger);
});

step('a certificate declared void is void for everybody', async () => {
  const officer = await as('CERTIFICATE_OFFICER');
  await go(officer, '/documents');
  await clean(officer);
  const row = main(officer).getByRole('row').filter({ hasText: title }).filter({ hasText: 'HJ-' });
  const number = (await row.getByRole('link').textContent())?.trim() ?? '';
  await row.getByRole('link').click();
  await button(officer, admin.documents.voidOf.replace('{{number}}', number)).click();
  await dialog(officer).getByLabel(admin.documents.voidReason).fill('汇交人名称有误');
  await clean(officer);
  await confirm(officer, admin.documents.void);
  await main(officer).getByText('汇交人名称有误').waitFor();
  await clean(officer);
  const { page: stranger } = await openSite(browser, `${endpoints.portal}/verify?number=${number}`);
  const told = main(stranger).getByText(portal.verify.verdicts.void);
  for (let tries = 0; tries < 30 && !(await told.isVisible()); tries++) {
    await stranger.reload();
    await main(stranger).getByRole('status').waitFor();
  }
  await clean(stranger);
});

step('another certificate stands in its place, and the portal shows each beside the other', async () => {
  const officer = await as('CERTIFICATE_OFFICER');
  await go(officer, '/reviews?state=certified');
  await main(officer).getByRole('link', { name: title }).click();
  const panel = main(officer).locator('.ga-panel').filter({ hasText: admin.certificate.title }).first();
  const old = (await panel.getByRole('link').first().textContent())?.trim() ?? '';
  await button(officer, admin.certificate.replace).click();
  await dialog(officer).getByLabel(admin.certificate.replaceReason).fill('更正汇交人名称');
  await clean(officer);
  await dialog(officer).getByRole('button', { name: admin.certificate.replace }).click();
  await panel.getByText(admin.certificate.replaced).waitFor();
  const number = (await panel.getByRole('link').first().textContent())?.trim() ?? '';
  expect(number).not.toBe(old);
  await clean(officer);
  const { page: stranger } = await openSite(browser, `${endpoints.portal}/verify?number=${old}`);
  const link = main(stranger).getByRole('link', { name: number });
  for (let tries = 0; tries < 30 && !(await link.isVisible()); tries++) {
    await stranger.reload();
    await main(stranger).getByRole('status').waitFor();
  }
  await clean(stranger);
  await link.click();
  await main(stranger).getByText(portal.verify.verdicts['not-given']).waitFor();
});

step('no page met an error on the way', async () => {
  expect(desk.complaints()).toEqual([]);
});
