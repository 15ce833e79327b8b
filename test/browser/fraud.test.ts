import { archive, bars, chases, intake } from '@geoarchive/contract/routes.ts';
import { addDays, addYears, type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { barEndNames, barKindNames, barLifecycle } from '@geoarchive/domain/supervision/bars.ts';
import { chaseLifecycle, chaseStepName } from '@geoarchive/domain/supervision/chase.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { formatDay } from '@geoarchive/frontend-shared/format/dates.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { type Actors, actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { description, handIn, reviewOf } from '../support/path.ts';
import { makePerson, person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, dialog, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

/*
 * Art. 21 from the desk of the authority: a deposit that was returned as forged and not corrected, announced, decided, barred for two years from the
 * day on which the decision was served, and free again by the calendar.
 */
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const organisation = `FORGED-${Date.now()}`;
const number = `RW-${organisation}`;
const authority = { username: 'fraud-authority', role: 'PROVINCE_ADMIN', node: 'NGA' } as const;
const submitter = { username: organisation.toLowerCase(), role: 'SUBMITTER', organisation } as const;
const dayMs = 86_400_000;
/** The day by the clock of the browsers, and the one from which the decision has effect. */
const today = dayOf(new Date());
const effect = addDays(today, 2);
const lastDay = addYears(effect, 2);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await inside.resetClock();
  await browser?.close();
  inside.close();
}, 60_000);

const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const atDesk = async (path: string): Promise<Page> => {
  const page = await desk.visitor(await makePerson(endpoints, inside, authority));
  await go(page, path);
  return page;
};
const asAuthority = () => person(endpoints, inside, authority);
const parties: Actors = {
  ...people,
  as: (role) => (role === 'SUBMITTER' ? person(endpoints, inside, submitter) : people.as(role)),
};
const mayHave = async () => {
  const client = await people.as('REGISTRY');
  return client.call(bars.eligibility, { query: { organisation, act: 'new-exploration-right' } });
};
const written = (label: string, text: string, page: Page) =>
  dialog(page).getByLabel(label, { exact: true }).fill(text);
const issue = (page: Page) =>
  dialog(page).getByRole('button', { name: admin.chases.issue, exact: true }).click();

let task = '';
let chase = '';
/** The last paper is served on a day, by the clock of the system. */
const served = async (on: Day) => {
  const client = await asAuthority();
  const { steps } = await client.call(chases.getChase, { params: { id: chase } });
  const params = { id: chase, number: steps.at(-1)?.paper ?? '' };
  await client.call(chases.recordService, { params, body: { channel: 'person', on } });
};

step('a deposit was returned two months ago and not corrected by its day', async () => {
  await inside.advanceClock(-60 * dayMs);
  const row = { number, name: '某地铜矿勘探', source: 'other' as const, organisation, node: 'NGA' };
  await importTasks(await people.as('MINISTRY_ADMIN'), [{ ...row, due: addDays(today, -50) }], 'fraud');
  const own = await until(
    async () => (await person(endpoints, inside, submitter)).call(intake.listTasks),
    ({ items }) => items.length === 1,
  );
  task = own.items[0]?.id ?? '';
  const folder = folderOf({ '编录.txt': '钻孔编录\n'.repeat(20) });
  const sealed = await handIn(parties, folder, description('某地铜矿勘探报告', { taskId: task }));
  const review = await reviewOf(parties, sealed.id);
  await (await people.as('ARCHIVE_CHECKER')).call(archive.returnReview, {
    params: { id: review.id },
    body: { reason: '钻孔编录与岩心不符', correctBy: addDays(today, -20) },
  });
  await inside.quiet();
  await inside.resetClock();
});

step('the authority announces the decision of art. 21 on the page of the task', async () => {
  const page = await atDesk(`/tasks/${task}`);
  await button(page, admin.chases.accuse).click();
  await dialog(page).getByText(admin.chases.accuseHint).waitFor();
  await clean(page);
  await written(admin.chases.untilOf.propose, addDays(today, 1), page);
  await written(admin.chases.grounds, '钻孔编录系伪造', page);
  await issue(page);
  await page.waitForURL(/\/chases\/[0-9A-Z]{26}$/);
  chase = page.url().split('/').at(-1) ?? '';
  await main(page).getByText(chaseLifecycle.states['penalty-proposed'].zh).first().waitFor();
  await clean(page);
  await served(today);
  await inside.advanceClock(2 * dayMs);
});

step('it decides, orders to correct, and when that day has passed bars the party', async () => {
  const page = await atDesk(`/chases/${chase}`);
  await button(page, chaseStepName('fine').zh).click();
  await dialog(page).getByText(admin.chases.fraudHint.fine).waitFor();
  await written(admin.chases.fraudUntil.fine, addDays(effect, 1), page);
  await written(admin.chases.grounds, '事实清楚', page);
  await written(admin.chases.heard, '未陈述、申辩', page);
  await issue(page);
  await main(page).getByText(chaseLifecycle.states.fined.zh).first().waitFor();
  expect(await mayHave()).toMatchObject({ may: true });
  await served(effect);
  await inside.advanceClock(2 * dayMs);
  await page.reload();
  await button(page, chaseStepName('circulate').zh).click();
  await dialog(page).getByText(admin.chases.fraudHint.circulate).waitFor();
  await clean(page);
  await issue(page);
  await main(page).getByText(chaseLifecycle.states.circulated.zh).first().waitFor();
  expect(await mayHave()).toMatchObject({
    may: false,
    bars: [{ kind: 'two-years', from: effect, until: lastDay }],
  });
});

step(
  'the bar of two years is shown to the authority, and to the party with its first and last day',
  async () => {
    const page = await atDesk('/bars');
    await main(page).getByRole('link', { name: organisation }).click();
    await main(page).getByText(barKindNames['two-years'].zh).waitFor();
    await main(page).getByText(formatDay(lastDay, 'zh')).waitFor();
    await clean(page);
    const own = await desk.visitor(await makePerson(endpoints, inside, submitter));
    await go(own, '/papers');
    const [before = ''] = submit.legal.barredUntil.split('，');
    const says = before
      .replace('{{from}}', formatDay(effect, 'zh'))
      .replace('{{until}}', formatDay(lastDay, 'zh'));
    await main(own).getByText(says, { exact: false }).waitFor();
    await clean(own);
  },
);

step('on its last day it bars, on the day after it does not, and both see that it is over', async () => {
  const wait = (Date.parse(lastDay) - Date.parse(addDays(effect, 2))) / dayMs;
  await inside.advanceClock(wait * dayMs);
  expect(await mayHave()).toMatchObject({ may: false, today: lastDay });
  await inside.advanceClock(dayMs);
  expect(await mayHave()).toMatchObject({ may: true, bars: [] });
  const ended = await until(
    async () => (await asAuthority()).call(bars.listBars, { query: { state: 'ended', organisation } }),
    ({ items }) => items[0]?.state === 'ended',
    120,
  );
  expect(ended.items).toMatchObject([{ ended: { on: addDays(lastDay, 1), reason: 'term-over' } }]);
  const page = await atDesk(`/bars/${ended.items[0]?.id}`);
  await main(page).getByText(barLifecycle.states.ended.zh).first().waitFor();
  await main(page).getByText(barEndNames['term-over'].zh).waitFor();
  await clean(page);
  const own = await desk.visitor(await makePerson(endpoints, inside, submitter));
  await go(own, '/papers');
  await main(own).getByText(submit.legal.barsOver).waitFor();
  await clean(own);
  expect(desk.complaints()).toEqual([]);
});
