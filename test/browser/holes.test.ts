import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { HoleInput } from '@geoarchive/contract/hole-parts.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { layerTable } from '@geoarchive/domain/subsurface/tables.ts';
import { importRegisters, jobEnd } from '@geoarchive/frontend-cli/job-flow.ts';
import { writeBook } from '@geoarchive/sheets/write-book.ts';
import { mediaTypes } from '@geoarchive/sheets/write-sheet.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { ulid } from 'ulid';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import portal from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { acceptDeposit, description, handIn } from '../support/path.ts';
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

const number = `ZK-${Date.now()}`;
const none = {
  ...{ survey: [], runs: [], layers: [], samples: [], assays: [], hydro: [] },
  ...{ casing: [], boxes: [], tests: [], tops: [], seal: [] },
};
const fileOf = (name: string, ...lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});
const layers = [
  { from: 0, to: 12, rock: '粉质黏土', stratum: 'Q4' },
  { from: 12, to: 320, rock: '花岗岩' },
];
/** The template filled in: a sheet of headers, one of layers. */
const filledTemplate = async () => {
  const header = {
    ...{ hole: number, holeType: 'geological', project: '某矿区勘探', finalDepth: 320, secrecy: 'public' },
    ...{ crs: '4490', x: 114.123456, y: 30.654321 },
  };
  const book = writeBook(
    [
      { sheet: headerTable, rows: [header] },
      { sheet: layerTable, rows: layers.map((layer) => ({ hole: number, ...layer })) },
    ],
    'zh',
  );
  return { name: '钻孔.xlsx', mimeType: mediaTypes.xlsx, buffer: await buffer(book) };
};
const lasFile = {
  name: '测井.las',
  mimeType: 'text/plain',
  buffer: Buffer.from(
    [
      '~Version',
      'VERS. 2.0 :',
      'WRAP. NO :',
      '~Well',
      'STRT.M 0 :',
      'STOP.M 300 :',
      'STEP.M 100 :',
      'NULL. -999.25 :',
      `WELL. ${number} :`,
      '~Curve',
      'DEPT.M :',
      'GR.API :',
      'RT.OHMM :',
      '~A',
      '0 80 10',
      '100 95 -999.25',
      '200 60 300',
      '300 72 150',
    ].join('\r\n'),
  ),
};
const drawn = (page: Page, label: string) =>
  main(page).getByRole('img', { name: label.replace('{{hole}}', number) });
/** Both drawings of the hole, as whoever may see it sees them. */
const seeDrawings = async (page: Page) => {
  await drawn(page, shared.drawings.columnOf).waitFor();
  await main(page).getByRole('tab', { name: shared.drawings.tracks }).click();
  await main(page).getByRole('slider', { name: shared.drawings.shown }).waitFor();
  await main(page).getByText(shared.drawings.numbers).click();
  await main(page).getByRole('cell', { name: 'GR', exact: true }).first().waitFor();
  await clean(page);
};

/** The collars of a GeoPackage that the page makes of what is found, the place out of the point: behind eight bytes of header and five of WKB. */
const collarsIn = async (page: Page) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, shared.hole.export.geopackage).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.gpkg$/);
  using database = new DatabaseSync(await download.path(), { readOnly: true });
  const [table] = database.prepare('SELECT table_name AS name FROM gpkg_geometry_columns').all();
  const rows = database.prepare(`SELECT hole, geom FROM "${String(table?.['name'])}"`).all();
  return rows.map(({ hole, geom }) => {
    const view = new DataView(Uint8Array.from(geom as Uint8Array).buffer);
    return { hole, longitude: view.getFloat64(13, true), latitude: view.getFloat64(21, true) };
  });
};

