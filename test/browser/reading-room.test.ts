import { readFile } from 'node:fs/promises';
import { readings, service } from '@geoarchive/contract/routes.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { PDFDocument } from 'pdf-lib';
import type { Browser } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, releaseFiles } from '../support/path.ts';
import { person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { grantOnSite } from '../support/use.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, confirm, dialog, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

/* The reading room: a grant on site is read at a terminal, page by page, under the name on the paper; what is not allowed is refused. */
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const stamp = Date.now();
const title = `馆内阅览勘查报告 ${stamp}`;
const reader = { username: `room-${stamp}`, role: 'REGISTERED_USER' as const };
const path = 'Z/报告.pdf';

const report = async (): Promise<Uint8Array> => {
  const made = await PDFDocument.create();
  for (const no of [1, 2, 3])
    made.addPage([595, 842]).drawText(`Report, page ${no}`, { x: 80, y: 700, size: 28 });
  return made.save();
};

let browser: Browser;
let grant = '';
let readingPath = '';
beforeAll(async () => {
  browser = await launch();
  const folder = folderOf({ [path]: await report(), 'Z/说明.txt': '说明\n' });
  const { id } = await handIn(people, folder, description(title));
  const dossierId = (await acceptDeposit(people, id)).dossierId ?? '';
  // The catalogue alone: its files are given on request.
  await releaseFiles(people, dossierId, []);
  const asker = await person(endpoints, inside, reader, 'zh-CN');
  const keeper = await people.as('ARCHIVE_KEEPER');
  const record = { id: dossierId, title };
  ({ id: grant } = await grantOnSite(asker, keeper, { record, text: '到馆查阅。', days: 7, allowed: 1 }));
}, 300_000);
afterAll(async () => {
  inside.close();
  await browser?.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Parameters<typeof audit>[0]) => expect(await audit(page)).toEqual([]);

step('the reading is begun under the name on the paper, and under no other', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, `/use/grants/${grant}`);
  await main(page).getByText(admin.room.none).waitFor();
  await clean(page);
  await button(page, admin.room.begin).click();
  await dialog(page).getByLabel(admin.room.name).fill('李四');
  await clean(page);
  await confirm(page, admin.room.begin);
  await dialog(page)
    .getByText(/此次尝试已记入审计/)
    .waitFor();
  await dialog(page).getByLabel(admin.room.name).fill(reader.username);
  await confirm(page, admin.room.begin);
  await page.waitForURL(/\/use\/readings\//);
  readingPath = new URL(page.url()).pathname;
  await main(page).getByText(path).first().waitFor();
  await main(page).getByText(admin.room.notByPage).waitFor();
  await clean(page);
});

step('its pages are shown one by one with the watermark; the terminal never has the file', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  const kept: number[] = [];
  page.on('response', (reply) => {
    if (/\/pages\/\d+$/.test(reply.url())) kept.push(reply.status());
  });
  await button(page, admin.room.readFile.replace('{{path}}', path)).click();
  await main(page).locator('canvas[data-painted="1"]').waitFor({ timeout: 60_000 });
  await clean(page);
  await button(page, shared.pdf.next).click();
  await main(page).locator('canvas[data-painted="2"]').waitFor({ timeout: 60_000 });
  await main(page)
    .getByRole('img', { name: /第 2 页，共 3 页/ })
    .waitFor();
  expect(kept).toEqual([200, 200]);
  // The page before was closed, its worker with it.
  for (let look = 0; look < 50 && page.workers().length > 1; look += 1) await page.waitForTimeout(100);
  expect(page.workers()).toHaveLength(1);
  // The watermark is in the picture: red there is nothing else of.
  const red = await main(page)
    .locator('canvas')
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let found = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 0) > (data[at + 1] ?? 0) + 25) found += 1;
      return found;
    });
  expect(red).toBeGreaterThan(1000);
  await clean(page);
});

