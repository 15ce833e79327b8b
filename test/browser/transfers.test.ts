import { archive, transfers } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { exemptionGrounds, transferLifecycle } from '@geoarchive/domain/transfer/transfer.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import { type Actors, actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn } from '../support/path.ts';
import { person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, confirm, dialog, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

/*
 * Onward transfer from end to end: two dossiers that a province accepted, one sent and received, the other exempted, owed again and overdue
 * after 91 days, as the cockpit sees it.
 */
const words = admin.transfers;
const { states, moves } = transferLifecycle;
const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const people = actors(endpoints);
const stamp = Date.now();
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
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
/** The path's own people, with those of the province's archive to check. */
const province: Actors = {
  ...people,
  as: (role) =>
    role === 'ARCHIVE_CHECKER'
      ? person(endpoints, inside, { username: 'transfers-checker', role, node: 'HB' })
      : people.as(role),
};
const keeper = () => {
  const account = endpoints.accounts.find(({ username }) => username === 'province-keeper');
  if (account === undefined) throw new Error('the run has no keeper of a province');
  return { site: endpoints.admin, username: account.username, password: account.password };
};
const of = (n: string) => ({ title: `转送 ${n} ${stamp}`, number: '', dossierId: '' });
const dossiers = { sent: of('甲'), kept: of('乙') };
let home: Page;
const row = (page: Page, number: string) => main(page).getByRole('row').filter({ hasText: number }).first();

step('what a province accepts is owed to the national archive, 90 days from then on', async () => {
  for (const one of Object.values(dossiers)) {
    const folder = folderOf({ '报告.txt': `${one.title}\n` });
    const { id } = await handIn(province, folder, description(one.title, { node: 'HB' }));
    const accepted = await acceptDeposit(province, id);
    Object.assign(one, { number: accepted.archiveNumber, dossierId: accepted.dossierId });
  }
  const checker = await province.as('ARCHIVE_CHECKER');
  for (const { dossierId } of Object.values(dossiers)) {
    const { items } = await until(
      () => checker.call(transfers.dossierTransfers, { params: { id: dossierId } }),
      ({ items: found }) => found.length > 0,
    );
    const dossier = await checker.call(archive.getDossier, { params: { id: dossierId } });
    const due = addDays(dayOf(new Date(dossier.acceptedAt)), 90);
    expect(items).toMatchObject([{ node: 'HB', to: 'NGA', state: 'due', due, late: false }]);
  }
});

step('its keeper finds it in the list, chooses it and closes a transfer list', async () => {
  home = await desk.visitor(keeper());
  await go(home, '/transfers');
  await row(home, dossiers.sent.title).getByText(states.due.zh, { exact: true }).waitFor();
  await row(home, dossiers.kept.title).waitFor();
  await clean(home);
  await row(home, dossiers.sent.title).getByRole('checkbox').check();
  await button(home, words.send.replace('{{count}}', '1')).click();
  await dialog(home).getByText(words.sendHint).waitFor();
  await clean(home);
  await confirm(home, words.closeList);
  await home.waitForURL(/\/transfers\/lists\/[0-9A-Z]{26}/);
  await row(home, dossiers.sent.title).getByText(states.sent.zh, { exact: true }).waitFor();
  await clean(home);
});

step('the other is exempted with its ground and reason, and owed again once that is taken back', async () => {
  await go(home, `/dossiers/${dossiers.kept.dossierId}`);
  await main(home).getByRole('heading', { name: words.panel, exact: true }).waitFor();
  const named = (move: 'exempt' | 'resume') =>
    button(home, `${moves[move].label.zh} ${dossiers.kept.number}`);
  await named('exempt').click();
  await dialog(home).getByText(exemptionGrounds['small-deposit'].zh).click();
  await dialog(home).getByLabel(words.reason).fill('小型矿床');
  await clean(home);
  await confirm(home, moves.exempt.label.zh);
  await main(home).getByText(states.exempt.zh, { exact: true }).first().waitFor();
  await clean(home);
  await go(home, '/transfers?way=out&show=exempt');
  await row(home, dossiers.kept.title)
    .getByText(/小型矿床/)
    .waitFor();
  await named('resume').click();
  await dialog(home).getByLabel(words.reason).fill('核对后认定应转送');
  await confirm(home, moves.resume.label.zh);
  await row(home, dossiers.kept.title).waitFor({ state: 'detached' });
  await go(home, '/transfers');
  await row(home, dossiers.kept.title).getByText(states.due.zh, { exact: true }).waitFor();
});

step('the national keeper confirms receipt, and may read the dossier from then on', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  const client = await people.as('ARCHIVE_KEEPER');
  const params = { id: dossiers.sent.dossierId };
  await expect(client.call(archive.getDossier, { params })).rejects.toMatchObject({
    problem: { type: 'not-found' },
  });
  await go(page, '/transfers');
  await clean(page);
  await row(page, dossiers.sent.title)
    .getByRole('link', { name: /^YJ-HB-/ })
    .click();
  await page.waitForURL(/\/transfers\/lists\//);
  await row(page, dossiers.sent.title).getByRole('checkbox').check();
  await clean(page);
  await button(page, words.receive.replace('{{count}}', '1')).click();
  await row(page, dossiers.sent.title).getByText(states.received.zh, { exact: true }).waitFor();
  await row(page, dossiers.sent.title).getByRole('link', { name: dossiers.sent.number }).click();
  await main(page).getByRole('heading', { name: dossiers.sent.title }).waitFor();
  await main(page).getByText('报告.txt').first().waitFor();
  await clean(page);
});

step(
  'after 91 days the ministry sees the other one overdue in the cockpit, and the number leads to it',
  async () => {
    await inside.advanceClock(91 * 86_400_000);
    const page = await desk.as('MINISTRY_ADMIN');
    await go(page, '/cockpit?node=HB');
    const counted = main(page).getByRole('link', {
      name: new RegExp(
        admin.cockpit.transferOverdueOf.replace('{{node}}', '.+').replace('{{count}}', '[1-9]\\d*'),
      ),
    });
    await counted.waitFor();
    await clean(page);
    await counted.click();
    await page.waitForURL(/\/transfers\?/);
    await row(page, dossiers.kept.title).getByText(/逾期/).waitFor();
    expect(await row(page, dossiers.sent.title).count()).toBe(0);
    await clean(page);
    expect(desk.complaints()).toEqual([]);
  },
);