test(
  'the template and a LAS file make a hole, whose column and tracks are drawn; released by four eyes it is on the portal’s map, its place rounded',
  async () => {
    const { page, complaints } = await as('ARCHIVE_KEEPER');
    await go(page, '/holes');
    await main(page).getByRole('button', { name: admin.holes.import }).click();
    await main(page)
      .locator('input[type=file]')
      .setInputFiles([await filledTemplate(), lasFile]);
    await main(page).getByText(admin.holes.outcomes.new, { exact: true }).waitFor();
    await clean(page);
    await main(page)
      .getByRole('button', { name: /^导入 \d/ })
      .click();
    await main(page).getByRole('button', { name: admin.holes.toList }).click();
    await main(page).getByLabel(shared.hole.search.words).fill(number);
    await page.keyboard.press('Enter');
    await main(page).getByRole('link', { name: number }).click({ timeout: 60_000 });
    await main(page).getByText('114.123456').first().waitFor();
    await main(page).getByRole('cell', { name: '花岗岩' }).first().waitFor();
    await seeDrawings(page);

    await main(page).getByRole('button', { name: admin.release.propose }).click();
    await dialog(page).getByLabel(admin.holes.reason).fill('经审查可以公开');
    await clean(page);
    await dialog(page).getByRole('button', { name: admin.release.propose }).click();
    await main(page).getByText('待复核', { exact: true }).waitFor();
    const path = new URL(page.url()).pathname;

    const officer = await as('SECRECY_OFFICER');
    await go(officer.page, path);
    await main(officer.page).getByRole('button', { name: admin.release.approve }).click();
    await main(officer.page).getByText('已公开', { exact: true }).waitFor({ timeout: 60_000 });
    await clean(officer.page);
    expect([...complaints, ...officer.complaints]).toEqual([]);

    const visitor = await openSite(browser, endpoints.portal);
    await until(
      async () => {
        await visitor.page.goto(new URL(`/holes?q=${number}&view=map`, endpoints.portal).href);
        const link = main(visitor.page).getByRole('link', { name: number });
        return link.waitFor({ timeout: 5000 }).then(
          () => true,
          () => false,
        );
      },
      (visible) => visible,
      90,
    );
    await main(visitor.page).locator('canvas').waitFor();
    await clean(visitor.page);
    expect(await collarsIn(visitor.page)).toEqual([{ hole: number, longitude: 114.123, latitude: 30.654 }]);
    await main(visitor.page).getByRole('link', { name: number }).click();
    await main(visitor.page).getByText(portal.holes.rounded.replace('{{step}}', '0.001')).waitFor();
    await main(visitor.page).getByRole('cell', { name: '花岗岩' }).first().waitFor();
    await main(visitor.page).getByText('114.123', { exact: true }).first().waitFor();
    expect(await main(visitor.page).textContent()).not.toContain('114.1234');
    await seeDrawings(visitor.page);
    expect(visitor.complaints).toEqual([]);
    for (const site of [page, officer.page, visitor.page]) await site.context().close();
  },
  stepMs,
);

