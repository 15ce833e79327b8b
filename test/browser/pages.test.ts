import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import portal from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { siteOf } from '../../infra/local/endpoints.ts';
import { actors } from '../support/actors.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openSite, signIn } from './support/session.ts';

const endpoints = sharedEndpoints();
const pageMs = 480_000;
const samples = [
  ...[
    'list',
    'detail',
    'form',
    'dashboard',
    'map',
    'documents',
    'sheets',
    'jobs',
    'notices',
    'cases',
    'codes',
    'calendar',
    'registers',
  ].map((pattern) => `/samples?pattern=${pattern}`),
  ...['empty', 'error', 'forbidden'].map((state) => `/samples?pattern=detail&show=${state}`),
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  // The pages of one task need one.
  const task = { source: 'other' as const, organisation: 'DEMO-SURVEY', node: 'NGA', due: '2027-06-30' };
  const ministry = await actors(endpoints).as('MINISTRY_ADMIN');
  await importTasks(ministry, [{ ...task, number: `RW-PAGES-${Date.now()}`, name: '某地铜矿详查' }], 'pages');
}, 120_000);
afterAll(() => browser?.close());

/** Keys that were not found are shown as they are: `deposit.title`. */
const untranslated = (text: string): string[] =>
  text.match(
    /\b(?:nav|site|home|deposit|review|dossier|release|file|list|state|problem|samples|record|search|tasks|person|mandate|upload|description|publication|letters|audit|import|documents|verify|jobs|calendar|subscribe|notices|webhook|cases|report|codes|registers|rules|proof|bars|taskPage|cockpit|orders|chases|papers|legal|disclosure|submissions|organisations|group|holes|hole|drilling|drawings|reporting|evaluation|use|consent|basket|custody|transfers)\.[a-z][A-Za-z.]+/g,
  ) ?? [];

/** What a page says, without names of acts in the trail and the like, which are code in every language. */
const wordsOf = (page: Page): Promise<string> =>
  page.locator('#root').evaluate((root) => {
    const copy = root.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const code of copy.querySelectorAll('code')) code.remove();
    // Piece by piece: the end of one sentence and the name beside it are no key.
    const pieces: string[] = [];
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) pieces.push(walker.currentNode.textContent ?? '');
    return pieces.join('\n');
  });

/** What is wrong with a page: accessibility, untranslated texts, errors of the browser. */
const faultsOf = async (page: Page, contrast: boolean): Promise<string[]> => [
  ...(await audit(page, { contrast })),
  ...untranslated(await wordsOf(page)).map((key) => `${page.url()} ${key}`),
];

const signedIn = async (role: RoleCode) => {
  const account = endpoints.accounts.find((one) => one.role === role);
  if (account === undefined) throw new Error(`No account for ${role}`);
  const site = await openSite(browser, siteOf(endpoints, account));
  await signIn(site.page, account);
  return site;
};

const tags = { zh: 'zh-CN', en: 'en' } as const;

const visitIn = async (language: keyof typeof tags, page: Page, addresses: readonly URL[]) => {
  const faults: string[] = [];
  for (const address of addresses) {
    const asked = new URL(address);
    asked.searchParams.set('lang', language);
    await page.goto(asked.href);
    faults.push(...(await faultsOf(page, language === 'zh')));
    const shown = await page.locator('html').getAttribute('lang');
    if (shown !== tags[language]) faults.push(`${asked.href} is in ${shown}`);
  }
  return faults;
};

/** Both languages at once, each in a page of its own of the same person. */
const visit = async (page: Page, paths: readonly string[]): Promise<string[]> => {
  const addresses = paths.map((path) => new URL(path, page.url()));
  const beside = await page.context().newPage();
  const faults = await Promise.all([visitIn('zh', page, addresses), visitIn('en', beside, addresses)]);
  await beside.close();
  return faults.flat();
};

