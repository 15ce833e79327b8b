import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { type Provider, startProvider } from '../support/oidc/provider.ts';
import { openOidcSites } from '../support/oidc/sites.ts';
import { sharedEndpoints, sharedState } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { button, go, main } from './support/page.ts';
import { openSite } from './support/session.ts';
import { pathOfSteps } from './support/steps.ts';

const organisation = `OIDC-${Date.now()}`;
const wang = {
  sub: 'wang-1',
  name: '王芳',
  email: 'wang@example.cn',
  realm_access: { roles: ['SUBMITTER_ADMIN', 'offline_access'] },
  org: organisation,
};

let browser: Browser;
let provider: Provider;
let sites: Awaited<ReturnType<typeof openOidcSites>>;
let page: Page;
beforeAll(async () => {
  provider = await startProvider({ [wang.name]: wang });
  [browser, sites] = await Promise.all([
    launch(),
    openOidcSites(sharedEndpoints(), sharedState(), provider.issuer),
  ]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await sites?.close();
  await provider?.close();
}, 60_000);

const step = pathOfSteps();
const clean = async () => expect(await audit(page)).toEqual([]);
const ask = async (token: string) =>
  (await fetch(`${sites.submit}/api/identity/me`, { headers: { authorization: `Bearer ${token}` } })).status;

step('signing in is done at the issuer, and leads back to the page that was asked for', async () => {
  ({ page } = await openSite(browser, `${sites.submit}/organisation`));
  await main(page).getByText(shared.signIn.elsewhere).waitFor();
  await clean();
  await button(page, shared.signIn.go).click();
  await page.getByRole('link', { name: wang.name }).click();
  await page.waitForURL(`${sites.submit}/organisation`);
  expect(provider.grants).toEqual(['authorization_code']);
});

step(
  'the token opens the API: the function checked it, and the claims are named as this issuer names them',
  async () => {
    await main(page).locator('code').filter({ hasText: organisation }).waitFor();
    await page.getByRole('banner').getByRole('button', { name: wang.name }).waitFor();
    // The issuer keeps the people, and the page says so.
    await main(page)
      .getByText(/外部统一身份认证/)
      .waitFor();
    await clean();
  },
);

step('what the issuer did not sign, or signed for another site, opens nothing', async () => {
  const good = provider.token({ ...wang, aud: 'submit' });
  expect(await ask(good)).toBe(200);
  expect(await ask(provider.token({ ...wang, aud: 'admin' }))).toBe(401);
  expect(await ask(provider.token({ ...wang, aud: 'submit', iss: 'http://127.0.0.1:1' }))).toBe(401);
  expect(await ask(provider.token({ ...wang, aud: 'submit', exp: 1 }))).toBe(401);
  const [head = '', body = '', signature = ''] = good.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const other = Buffer.from(JSON.stringify({ ...claims, org: 'ANOTHER' })).toString('base64url');
  expect(await ask([head, other, signature].join('.'))).toBe(401);
});

step('a token that ran out is renewed by the refresh token', async () => {
  await page.clock.setFixedTime(new Date(Date.now() + 2 * 3600_000));
  await page.getByRole('navigation').getByRole('link', { name: submit.nav.deposits }).click();
  await main(page).getByText(submit.deposits.empty).waitFor();
  // The list may be shown as it was known, and asked for anew behind that.
  await until(
    async () => provider.grants,
    (grants) => grants.includes('refresh_token'),
  );
});

step('a code that was used already, or an answer nobody asked for, signs nobody in', async () => {
  const { page: other } = await openSite(browser, `${sites.submit}/sign-in?code=stolen&state=guessed`);
  await button(other, shared.signIn.go).waitFor();
  expect(await other.getByRole('navigation').count()).toBe(0);
});

step('signing out ends it at the issuer, too', async () => {
  await page.getByRole('banner').getByRole('button', { name: wang.name }).click();
  const ended = page.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/end`));
  await page.getByRole('menuitem', { name: shared.signIn.out }).click();
  await ended;
  await main(page).getByText(shared.signIn.elsewhere).waitFor();
  await go(page, '/organisation');
  await main(page).getByText(shared.signIn.elsewhere).waitFor();
});