step(
  'pages are marked and a copy is asked for; another desk grants it, makes it and hands it over',
  async () => {
    const page = await desk.as('ARCHIVE_KEEPER');
    await button(page, admin.copy.mark).click();
    await button(page, shared.pdf.next).click();
    await main(page).locator('canvas[data-painted="3"]').waitFor({ timeout: 60_000 });
    await button(page, admin.copy.mark).click();
    await main(page).getByText(admin.copy.marked.replace('{{pages}}', '2-3')).waitFor();
    await clean(page);
    await button(page, admin.copy.ask).click();
    await dialog(page).getByLabel(admin.copy.pages).fill('3-2');
    await dialog(page).getByLabel(admin.copy.text, { exact: true }).fill('论文附图。');
    await confirm(page, admin.copy.ask);
    await dialog(page)
      .getByText(/请填页码/)
      .waitFor();
    await dialog(page).getByLabel(admin.copy.pages).fill('2-3');
    await clean(page);
    await confirm(page, admin.copy.ask);
    await main(page)
      .getByText(/^FZ-NGA-/)
      .first()
      .waitFor();
    await clean(page);
    await go(page, '/use/copies');
    const row = main(page).getByRole('row').filter({ hasText: title });
    await row.getByText('待审核').waitFor();
    await clean(page);
    await row.getByRole('button', { name: /^同意复制/ }).click();
    await dialog(page).getByLabel(admin.copy.reasons).fill('用于所述论文。');
    await clean(page);
    await confirm(page, '同意复制');
    await row.waitFor({ state: 'detached' });
    await clean(page);
    // Who does not work in the reading room sees the copy and the reading, and nothing to press that would be refused.
    const checker = await desk.as('ARCHIVE_CHECKER');
    await go(checker, '/use/copies/show/granted');
    await main(checker).getByRole('row').filter({ hasText: title }).waitFor();
    expect(
      await main(checker)
        .getByRole('button', { name: /^生成 PDF/ })
        .count(),
    ).toBe(0);
    await go(checker, `/use/grants/${grant}`);
    await main(checker)
      .getByText(/利用人到馆阅览 · 阅览中/)
      .waitFor();
    expect(await main(checker).locator('a[href^="/use/readings/"]').count()).toBe(0);
    await clean(checker);
    await go(page, '/use/copies/show/granted');
    const [made] = await Promise.all([
      page.waitForEvent('download'),
      row.getByRole('button', { name: /^生成 PDF/ }).click(),
    ]);
    expect(made.suggestedFilename()).toMatch(/^FZ-NGA-.*[.]pdf$/);
    const copy = await PDFDocument.load(await readFile(await made.path()));
    expect(copy.getPageCount()).toBe(2);
    await row.getByRole('button', { name: /^登记交付/ }).click();
    await row.waitFor({ state: 'detached' });
    await go(page, readingPath);
    await main(page).getByText('已交付').waitFor();
    await main(page)
      .getByText(/用于所述论文。/)
      .waitFor();
    await clean(page);
  },
);

step('ended, nothing is shown any more; once used up, another is not begun', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await button(page, admin.room.end).click();
  await main(page).getByText(admin.room.over).waitFor();
  expect(await main(page).locator('canvas').count()).toBe(0);
  await clean(page);
  const keeper = await people.as('ARCHIVE_KEEPER');
  const params = { id: readingPath.split('/').at(-1) ?? '', no: 1, page: 1 };
  await expect(keeper.call(readings.readingPage, { params })).rejects.toMatchObject({
    problem: { type: 'wrong-state' },
  });
  await go(page, `/use/grants/${grant}`);
  await main(page).getByText('已用 1 / 共 1 次').waitFor();
  await main(page)
    .getByText(/利用人到馆阅览 · 已结束/)
    .waitFor();
  await button(page, admin.room.begin).click();
  await dialog(page).getByLabel(admin.room.name).fill(reader.username);
  await confirm(page, admin.room.begin);
  await dialog(page)
    .getByText(/许可次数已用完/)
    .waitFor();
  await clean(page);
  expect((await keeper.call(service.getGrant, { params: { id: grant } })).used).toBe(1);
  expect(desk.complaints().filter((one) => !/status of (403|409|422)/.test(one))).toEqual([]);
});
