import { intake } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { organisationStore, recordOrganisation } from '@geoarchive/functions/identity/organisation-store.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { makePerson } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, choose, confirm, dialog, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const people = actors(endpoints);
const stamp = Date.now();
const principal = { id: 'DEMO-SURVEY', name: '示范地质勘查集团有限公司' };
const agent = { id: `TEAM-${stamp}`, name: '第七地质大队' };
const tasks = ['甲矿普查', '乙矿详查'].map((name, at) => ({
  number: `WT-${stamp}-${at}`,
  name: `${name} ${stamp}`,
}));
const [covered = tasks[0], other = tasks[0]] = tasks;
if (covered === undefined || other === undefined) throw new Error('Two tasks');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  const organisations = organisationStore(inside.table('intake'), () => new Date());
  for (const one of [principal, agent]) await recordOrganisation(organisations, one);
  const ministry = await people.as('MINISTRY_ADMIN');
  const shape = { source: 'other', organisation: principal.id, node: 'NGA', due: '2027-06-30' } as const;
  await importTasks(
    ministry,
    tasks.map((of) => ({ ...of, ...shape })),
    '任务.xlsx',
  );
  const submitter = await people.as('SUBMITTER');
  await until(
    () => submitter.call(intake.listTasks, { query: { limit: 100 } }),
    ({ items }) => tasks.every(({ number }) => items.some((item) => item.number === number)),
  );
}, 120_000);
afterAll(async () => {
  await browser?.close();
  inside.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
let agentPage: Page;
let depositPath = '';

step('an organisation lets another hand in for it: for one task, until a day', async () => {
  const page = await desk.as('SUBMITTER_ADMIN');
  await go(page, '/organisation');
  await button(page, submit.mandate.give).click();
  const field = (label: string) => dialog(page).getByLabel(label, { exact: true });
  await field(submit.mandate.to).fill('NOBODY');
  await field(submit.mandate.until).fill(addDays(dayOf(new Date()), 30));
  await confirm(page, submit.mandate.give);
  await dialog(page).getByText('没有这个单位，请核对单位编号。').waitFor();
  await field(submit.mandate.to).fill(agent.id);
  await dialog(page).getByText(submit.mandate.some).click();
  await field(submit.nav.tasks).fill(covered.number);
  await page.locator('.ant-select-item-option').filter({ hasText: covered.name }).click();
  await page.keyboard.press('Tab');
  await clean(page);
  await confirm(page, submit.mandate.give);
  const row = main(page).getByRole('row').filter({ hasText: agent.name });
  await row.getByText(submit.mandate.active).waitFor();
  await dialog(page).waitFor({ state: 'detached' });
  await clean(page);
});

step('the agent sees that task and no other, and makes a deposit in the name of the principal', async () => {
  const username = `agent-${stamp}`;
  const made = await makePerson(endpoints, inside, { username, role: 'SUBMITTER', organisation: agent.id });
  const page = await desk.visitor(made);
  agentPage = page;
  await go(page, '/tasks');
  const row = main(page).getByRole('row').filter({ hasText: covered.number });
  await row.getByText(principal.name).waitFor();
  expect(await main(page).getByText(other.number).count()).toBe(0);
  await clean(page);
  // Narrowed to whom it acts for, and to its own, of which there are none.
  await go(page, `/tasks?organisation=${agent.id}`);
  await main(page).getByText(shared.list.nothingMatches).waitFor();
  await go(page, `/tasks?organisation=${principal.id}`);
  await row.getByText(principal.name).waitFor();
  await row.getByRole('link', { name: submit.tasks.start }).click();
  await main(page).getByText(submit.new.onBehalf.replace('{{name}}', principal.name)).waitFor();
  await main(page).getByRole('radio').first().check();
  await button(page, shared.action.next).click();
  await choose(page, shared.description.dataClass, '矿产勘查');
  await clean(page);
  await button(page, submit.new.save).click();
  await page.waitForURL(/\/deposits\/\w{26}/);
  depositPath = new URL(page.url()).pathname;
  await main(page).getByRole('heading', { name: covered.name }).waitFor();
  // It is the principal's, and the agent finds it again.
  await go(page, '/deposits');
  const mine = main(page).getByRole('row').filter({ hasText: covered.name });
  await mine.getByText(principal.name).waitFor();
  await go(await desk.as('SUBMITTER_ADMIN'), depositPath);
  await main(await desk.as('SUBMITTER_ADMIN'))
    .getByRole('heading', { name: covered.name })
    .waitFor();
});

step('once it has ended, the agent reaches neither the deposit nor the task', async () => {
  const page = await desk.as('SUBMITTER_ADMIN');
  await go(page, '/organisation');
  const row = main(page).getByRole('row').filter({ hasText: agent.name });
  await row.getByRole('button', { name: submit.mandate.end }).click();
  await page.getByRole('tooltip').getByRole('button', { name: submit.mandate.end }).click();
  await row.getByText(submit.mandate.ended).waitFor();

  // The one refusal is the mandate for an organisation that there is not.
  expect(desk.complaints().filter((words) => !words.includes('status of 422'))).toEqual([]);
  await go(agentPage, depositPath);
  await main(agentPage).getByText('没有这个汇交，或它不属于您的单位。').waitFor();
  await clean(agentPage);
  await go(agentPage, '/tasks');
  await main(agentPage).getByText(submit.tasks.empty).waitFor();
  await go(agentPage, '/deposits');
  await main(agentPage).getByText(submit.deposits.empty).waitFor();
});
