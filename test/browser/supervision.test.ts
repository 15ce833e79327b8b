import { archive, audit as auditing, bars, chases, intake, notices } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import type { NextStep } from '@geoarchive/domain/supervision/chase.ts';
import { registerSheet } from '@geoarchive/domain/supervision/register-sheet.ts';
import { gathered } from '@geoarchive/sheets/testing/look.ts';
import { mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import portal from '../../frontend/portal/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { type Actors, actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, reviewOf } from '../support/path.ts';
import { makePerson, person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, confirm, dialog, fill, go, main } from './support/page.ts';
import { openSite } from './support/session.ts';
import { pathOfSteps } from './support/steps.ts';

/*
 * Supervision from end to end, on the clock of the run: a licence is imported, its task is reminded of from 90 days before on and becomes overdue, the
 * party is published, chased and barred; it objects, submits, and everything ends by itself.
 */
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const stamp = Date.now();
const organisation = `CHAIN-${stamp}`;
const number = `T42-CHAIN-${stamp}`;
const holderName = `链测矿业 ${stamp}`;
const task = `${number}-t1`;
const today = dayOf(new Date());
const dayMs = 86_400_000;
const pageMs = 60_000;
const refusal = '期限已过，理由不成立。';
const evidence = {
  name: '施工日志.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from(`资料整理至 ${stamp}\n`),
};
/** The licence is due 30 days before its end, so in 92 days. */
const row = {
  kind: 'exploration-right',
  number,
  name: '链测铜矿勘探',
  holder: organisation,
  holderName,
  from: addDays(today, -900),
  to: addDays(today, 122),
  regions: '110101',
};

let browser: Browser;
let submitter: Page;
let second: Page;
let noticePath = '';
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await inside.resetClock();
  inside.close();
  await browser?.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const own = { username: `chain-${stamp}`, role: 'SUBMITTER' as const, organisation };
/** The path's own steps, with the party as submitter. */
const parties: Actors = {
  ...people,
  as: (role) => (role === 'SUBMITTER' ? person(endpoints, inside, own) : people.as(role)),
};
const authority = () =>
  person(endpoints, inside, { username: 'chain-authority', role: 'PROVINCE_ADMIN', node: 'NGA' });
const ministry = () => desk.as('MINISTRY_ADMIN');
const visitor = async (path: string): Promise<Page> => {
  const { page } = await openSite(browser, new URL(path, endpoints.portal).href);
  return page;
};
/** Looks at a page again until it shows something: what crosses the doors takes its time. */
const shows = async (page: Page, text: string | RegExp): Promise<void> => {
  const there = () => main(page).getByText(text).first().isVisible();
  await until(
    async () => {
      await page.reload();
      return main(page)
        .getByText(text)
        .first()
        .waitFor({ timeout: 3000 })
        .then(there, () => false);
    },
    (seen) => seen,
    90,
  );
};

/** What lies behind the link to a piece of evidence, as it is opened on the page. */
const fetched = async (page: Page, name: string): Promise<Buffer> => {
  const [reply] = await Promise.all([
    page.waitForResponse((of) => /\/evidence\/[^/]+\/content$/.test(new URL(of.url()).pathname)),
    button(page, name).click(),
  ]);
  const file = await fetch(Object(await reply.json()).url);
  expect(file.status).toBe(200);
  return Buffer.from(await file.arrayBuffer());
};

step('a licence is imported, and its holder sees what it owes', async () => {
  const page = await ministry();
  await go(page, '/registers/import');
  await main(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: '登记.xlsx',
      mimeType: mediaTypes.xlsx,
      buffer: Buffer.from(await gathered(writeSheet(registerSheet, [row], 'xlsx', 'zh'))),
    });
  await button(page, admin.import.go.replace('{{count}}', '1')).click();
  await button(page, admin.import.undo).waitFor({ timeout: pageMs });
  submitter = await desk.visitor(await makePerson(endpoints, inside, own));
  await go(submitter, '/tasks');
  await shows(submitter, task);
  await clean(submitter);
});

step('it is reminded 90, 30 and 7 days before and on the day, once each, and told after it', async () => {
  const reminders = async () => {
    const client = await parties.as('SUBMITTER');
    const { items } = await client.call(notices.listOwnNotices, { query: { kind: 'task-due-soon' } });
    return items.filter(({ title }) => title.zh.includes(task)).length;
  };
  for (const [at, days] of [2, 60, 23, 7].entries()) {
    await inside.advanceClock(days * dayMs);
    await until(reminders, (told) => told === at + 1, 90);
  }
  await inside.advanceClock(4 * dayMs);
  await go(submitter, '/notices');
  await shows(submitter, `汇交任务 ${task} 已逾期`);
  await main(submitter)
    .getByText(new RegExp(`汇交任务 ${task} 应于`))
    .first()
    .waitFor();
  expect(await reminders()).toBe(4);
  await clean(submitter);
});

