import { intake } from '@geoarchive/contract/routes.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { acceptDeposit, reviewOf } from '../support/path.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, choose, confirm, fill, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

const endpoints = sharedEndpoints();
const people = actors(endpoints);
const stamp = Date.now();
const title = `不可见的矿区 ${stamp}`;
const place = `保密室 3 柜 ${stamp}`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close(), 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
let id = '';

step('what is a state secret is registered without files: there is nowhere to put any', async () => {
  const page = await desk.as('SUBMITTER');
  await go(page, '/new');
  await main(page).getByRole('radio').nth(3).check();
  await main(page).getByText(submit.secrecy.noFiles).waitFor();
  await fill(page, submit.secrecy.carrierSlip, `JY-${stamp}`);
  await fill(page, submit.secrecy.place, place);
  await clean(page);
  await button(page, shared.action.next).click();
  await fill(page, shared.description.title, title);
  await choose(page, shared.description.dataClass, '矿产勘查');
  await choose(page, shared.publication.source, '其他');
  await choose(page, shared.publication.node, '全国');
  await button(page, submit.new.saveStub).click();
  await page.waitForURL(/\/deposits\/\w{26}/);
  id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await main(page).getByText(place).waitFor();
  expect(await main(page).locator('input[type=file]').count()).toBe(0);
  await clean(page);
});

step('an upload is refused by the API as well, and says why', async () => {
  const submitter = await people.as('SUBMITTER');
  const files = [{ path: '秘密.pdf', size: 10 }];
  const problem = await problemOf(submitter.call(intake.registerFiles, { params: { id }, body: { files } }));
  expect(problem).toMatchObject({ status: 422, detail: expect.stringContaining('no files may be uploaded') });
});

step('the stub is handed in and gets its receipt', async () => {
  const page = await desk.as('SUBMITTER');
  await button(page, submit.moves.completeStubLabel).click();
  await clean(page);
  await confirm(page, submit.moves.completeStubLabel);
  await button(page, '提交汇交').click({ timeout: 60_000 });
  await confirm(page, '提交汇交');
  await main(page).getByRole('link', { name: submit.notice.receipt }).waitFor({ timeout: 60_000 });
  await clean(page);
});

step('who is not entitled sees that there is something, not what; a checker sees all', async () => {
  const review = await reviewOf(people, id);
  const told = '〔机密〕';
  const officer = await desk.as('CERTIFICATE_OFFICER');
  await go(officer, `/reviews/${review.id}`);
  await main(officer).getByRole('heading', { name: told }).waitFor();
  await go(officer, '/reviews');
  await main(officer).getByRole('link', { name: told }).first().waitFor();
  const text = async (page: Page) => (await page.locator('body').textContent()) ?? '';
  expect(await text(officer)).not.toContain(title);

  const checker = await desk.as('ARCHIVE_CHECKER');
  await go(checker, `/reviews/${review.id}`);
  await main(checker).getByRole('heading', { name: title }).waitFor();
  await main(checker).getByText(place).waitFor();
  await clean(checker);

  const { dossierId } = await acceptDeposit(people, id);
  const clerk = await desk.as('ARCHIVE_CLERK');
  await go(clerk, `/dossiers/${dossierId}`);
  await main(clerk).getByRole('heading', { name: told }).waitFor();
  for (const words of [title, place]) expect(await text(clerk)).not.toContain(words);
  await clean(clerk);
});

step('no page met an error on the way', async () => {
  expect(desk.complaints()).toEqual([]);
});
