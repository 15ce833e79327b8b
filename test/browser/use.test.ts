import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { delivery } from '@geoarchive/contract/routes.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import portal from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { type Actors, actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, releaseFiles } from '../support/path.ts';
import { makePerson, person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, choose, confirm, dialog, fill, go, main } from './support/page.ts';
import { openSite } from './support/session.ts';
import { pathOfSteps } from './support/steps.ts';

/*
 * Use of data from end to end, on the clock of the run: a protected file is asked for from the portal's basket, its submitter consents,
 * it is granted, read with a watermark, refused to another person and when it was used up, extended, and expires.
 */
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const stamp = Date.now();
const organisation = `USE-${stamp}`;
const title = `受保护金矿勘探报告 ${stamp}`;
const unit = `示例勘查院 ${stamp}`;
const reader = { username: `reader-${stamp}`, role: 'REGISTERED_USER' as const };
const stranger = { username: `stranger-${stamp}`, role: 'REGISTERED_USER' as const };
const boss = { username: `use-boss-${stamp}`, role: 'SUBMITTER_ADMIN' as const, organisation };
const pageMs = 60_000;
const dayMs = 86_400_000;

const report = async (): Promise<Uint8Array> => {
  const made = await PDFDocument.create();
  for (const no of [1, 2])
    made.addPage([595, 842]).drawText(`Report, page ${no}`, { x: 80, y: 700, size: 28 });
  return made.save();
};

let browser: Browser;
let dossierId = '';
let requestPath = '';
let grantPath = '';
let user: Page;
const clients = {
  ...people,
  as: (role) =>
    role === 'SUBMITTER'
      ? person(endpoints, inside, { username: `use-${stamp}`, role, organisation })
      : people.as(role),
} satisfies Actors;
beforeAll(async () => {
  browser = await launch();
  const input = description(title, { protectedUntil: '2031-12-31' });
  const { id } = await handIn(clients, folderOf({ 'Z/报告.pdf': await report() }), input);
  dossierId = (await acceptDeposit(clients, id)).dossierId ?? '';
  // The catalogue alone: its files are protected.
  await releaseFiles(clients, dossierId, []);
}, 300_000);
afterAll(async () => {
  await inside.resetClock();
  inside.close();
  await browser?.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
/** Looks at a page again until it shows something: what crosses the doors takes its time. */
const shows = async (page: Page, text: string | RegExp): Promise<void> => {
  await until(
    async () => {
      await page.reload();
      return main(page)
        .getByText(text)
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    },
    (seen) => seen,
    90,
  );
};

step('a visitor puts a protected record into the basket, and is led to where it is asked for', async () => {
  const { page } = await openSite(browser, `${endpoints.portal}/records/${dossierId}`);
  await button(page, portal.basket.add).click();
  await button(page, portal.basket.remove).waitFor();
  await clean(page);
  await go(page, '/basket');
  await main(page).getByText(title).first().waitFor();
  await clean(page);
  const address = await main(page).getByRole('link', { name: portal.basket.ask }).getAttribute('href');
  await page.context().close();
  user = await desk.visitor(await makePerson(endpoints, inside, reader));
  await user.goto(address ?? '');
});

step('a registered user files the request with an identity paper', async () => {
  await main(user).getByText(title).first().waitFor();
  await choose(user, shared.use.purpose, '科学研究与教学');
  await choose(user, shared.use.askerKind, '单位');
  await fill(user, shared.use.unit, unit);
  await fill(user, submit.use.text, '用于区域成矿规律研究。');
  const paper = { name: '身份证与介绍信.txt', mimeType: 'text/plain', buffer: Buffer.from('张三 110…\n') };
  await main(user).locator('input[type=file]').setInputFiles(paper);
  await main(user).getByLabel(submit.use.accept).check();
  await clean(user);
  await button(user, submit.use.send).click();
  await user.waitForURL(/\/use\/requests\/[0-9A-Z]{26}$/);
  await main(user)
    .getByRole('heading', { name: /^AJ-NGA-/ })
    .waitFor({ timeout: pageMs });
  await clean(user);
});

step('the keeper sees what it takes, and cannot grant without the consent', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, '/use');
  await main(page).getByText(title).first().waitFor();
  await clean(page);
  const row = main(page).getByRole('row').filter({ hasText: title });
  await row.getByRole('link').first().click();
  await page.waitForURL(/\/use\/requests\//);
  requestPath = new URL(page.url()).pathname;
  await button(page, admin.cases.take).click();
  await main(page).getByText('汇交人书面同意').first().waitFor();
  // Without the consent that it takes nothing can be granted: that is not offered, and the server refuses it (functions/service).
  await button(page, admin.use.move.refuse).waitFor();
  expect(await button(page, admin.use.move.grant).count()).toBe(0);
  await clean(page);
  await button(page, admin.use.move['ask-consent']).click();
  await dialog(page).getByLabel(admin.use.askText).fill('申请人拟用于区域成矿规律研究，请答复。');
  await clean(page);
  await confirm(page, admin.use.move['ask-consent']);
  await main(page).getByText('征求汇交人同意').first().waitFor();
  await clean(page);
});

step('the submitter consents, as an act of its own', async () => {
  const page = await desk.visitor(await makePerson(endpoints, inside, boss));
  await go(page, '/consents');
  await shows(page, new RegExp(title));
  await main(page).getByText(new RegExp(unit)).first().waitFor();
  await clean(page);
  await button(page, submit.consent.give).click();
  await dialog(page).getByLabel(submit.consent.giveText).fill('同意用于所述研究。');
  await clean(page);
  await confirm(page, submit.consent.give);
  await main(page).getByText(submit.consent.state.given).first().waitFor();
  await clean(page);
});

step('the keeper says what it costs, and the user accepts before anything is granted', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, requestPath);
  await shows(page, '汇交人已同意');
  await button(page, admin.quote.make).click();
  const copies = dialog(page).getByLabel(/电子文件复制/);
  await copies.fill('3');
  await dialog(page).getByText('合计 15.00 元').waitFor();
  await dialog(page).getByLabel(admin.quote.text).fill('复制 3 个文件，请确认费用。');
  await clean(page);
  await confirm(page, admin.quote.make);
  await main(page).getByText('合计 15.00 元').waitFor();
  await clean(page);
  await go(user, new URL(user.url()).pathname);
  await shows(user, '合计 15.00 元');
  await clean(user);
  await button(user, submit.quote.accept).click();
  await shows(user, '已接受，待缴费');
  await clean(user);
});