step('one person proposes the notice, another publishes it', async () => {
  const page = await ministry();
  await go(page, '/public-notices/new');
  await main(page)
    .getByRole('checkbox', { name: new RegExp(organisation) })
    .check();
  await clean(page);
  await button(page, admin.disclosure.send.replace('{{count}}', '1')).click();
  await main(page).getByRole('link', { name: admin.disclosure.toList }).click();
  await main(page).getByRole('link', { name: holderName }).click();
  await main(page).getByText(admin.disclosure.waitsForSecond).waitFor();
  await clean(page);
  noticePath = new URL(page.url()).pathname;
  second = await desk.visitor(
    await makePerson(endpoints, inside, {
      username: 'chain-second',
      role: 'PROVINCE_ADMIN',
      node: 'NGA',
    }),
  );
  await go(second, noticePath);
  await button(second, '同意公示').click();
  await dialog(second).getByRole('checkbox').check();
  await clean(second);
  await confirm(second, admin.disclosure.publish);
  await main(second)
    .getByText(/^GS-NGA-/)
    .waitFor();
  await clean(second);
});

step('the portal lists it, and says how the submission stands', async () => {
  const page = await visitor(`/notices?q=${encodeURIComponent(holderName)}`);
  await shows(page, holderName);
  await clean(page);
  await main(page).getByRole('link', { name: holderName }).click();
  await main(page).getByText(task).waitFor();
  await main(page).getByText(shared.disclosure.notSettled).waitFor();
  await clean(page);
  await go(page, `/submissions?number=${number.toLowerCase()}`);
  await main(page).getByText(portal.submissions.overdue).waitFor();
  await clean(page);
  await page.context().close();
});

step('the party objects: the notice is suspended, and back once that is refused', async () => {
  await go(submitter, '/public-notices');
  await main(submitter)
    .getByRole('link', { name: /提出异议/ })
    .click();
  await fill(submitter, shared.cases.title, '正在整理资料');
  await fill(submitter, shared.cases.text, '资料正在整理，请暂缓公示。');
  await main(submitter).locator('input[type=file]').setInputFiles(evidence);
  await main(submitter).getByText(evidence.name).waitFor();
  await clean(submitter);
  await button(submitter, submit.cases.send).click();
  await submitter.waitForURL(/\/cases\/[0-9A-Z]{26}$/);
  const page = await visitor(`/notices/${noticePath.split('/').at(-1)}`);
  await shows(page, portal.disclosure.hidden.suspended);
  await clean(page);
  await go(second, noticePath);
  await main(second)
    .getByRole('link', { name: /异议 AJ-NGA/ })
    .click();
  expect(await fetched(second, evidence.name)).toEqual(evidence.buffer);
  await clean(second);
  await button(second, admin.cases.take).click();
  await button(second, admin.cases.decide).click({ timeout: pageMs });
  await dialog(second).getByLabel('不成立，维持原状', { exact: true }).check();
  await dialog(second).getByLabel(admin.cases.reasons).fill(refusal);
  await confirm(second, admin.cases.decide);
  await main(second).getByText(refusal).waitFor();
  await clean(second);
  await shows(page, task);
  expect(await main(page).textContent()).not.toContain(portal.disclosure.hidden.suspended);
  await page.context().close();
  // The party reads it, with what it had sent.
  await shows(submitter, refusal);
  await main(submitter).getByText(evidence.name).waitFor();
  await clean(submitter);
  // The authority finds it from the notice still.
  await go(second, noticePath);
  await main(second)
    .getByRole('link', { name: /^AJ-NGA/ })
    .waitFor();
  const trail = await (await people.as('AUDITOR')).call(auditing.auditOfThing, {
    params: { plane: 'archive' },
    query: { about: noticePath.split('/').at(-1) ?? '' },
  });
  expect(trail.items.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['disclosure.suspend', 'disclosure.resume']),
  );
});

