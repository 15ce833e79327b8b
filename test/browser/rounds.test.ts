import { archive, portal as portalRoutes } from '@geoarchive/contract/routes.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import portal from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { description, handIn, releaseFiles, reviewOf } from '../support/path.ts';
import { makePerson, person } from '../support/people.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, confirm, dialog, go, main } from './support/page.ts';
import { openSite } from './support/session.ts';
import { pathOfSteps } from './support/steps.ts';

const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const people = actors(endpoints);
const stamp = Date.now();
const title = `两次提交 ${stamp}`;
const report = '勘探报告正文\n'.repeat(50);
const holes = { wrong: '孔号,X,Y\nZK01,11.2,30.3\n', right: '孔号,X,Y\nZK01,110.2,30.3\n' };
const reason = '钻孔坐标有误，请核对后重新提交。';
const item = 'ZK01 的 X 坐标';
/** Holds both offices, and so could issue the certificate of what others accepted. */
const both = {
  username: `both-${stamp}`,
  role: 'ARCHIVE_CHECKER',
  further: ['CERTIFICATE_OFFICER'],
  node: 'NGA',
} as const;

let browser: Browser;
let depositId = '';
let firstId = '';
let secondId = '';
let dossierId = '';
beforeAll(async () => {
  browser = await launch();
  const folder = folderOf({ '报告.txt': report, '钻孔.csv': holes.wrong });
  depositId = (await handIn(people, folder, description(title))).id;
  firstId = (await reviewOf(people, depositId)).id;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  inside.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
/** The signed link that a click leads to. */
const linkOf = async (page: Page, click: () => Promise<void>): Promise<string> => {
  const asked = page.context().waitForEvent('request', (one) => one.url().includes('X-Amz-Signature'));
  await click();
  return (await asked).url();
};

step('a checker opens a file before anything is accepted, and returns the deposit with reasons', async () => {
  const page = await desk.as('ARCHIVE_CHECKER');
  await go(page, `/reviews/${firstId}`);
  const link = await linkOf(page, () => button(page, '钻孔.csv').click());
  expect(await (await fetch(link)).text()).toBe(holes.wrong);
  for (const opened of page.context().pages()) if (opened !== page) await opened.close();

  await button(page, admin.review.return).click();
  await dialog(page).getByLabel(admin.review.reason).fill(reason);
  await dialog(page).getByLabel(admin.review.items).fill(item);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await clean(page);
  await confirm(page, admin.review.return);
  await main(page).getByText(reason).waitFor();
  await clean(page);
});

step('the submitter reads why, replaces the file with the reasons in sight, and hands in again', async () => {
  const page = await desk.as('SUBMITTER');
  await go(page, `/deposits/${depositId}`);
  const reopen = button(page, '继续修改');
  await reopen.waitFor({ timeout: 60_000 });
  await main(page).getByText(reason).waitFor();
  await main(page).getByText(item).waitFor();
  await clean(page);
  await reopen.click();
  await confirm(page, '继续修改');
  const row = main(page).getByRole('row').filter({ hasText: '钻孔.csv' });
  await row.getByRole('button', { name: submit.file.remove }).click();
  await page.getByRole('tooltip').getByRole('button', { name: submit.file.remove }).click();
  await row.waitFor({ state: 'detached' });
  await main(page).getByText(reason).waitFor();
  const file = { name: '钻孔.csv', mimeType: 'text/csv', buffer: Buffer.from(holes.right) };
  await main(page).locator('input[type=file]:not([webkitdirectory])').setInputFiles(file);
  await button(page, submit.upload.start).click();
  await row.getByText(shared.file.states.inspected).waitFor({ timeout: 60_000 });
  await clean(page);
  await button(page, '文件齐全，开始检查').click();
  await confirm(page, '文件齐全，开始检查');
  await button(page, '提交汇交').click({ timeout: 60_000 });
  await confirm(page, '提交汇交');
  await main(page).getByRole('link', { name: submit.notice.receipt }).waitFor({ timeout: 60_000 });
});

step('the second round shows what the first was returned for; its file is the new one', async () => {
  secondId = (await reviewOf(people, depositId, 2)).id;
  const page = await desk.visitor(await makePerson(endpoints, inside, both));
  await go(page, `/reviews/${secondId}`);
  await main(page).getByText(reason).waitFor();
  await main(page).getByRole('link', { name: admin.review.toBefore }).waitFor();
  const link = await linkOf(page, () => button(page, '钻孔.csv').click());
  expect(await (await fetch(link)).text()).toBe(holes.right);
  for (const opened of page.context().pages()) if (opened !== page) await opened.close();
  await clean(page);

  for (const tick of await main(page).getByRole('checkbox', { name: admin.review.seen }).all())
    await tick.check();
  await button(page, admin.review.accept).click();
  await confirm(page, admin.review.accept);
  await main(page)
    .getByText(admin.review.otherPerson.replace('{{by}}', both.username))
    .waitFor({ timeout: 60_000 });
  expect(await button(page, admin.review.certify).count()).toBe(0);
  await clean(page);
  const accepter = await person(endpoints, inside, both);
  const params = { id: secondId };
  expect((await problemOf(accepter.call(archive.certifyReview, { params }))).detail).toContain('Four eyes');
});

step('another officer issues the certificate', async () => {
  const page = await desk.as('CERTIFICATE_OFFICER');
  await go(page, `/reviews/${secondId}`);
  await button(page, admin.review.certify).click();
  await confirm(page, admin.review.certify);
  const panel = main(page).locator('.ga-panel').filter({ hasText: admin.certificate.title }).first();
  await panel.getByText(/^HJ-NGA-\d{4}-\d{5}$/).waitFor();
  await panel.getByText('凭证签发人员').waitFor();
  await clean(page);
});

step(
  'what was released can be had by everybody until it is withdrawn, and by nobody afterwards',
  async () => {
    const checker = await people.as('ARCHIVE_CHECKER');
    const review = await checker.call(archive.getReview, { params: { id: secondId } });
    dossierId = review.dossierId ?? '';
    const params = { id: dossierId };
    const { items } = await checker.call(archive.listDossierFiles, { params });
    const no = items.find(({ path }) => path === '报告.txt')?.no ?? 0;
    await releaseFiles(people, dossierId, [no]);
    const stranger = people.stranger();
    const found = async () =>
      (await stranger.call(portalRoutes.searchRecords, { query: { q: title } })).items.some(
        ({ id }) => id === dossierId,
      );
    await until(found, (there) => there);

    const { page } = await openSite(browser, `${endpoints.portal}/records/${dossierId}`);
    const name = portal.record.downloadOf.replace('{{path}}', '报告.txt');
    const link = await linkOf(page, () => main(page).getByRole('button', { name }).click());
    expect(await (await fetch(link)).text()).toBe(report);

    const officer = await desk.as('SECRECY_OFFICER');
    await go(officer, `/dossiers/${dossierId}`);
    await button(officer, admin.release.withdraw).click();
    await dialog(officer).getByLabel(admin.release.decisionNote).fill('公开后发现不宜公开的内容');
    await clean(officer);
    await confirm(officer, admin.release.withdraw);
    await main(officer).getByText('已撤回').first().waitFor({ timeout: 60_000 });
    await clean(officer);

    await until(
      () => fetch(link).then(({ status }) => status),
      (status) => status === 403 || status === 404,
    );
    await until(found, (there) => !there);
    expect(
      (await problemOf(stranger.call(portalRoutes.downloadFile, { params: { ...params, no } }))).status,
    ).toBe(404);
    await page.reload();
    await main(page)
      .getByText(shared.problem.remedy.notFound)
      .or(main(page).getByRole('alert'))
      .first()
      .waitFor();
    expect(await main(page).getByText('报告.txt').count()).toBe(0);
    await clean(page);
    await page.goto(`${endpoints.portal}/search?q=${encodeURIComponent(title)}`);
    await main(page).getByText(portal.search.nothingHint).waitFor();
  },
);
