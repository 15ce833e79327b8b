import { readFileSync } from 'node:fs';
import { portal } from '@geoarchive/contract/routes.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import samples from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import portalTexts from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { loadHoldings } from '../../infra/local/demo/holdings.ts';
import { demoPlace } from '../../infra/local/demo/place.ts';
import { actors } from '../support/actors.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch, test } from './support/chromium.ts';
import { openSite, signIn } from './support/session.ts';

const endpoints = sharedEndpoints();
const ms = 240_000;
const holdings = 12;
const texts = portalTexts.search.map;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: endpoints.aws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: endpoints.aws.credentials.secretAccessKey,
  });
  await loadHoldings(demoPlace(endpoints), holdings);
  const stranger = actors(endpoints).stranger();
  await until(
    () => stranger.call(portal.searchRecords, { query: { q: '演示数据' } }),
    ({ total }) => total >= holdings / 2,
  );
}, ms);
afterAll(() => browser?.close());

const openPortalMap = async (query = ''): Promise<Page> => {
  const { page } = await openSite(browser, `${endpoints.portal}/search${query}`);
  await page.getByText(portalTexts.search.onMap, { exact: true }).click();
  await page.getByRole('heading', { name: texts.inView }).waitFor();
  return page;
};
const canvasOf = (page: Page, label: string) => page.getByRole('region', { name: label });

test(
  'the map of a search shows clusters; a click goes nearer, what is in view stands as a list',
  async () => {
    const page = await openPortalMap();
    expect(await audit(page)).toEqual([]);
    const listed = () => page.getByRole('region', { name: texts.inView }).getByRole('status').textContent();
    const before = await listed();
    const zooms = new Set<string>();
    page.on('response', (reply) => {
      const [, z] = /\/portal\/tiles\/(\d+)\//.exec(reply.url()) ?? [];
      if (z !== undefined && reply.ok()) zooms.add(z);
    });
    // The map tells its clusters on no other way than by pixels: a spot is sought that opens one.
    const canvas = canvasOf(page, texts.label);
    const box = await canvas.boundingBox();
    if (box === null) throw new Error('the map is not shown');
    await page.evaluate(() => window.scrollTo(0, 0));
    outer: for (let y = 0.3; y < 0.9; y += 0.05)
      for (let x = 0.3; x < 0.8; x += 0.02) {
        await page.mouse.move(box.x + box.width * x, box.y + box.height * y);
        const pointer = await canvas.evaluate((element) => getComputedStyle(element).cursor);
        if (pointer !== 'pointer') continue;
        await page.mouse.click(box.x + box.width * x, box.y + box.height * y);
        if (
          (await until(
            async () => zooms.size,
            (size) => size > 0,
            3,
          ).catch(() => 0)) > 0
        )
          break outer;
      }
    expect(Math.max(...[...zooms].map(Number))).toBeGreaterThan(3);
    await until(listed, (now) => now !== before);
  },
  ms,
);

test(
  'an area that is drawn narrows the search, and is taken back',
  async () => {
    const page = await openPortalMap();
    await page.getByRole('button', { name: texts.frame }).click();
    const box = await canvasOf(page, texts.label).boundingBox();
    if (box === null) throw new Error('the map is not shown');
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.55);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/bbox=/);
    await page.getByRole('button', { name: texts.anywhere }).click();
    await page.waitForURL((url) => !url.searchParams.has('bbox'));
    await page.getByRole('button', { name: texts.here }).click();
    await page.waitForURL(/bbox=/);
    expect(await audit(page)).toEqual([]);
  },
  ms,
);

