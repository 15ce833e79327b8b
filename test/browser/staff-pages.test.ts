import { readFileSync } from 'node:fs';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { taskSheet } from '@geoarchive/domain/task-sheet.ts';
import { openBook } from '@geoarchive/sheets/open.ts';
import { bytesSource } from '@geoarchive/sheets/source.ts';
import { gathered } from '@geoarchive/sheets/testing/look.ts';
import { mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { openInside } from '../support/inside.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openSite, signIn } from './support/session.ts';

const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const stepMs = 180_000;
// Its worker takes a notification of no files and has nothing to do: what is sent back does not come again.
const queue = 'intake/DispatchWorkerDeadLetters';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  inside.close();
});

const as = async (role: RoleCode) => {
  const account = endpoints.accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`No account for ${role}`);
  const site = await openSite(browser, endpoints.admin);
  await signIn(site.page, account);
  return site;
};
const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog');
const go = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const filled = (text: string, values: Record<string, string | number>) =>
  Object.entries(values).reduce((all, [name, value]) => all.replace(`{{${name}}}`, String(value)), text);

test(
  'an operator sees what is stuck, tries, discards with a reason and sends back, by keyboard',
  async () => {
    for (let n = 1; n <= 3; n += 1) await inside.send(queue, { Records: [], no: n });
    const { page, complaints } = await as('OPERATOR');
    await page
      .getByRole('link', { name: new RegExp(admin.home.deadLetters) })
      .first()
      .waitFor();
    await clean(page);
    await go(page, '/dead-letters');
    const link = main(page).getByRole('link', { name: 'dispatch', exact: true });
    await link.waitFor();
    await clean(page);
    await link.focus();
    await page.keyboard.press('Enter');
    await main(page).getByText('no: 2').waitFor();
    await clean(page);

    await main(page)
      .getByRole('checkbox', { name: new RegExp(admin.letters.choose) })
      .nth(1)
      .press('Space');
    await main(page)
      .getByRole('button', { name: filled(admin.letters.discardChosen, { count: 1 }) })
      .press('Enter');
    const discard = dialog(page).getByRole('button', { name: /^丢\s*弃$/ });
    expect(await discard.isDisabled()).toBe(true);
    await dialog(page).getByLabel(admin.letters.discardReason).fill('浏览器测试的消息');
    await clean(page);
    await discard.press('Enter');
    await main(page).getByText('浏览器测试的消息').waitFor();

    await main(page).getByRole('button', { name: admin.letters.tryAll }).press('Enter');
    await dialog(page)
      .getByText(/DispatchWorkerQueue/)
      .waitFor();
    await clean(page);
    await dialog(page)
      .getByRole('button', { name: filled(admin.letters.replayCount, { count: 2 }) })
      .press('Enter');
    await dialog(page)
      .getByText(filled(admin.letters.replayed, { sent: 2 }))
      .waitFor();
    await clean(page);
    await dialog(page).getByRole('button', { name: admin.letters.close }).last().press('Enter');
    await main(page).getByText(admin.letters.queueEmpty).waitFor();
    expect(complaints).toEqual([]);
  },
  stepMs,
);

const csv = (...lines: string[]) => ({
  name: '任务.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['number,name,source,organisation,node,due', ...lines].join('\n')),
});

