import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminUserGlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { totp } from '../../infra/local/cognito/totp.ts';
import { openInside } from '../support/inside.ts';
import { codeOf } from '../support/second-factor.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, choose, confirm, dialog, fill, go, main } from './support/page.ts';
import { givePassword, openSite } from './support/session.ts';
import { pathOfSteps } from './support/steps.ts';

const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const stamp = Date.now();
const staff = { username: `first-${stamp}`, email: `first-${stamp}@archive.example` };
const member = { name: '新进人员', email: `new-${stamp}@survey.example`, username: '' };
const first = 'First-Password-2026';
const second = 'Second-Password-2026';
const texts = shared.signIn;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  inside.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const inSite = (page: Page) => page.getByRole('navigation').waitFor();
const signOut = async (page: Page, name: string) => {
  await page.getByRole('banner').getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: texts.out }).click();
  await page.getByLabel(texts.username).waitFor();
};
const setPassword = async (page: Page, password: string) => {
  await fill(page, texts.newPassword, password);
  await fill(page, texts.again, password);
};
/** What follows a label in the last letter to an address. */
const fromLetter = async (to: string, label: RegExp): Promise<string> => {
  const last = (await inside.letters(to)).at(-1);
  const found = label.exec(last?.text ?? '')?.[1];
  if (found === undefined) throw new Error(`Not in the letter to ${to}: ${JSON.stringify(last)}`);
  return found;
};
const temporary = /temporary password: (\S+)/;

const staffStep = pathOfSteps();
let staffPage: Page;

staffStep('a new member of staff sets a password and must enrol an authenticator', async () => {
  const UserPoolId = inside.named('identity/StaffPool');
  const attributes = { email: staff.email, email_verified: 'true', name: '新馆员', 'custom:node': 'NGA' };
  const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));
  const { cognito } = inside.clients;
  const Username = staff.username;
  await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes }));
  const GroupName = 'ARCHIVE_CHECKER';
  await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName }));

  const { page } = await openSite(browser, `${endpoints.admin}/reviews`);
  staffPage = page;
  await givePassword(page, staff.username, await fromLetter(staff.email, temporary));
  await setPassword(page, 'short');
  await button(page, texts.savePassword).click();
  await main(page).locator('.ant-form-item-explain-error').first().waitFor();
  await setPassword(page, first);
  await clean(page);
  await button(page, texts.savePassword).click();

  await main(page).getByRole('img', { name: texts.enrolPicture }).waitFor();
  await clean(page);
  const secret = (await main(page).locator('code').textContent()) ?? '';
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const code = totp(secret, new Date());
  await fill(page, texts.firstCode, code === '000000' ? '111111' : '000000');
  await button(page, texts.enrol).click();
  await main(page).getByText(texts.error['code-wrong']).waitFor();
  await fill(page, texts.firstCode, totp(secret, new Date()));
  await button(page, texts.enrol).click();
  await inSite(page);
  // The page that was asked for, not the start page.
  await main(page).getByRole('heading', { name: admin.nav.reviews, level: 1 }).waitFor();
});

staffStep('afterwards name and password are not enough: the code of the moment is', async () => {
  const page = staffPage;
  await signOut(page, '新馆员');
  await givePassword(page, staff.email, first);
  await clean(page);
  const right = codeOf(staff.username);
  await fill(page, texts.code, right === '000000' ? '111111' : '000000');
  await button(page, texts.go).click();
  await main(page).getByText(texts.error['code-wrong']).waitFor();
  await fill(page, texts.code, codeOf(staff.username));
  await button(page, texts.go).click();
  await inSite(page);
});

const memberStep = pathOfSteps();
let memberPage: Page;

