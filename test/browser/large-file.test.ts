import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intake } from '@geoarchive/contract/routes.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Route } from 'playwright-core';
import shared from '../../frontend/shared/i18n/zh.json' with { type: 'json' };
import submit from '../../frontend/submit/i18n/zh.json' with { type: 'json' };
import { actors } from '../support/actors.ts';
import { description } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { launch, test } from './support/chromium.ts';
import { openSite, signIn } from './support/session.ts';

const endpoints = sharedEndpoints();
const folder = mkdtempSync(join(tmpdir(), 'geoarchive-browser-'));
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a file in parts goes up; a part that is damaged on the way is refused and sent again', async () => {
  const submitter = await actors(endpoints).as('SUBMITTER');
  const { id } = await submitter.call(intake.createDeposit, { body: description('浏览器分段上传') });
  const account = endpoints.accounts.find(({ role }) => role === 'SUBMITTER');
  if (account === undefined) throw new Error('No submitter');
  const { page, complaints } = await openSite(browser, endpoints.submit);
  page.setDefaultTimeout(60_000);
  await signIn(page, account);
  await page.goto(`${endpoints.submit}/deposits/${id}`);

  const answers: string[] = [];
  const damageFirst = async (route: Route) => {
    const part = new URL(route.request().url()).searchParams.get('partNumber') ?? '';
    const first = part === '2' && !answers.some((answer) => answer.startsWith('2 '));
    const answer = await route.fetch(first ? { postData: Buffer.alloc(8 * 1024 ** 2) } : {});
    answers.push(`${part} ${answer.status()}`);
    await route.fulfill({ response: answer });
  };
  await page.route(/partNumber=2&/, damageFirst);
  const file = join(folder, '地震体.bin');
  const content = randomBytes(17 * 1024 ** 2);
  writeFileSync(file, content);
  const main = page.getByRole('main');
  await main.locator('input[type=file]:not([webkitdirectory])').setInputFiles(file);
  await main.getByRole('button', { name: submit.upload.start, exact: true }).click();
  await main.getByText(shared.file.states.inspected).first().waitFor();
  expect(answers).toEqual(['2 400', '2 200']);
  const report = await submitter.call(intake.getFileReport, { params: { id, no: 1 } });
  expect(report).toMatchObject({ path: '地震体.bin', size: content.length, state: 'inspected' });
  // The browser itself reports the refused request; nothing else went wrong.
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([]);
}, 180_000);
