import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, choose, confirm, dialog, go, main } from './support/page.ts';

const endpoints = sharedEndpoints();
const { codes: words } = admin;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close(), 60_000);

const save = (page: Page) =>
  dialog(page)
    .getByRole('button', { name: /保\s*存/ })
    .click();

/** Waits until the form of a submitter offers a mineral: the edit goes through the door by itself. */
const offeredToSubmitters = async (mineral: string) => {
  const page = await openDesk(() => browser, endpoints).as('SUBMITTER');
  const offered = page.locator('.ant-select-item-option').filter({ hasText: mineral });
  for (;;) {
    await go(page, '/new');
    await main(page).getByRole('radio').first().check();
    await button(page, /下一步/).click();
    const control = main(page).getByLabel(shared.description.minerals, { exact: true });
    await control.click();
    await control.fill(mineral);
    const found = await offered
      .first()
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
    if (found) return;
  }
};

test('the ministry adds an entry, sees it, renames another, takes both back', async () => {
  const page = await openDesk(() => browser, endpoints).as('MINISTRY_ADMIN');
  await go(page, '/codes');
  await main(page).getByRole('link', { name: '矿产', exact: true }).click();
  await button(page, words.add).click();
  const field = (label: string) => dialog(page).getByLabel(label, { exact: true });
  await field(words.slug).fill('gold');
  await field(words.zh).fill('碲矿');
  await field(words.en).fill('Tellurium');
  await field(words.reason).fill('浏览器测试');
  await save(page);
  // The server refuses what the list cannot say, and nothing that was filled in is lost.
  await dialog(page).getByText('已有这个标识，标识不能重复使用。').waitFor();
  expect(await audit(page)).toEqual([]);
  await field(words.slug).fill('tellurium');
  await save(page);
  await main(page).getByRole('cell', { name: '碲矿', exact: true }).waitFor();
  await offeredToSubmitters('碲矿');

  await main(page)
    .getByRole('button', { name: words.retireTitle.replace('{{name}}', '金矿'), exact: true })
    .click();
  await field(words.to).fill('2099-12-31');
  await field(words.reason).fill('停用测试');
  expect(await audit(page)).toEqual([]);
  await save(page);
  const done = main(page).getByRole('region', { name: words.edits });
  await done.getByText('停用测试').waitFor();
  expect(await audit(page)).toEqual([]);

  for (const slug of ['gold', 'tellurium']) {
    await done
      .getByRole('listitem')
      .filter({ hasText: slug })
      .getByRole('button', { name: new RegExp(`^${words.undo}`) })
      .click();
    await dialog(page).getByLabel(admin.calendar.reason).fill(`撤销 ${slug}`);
    await confirm(page, words.undo);
    await done.getByText(`撤销 ${slug}`).waitFor();
  }
  await main(page).getByRole('cell', { name: '碲矿', exact: true }).waitFor({ state: 'detached' });
}, 180_000);

test('staff walk through the regions and find what was abolished; nothing is offered to change', async () => {
  const page = await openDesk(() => browser, endpoints).as('ARCHIVE_CHECKER');
  await go(page, '/codes/regions');
  await main(page)
    .getByRole('link', { name: /湖北省/ })
    .click();
  await main(page)
    .getByRole('link', { name: /襄阳市/ })
    .click();
  await main(page).getByRole('cell', { name: '枣阳市', exact: true }).first().waitFor();
  expect(await button(page, words.add).count()).toBe(0);
  await main(page).getByLabel(shared.list.search).fill('崇文');
  await page.keyboard.press('Enter');
  // Only what counts today was shown: the filter is taken away.
  await button(page, shared.list.clear).waitFor();
  await go(page, '/codes/regions?q=崇文');
  await main(page).getByRole('cell', { name: '崇文区', exact: true }).first().waitFor();
  const saved = page.waitForEvent('download');
  await button(page, words.exportAll).click();
  const stream = await (await saved).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  const csv = Buffer.concat(parts).toString('utf8');
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(csv).toContain('\r\n110228,110228,密云县');
}, 180_000);

test('a submitter chooses minerals and a region from the lists, and keeps what no list has', async () => {
  const page = await openDesk(() => browser, endpoints).as('SUBMITTER');
  await go(page, '/new');
  await main(page).getByRole('radio').first().check();
  await button(page, /下一步/).click();
  const open = async (label: string, typed: string) => {
    const control = main(page).getByLabel(label, { exact: true });
    await control.click();
    await control.fill(typed);
  };
  const { description } = shared;
  const tags = main(page).locator('.ant-select-selection-item');
  await open(description.minerals, 'copper');
  await page.keyboard.press('Enter');
  await tags.filter({ hasText: /^铜矿$/ }).waitFor();
  await open(description.minerals, 'gold、青金石');
  await page.keyboard.press('Enter');
  await tags.filter({ hasText: /^金矿$/ }).waitFor();
  await tags.filter({ hasText: shared.codes.unlisted.replace('{{name}}', '青金石') }).waitFor();
  await page.keyboard.press('Escape');
  await choose(page, description.workDegree, '详查');
  await open(description.regions, '湖北 大冶');
  await page.locator('.ant-select-item-option').filter({ hasText: '大冶市' }).waitFor();
  await page.keyboard.press('Enter');
  await tags.filter({ hasText: '湖北省 / 黄石市 / 大冶市' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await audit(page)).toEqual([]);

  await main(page).getByLabel(description.title, { exact: true }).fill('代码表测试');
  await choose(page, description.dataClass, '矿产勘查');
  await choose(page, shared.publication.source, '其他');
  const node = main(page).getByLabel(shared.publication.node, { exact: true });
  if ((await node.count()) > 0) {
    await node.click();
    await page.locator('.ant-select-item-option:visible').first().click();
  }
  await button(page, submit.new.save).click();
  await page.waitForURL(/\/deposits\//);
  await main(page).getByText('铜矿、金矿、青金石').waitFor();
  await main(page).getByText('大冶市（420281）').waitFor();
}, 180_000);
