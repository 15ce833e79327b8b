import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import admin from '../../frontend/admin/i18n/zh.json' with { type: 'json' };
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { acceptDeposit, description, handIn } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { audit } from './support/audit.ts';
import { launch } from './support/chromium.ts';
import { openDesk } from './support/desk.ts';
import { button, confirm, dialog, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

/* Data of a right that came in without the end of its licence: its keeper records that, and it may be proposed for release. */
const words = admin.release;
const endpoints = sharedEndpoints();
const people = actors(endpoints);
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(() => browser?.close());

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const title = `许可证期满不明 ${Date.now()}`;

step('its keeper sees why it has no days of publication', async () => {
  const folder = folderOf({ '报告.txt': `${title}\n` });
  const { id } = await handIn(people, folder, description(title, { source: 'mining-right' }));
  const { dossierId } = await acceptDeposit(people, id);
  const page = await desk.as('ARCHIVE_KEEPER');
  await go(page, `/dossiers/${dossierId}`);
  await main(page).getByText(words.noDates).waitFor();
  expect(await audit(page)).toEqual([]);
});

step('records the end of the licence and how it is known; the days follow', async () => {
  const page = await desk.as('ARCHIVE_KEEPER');
  await button(page, words.recordLicenceEnd).click();
  await confirm(page, words.recordLicenceEnd);
  await dialog(page).getByText(shared.form.required).first().waitFor();
  await dialog(page).getByLabel(shared.publication.licenceEnd).fill('2026-03-01');
  await dialog(page).getByLabel(words.licenceEndReason).fill('据登记机关来函');
  expect(await audit(page)).toEqual([]);
  await confirm(page, words.recordLicenceEnd);
  await main(page).getByText(words.noDates).waitFor({ state: 'detached' });
  await main(page)
    .getByText(/2026.03.01.*2026.03.31/)
    .waitFor();
  await button(page, words.propose).waitFor();
  expect(desk.complaints()).toEqual([]);
});