test(
  'the portal says why no hole is listed: none is public yet, or none is as asked; what comes later shows by itself',
  async () => {
    const { page, complaints } = await openSite(browser, endpoints.portal);
    let asked = 0;
    // An index in which nothing is yet, as on the first day of a deployment; the third time it is read it answers itself.
    await page.route(/\/api\/portal\/holes\?/, (route) => {
      asked += 1;
      return asked > 2
        ? route.continue()
        : route.fulfill({ json: { items: [], total: 0, exact: true, facets: {} } });
    });
    await go(page, '/holes?view=map');
    await main(page).getByText(portal.holes.nothing, { exact: true }).waitFor();
    await main(page).getByText(portal.holes.nothingHint, { exact: true }).waitFor();
    await clean(page);
    await main(page)
      .getByText(portal.holes.nothing, { exact: true })
      .waitFor({ state: 'detached', timeout: 60_000 });
    expect(asked).toBeGreaterThan(2);
    await page.unrouteAll();
    await go(page, '/holes?q=NO-SUCH-HOLE-ANYWHERE');
    await main(page).getByText(shared.list.nothingMatches, { exact: true }).waitFor();
    expect(await main(page).getByText(portal.holes.nothing, { exact: true }).count()).toBe(0);
    await clean(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stepMs,
);

test(
  'before you drill by the number of a licence: its registered blocks are asked on the portal, where licences stay unsaid',
  async () => {
    const licence = `T${Date.now()}`;
    const ministry = await actors(endpoints).as('MINISTRY_ADMIN');
    const row = {
      ...{
        kind: 'exploration-right' as const,
        number: licence,
        name: '钻前查询测试勘查',
        holder: 'DEMO-MINING',
      },
      ...{ from: '2024-01-01', to: '2029-12-31', regions: ['420100'] },
      area: [['114.1,30.6', '114.2,30.6', '114.2,30.7', '114.1,30.7']],
    };
    expect((await importRegisters(ministry, [row], licence)).counts['created']).toBe(1);
    const { page, complaints } = await as('MINISTRY_ADMIN');
    await go(page, `/registers?kind=exploration-right&node=HB&number=${licence}`);
    await main(page).getByRole('link', { name: licence, exact: true }).click();
    await main(page).getByRole('link', { name: admin.drilling.title, exact: true }).click();
    const look = main(page).getByRole('link', { name: admin.drilling.look.replace('{{no}}', '1') });
    await look.waitFor();
    await clean(page);
    const [answer] = await Promise.all([page.context().waitForEvent('page'), look.click()]);
    await answer.waitForURL(/\/before-drilling\?area=114\.1/);
    await main(answer).getByText(portal.drilling.licence, { exact: true }).waitFor();
    await main(answer)
      .getByText(new RegExp(`^(${portal.drilling.figures}|${portal.drilling.nothing})$`))
      .first()
      .waitFor();
    await clean(answer);
    await go(page, '/holes/before-drilling?node=HB');
    await main(page).getByLabel(admin.drilling.number).fill(`${licence}-NOT`);
    await page.keyboard.press('Enter');
    await main(page).getByText(admin.drilling.nothing, { exact: true }).waitFor();
    await clean(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stepMs,
);

const floats = (values: readonly number[]) => Buffer.from(new Float64Array(values).buffer);
const named = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const depths = floats([1000, 1000.5, 1001]);
const gamma = floats([80, Number.NaN, 95.5]);
const density = floats([2.5, 2.6, 2.7]);
const curveOf = (mnemonic: string, unit: string, bytes: Buffer) => ({
  ...{ mnemonic, unit, sha256: named(bytes), samples: 3, top: 1000, base: 1001 },
});

/** Brings a hole in by the API; gives its id once the list has it. */
const bringHole = async (hole: string, children: HoleInput['children']): Promise<string> => {
  const keeper = await actors(endpoints).as('ARCHIVE_KEEPER');
  const id = ulid();
  await keeper.call(holes.putHoleBatch, {
    params: { id, no: 1 },
    body: { holes: [{ header: { hole, holeType: 'geological' }, children }] },
  });
  await keeper.call(holes.startHoleImport, { params: { id }, body: { batches: 1, subject: hole } });
  await jobEnd(keeper, id);
  const { items } = await until(
    () => keeper.call(holes.listHoles, { query: { q: hole } }),
    (found) => found.items.length === 1,
    60,
  );
  return items[0]?.id ?? '';
};

/** A well with a log of two curves, brought in by the API. */
const bringWell = async (well: string) => {
  const keeper = await actors(endpoints).as('ARCHIVE_KEEPER');
  for (const bytes of [depths, gamma, density])
    await keeper.call(holes.putHoleCurve, {
      params: { sha256: named(bytes) },
      body: { values: gzipSync(bytes).toString('base64') },
    });
  const id = ulid();
  const header = {
    ...{ hole: well, holeType: 'oil-gas' as const, wellClass: 'discovery' as const, block: '北区块' },
    ...{ crs: '4490', x: 108.5, y: 37.5, finalDepth: 2400, finishedOn: '2024-06-01' },
  };
  const log = {
    ...{ id: 'a', file: `${well}.las`, format: 'las', indexUnit: 'M', parameters: [] },
    index: curveOf('DEPT', 'm', depths),
    curves: [curveOf('GR', 'API', gamma), curveOf('DEN', 'g/cm3', density)],
  };
  await keeper.call(holes.putHoleBatch, {
    params: { id, no: 1 },
    body: {
      holes: [{ header, children: { ...none, layers: [{ from: 0, to: 9, rock: '砂岩' }] }, logs: [log] }],
    },
  });
  await keeper.call(holes.startHoleImport, { params: { id }, body: { batches: 1, subject: well } });
  expect((await jobEnd(keeper, id)).counts['created']).toBe(1);
  await until(
    () => keeper.call(holes.listHoles, { query: { q: well } }),
    ({ items }) => items.length === 1,
    60,
  );
};
const saved = async (page: Page, act: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFile(await download.path(), 'utf8');
};
const button = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name });

test(
  'a well is found by its curves between depths, on the map and in figures; its log comes out as LAS, its limits are set',
  async () => {
    const well = `YQ-${Date.now()}`;
    await bringWell(well);
    const { page, complaints } = await as('ARCHIVE_KEEPER');
    await go(page, `/holes?q=${well}`);
    await main(page).getByRole('link', { name: well }).waitFor();
    for (const curve of ['GR', 'DEN']) {
      await main(page)
        .getByRole('checkbox', { name: new RegExp(`^${curve} `) })
        .click();
      await page.waitForURL(new RegExp(`curve=${curve}`));
    }
    const [from, to] = [shared.hole.search.curveFrom, shared.hole.search.curveTo].map((label) =>
      main(page).getByRole('group', { name: shared.hole.search.curve }).getByLabel(label),
    );
    await from?.fill('1000');
    await to?.fill('1001');
    await page.keyboard.press('Enter');
    await page.waitForURL(/curveFrom=1000&curveTo=1001/);
    await main(page).getByRole('link', { name: well }).waitFor();
    await clean(page);
    await to?.fill('1500');
    await page.keyboard.press('Enter');
    await page.waitForURL(/curveTo=1500/);
    await main(page).getByText(shared.list.nothingMatches).waitFor();
    await button(page, shared.list.clear).click();

    await go(page, `/holes?q=${well}&view=figures`);
    await main(page).getByRole('cell', { name: '2000–4000 m' }).waitFor();
    await clean(page);
    const figures = await saved(page, () => button(page, shared.list.as.csv).click());
    expect(figures).toContain('2000–4000 m');
    await go(page, `/holes?q=${well}&view=map`);
    await main(page).getByRole('link', { name: well }).waitFor();
    await clean(page);
    const collars = await saved(page, () => button(page, shared.hole.export.geojson).click());
    expect(JSON.parse(collars).features[0].geometry.coordinates).toEqual([108.5, 37.5]);
    const [line = ''] = (await saved(page, () => button(page, shared.hole.export.wholeLines).click())).split(
      '\n',
    );
    expect(JSON.parse(line)).toMatchObject({
      header: { hole: well },
      logs: [{ curves: [{ mnemonic: 'GR' }, {}] }],
    });

    await button(page, shared.hole.export.asJob).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      button(page, admin.holes.exportFile).click({ timeout: 60_000 }),
    ]);
    const exported = gunzipSync(await readFile(await file.path())).toString('utf8');
    expect(JSON.parse(exported)).toMatchObject({ header: { hole: well } });
    await clean(page);

    await go(page, `/holes?q=${well}`);
    await main(page).getByRole('link', { name: well }).click();
    await main(page).getByText('砂岩').first().waitFor();
    await main(page).getByText(admin.holes.due.there, { exact: true }).first().waitFor();
    await clean(page);
    const las = await saved(page, () => button(page, shared.hole.las).click());
    expect(las).toMatch(/~A DEPT GR DEN\r\n1000 80 2\.5\r\n1000\.5 -999\.25 2\.6\r\n/);
    const csvOf = shared.hole.csvOf.replace('{{curve}}', 'GR');
    expect(await saved(page, () => button(page, csvOf).click())).toContain('1001,95.5');
    await main(page)
      .getByRole('group', { name: '分层' })
      .getByLabel(admin.holes.limits.until)
      .fill('2030-01-01');
    await button(page, admin.holes.limits.save).click();
    await main(page).getByText(admin.holes.limits.saved).waitFor();
    const until2030 = main(page).getByRole('group', { name: '分层' }).getByLabel(admin.holes.limits.until);
    expect(await until2030.inputValue()).toBe('2030-01-01');
    await clean(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stepMs,
);

test(
  'several files come in together; one with a fault holds all back until it is taken out; a call that failed goes on',
  async () => {
    const { page, complaints } = await as('ARCHIVE_KEEPER');
    const names = ['A', 'B'].map((one) => `DZ-${one}-${Date.now()}`);
    await go(page, '/holes/import');
    const whole = {
      header: { hole: names[1], holeType: 'geological' },
      children: { ...none, tops: [{ stratum: '延长组', top: 12 }] },
    };
    await main(page)
      .locator('input[type=file]')
      .setInputFiles([
        fileOf('一.csv', 'hole,holeType,crs,x,y', `${names[0]},地质,4490,110.5,35.5`),
        fileOf('二.jsonl', JSON.stringify(whole)),
        fileOf('三.csv', 'hole,holeType', 'X1,moon'),
      ]);
    await main(page).getByText(admin.holes.files.wrong).waitFor();
    await main(page).getByText(admin.holes.remarks.error, { exact: true }).first().waitFor();
    await clean(page);
    await button(page, admin.holes.files.removeOne.replace('{{name}}', '三.csv')).click();
    await main(page).getByText(admin.holes.outcomes.new, { exact: true }).first().waitFor();
    await clean(page);
    // The first call to start the job fails.
    let refused = false;
    await page.route(/\/subsurface\/imports\/[^/]+$/, (route) => {
      if (refused) return route.continue();
      refused = true;
      return route.abort();
    });
    await button(page, /^导入 \d/).click();
    await button(page, shared.action.retry).click();
    await button(page, admin.holes.toList).waitFor({ timeout: 60_000 });
    await clean(page);
    await main(page).getByRole('link', { name: admin.holes.files.toJob }).click();
    await button(page, admin.import.undo).waitFor();
    expect(complaints.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
    await page.context().close();
  },
  stepMs,
);

test(
  'a core box shows the photo of its hole’s dossier that it names, small and whole; what is not there stays a name',
  async () => {
    const hole = `YX-${Date.now()}`;
    const { page, complaints } = await as('ARCHIVE_KEEPER');
    const people = actors(endpoints);
    const folder = folderOf({ '报告.txt': hole, '照片/箱1.png': await page.screenshot() });
    const deposit = await handIn(people, folder, description(`岩心照片 ${hole}`));
    const { dossierId } = await acceptDeposit(people, deposit.id);
    const boxes = [
      { box: '1', from: 0, to: 5, photo: '箱1.png' },
      { box: '2', from: 5, to: 10, photo: '箱2.png' },
    ];
    const id = await bringHole(hole, { ...none, boxes });
    const keeper = await people.as('ARCHIVE_KEEPER');
    const { version } = await keeper.call(holes.getHole, { params: { id } });
    await keeper.call(holes.setHoleLimits, {
      params: { id },
      ifMatch: version,
      body: { limits: {}, ...(dossierId === undefined ? {} : { dossierId }) },
    });

    await go(page, `/holes/${id}`);
    const thumb = button(page, admin.holes.photo.see.replace('{{name}}', '箱1.png'));
    await thumb.scrollIntoViewIfNeeded();
    await main(page).getByRole('cell', { name: '箱2.png', exact: true }).waitFor();
    await clean(page);
    await thumb.click();
    const whole = dialog(page).getByRole('img', {
      name: admin.holes.photo.of.replace('{{name}}', '箱1.png'),
    });
    await whole.waitFor();
    expect(await whole.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1366);
    await clean(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  stepMs,
);