memberStep(
  "an organisation's administrator invites a person, who cannot be invited twice elsewhere",
  async () => {
    const page = await desk.as('SUBMITTER_ADMIN');
    await go(page, '/organisation');
    await button(page, submit.person.invite).click();
    await dialog(page).getByLabel(submit.person.name).fill(member.name);
    await dialog(page).getByLabel(submit.person.email).fill(member.email);
    await clean(page);
    await dialog(page).getByRole('button', { name: submit.person.invite }).click();
    await page.getByText(submit.person.invited.replace('{{email}}', member.email)).waitFor();
    await main(page).getByRole('cell', { name: member.email }).waitFor();
    await clean(page);
  },
);

memberStep('the invited one signs in with the temporary password, sets another, and is inside', async () => {
  member.username = await fromLetter(member.email, /user name.*: (\S+)/);
  const { page } = await openSite(browser, endpoints.submit);
  memberPage = page;
  await givePassword(page, member.email, await fromLetter(member.email, temporary));
  await main(page).getByText(texts.newPasswordLead).waitFor();
  await setPassword(page, first);
  await button(page, texts.savePassword).click();
  await inSite(page);
  await main(page).getByRole('heading', { name: member.name }).waitFor();
});

memberStep('a forgotten password is replaced with the code that was sent', async () => {
  const page = memberPage;
  await signOut(page, member.name);
  await page.getByLabel(texts.username).fill(member.email);
  await button(page, texts.forgot).click();
  await main(page).getByLabel(texts.sentCode).waitFor();
  await clean(page);
  const code = await fromLetter(member.email, /reset your password: (\d{6})/);
  await fill(page, texts.sentCode, code === '000000' ? '111111' : '000000');
  await setPassword(page, second);
  await button(page, texts.savePassword).click();
  await main(page).getByText(texts.error['code-wrong']).waitFor();
  await fill(page, texts.sentCode, code);
  await button(page, texts.savePassword).click();
  await main(page).getByText(texts.resetDone).waitFor();
  await givePassword(page, member.email, first);
  await main(page).getByText(texts.error.wrong).waitFor();
  await givePassword(page, member.email, second);
  await inSite(page);
});

memberStep('an ID token that ran out is renewed without anybody noticing', async () => {
  const page = memberPage;
  const hours = 3600_000;
  await page.clock.setFixedTime(new Date(Date.now() + 2 * hours));
  const asked = page.waitForRequest((request) =>
    (request.headers()['x-amz-target'] ?? '').endsWith('.GetTokensFromRefreshToken'),
  );
  await page.getByRole('navigation').getByRole('link', { name: submit.nav.deposits }).click();
  await asked;
  await main(page).getByRole('table').or(main(page).getByText(submit.deposits.empty)).first().waitFor();
});

memberStep(
  'a session that ended is taken up again over the form, which keeps what was filled in',
  async () => {
    const page = memberPage;
    const title = `会话失效 ${stamp}`;
    await page.getByRole('navigation').getByRole('link', { name: submit.nav.new }).click();
    await main(page).getByRole('radio').first().check();
    await button(page, shared.action.next).click();
    await fill(page, shared.description.title, title);
    await choose(page, shared.description.dataClass, '矿产勘查');
    await choose(page, shared.publication.source, '其他');
    await choose(page, shared.publication.node, '全国');

    const UserPoolId = inside.named('identity/PublicPool');
    await inside.clients.cognito.send(
      new AdminUserGlobalSignOutCommand({ UserPoolId, Username: member.username }),
    );
    await page.clock.setFixedTime(new Date(Date.now() + 5 * 3600_000));
    await button(page, submit.new.save).click();
    await dialog(page).getByText(texts.endedLead).waitFor();
    await clean(page);
    expect(await dialog(page).getByLabel(texts.username).inputValue()).toBe(member.email);
    await dialog(page).getByLabel(texts.password, { exact: true }).fill(second);
    await confirm(page, texts.go);
    await dialog(page).waitFor({ state: 'detached' });
    expect(await main(page).getByLabel(shared.description.title, { exact: true }).inputValue()).toBe(title);
    await button(page, submit.new.save).click();
    await page.waitForURL(/\/deposits\/\w{26}/);
    await main(page).getByRole('heading', { name: title }).waitFor();
  },
);