step('it is chased up to the circular, which bars it', async () => {
  const client = await authority();
  const served = async (id: string) => {
    const { steps } = await (await authority()).call(chases.getChase, { params: { id } });
    const { paper = '', on = '' } = steps.at(-1) ?? {};
    const params = { id, number: paper };
    await (await authority()).call(chases.recordService, { params, body: { channel: 'person', on } });
    await inside.advanceClock(2 * dayMs);
    return addDays(on, 3);
  };
  const begun = await client.call(chases.startChase, {
    body: { organisation, until: addDays(today, 97) },
  });
  const steps: [NextStep, object][] = [
    ['order', {}],
    ['propose', { text: '责令期满仍未汇交', amount: 20_000 }],
    ['fine', { text: '事实清楚', amount: 20_000, heard: '未陈述、申辩' }],
  ];
  for (const [name, more] of steps) {
    const until = await served(begun.id);
    const body = { step: name, until, ...more };
    await (await authority()).call(chases.stepChase, { params: { id: begun.id }, body });
  }
  await served(begun.id);
  const body = { step: 'circulate' as const };
  await (await authority()).call(chases.stepChase, { params: { id: begun.id }, body });
  const page = await ministry();
  await go(page, '/bars');
  await shows(page, organisation);
  await clean(page);
  const registry = await desk.as('REGISTRY');
  await go(registry, '/eligibility');
  await fill(registry, admin.bars.organisation, organisation);
  await button(registry, admin.bars.askNow).click();
  await main(registry)
    .getByText(admin.bars.mayNot.split('{{')[0] ?? '')
    .first()
    .waitFor();
  await clean(registry);
});

step('a part that is accepted as a stage has its certificate and frees nobody', async () => {
  const { items } = await (await parties.as('SUBMITTER')).call(intake.listTasks);
  const found = items.find((one) => one.number === task);
  const input = description(`链测第一阶段 ${stamp}`, {
    ...{ source: 'exploration-right' as const, licenceNumber: number, taskId: found?.id },
  });
  const deposit = await handIn(parties, folderOf({ '第一阶段.txt': '链测\n' }), input);
  const review = await reviewOf(parties, deposit.id);
  const page = await desk.as('ARCHIVE_CHECKER');
  await go(page, `/reviews/${review.id}`);
  await button(page, admin.review.acceptStage).waitFor();
  for (const tick of await main(page).getByRole('checkbox', { name: admin.review.seen }).all())
    await tick.check();
  await clean(page);
  await button(page, admin.review.acceptStage).click();
  await confirm(page, admin.review.acceptStage);
  const params = { id: review.id };
  await until(
    async () => (await people.as('ARCHIVE_CHECKER')).call(archive.getReview, { params }),
    ({ state }) => state === 'accepted',
    120,
  );
  const certified = await (await people.as('CERTIFICATE_OFFICER')).call(archive.certifyReview, { params });
  await go(page, `/documents/${certified.certificateNumber}`);
  await main(page).getByText(shared.documents.stageOf).waitFor();
  await clean(page);
  await go(page, `/tasks/${found?.id}`);
  await main(page).getByText(admin.taskPage.standings.stage).waitFor();
  await clean(page);
  const query = { organisation, act: 'new-mining-right' as const };
  expect(await (await people.as('REGISTRY')).call(bars.eligibility, { query })).toMatchObject({ may: false });
});

step('it submits, and the bar ends and the notice is lifted by themselves', async () => {
  const { items } = await (await parties.as('SUBMITTER')).call(intake.listTasks);
  const taskId = items.find((one) => one.number === task)?.id;
  const input = description(`链测 ${stamp}`, {
    source: 'exploration-right',
    licenceNumber: number,
    ...(taskId === undefined ? {} : { taskId }),
  });
  const deposit = await handIn(parties, folderOf({ '报告.txt': '链测\n' }), input);
  await acceptDeposit(parties, deposit.id);
  const page = await ministry();
  await go(page, '/bars?state=ended');
  await shows(page, organisation);
  await clean(page);
  const answer = await (await people.as('MINISTRY_ADMIN')).call(bars.eligibility, {
    query: { organisation, act: 'new-mining-right' },
  });
  expect(answer).toMatchObject({ may: true, bars: [] });
  const outside = await visitor(`/notices?state=lifted&q=${encodeURIComponent(holderName)}`);
  await shows(outside, holderName);
  await main(outside).getByRole('link', { name: holderName }).first().click();
  await main(outside).getByText(shared.disclosure.liftReasons.submitted).waitFor();
  await clean(outside);
  await go(outside, `/submissions?number=${task}`);
  await main(outside).getByText('已验收').waitFor();
  await go(submitter, '/public-notices');
  await shows(submitter, shared.disclosure.liftReasons.submitted);
  await clean(submitter);
  expect(desk.complaints()).toEqual([]);
});
