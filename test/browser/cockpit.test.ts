import { readFileSync } from 'node:fs';
import { archive } from '@geoarchive/contract/routes.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { provinceSeats, type Seat } from '@geoarchive/domain/geo/province-seats.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { importTasks, jobEnd } from '@geoarchive/frontend-cli/job-flow.ts';
import { sendRegisters } from '@geoarchive/frontend-shared/registers/send-registers.ts';
import { sheetsOf } from '@geoarchive/sheets/testing/look.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ulid } from 'ulid';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import { type Actors, actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, reviewOf } from '../support/path.ts';
import { person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

/* The cockpit as the ministry sees it: map, minerals, what stock was taken of, PDF, and the lists behind. */
const words = admin.cockpit;
const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await inside.resetClock();
  inside.close();
}, 60_000);
const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const ministry = () => desk.as('MINISTRY_ADMIN');
const organisation = `CKP${Date.now()}`;
const people = actors(endpoints);
const atProvince = (role: RoleCode) =>
  person(endpoints, inside, { username: `cockpit-${role.toLowerCase()}`, role, node: 'HB' });
/** The path's own people, with those of the province's archive to check. */
const province: Actors = {
  ...people,
  as: (role) => (role === 'ARCHIVE_CHECKER' ? atProvince(role) : people.as(role)),
};

step('a province leaves a review lying and a dossier past its last day', async () => {
  const folder = folderOf({ '报告.txt': `${organisation}\n` });
  const atHome = { node: 'HB', source: 'mining-right' } as const;
  await reviewOf(province, (await handIn(people, folder, description(`未验收 ${organisation}`, atHome))).id);
  const { id } = await handIn(people, folder, description(`未公开 ${organisation}`, atHome));
  const { dossierId = '' } = await acceptDeposit(province, id);
  const keeper = await atProvince('ARCHIVE_KEEPER');
  const { version } = await keeper.call(archive.getDossier, { params: { id: dossierId } });
  await keeper.call(archive.recordLicenceEnd, {
    params: { id: dossierId },
    body: { licenceEnd: '2026-01-10', reason: '据登记机关来函' },
    ifMatch: version,
  });
});

step('an overdue task of a holder is there, and some nights have passed', async () => {
  const client = await people.as('MINISTRY_ADMIN');
  const due = addDays(dayOf(new Date()), -20);
  const tasks = Array.from({ length: 25 }, (_, n) => ({
    ...{ number: `${organisation}-${n}`, name: '总览试验', source: 'engineering' as const },
    ...{ organisation, node: 'HB', due },
  }));
  const number = `${organisation}H`;
  const taken = { ...tasks[0], number: `${number}-t1`, organisation: 'DEMO-SURVEY', due: '2027-06-30' };
  await importTasks(
    client,
    [...tasks, { ...taken, name: '编号占用', source: 'other', node: 'HB' }],
    `${organisation}.xlsx`,
  );
  // An entry of the register whose task would have that number, too.
  const entry = {
    ...{ kind: 'other' as const, number, name: '编号占用', holder: 'DEMO-SURVEY', regions: ['420100'] },
    ...{ from: '2025-01-01', to: '2027-01-01' },
  };
  await jobEnd(
    client,
    (await sendRegisters(client, ulid(), { rows: [entry], subject: number }, () => undefined)).id,
  );
  // Past the days for a check.
  await inside.advanceClock(12 * 86_400_000);
});

step('the holder stands in the night’s list, and its number leads to exactly its tasks', async () => {
  const page = await ministry();
  await go(page, '/cockpit');
  const row = main(page).getByRole('row').filter({ hasText: organisation });
  for (let tries = 0; tries < 60 && !(await row.first().isVisible()); tries += 1) {
    await page.waitForTimeout(2000);
    await page.reload();
    await main(page).getByRole('heading', { name: words.clocks }).waitFor();
  }
  expect(await audit(page)).toEqual([]);
  // What the night could not reckon leads to the job that names it.
  const hindered = main(page).getByRole('link', { name: new RegExp(words.hindered.split('}}')[1] ?? '') });
  await hindered.waitFor();
  await hindered.click();
  await main(page)
    .getByText(new RegExp(`${organisation}H-t1`))
    .first()
    .waitFor();
  await go(page, '/cockpit');
  await row.first().getByRole('link', { name: '25', exact: true }).click();
  await page.waitForURL(new RegExp(`organisation=${organisation}`));
  await main(page).getByText(`${organisation}-24`, { exact: true }).first().waitFor();
  await main(page).getByText(organisation, { exact: false }).first().waitFor();
  expect(await audit(page)).toEqual([]);
});