test.each([
  [
    'SUBMITTER_ADMIN',
    [
      '/',
      '/tasks',
      '/deposits',
      '/papers',
      '/group',
      '/group?organisation=DEMO-MINING',
      '/public-notices',
      '/new',
      '/cases',
      '/cases/new',
      '/use',
      '/use/grants',
      '/use/new',
      '/consents',
      '/organisation',
      '/notices',
      '/nowhere',
    ],
  ],
  ['REGISTERED_USER', ['/', '/use', '/use/grants', '/use/new']],
  [
    'MINISTRY_ADMIN',
    [
      ...samples,
      '/tasks/import',
      '/jobs',
      '/calendar?year=2026',
      '/calendar?year=2099',
      '/codes',
      '/codes/minerals',
      '/codes/secrecy',
      '/cockpit',
      '/bars/recipients',
      '/cockpit?node=NGA&year=2025',
      '/reports',
      '/reports?year=2001',
      '/reports/summary?year=2001',
      '/evaluations',
      '/reports/history?unit=NGA',
      '/orders',
      '/registers/import',
      '/organisations/import',
      '/chases/new',
      '/public-notices/new',
      '/rules/exploration-expiry',
      '/rules/ministry-minerals',
      '/rules/release-rights',
    ],
  ],
  [
    'ARCHIVE_CHECKER',
    [
      '/',
      '/reviews',
      '/certificates',
      '/documents',
      '/dossiers',
      '/transfers',
      '/transfers?way=out&show=all&from=2026-01-01&to=2026-12-31',
      '/transfers/lists',
      '/cases',
      '/cases/show/overdue',
      '/use',
      '/use/show/all',
      '/use/grants',
      '/use/figures',
      '/use/copies',
      '/use/copies/show/all',
      '/use/loans',
      '/use/loans/show/all',
      '/cockpit',
      '/tasks',
      '/tasks?node=NGA&state=open&from=2026-01-01&to=2026-12-31',
      '/registers',
      '/holes/before-drilling?number=C',
      '/organisations',
      '/organisations?province=420000',
      '/eligibility',
      '/bars',
      '/bars?state=lifted',
      '/chases',
      '/public-notices',
      '/rules',
      '/calendar',
      '/codes/regions?standing=valid',
      '/codes/regions/420600',
      '/codes/nowhere',
      '/notices',
    ],
  ],
  [
    'ARCHIVE_KEEPER',
    [
      '/holes',
      '/holes?holeType=geothermal&release=released',
      '/holes?view=map',
      '/holes?view=figures',
      '/holes/import',
      '/holes/section',
      '/reports',
      '/reports/history',
    ],
  ],
  [
    'CUSTODIAN_ADMIN',
    [
      '/custody/overview',
      '/custody/agreements',
      '/custody/holdings',
      '/custody/holdings/import',
      '/custody/inspections',
      '/custody/rectifications',
    ],
  ],
  ['AUDITOR', ['/dossiers', '/audit']],
  ['REGISTRY', ['/', '/eligibility', '/bars']],
  ['OPERATOR', ['/', '/jobs', '/dead-letters', '/dead-letters/intake/inspect', '/dead-letters/nowhere/x']],
] as const)(
  'every page of %s is accessible and translated in both languages',
  async (role, paths) => {
    const { page, complaints } = await signedIn(role);
    expect(await visit(page, paths)).toEqual([]);
    expect(complaints).toEqual([]);
  },
  pageMs,
);

test.each([
  ['SUBMITTER_ADMIN', ['', '/statements/no-data', '/statements/force-majeure']],
  ['MINISTRY_ADMIN', ['']],
] as const)(
  'so are the pages of one task, for %s',
  async (role, under) => {
    const { page, complaints } = await signedIn(role);
    await page.goto(new URL('/tasks', page.url()).href);
    const link = page.locator('.ga-table a[href^="/tasks/"], table a[href^="/tasks/"]').first();
    const path = (await link.getAttribute('href')) ?? '/nowhere';
    expect(
      await visit(
        page,
        under.map((rest) => `${path}${rest}`),
      ),
    ).toEqual([]);
    expect(complaints).toEqual([]);
  },
  pageMs,
);

test(
  'so is the portal, for everybody, and the sign-in page',
  async () => {
    const { page } = await openSite(browser, endpoints.portal);
    expect(
      await visit(page, [
        '/',
        '/search',
        '/search?q=xyzzy',
        '/notices',
        '/holes',
        '/holes?q=x',
        '/holes?view=figures',
        '/notices?kind=penalty&state=lifted&q=x',
        '/notices/01KAHZ6YB8N0T1CE0000000001',
        '/submissions',
        '/before-drilling',
        '/before-drilling?area=70,10;140,10;140,55;70,55',
        '/submissions?number=T42-NOWHERE',
        '/verify',
        '/verify?number=HJ-NGA-1999-00001',
        '/basket',
        '/answers',
        '/answers#0000-0000-0000-0000-0000-0000',
        '/records/01KAHZ6YB8RECRD00000000001/report',
        '/nowhere',
      ]),
    ).toEqual([]);
    const { page: door } = await openSite(browser, endpoints.submit);
    expect(await visit(door, ['/sign-in'])).toEqual([]);
  },
  pageMs,
);

test(
  'dark colours are as readable',
  async () => {
    const context = await browser.newContext({ colorScheme: 'dark', reducedMotion: 'reduce' });
    const page = await context.newPage();
    await page.goto(endpoints.portal);
    expect(await audit(page)).toEqual([]);
    await page.goto(`${endpoints.portal}/search`);
    expect(await audit(page)).toEqual([]);
  },
  pageMs,
);

test(
  'a wrong password is told in words, without saying which part was wrong',
  async () => {
    const { page } = await openSite(browser, endpoints.submit);
    await page.getByLabel(shared.signIn.username).fill('nobody');
    await page.getByLabel(shared.signIn.password, { exact: true }).fill('Wrong-password-1');
    await page.getByRole('main').getByRole('button', { name: shared.signIn.go, exact: true }).click();
    await page.getByText(shared.signIn.error.wrong).waitFor();
    expect(await audit(page)).toEqual([]);
  },
  pageMs,
);

test(
  'the keyboard reaches the content and the navigation',
  async () => {
    const { page } = await openSite(browser, endpoints.portal);
    await page.locator('h1').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe(shared.nav.skip);
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
    await page.getByRole('navigation').getByRole('link', { name: portal.nav.search }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search/);
    await page.locator('h1:focus').waitFor();
  },
  pageMs,
);
