import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { withSecondFactor } from '../support/second-factor.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openSite, signIn } from './support/session.ts';

const endpoints = sharedEndpoints();
const stepMs = 300_000;
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

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
const button = (within: ReturnType<typeof main>, name: string) =>
  // The library puts a space between two characters.
  within.getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}$`) });
const choose = async (page: Page, label: string, option: string) => {
  await dialog(page).getByLabel(label, { exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: option }).last().click();
};
const { custody } = admin;

const stamp = Date.now();
const year = new Date().getFullYear() - 1;
const header = '保管编号,保管单位代码,资料种类,名称,井（孔）号,数量,计量单位,存放地点,保管状况';
const line = (code: string, more = '') =>
  `${code}-${stamp},CNPC,实物地质资料,${code} 岩心,不明${stamp}井,12,箱,大庆岩心库 1 架${more},完好`;
const csv = (...lines: string[]) => ({
  name: '保管清单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...lines].join('\n')),
});
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const importList = async (page: Page, period: number, ...lines: string[]) => {
  await go(page, `/custody/holdings/import?period=${period}`);
  await main(page)
    .locator('input[type=file]')
    .setInputFiles(csv(...lines));
  await main(page)
    .getByText(/与上一年度清单比较：/)
    .waitFor();
};
const startImport = async (page: Page) => {
  await main(page)
    .getByRole('button', { name: /^导入 \d/ })
    .click();
  await main(page).getByRole('button', { name: custody.toHoldings }).waitFor();
};

let inspectionPath = '';

/** Plans an inspection and dispatches it; gives its address. */
const dispatched = async (page: Page, subject: string): Promise<string> => {
  await go(page, '/custody/inspections');
  await button(main(page), custody.plan).click();
  await choose(page, custody.custodian, '中国石油天然气集团');
  await dialog(page).getByLabel(custody.subject, { exact: true }).fill(subject);
  await choose(page, custody.checklist, '实物地质资料');
  await dialog(page).getByLabel(custody.plannedOn, { exact: true }).fill('2099-12-01');
  await clean(page);
  await button(dialog(page), '保存').click();
  await main(page)
    .getByRole('heading', { name: /^JC-CNPC-/ })
    .waitFor();
  await button(main(page), '派发').click();
  await dialog(page).getByLabel(custody.remark).fill('请按期检查');
  await button(dialog(page), '派发').click();
  await main(page).getByText('已派发').first().waitFor();
  return new URL(page.url()).pathname;
};

/** Lets the tokens on this device have ended; `refused` also makes what renews them worthless. */
const endTokens = (page: Page, renewal?: 'refused') =>
  page.evaluate((spoilt) => {
    const base64url = (text: string) =>
      btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    for (const key of Object.keys(localStorage)) {
      if (spoilt && key.endsWith('.refreshToken')) localStorage.setItem(key, 'worthless');
      if (!/\.(?:id|access)Token$/.test(key)) continue;
      const [head, payload = '', signature] = (localStorage.getItem(key) ?? '').split('.');
      // Bytes and not text: a name in Chinese stays as it is.
      const said = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
      const ended = said.replace(/"exp":\d+/, '"exp":1000000000');
      localStorage.setItem(key, [head, base64url(ended), signature].join('.'));
    }
  }, renewal === 'refused');
/** Waits until the device has stored a text: a reload within the same moment would be quicker than any hand. */
const storedOnDevice = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) =>
      new Promise<boolean>((resolve, reject) => {
        const asked = indexedDB.open('geoarchive-custody');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const all = asked.result.transaction('inspections').objectStore('inspections').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result).includes(wanted));
        };
      }),
    text,
  );
const expectConclusion = async (page: Page) => {
  const field = main(page).getByLabel(custody.conclusion, { exact: true });
  await field.waitFor();
  expect(await field.inputValue()).toBe(`期满后填写${stamp}`);
};
const signInAgain = async (page: Page) => {
  const account = endpoints.accounts.find((one) => one.role === 'INSPECTOR');
  if (account === undefined) throw new Error('No account for INSPECTOR');
  const { code, ...who } = await withSecondFactor(new URL(page.url()).origin, account);
  await dialog(page).getByLabel(shared.signIn.password, { exact: true }).fill(who.password);
  await dialog(page).getByRole('button', { name: shared.signIn.go, exact: true }).click();
  const asked = dialog(page).getByLabel(shared.signIn.code);
  await Promise.race([asked.waitFor(), dialog(page).waitFor({ state: 'detached' })]);
  if (!(await asked.isVisible())) return;
  await asked.fill(await code());
  await dialog(page).getByRole('button', { name: shared.signIn.go, exact: true }).click();
};

test(
  'a custodian imports its list, sees what differs from the year before, and hands it in; another’s is refused',
  async () => {
    const { page, complaints } = await as('CUSTODIAN_ADMIN');
    await importList(page, year - 1, line('A'), line('B'), line('C'));
    await startImport(page);
    await importList(page, year, line('A'), line('B', ' 新架'), line('D'));
    await main(page)
      .getByText(new RegExp(`C-${stamp}`))
      .first()
      .waitFor();
    await clean(page);
    expect(complaints).toEqual([]);
    await startImport(page);
    await go(page, `/custody/holdings/CNPC/${year}?view=differences`);
    await main(page).getByText(`C-${stamp}`, { exact: true }).waitFor();
    await clean(page);

    const removed = `D-${stamp}`;
    await go(page, `/custody/holdings/CNPC/${year}?q=${removed}`);
    await main(page)
      .getByRole('button', { name: `移除 ${removed}` })
      .click();
    await dialog(page).getByLabel(custody.removeReason).fill('重复登记');
    await clean(page);
    await dialog(page)
      .getByRole('button', { name: `移除 ${removed}` })
      .click();
    await main(page).getByText('重复登记').waitFor();
    await clean(page);
    await main(page)
      .getByRole('button', { name: `恢复 ${removed}` })
      .click();
    await main(page).getByText('重复登记').waitFor({ state: 'detached' });
    await main(page)
      .getByRole('button', { name: `移除 ${removed}` })
      .waitFor();

    await button(main(page), '报送').click();
    await dialog(page).getByLabel(custody.remark).fill('年度清单');
    await button(dialog(page), '报送').click();
    await main(page).getByText('已报送').first().waitFor();
    expect(complaints).toEqual([]);
    await go(page, `/custody/holdings/import?period=${year - 2}`);
    await main(page)
      .locator('input[type=file]')
      .setInputFiles(csv(line('X').replace('CNPC', 'CNNC')));
    await main(page)
      .getByText(/只能导入本单位（CNPC）的保管清单/)
      .waitFor();
  },
  stepMs,
);

test(
  'the ministry imports a list that came on paper and hands it in for its custodian, who sees that it did',
  async () => {
    const { page, complaints } = await as('MINISTRY_ADMIN');
    await go(page, `/custody/holdings/import?period=${year}&custodian=CNNC`);
    await main(page)
      .locator('input[type=file]')
      .setInputFiles(csv(line('P').replace('CNPC', 'CNNC')));
    await main(page)
      .getByRole('button', { name: /^导入 \d/ })
      .click();
    await main(page).getByRole('button', { name: custody.toHoldings }).waitFor();
    await go(page, `/custody/holdings/CNNC/${year}`);
    await main(page).getByText(custody.broughtByAuthority).waitFor();
    await button(main(page), '代为报送').click();
    await dialog(page).getByLabel(custody.onPaper).fill('收到纸质清单');
    await clean(page);
    await button(dialog(page), '代为报送').click();
    await main(page).getByText('已报送').first().waitFor();
    await main(page).locator('strong', { hasText: '代为报送' }).waitFor();
    await clean(page);
    expect(complaints).toEqual([]);
  },
  stepMs,
);

test(
  'the ministry plans an inspection and dispatches it',
  async () => {
    const { page, complaints } = await as('MINISTRY_ADMIN');
    inspectionPath = await dispatched(page, `岩心库检查${stamp}`);
    await clean(page);
    expect(complaints).toEqual([]);
  },
  stepMs,
);

test(
  'it is carried out without network, opened again offline, and synchronised later',
  async () => {
    const { page, complaints } = await as('INSPECTOR');
    const context = page.context();
    await go(page, inspectionPath);
    await button(main(page), custody.carryOut).click();
    await main(page).getByText(custody.device.ready).waitFor();
    await clean(page);
    expect(complaints).toEqual([]);

    await context.setOffline(true);
    await main(page).getByText(custody.device.offline).waitFor();
    for (const item of await main(page).getByRole('radiogroup').all())
      if ((await item.getByText('符合', { exact: true }).count()) > 0)
        await item.getByText('符合', { exact: true }).click();
    await main(page).getByLabel(custody.finding, { exact: true }).fill(`三箱岩心标签脱落${stamp}`);
    await main(page).getByText(custody.severities.major, { exact: true }).click();
    await main(page).getByLabel(custody.rectifyBy, { exact: true }).fill('2099-12-31');
    await main(page)
      .getByLabel(custody.photo, { exact: true })
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: png });
    await main(page).getByText('照片 1 张').first().waitFor();
    await button(main(page), custody.addFinding).click();
    await main(page).getByText(`三箱岩心标签脱落${stamp}`).waitFor();
    await clean(page);

    // The sign-in ends while there is no network: who it was stays known, and all can be read and written.
    await endTokens(page);
    await page.reload();
    await main(page).getByText(`三箱岩心标签脱落${stamp}`).waitFor();
    await main(page).getByText(custody.device.offline).waitFor();
    await main(page).getByLabel(custody.conclusion, { exact: true }).fill(`期满后填写${stamp}`);
    await storedOnDevice(page, `期满后填写${stamp}`);
    await page.reload();
    await expectConclusion(page);
    await clean(page);

    // What renews it is refused once there is a network: a new sign-in is asked for over the page, and nothing is lost.
    await endTokens(page, 'refused');
    // Also out of what was under way with the good one: a renewal that waited for the network would succeed.
    await page.reload();
    await expectConclusion(page);
    await context.setOffline(false);
    const again = dialog(page);
    await again.getByText(shared.signIn.endedLead).waitFor();
    await signInAgain(page);
    await again.waitFor({ state: 'detached' });
    await expectConclusion(page);
    await main(page).getByText(`三箱岩心标签脱落${stamp}`).waitFor();
    await button(main(page), custody.sync).click();
    await main(page).getByText(custody.device.inSync).waitFor();
    await expectConclusion(page);
    await button(main(page), custody.complete).click();
    await main(page).getByText('已检查').first().waitFor();
    await clean(page);
    const download = page.waitForEvent('download');
    await button(main(page), custody.report).click();
    expect((await download).suggestedFilename()).toMatch(/^检查报告-JC-CNPC-.*\.pdf$/);
  },
  stepMs,
);

test(
  'the custodian rectifies with evidence; accepted, the inspection is closed',
  async () => {
    const { page, complaints } = await as('CUSTODIAN_ADMIN');
    await go(page, inspectionPath);
    await main(page)
      .getByRole('link', { name: /-ZG01$/ })
      .click();
    await main(page)
      .getByLabel(custody.addEvidence)
      .setInputFiles({ name: '整改.png', mimeType: 'image/png', buffer: png });
    await main(page).getByText('整改.png').waitFor();
    await button(main(page), '提交整改').click();
    await dialog(page).getByLabel(custody.remark).fill('标签已重贴');
    await button(dialog(page), '提交整改').click();
    await main(page).getByText('待复核').first().waitFor();
    await clean(page);
    expect(complaints).toEqual([]);
    const path = new URL(page.url()).pathname;

    const { page: inspector, complaints: more } = await as('INSPECTOR');
    await go(inspector, path);
    await button(main(inspector), '通过').click();
    await dialog(inspector).getByLabel(custody.remark).fill('同意');
    await button(dialog(inspector), '通过').click();
    await main(inspector).getByText('已通过').first().waitFor();
    await go(inspector, inspectionPath);
    await main(inspector).getByText('已办结').first().waitFor();
    await clean(inspector);
    await go(inspector, '/custody/overview');
    await main(inspector).getByText(custody.heldWhere).first().waitFor();
    await clean(inspector);
    await main(inspector).getByLabel(custody.tieValue, { exact: true }).fill(`不明${stamp}井`);
    await inspector.keyboard.press('Enter');
    await main(inspector).getByText('D 岩心').first().waitFor();
    await clean(inspector);
    expect(more).toEqual([]);
  },
  stepMs,
);

test(
  'an inspection that two devices changed: both stand side by side, and one is chosen',
  async () => {
    const { page: ministry } = await as('MINISTRY_ADMIN');
    const path = await dispatched(ministry, `两台平板${stamp}`);
    const conclude = (page: Page, text: string) =>
      main(page).getByLabel(custody.conclusion, { exact: true }).fill(text);
    const concluded = async (page: Page) =>
      main(page).getByLabel(custody.conclusion, { exact: true }).inputValue();
    const sync = (page: Page) => button(main(page), custody.sync).click();
    const inSync = (page: Page) => main(page).getByText(custody.device.inSync).waitFor();
    const opened = async () => {
      const { page } = await as('INSPECTOR');
      await go(page, `${path}/checklist`);
      await main(page).getByText(custody.device.ready).waitFor();
      return page;
    };
    const [one, other] = [await opened(), await opened()];

    await conclude(one, '第一台');
    await sync(one);
    await inSync(one);
    await main(other).getByRole('radiogroup').first().getByText('不符合', { exact: true }).click();
    await conclude(other, '第二台');
    await sync(other);
    await main(other).getByText(custody.conflict).waitFor();
    await main(other).getByText(custody.here.replace('{{what}}', '已填 1 项，问题 0 个')).waitFor();
    await main(other).getByText(custody.there.replace('{{what}}', '已填 0 项，问题 0 个')).waitFor();
    await clean(other);
    await button(main(other), custody.keepMine).click();
    await sync(other);
    await inSync(other);

    // The first goes on from what it knew, and takes what the second brought.
    await conclude(one, '第一台再改');
    await sync(one);
    await main(one).getByText(custody.conflict).waitFor();
    expect(await concluded(one)).toBe('第一台再改');
    await button(main(one), custody.takeTheirs).click();
    await inSync(one);
    expect(await concluded(one)).toBe('第二台');
  },
  stepMs,
);
