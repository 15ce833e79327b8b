import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openSite, signIn } from './support/session.ts';

const endpoints = sharedEndpoints();
const stepMs = 240_000;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

const as = async (role: RoleCode) => {
  const account = endpoints.accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`No account for ${role}`);
  const site = await openSite(browser, account.node === '' ? endpoints.submit : endpoints.admin);
  await signIn(site.page, account);
  return site;
};
const main = (page: Page) => page.getByRole('main');
const dialog = (page: Page) => page.getByRole('dialog');
const go = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const filled = (text: string, values: Record<string, string | number>) =>
  Object.entries(values).reduce((all, [name, value]) => all.replace(`{{${name}}}`, String(value)), text);

const stamp = Date.now();
const group = 'DEMO-SURVEY';
const child = `TEST-${stamp}`;
const csv = (header: string, ...lines: string[]) => ({
  name: '单位.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...lines].join('\n')),
});

test(
  'an organisation is imported after its cells were mended, found by a part of its name, renamed with the reason, and put under a group',
  async () => {
    const { page, complaints } = await as('MINISTRY_ADMIN');
    await go(page, '/organisations');
    await main(page).getByRole('button', { name: admin.organisations.import }).click();
    const file = main(page).locator('input[type=file]');
    const header = 'code,name,namedOn,province';
    await file.setInputFiles(csv(header, `${child},某测矿业${stamp},soon,420000`));
    await main(page)
      .getByText(filled(admin.import.wrongRows, { count: 1 }))
      .waitFor();
    await clean(page);
    await file.setInputFiles(
      csv(
        header,
        `${group},示范地质勘查集团有限公司,2020-01-01,420000`,
        `${child},某测矿业${stamp},2021-01-01,420000`,
        '91350100M000100Y44,误,,',
      ),
    );
    await main(page)
      .getByText(/91350100M000100Y44”不是有效的统一社会信用代码/)
      .waitFor();
    await clean(page);
    await main(page)
      .getByRole('button', { name: /^导入 \d/ })
      .click();
    await main(page).getByRole('button', { name: admin.organisations.toList }).click();
    await main(page).getByLabel(admin.organisations.find).fill(`测矿业${stamp}`);
    await page.keyboard.press('Enter');
    await main(page)
      .getByRole('link', { name: `某测矿业${stamp}` })
      .click();
    await main(page).getByText(admin.organisations.noTasks).waitFor();
    await clean(page);
    await main(page)
      .getByRole('button', { name: /^更\s*正$/ })
      .click();
    await clean(page);
    await dialog(page).getByLabel(admin.organisations.name, { exact: true }).fill(`某测股份${stamp}`);
    await dialog(page).getByLabel(admin.organisations.below, { exact: true }).fill(child);
    await dialog(page).getByLabel(admin.organisations.reason, { exact: true }).fill('更名通知书');
    const save = dialog(page).getByRole('button', { name: /^保\s*存$/ });
    complaints.length = 0;
    await save.click();
    // Refused, and told why in the dialog: nothing stands above itself.
    await dialog(page)
      .getByText(/上级单位不能是自己/)
      .waitFor();
    complaints.length = 0;
    await dialog(page).getByLabel(admin.organisations.below, { exact: true }).fill(group);
    await save.click();
    await main(page)
      .getByRole('heading', { name: `某测股份${stamp}` })
      .waitFor();
    await main(page)
      .getByText(filled(admin.organisations.named, { name: `某测矿业${stamp}`, from: '2021-01-01' }))
      .or(main(page).getByText(`某测矿业${stamp}，自`))
      .first()
      .waitFor();
    await main(page).getByText('更名通知书').waitFor();
    await clean(page);
    await main(page).getByRole('link', { name: '示范地质勘查集团有限公司' }).click();
    await main(page)
      .getByRole('link', { name: `某测股份${stamp}` })
      .waitFor();
    await clean(page);
    // A task of it, for the group to look at.
    await go(page, '/tasks/import');
    const task = `RW-O-${stamp},甲矿区,mining-right,${child},NGA,2027-06-30`;
    await main(page)
      .locator('input[type=file]')
      .setInputFiles(csv('number,name,source,organisation,node,due', task));
    await main(page)
      .getByRole('button', { name: filled(admin.import.go, { count: 1 }) })
      .click();
    await main(page).getByRole('button', { name: admin.import.undo }).waitFor();
    expect(complaints).toEqual([]);
  },
  stepMs,
);

test(
  "the administrator of the group looks at its subsidiary's task and can do nothing to it; a submitter has no such page",
  async () => {
    const { page, complaints } = await as('SUBMITTER_ADMIN');
    const row = () =>
      main(page)
        .getByRole('row')
        .filter({ hasText: `RW-O-${stamp}` });
    // The task comes by an event.
    await until(
      async () => {
        await go(page, `/group?organisation=${child}`);
        await main(page).getByRole('table').or(main(page).getByText(submit.group.empty)).first().waitFor();
        return row().count();
      },
      (count) => count === 1,
    );
    await row().getByText(`某测股份${stamp}`).waitFor();
    await clean(page);
    await row().getByRole('link', { name: '甲矿区' }).click();
    await main(page)
      .getByText(filled(submit.group.of, { organisation: `某测股份${stamp}` }))
      .waitFor();
    await main(page).getByText(shared.taskPage.noPapers).waitFor();
    expect(await main(page).getByRole('button').count()).toBe(0);
    await clean(page);
    expect(complaints).toEqual([]);
    const submitter = await as('SUBMITTER');
    const nav = submitter.page.getByRole('navigation');
    expect(await nav.getByRole('link', { name: submit.nav.group }).count()).toBe(0);
    expect(await nav.getByRole('link', { name: submit.nav.tasks }).count()).toBe(1);
  },
  stepMs,
);
