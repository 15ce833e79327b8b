import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { holeInput } from '@geoarchive/contract/hole-parts.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { noChildren } from '@geoarchive/domain/subsurface/hole.ts';
import { textsOf } from '@geoarchive/drawings/testing/read-svg.ts';
import { sampleHole, sampleLayers } from '@geoarchive/drawings/testing/sample-hole.ts';
import { jobEnd } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ulid } from 'ulid';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
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

const main = (page: Page) => page.getByRole('main');
const words = shared.drawings;
/** Looks at what is drawn are kept where this says. */
const shots = process.env['SHOTS'];
const shoot = async (page: Page, name: string) => {
  if (shots !== undefined)
    await main(page)
      .getByRole('region', { name: words.title })
      .screenshot({ path: `${shots}/${name}.png` });
};
const save = async (page: Page, name: string) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    main(page).getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

const number = `DR-${Date.now()}`;
const neighbour = `${number}-B`;
const count = 30_000;
const bytesOf = (values: Float64Array) => new Uint8Array(values.buffer);
const hashOf = (values: Float64Array) => createHash('sha256').update(bytesOf(values)).digest('hex');
const depths = Float64Array.from({ length: count }, (_, at) => at / 100);
const gamma = depths.map((depth, at) => 80 + 40 * Math.sin(depth / 7) + ((at * 37) % 11));
const deep = depths.map((depth) => 10 ** (1.5 + Math.sin(depth / 30)));

/** A hole with layers, survey and a log of two curves, brought in as a machine would. */
const bring = async () => {
  const keeper = await actors(endpoints).as('ARCHIVE_KEEPER');
  for (const values of [depths, gamma, deep])
    await keeper.call(holes.putHoleCurve, {
      params: { sha256: hashOf(values) },
      body: { values: gzipSync(bytesOf(values)).toString('base64') },
    });
  const { header, children } = sampleHole(300, 24);
  const curveOf = (mnemonic: string, unit: string, values: Float64Array) => ({
    ...{ mnemonic, unit, sha256: hashOf(values), samples: count, top: 0, base: 299.99 },
    ...{ least: Math.min(...values), most: Math.max(...values) },
  });
  const id = ulid();
  const survey = Array.from({ length: 13 }, (_, at) => ({
    depth: at * 25,
    inclination: 8 + at,
    azimuth: 120 + at * 3,
  }));
  await keeper.call(holes.putHoleBatch, {
    params: { id, no: 1 },
    body: {
      holes: [
        holeInput.parse({
          header: { ...header, hole: number, holeType: 'geological', secrecy: 'public' },
          children: { ...noChildren, ...children, layers: sampleLayers(24, 300), survey },
          logs: [
            {
              ...{ id: 'log-1', file: 'ZK.las', format: 'las', indexUnit: 'M', parameters: [] },
              index: curveOf('DEPT', 'm', depths),
              curves: [curveOf('GR', 'API', gamma), curveOf('LLD', 'ohm.m', deep)],
            },
          ],
        }),
        holeInput.parse({
          header: {
            ...header,
            hole: neighbour,
            holeType: 'geological',
            x: (header.x ?? 0) + 160,
            elevation: 498,
          },
          children: { ...noChildren, layers: sampleLayers(20, 240) },
        }),
      ],
    },
  });
  const started = await keeper.call(holes.startHoleImport, {
    params: { id },
    body: { batches: 1, subject: '图件' },
  });
  await jobEnd(keeper, started.id);
  const found = await until(
    () => keeper.call(holes.listHoles, { query: { q: number } }),
    ({ items }) => items.length === 2,
    60,
  );
  return found.items.toSorted((a, b) => a.header.hole.length - b.header.hole.length).map(({ id }) => id);
};

test(
  'column, log curves and path of a hole are drawn, read without the picture, and saved',
  async () => {
    const [id, other] = await bring();
    const account = endpoints.accounts.find(({ role }) => role === 'ARCHIVE_KEEPER');
    if (account === undefined) throw new Error('No account');
    const { page, complaints } = await openSite(browser, endpoints.admin);
    await signIn(page, account);
    await page.goto(new URL(`/holes/${id}`, page.url()).href);

    const column = words.columnOf.replace('{{hole}}', number);
    await main(page).getByRole('img', { name: column }).waitFor();
    await shoot(page, 'column');
    expect(await audit(page)).toEqual([]);
    await main(page).getByText('1:1000', { exact: true }).click();
    const svg = await save(page, words.svg);
    expect(svg.name).toBe(`${column}.svg`);
    expect(textsOf(svg.bytes.toString('utf8')).join('|')).toMatch(/岩性描述.*1:1000/s);
    const pdf = await save(page, words.pdf);
    expect(pdf.name).toBe(`${column}.pdf`);
    const { pages } = await readPdf(new Uint8Array(pdf.bytes));
    expect(pages.join('').replaceAll(/\s/g, '')).toContain('岩性描述');
    await main(page).getByText(words.rocks).click();
    await main(page).getByRole('cell', { name: '花岗岩', exact: true }).waitFor();
    expect(await audit(page)).toEqual([]);

    await main(page).getByRole('tab', { name: words.tracks }).click();
    const hand = main(page).getByRole('slider', { name: words.shown });
    await hand.waitFor();
    await hand.hover({ position: { x: 300, y: 200 } });
    await shoot(page, 'tracks');
    expect(await audit(page)).toEqual([]);
    const whole = await hand.getAttribute('aria-valuetext');
    await hand.focus();
    for (const key of ['+', '+', 'ArrowDown']) await page.keyboard.press(key);
    expect(await hand.getAttribute('aria-valuetext')).not.toBe(whole);
    await page.mouse.wheel(0, 300);
    await page.keyboard.press('0');
    expect(await hand.getAttribute('aria-valuetext')).toBe(whole);
    await main(page).getByText(words.numbers).click();
    await main(page).getByRole('cell', { name: 'LLD' }).first().waitFor();
    expect((await save(page, words.svg)).bytes.toString('utf8')).toContain('GR (API)');

    await main(page).getByRole('tab', { name: words.deviation }).click();
    await main(page)
      .getByRole('img', { name: words.deviationOf.replace('{{hole}}', number) })
      .waitFor();
    await shoot(page, 'deviation');
    expect(await audit(page)).toEqual([]);

    await page.goto(new URL(`/holes?q=${number}`, page.url()).href);
    for (const hole of [number, neighbour])
      await main(page)
        .getByRole('checkbox', { name: admin.holes.choose.replace('{{hole}}', hole), exact: true })
        .click();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/chosen.png` });
    expect(await audit(page)).toEqual([]);
    await main(page)
      .getByRole('button', { name: admin.holes.sectionOf.replace('{{holes}}', '2') })
      .click();
    await page.waitForURL(new RegExp(`/holes/section\\?holes=${id},${other}$`));
    await main(page).getByRole('img', { name: words.section }).waitFor();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/section.png`, fullPage: true });
    expect(await audit(page)).toEqual([]);
    const section = textsOf((await save(page, words.svg)).bytes.toString('utf8')).join('|');
    for (const said of [number, neighbour, 'T1d']) expect(section).toContain(said);
    expect(section).toMatch(/距离 1(59|60|61)\.\d m/);
    await main(page).getByText(words.spacings.equal, { exact: true }).click();
    await main(page).getByText(words.sectionWords).click();
    await main(page).getByRole('cell', { name: neighbour }).waitFor();
    expect(await audit(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stepMs,
);