/** Where a place stands on a map that shows a box as large as it can, in pixels from its corner (Mercator). */
const pixelOf = ([longitude, latitude]: Seat, [width, height]: [number, number]): [number, number] => {
  const north = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  const east = (degrees: number) => (degrees * Math.PI) / 180;
  const [left, right, bottom, top] = [east(73), east(136), north(17), north(54)];
  const scale = Math.min(width / (right - left), height / (top - bottom));
  return [
    width / 2 + (east(longitude) - (left + right) / 2) * scale,
    height / 2 - (north(latitude) - (bottom + top) / 2) * scale,
  ];
};

step('the mark of a province on the map leads to its archive', async () => {
  const page = await ministry();
  await go(page, '/cockpit');
  const canvas = main(page).locator('canvas').first();
  await canvas.waitFor();
  await canvas.scrollIntoViewIfNeeded();
  await main(page).locator('.ga-map-place[aria-busy="false"]').waitFor();
  const seat = provinceSeats['420000'];
  for (let tries = 0; tries < 20 && !page.url().includes('node='); tries += 1) {
    // Where it is now: what stands above it may still come in and move it.
    const box = await canvas.boundingBox();
    if (box === null || seat === undefined) throw new Error('the map is not shown');
    const [x, y] = pixelOf(seat, [box.width, box.height]);
    await page.mouse.click(box.x + x, box.y + y);
    await page.waitForTimeout(500);
  }
  expect(new URL(page.url()).searchParams.get('node')).toBe('HB');
});

step('of one archive a class of minerals leads to its list, which says so in words', async () => {
  const page = await ministry();
  await main(page).getByText(words.noMineral, { exact: true }).waitFor();
  const row = main(page).getByRole('row').filter({ hasText: words.noMineral });
  await row.getByRole('link').first().click();
  await page.waitForURL(/mineral=none/);
  await main(page).getByText(new RegExp(words.noMineral)).first().waitFor();
});

step('what an archive is late with itself leads to the list of it, as many as are counted', async () => {
  const page = await ministry();
  for (const [label, path, heading] of [
    [words.checkOverdueOf, '/reviews', admin.nav.reviews],
    [words.releaseOverdueOf, '/dossiers', admin.nav.dossiers],
  ] as const) {
    await go(page, '/cockpit?node=HB');
    const link = main(page)
      .locator(`a[aria-label$="${label.split('{{count}}')[1]}"]`)
      .first();
    const count = Number(await link.textContent());
    await link.click();
    await page.waitForURL(new RegExp(`${path}\\?.*node=HB`));
    await main(page).getByRole('heading', { level: 1, name: heading }).waitFor();
    await main(page).locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const rows = main(page).locator('.ga-table tbody tr:has(a)');
    expect(count).toBeGreaterThan(0);
    await rows.nth(count - 1).waitFor();
    expect(await rows.count()).toBe(count);
    await rows.filter({ hasText: organisation }).first().waitFor();
    expect(await audit(page)).toEqual([]);
  }
});

step('the PDF is taken along, in Chinese', async () => {
  const page = await ministry();
  await go(page, '/cockpit?node=HB');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, words.exportPdf).click(),
  ]);
  const { pages } = await readPdf(readFileSync(await download.path()));
  const text = pages.join('').replaceAll(/\s/g, '');
  expect(text).toContain('监管总览·湖北');
  expect(text).toContain(organisation);
  expect(desk.complaints()).toEqual([]);
});

step('so is the workbook, with its holders and minerals', async () => {
  const page = await ministry();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, words.exportXlsx).click(),
  ]);
  const sheets = await sheetsOf(readFileSync(await download.path()));
  expect(JSON.stringify(sheets['逾期最多的汇交人'])).toContain(organisation);
  expect(JSON.stringify(sheets['分矿产类别'])).toContain(words.noMineral);
  expect(JSON.stringify(sheets['监管总览'])).toContain('HB');
  expect(desk.complaints()).toEqual([]);
});