test(
  'an administrator mends the rows of a file, sees what is new, and imports it',
  async () => {
    const { page, complaints } = await as('MINISTRY_ADMIN');
    const number = `RW-${Date.now()}`;
    await go(page, '/tasks');
    await main(page).getByRole('button', { name: admin.import.action }).click();
    const file = main(page).locator('input[type=file]');
    await file.setInputFiles(csv(`${number},甲矿区,gold,DEMO-SURVEY,NGA,2027-06-30`));
    await main(page)
      .getByText(filled(admin.import.wrongRows, { count: 1 }))
      .waitFor();
    await clean(page);
    const good = `${number},甲矿区,mining-right,DEMO-SURVEY,NGA,2027-06-30`;
    await file.setInputFiles(csv(good, `${number}b,乙矿区,other,DEMO-SURVEY,NGA,2027-06-30`));
    const start = main(page).getByRole('button', { name: filled(admin.import.go, { count: 2 }) });
    await start.waitFor();
    await clean(page);
    await start.click();
    await main(page).getByText('2 / 2 新增 2 · 更新 0 · 无变化 0').waitFor();
    await main(page).getByRole('button', { name: admin.import.undo }).waitFor();
    await clean(page);
    await main(page).getByRole('button', { name: admin.import.undo }).click();
    await page
      .getByRole('tooltip')
      .getByRole('button', { name: /确\s*定/ })
      .click();
    // The undoing is a job of its own, on its own page.
    await main(page).getByText('2 / 2 撤销 2 · 还原 0 · 此后有变化，未动 0').waitFor();
    await clean(page);
    await go(page, '/jobs');
    const undone = main(page).getByRole('row').filter({ hasText: '撤销导入' }).first();
    await undone.getByText('已完成').waitFor();
    await clean(page);
    await main(page).getByText(shared.jobs.all, { exact: true }).click();
    await main(page).getByRole('columnheader', { name: shared.jobs.owner }).waitFor();
    await clean(page);
    await go(page, '/tasks/import');
    await file.setInputFiles(csv(good, `${number}b,乙矿区,other,DEMO-SURVEY,NGA,2027-06-30`));
    await start.click();
    await main(page).getByText('2 / 2 新增 2 · 更新 0 · 无变化 0').waitFor();
    await main(page).getByRole('button', { name: admin.import.undo }).waitFor();

    await file.setInputFiles(csv(good.replace('甲', '丙')));
    await main(page).getByText('任务名称: 甲矿区 → 丙矿区').waitFor();
    const saved = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        main(page).getByRole('button', { name: button }).click(),
      ]);
      return readFileSync(await download.path());
    };
    const rowsOf = async (bytes: Uint8Array) => {
      const rows = [];
      for await (const { cells } of (await openBook(bytesSource(bytes, 'x'))).rows()) rows.push(cells);
      return rows;
    };
    // Filled in as a person would: the template, a row below its example.
    const template = await saved(admin.import.template);
    expect((await rowsOf(template))[0]).toContain('任务编号*');
    const filledIn = await gathered(
      writeSheet(
        taskSheet,
        [
          {
            number: `${number}c`,
            name: '丁矿区',
            source: 'other',
            organisation: 'DEMO-SURVEY',
            node: 'NGA',
            due: '去年',
          },
        ],
        'xlsx',
        'zh',
      ),
    );
    await file.setInputFiles({ name: '任务.xlsx', mimeType: mediaTypes.xlsx, buffer: Buffer.from(filledIn) });
    await main(page).getByText('“去年”不是日期。').waitFor();
    await clean(page);
    const markedUp = await rowsOf(await saved(admin.import.markedUp));
    expect(markedUp[1]?.at(-1)).toContain('“去年”不是日期。');
    await go(page, '/tasks');
    await main(page).getByRole('button', { name: admin.tasks.exportXlsx }).waitFor();
    await clean(page);
    const exported = await saved(admin.tasks.exportXlsx);
    expect((await rowsOf(exported)).flat()).toContain(`${number}b`);
    await go(page, '/tasks/import');
    await file.setInputFiles({ name: '导出.xlsx', mimeType: mediaTypes.xlsx, buffer: exported });
    await main(page)
      .getByText(
        filled(admin.import.counts, {
          created: 0,
          updated: 0,
          unchanged: (await rowsOf(exported)).length - 1,
        }),
      )
      .waitFor();
    expect(complaints).toEqual([]);
  },
  stepMs,
);

test(
  'an auditor finds who did it, all about one thing, and takes the list along',
  async () => {
    const { page, complaints } = await as('AUDITOR');
    await go(page, '/audit');
    await clean(page);
    // Few rows: a long list is virtual and has other markup.
    await main(page).getByRole('combobox', { name: admin.audit.action, exact: true }).fill('task.import');
    await page.keyboard.press('Tab');
    const row = main(page).getByRole('row').filter({ hasText: 'task.import' }).first();
    await row.waitFor();
    await clean(page);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      main(page).getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    expect(readFileSync(await saved.path(), 'utf8')).toContain('task.import');
    await row.getByRole('button').click();
    await dialog(page).getByText('task.import').first().waitFor();
    await clean(page);
    await page.keyboard.press('Escape');
    await main(page).getByText(admin.audit.ofSystem, { exact: true }).click();
    await main(page).getByText(admin.audit.empty).waitFor();
    await main(page).getByRole('combobox', { name: admin.audit.action, exact: true }).fill('deadletters.');
    await page.keyboard.press('Tab');
    await main(page).getByText('汇交区', { exact: true }).click();
    await main(page).getByText('deadletters.discard').first().waitFor();
    await clean(page);
    expect(complaints).toEqual([]);
  },
  stepMs,
);