test(
  'a shape is drawn, moved, undone and typed; its faults are told',
  async () => {
    const account = endpoints.accounts.find(({ role }) => role === 'MINISTRY_ADMIN');
    if (account === undefined) throw new Error('no account');
    const { page, complaints } = await openSite(browser, endpoints.admin);
    await signIn(page, account);
    await page.goto(`${endpoints.admin}/samples?pattern=map&show=empty`);
    const panel = page.locator('.ga-draw').first();
    const canvas = panel.locator('canvas');
    await canvas.waitFor();
    const button = (name: string) => panel.getByRole('button', { name, exact: true });
    const at = async (x: number, y: number): Promise<[number, number]> => {
      const box = await canvas.boundingBox();
      if (box === null) throw new Error('the map is not shown');
      return [box.x + box.width * x, box.y + box.height * y];
    };
    const corners = () => panel.getByRole('textbox', { name: /^第 \d+ 点$/ });

    await button(shared.map.draw.polygon).click();
    for (const [x, y] of [
      [0.3, 0.3],
      [0.6, 0.3],
      [0.6, 0.7],
    ] as const)
      await page.mouse.click(...(await at(x, y)));
    await until(
      () => corners().count(),
      (count) => count === 3,
    );
    await button(shared.map.finish).click();
    await panel.getByText(shared.map.size).waitFor();

    // Pull the third corner, then take that back.
    const third = await corners().nth(2).inputValue();
    await page.mouse.move(...(await at(0.6, 0.7)));
    await page.mouse.down();
    await page.mouse.move(...(await at(0.4, 0.8)), { steps: 5 });
    await page.mouse.up();
    await until(
      () => corners().nth(2).inputValue(),
      (text) => text !== third,
    );
    await button(shared.map.undo).click();
    await until(
      () => corners().nth(2).inputValue(),
      (text) => text === third,
    );

    // By keyboard alone, in every form; a place that is none says so.
    const next = panel.getByRole('textbox', { name: shared.map.nextCorner });
    await next.fill('somewhere');
    await next.press('Enter');
    await panel.getByRole('alert').first().waitFor();
    await next.fill('E116°23′24″ N39°54′00″');
    await next.press('Enter');
    await until(
      () => corners().count(),
      (count) => count === 4,
    );
    expect(await corners().nth(3).inputValue()).toBe('116.39, 39.9');
    await panel.getByText(shared.map.forms.projected).click();
    expect(await corners().nth(3).inputValue()).toBe('39447833.66, 4418603.79');

    const sheet = panel.getByRole('textbox', { name: shared.map.sheet });
    await sheet.fill('J50E001010');
    await button(shared.map.takeSheet).click();
    await until(
      () => corners().count(),
      (count) => count === 2,
    );
    await sheet.fill('Z99');
    await button(shared.map.goToSheet).click();
    await panel.getByText(shared.map.noSheet).waitFor();
    await button(shared.map.clear).click();
    await until(
      () => corners().count(),
      (count) => count === 0,
    );

    const faulty = page.locator('.ga-draw').nth(1);
    await faulty.getByRole('alert').waitFor();
    expect(await faulty.getByRole('alert').textContent()).toContain('自相交');
    await page.getByText(samples.samples.drawFault).waitFor();
    expect(await audit(page)).toEqual([]);
    expect(complaints).toEqual([]);
  },
  ms,
);

test(
  'before you drill: an area is typed, what is public of it stands in lists and in a PDF, and its address can be passed on',
  async () => {
    const { page, complaints } = await openSite(browser, `${endpoints.portal}/before-drilling`);
    const words = portalTexts.drilling;
    expect(await audit(page)).toEqual([]);
    const look = page.getByRole('button', { name: words.look });
    expect(await look.isDisabled()).toBe(true);
    await page.getByRole('button', { name: shared.map.draw.polygon, exact: true }).click();
    const next = page.getByRole('textbox', { name: shared.map.nextCorner });
    for (const corner of ['75, 15', '135, 15', '135, 54', '75, 54']) {
      await next.fill(corner);
      await next.press('Enter');
    }
    await page.getByRole('button', { name: shared.map.finish, exact: true }).click();
    await look.click();
    await page.getByRole('heading', { name: words.figures }).waitFor();
    await page.getByRole('table', { name: words.open }).waitFor();
    expect(await audit(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.pdf }).click(),
    ]);
    const { pages } = await readPdf(readFileSync(await download.path()));
    const said = pages.join('').replaceAll(/\s/g, '');
    expect(said).toContain(words.title);
    const title = await page.getByRole('table', { name: words.open }).getByRole('link').first().textContent();
    expect(said).toContain((title ?? '?').replaceAll(/\s/g, ''));

    // Whoever gets the address sees the same.
    const other = await openSite(browser, page.url());
    await other.page.getByRole('table', { name: words.open }).waitFor();
    // Somewhere in the ocean.
    const empty = await openSite(browser, `${endpoints.portal}/before-drilling?area=-30,0;-29,0;-29,1`);
    await empty.page.getByText(words.nothing).waitFor();
    expect([...complaints, ...other.complaints, ...empty.complaints]).toEqual([]);
  },
  ms,
);