step('the keeper grants two readings online for a week', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, requestPath);
  await shows(page, '已接受，待缴费');
  await button(page, admin.use.move.grant).click();
  await dialog(page).getByLabel('单位介绍信').check();
  await dialog(page).getByLabel('有效证件').check();
  await dialog(page).getByLabel(admin.use.days).fill('7');
  await dialog(page).getByLabel(admin.use.reads).fill('1');
  await dialog(page).getByLabel(admin.cases.reasons, { exact: true }).fill('汇交人同意，材料齐全。');
  await confirm(page, admin.use.grantIt);
  await main(page)
    .getByRole('link', { name: /^LY-NGA-/ })
    .click();
  await page.waitForURL(/\/use\/grants\//);
  grantPath = new URL(page.url()).pathname;
  await shows(page, '有效');
  await clean(page);
  await go(page, '/use/grants');
  await main(page).getByText(unit).first().waitFor();
  await clean(page);
});

step('the user reads it page by page, with the watermark; it is counted', async () => {
  await go(user, '/use/grants');
  await shows(user, '有效');
  await clean(user);
  await main(user)
    .getByRole('link', { name: /^LY-NGA-/ })
    .click();
  await main(user).getByText('Z/报告.pdf').first().waitFor();
  await clean(user);
  expect(await button(user, /下载/).count()).toBe(0);
  await button(user, submit.use.readOf.replace('{{path}}', 'Z/报告.pdf')).click();
  await button(user, submit.use.begin).click();
  await main(user).locator('canvas[data-painted="1"]').waitFor({ timeout: pageMs });
  await clean(user);
  await button(user, shared.pdf.next).click();
  await main(user).locator('canvas[data-painted="2"]').waitFor();
  // The watermark is in the picture: red there is nothing else of.
  const red = await main(user)
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let found = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > (data[at + 1] ?? 0) + 25) found += 1;
      return found;
    });
  expect(red).toBeGreaterThan(1000);
});

step('the user was told, in an inbox of their own, and goes from there to the grant', async () => {
  await go(user, '/notices');
  await shows(user, /利用申请 AJ-NGA-.*：许可$/);
  await shows(user, /的资料可以利用了$/);
  await clean(user);
  const [page, id] = [user.url(), grantPath.split('/').at(-1) ?? ''];
  await main(user)
    .getByRole('link', { name: /的资料可以利用了$/ })
    .click();
  await user.waitForURL((url) => url.href !== page);
  expect(new URL(user.url()).pathname).toBe(`/use/grants/${id}`);
  await button(user, submit.use.readOf.replace('{{path}}', 'Z/报告.pdf')).click();
  await button(user, submit.use.begin).waitFor();
});

step('once too often is refused, and so is another person', async () => {
  await user.reload();
  await button(user, submit.use.begin).click();
  await main(user)
    .getByText(/许可次数已用完/)
    .waitFor();
  await clean(user);
  const other = await person(endpoints, inside, stranger, 'zh-CN');
  const id = grantPath.split('/').at(-1) ?? '';
  const tried = other.call(delivery.openGrantFile, { params: { id }, body: { no: 1 } });
  await expect(tried).rejects.toMatchObject({ problem: { type: 'forbidden' } });
});

