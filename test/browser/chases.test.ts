import { readFileSync } from 'node:fs';
import type { ChaseDetail } from '@geoarchive/contract/chases.ts';
import { bars, chases, intake, organisations } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import type { NextStep } from '@geoarchive/domain/supervision/chase.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { makePerson, person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, choose, confirm, dialog, fill, go, main } from './support/page.ts';
import { printOf } from './support/print.ts';
import { pathOfSteps } from './support/steps.ts';

const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const organisation = `PAPERS-${Date.now()}`;
const number = `RW-${organisation}`;
const authority = { username: 'papers-authority', role: 'PROVINCE_ADMIN', node: 'NGA' } as const;
const submitter = { username: organisation.toLowerCase(), role: 'SUBMITTER', organisation } as const;
const day = 86_400_000;

let browser: Browser;
let chase: ChaseDetail;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await inside.resetClock();
  await browser?.close();
  inside.close();
}, 60_000);

const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
/** Each paper is served on its day, and its term of a day runs out. */
const onward = async (name: NextStep, more: object = {}) => {
  const client = await person(endpoints, inside, authority);
  const { paper = '', on = '' } = chase.steps.at(-1) ?? {};
  const params = { id: chase.id };
  await client.call(chases.recordService, {
    params: { ...params, number: paper },
    body: { channel: 'person', on },
  });
  await inside.advanceClock(2 * day);
  chase = await client.call(chases.stepChase, {
    params,
    body: { step: name, ...(name === 'circulate' ? {} : { until: addDays(on, 3) }), ...more },
  });
};

step('an overdue party is chased up to the circular', async () => {
  const today = dayOf(new Date());
  const task = { number, name: '某地铜矿勘探', source: 'other' as const, organisation, node: 'NGA' };
  await importTasks(await people.as('MINISTRY_ADMIN'), [{ ...task, due: addDays(today, -40) }], 'papers');
  const client = await person(endpoints, inside, authority);
  const body = { organisation, until: addDays(today, 1) };
  chase = await client.call(chases.startChase, { body });
  await onward('order');
  await onward('propose', { text: '责令期满仍未汇交', amount: 20_000 });
  await onward('fine', { text: '事实清楚', amount: 20_000, heard: '未陈述、申辩' });
  await onward('circulate');
  const own = await person(endpoints, inside, submitter);
  await until(
    async () => (await own.call(intake.listOwnBars)).items,
    (found) => found.length === 1,
  );
});

step('the party reads its papers and its bar, prints one, and may contest it', async () => {
  const page = await desk.visitor(await makePerson(endpoints, inside, submitter));
  await go(page, '/papers');
  for (const kind of [
    'circular',
    'penalty-decision',
    'penalty-notice',
    'submission-order',
    'demand-notice',
  ] as const)
    await main(page)
      .getByRole('heading', { name: new RegExp(documentKinds[kind].name.zh) })
      .waitFor();
  await main(page).getByText(submit.legal.barEndsWith).waitFor();
  await main(page).getByRole('link', { name: number }).first().waitFor();
  await clean(page);
  const { number: printed, text } = await printOf(page);
  expect(chase.steps.map(({ paper }) => paper)).toContain(printed);
  expect(text).toContain(organisation);
  const circular = chase.steps.at(-1)?.paper ?? '';
  const contest = submit.cases.contestPaper.replace('{{number}}', circular);
  await main(page).getByRole('link', { name: contest }).click();
  await page.waitForURL(/\/cases\/new\?about=document/);
  await clean(page);
  await go(page, '/notices');
  await main(page).getByText(circular).first().waitFor();
  await clean(page);
});

step('the authority sees the chase and the bar, and takes lists along', async () => {
  const page = await desk.visitor(await makePerson(endpoints, inside, authority));
  await go(page, `/chases/${chase.id}`);
  await main(page).getByText(documentKinds.circular.name.zh).first().waitFor();
  await clean(page);
  await go(page, '/chases');
  await main(page).getByRole('link', { name: organisation }).first().waitFor();
  await clean(page);
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    button(page, admin.bars.exportCsv).click(),
  ]);
  expect(readFileSync(await sheet.path(), 'utf8')).toContain(chase.id);
  await go(page, '/bars');
  await clean(page);
  await main(page).getByRole('link', { name: organisation }).click();
  await main(page).getByRole('link', { name: number }).waitFor();
  await clean(page);
});

step('a registry comes to the one page that it has, asks, and takes the changes along', async () => {
  const page = await desk.as('REGISTRY');
  await page.waitForURL(/\/eligibility$/);
  expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
    admin.nav.eligibility,
  ]);
  await fill(page, admin.bars.organisation, organisation);
  await choose(page, admin.bars.act, '新立采矿权');
  await button(page, /^查\s*询$/).click();
  await main(page).getByText(`不得：${organisation}，新立采矿权`).waitFor();
  await clean(page);
  const [feed] = await Promise.all([
    page.waitForEvent('download'),
    button(page, admin.bars.exportCsv).click(),
  ]);
  expect(readFileSync(await feed.path(), 'utf8')).toContain(organisation);
  const { items } = await (await people.as('REGISTRY')).call(bars.barChanges, { query: { limit: 500 } });
  expect(items.some((item) => item.organisation === organisation)).toBe(true);
  await go(page, '/bars');
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await main(page).getByRole('link', { name: organisation }).count()).toBe(0);
});

step('the ministry registers who is told of bars, and stops telling it', async () => {
  const words = admin.bars.recipients;
  const code = `LAND-${organisation}`;
  const client = await people.as('MINISTRY_ADMIN');
  const body = { name: '某省自然资源厅', reason: '登记机关' };
  await client.call(organisations.recordOrganisation, { params: { code }, body });
  const page = await desk.as('MINISTRY_ADMIN');
  await go(page, '/bars');
  await main(page).getByRole('link', { name: words.title }).click();
  await page.waitForURL(/\/bars\/recipients$/);
  const ask = async (reason: string, act: string) => {
    await dialog(page).getByLabel(words.reason, { exact: true }).fill(reason);
    await clean(page);
    await confirm(page, act);
    await dialog(page).waitFor({ state: 'hidden' });
  };
  await button(page, words.add).click();
  await dialog(page).getByLabel(admin.bars.organisation, { exact: true }).fill(code);
  await ask('矿业权登记机关', words.tell);
  await main(page).getByRole('link', { name: code }).waitFor();
  await clean(page);
  await button(page, `${words.stop} ${code}`).click();
  await ask('职能调整', words.stop);
  await button(page, `${words.tell} ${code}`).waitFor();
  expect((await client.call(bars.listBarRecipients, { query: {} })).items).toContainEqual(
    expect.objectContaining({ organisation: code, told: false, reason: '职能调整' }),
  );
});