step('the keeper gives one more reading, and sees what was used', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, grantPath);
  await shows(page, '已用 1 / 共 1 次');
  await button(page, admin.use.extend).click();
  await dialog(page).getByLabel(admin.use.moreReads).fill('1');
  await dialog(page).getByLabel(admin.use.reason, { exact: true }).fill('尚未读完。');
  await clean(page);
  await confirm(page, admin.use.extend);
  await main(page).getByText('已用 1 / 共 2 次').waitFor();
  await clean(page);
  await go(page, '/use/figures');
  await main(page).getByText('科学研究与教学').first().waitFor();
  await clean(page);
});

step('the payment is noted; its receipt is issued, and the user prints it', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, requestPath);
  await button(page, admin.quote.pay).click();
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });
  await dialog(page).getByLabel(admin.quote.on, { exact: true }).fill(today);
  await dialog(page).getByLabel(admin.quote.how, { exact: true }).click();
  await page.locator('.ant-select-item-option:visible').filter({ hasText: '转账' }).first().click();
  await clean(page);
  await confirm(page, admin.quote.pay);
  await main(page)
    .getByRole('link', { name: /^SJ-NGA-/ })
    .click();
  await main(page).getByText('合计 15.00 元').waitFor();
  await clean(page);
  await go(user, requestPath);
  await shows(user, /^转账|已缴费/);
  await clean(user);
  await main(user)
    .getByRole('button', { name: /打印|PDF/ })
    .first()
    .click();
});

step('the keeper lends a box of core, prints its label and takes it back', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  const mark = `岩心箱 ${stamp}`;
  await go(page, '/use/loans');
  await button(page, admin.use.lend).click();
  const box = dialog(page);
  const pick = async (label: string, option: string) => {
    await box.getByLabel(label, { exact: true }).click();
    await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).first().click();
  };
  await pick(admin.use.loanKind, '岩心');
  await box.getByLabel(admin.use.mark, { exact: true }).fill(mark);
  await box.getByLabel(admin.use.loanTitle, { exact: true }).fill('ZK01 岩心，第 12 箱');
  await box.getByLabel(admin.use.borrower, { exact: true }).fill('李四');
  await pick(shared.use.askerKind, '个人');
  await pick(shared.use.purpose, '科学研究与教学');
  await box.getByLabel(admin.use.backOn, { exact: true }).fill(`${new Date().getFullYear() + 1}-06-30`);
  await clean(page);
  await confirm(page, admin.use.lend);
  await main(page).getByText(mark).first().waitFor();
  await clean(page);
  const row = main(page).getByRole('row').filter({ hasText: mark });
  const [label] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('button', { name: /打印标签/ }).click(),
  ]);
  expect(label.suggestedFilename()).toMatch(/^JY-NGA-.*[.]pdf$/);
  await row.getByRole('button', { name: /^延期/ }).click();
  await dialog(page)
    .getByLabel(admin.use.backOn)
    .last()
    .fill(`${new Date().getFullYear() + 1}-07-31`);
  await dialog(page).getByLabel(admin.use.reason, { exact: true }).last().fill('尚在描述。');
  await clean(page);
  await confirm(page, admin.use.extendLoan);
  await row.getByText(/07.31/).waitFor();
  await row.getByRole('button', { name: /^归还/ }).click();
  await box.getByLabel(admin.use.condition).last().fill('完好。');
  await confirm(page, '归还');
  await main(page).getByText(admin.use.noLoans).waitFor();
  await go(page, '/use/loans/show/all');
  await main(page).getByText('已归还').first().waitFor();
  await clean(page);
});

step('after its last day the grant is expired, and its files are gone', async () => {
  await inside.advanceClock(8 * dayMs);
  const id = grantPath.split('/').at(-1) ?? '';
  await go(user, `/use/grants/${id}`);
  await shows(user, submit.use.isExpired);
  await clean(user);
  await go(user, `/use/grants/${id}/files/1`);
  await button(user, submit.use.begin).click();
  await main(user)
    .getByText(/许可已到期/)
    .first()
    .waitFor();
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, grantPath);
  await shows(page, '已到期');
  await until(
    async () => {
      const { Contents } = await inside.clients.s3.send(
        new ListObjectsV2Command({
          Bucket: inside.named('portal/DeliveryBucket'),
          Prefix: `delivery/${id}/`,
        }),
      );
      return Contents?.length ?? 0;
    },
    (count) => count === 0,
    60,
  );
  // How often it was used has come through door 2 with the daily job.
  const { page: visitor } = await openSite(browser, `${endpoints.portal}/records/${dossierId}`);
  await shows(visitor, portal.record.usage);
  const used = main(visitor).getByText(portal.record.granted);
  expect(await used.locator('xpath=following-sibling::*[1]').textContent()).toBe('1');
  await clean(visitor);
  await visitor.context().close();
  expect(desk.complaints().filter((one) => !/status of (403|409|422)/.test(one))).toEqual([]);
});
