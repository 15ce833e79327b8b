import { bars, intake, organisations } from '@geoarchive/contract/routes.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { registerSheet } from '@geoarchive/domain/supervision/register-sheet.ts';
import { gathered } from '@geoarchive/sheets/testing/look.ts';
import { mediaTypes, writeSheet } from '@geoarchive/sheets/write-sheet.ts';
import { afterAll, beforeAll, expect } from '@jest/globals';
import ICAL from 'ical.js';
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
import { button, dialog, go, main } from './support/page.ts';
import { pathOfSteps } from './support/steps.ts';

/* What a party owes by different rules, as it reads it: on the page of each task in plain words, and in its own calendar. */
const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const people = actors(endpoints);
const stamp = Date.now();
const organisation = `OWN-${stamp}`;
const own = { username: `own-${stamp}`, role: 'SUBMITTER' as const, organisation };
const pageMs = 60_000;

const [from, to, day] = ['2024-03-01', '2031-03-01', '2030-05-10'];
const law = (article: string) => `《地质资料管理条例》第十条第${article}`;
const rowOf = (no: number, kind: string, name: string, more: Values = {}): Values => ({
  ...{ kind, number: `T${no}-${stamp}`, name, holder: organisation, holderName: `自有矿业 ${stamp}` },
  ...{ from, to, regions: '110101', ...more },
});
/** One of each rule, with the sentence that its task must say. */
const owed: [row: Values, task: string, words: string][] = [
  [
    rowOf(1, 'exploration-right', '某铜矿勘探'),
    `T1-${stamp}-t1`,
    `许可证有效期届满：${to}。应在此日之前 30 个自然日汇交，最迟 ${addDays(to, -30)}。依据：${law('（一）项')}`,
  ],
  [
    rowOf(2, 'mining-right', '某铜矿'),
    `T2-${stamp}-t1`,
    `许可证有效期届满：${to}。应在此日之前 90 个自然日汇交，最迟 ${addDays(to, -90)}。依据：${law('（二）项')}`,
  ],
  [
    rowOf(3, 'exploration-right', '某金矿普查', { happening: 'revoked', happenedOn: day }),
    `T3-${stamp}-t1`,
    `应在此后 15 个自然日内汇交，最迟 ${addDays(day, 15)}。依据：${law('（三）项')}`,
  ],
  [
    rowOf(4, 'engineering', '某水库', { happening: 'completed', happenedOn: day }),
    `T4-${stamp}-h1`,
    `应在此后 180 个自然日内汇交，最迟 ${addDays(day, 180)}。依据：${law('（四）项')}`,
  ],
  [
    rowOf(5, 'other', '某区域物探'),
    `T5-${stamp}-t1`,
    `项目结束：${to}。应在此后 180 个自然日内汇交，最迟 ${addDays(to, 180)}。依据：${law('（五）项')}`,
  ],
  [
    rowOf(6, 'exploration-right', '某铅锌矿详查', { happening: 'to-mining', happenedOn: day }),
    `T6-${stamp}-t1`,
    `应不晚于当日汇交，最迟 ${day}。依据：《地质资料管理条例实施办法》`,
  ],
];

let browser: Browser;
let submitter: Page;
beforeAll(async () => {
  browser = await launch();
}, 60_000);
afterAll(async () => {
  inside.close();
  await browser?.close();
}, 60_000);

const desk = openDesk(() => browser, endpoints);
const step = pathOfSteps();
const clean = async (page: Page) => expect(await audit(page)).toEqual([]);
const tasks = async () =>
  (await (await person(endpoints, inside, own)).call(intake.listTasks, { query: { limit: 100 } })).items;

step(
  'each rule that applies says on the page of its task from what, how many days, by when and why',
  async () => {
    const page = await desk.as('MINISTRY_ADMIN');
    await go(page, '/registers/import');
    const rows = owed.map(([row]) => row);
    await main(page)
      .locator('input[type=file]')
      .setInputFiles({
        name: '登记.xlsx',
        mimeType: mediaTypes.xlsx,
        buffer: Buffer.from(await gathered(writeSheet(registerSheet, rows, 'xlsx', 'zh'))),
      });
    await button(page, admin.import.go.replace('{{count}}', String(rows.length))).click();
    await button(page, admin.import.undo).waitFor({ timeout: pageMs });
    submitter = await desk.visitor(await makePerson(endpoints, inside, own));
    const seen = await until(tasks, (all) => all.length === owed.length, 90);
    for (const [, number, words] of owed) {
      const found = seen.find((one) => one.number === number);
      expect([number, found?.state]).toEqual([number, 'open']);
      await go(submitter, `/tasks/${found?.id}`);
      await main(submitter).getByText(words).waitFor();
    }
    await clean(submitter);
    await go(submitter, '/tasks');
    await main(submitter)
      .getByText(owed[0]?.[1] ?? '')
      .first()
      .waitFor();
    await clean(submitter);
  },
);

step('a calendar program reads the same days by the address alone, without signing in', async () => {
  await button(submitter, submit.subscribe.open).click();
  await dialog(submitter)
    .getByRole('button', { name: new RegExp(`${submit.subscribe.make}|${submit.subscribe.renew}`) })
    .click();
  const address = dialog(submitter).getByLabel(submit.subscribe.address);
  await address.waitFor();
  await clean(submitter);
  const feed = await fetch(await address.inputValue(), { headers: { accept: '*/*' } });
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const text = await feed.text();
  // RFC 5545, 3.1: lines end with CRLF and hold 75 octets at most.
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const days = events.map((one) => {
    const { uid, startDate } = new ICAL.Event(one);
    return [uid.split('@')[0], String(startDate)];
  });
  const expected = (await tasks()).map(({ id, due }) => [`task-${id}`, due]);
  expect(days.toSorted()).toEqual(expected.toSorted());
});

step('the ministry sees which registries are told of bars', async () => {
  const ministry = await people.as('MINISTRY_ADMIN');
  const registry = `REG-${stamp}`;
  await ministry.call(organisations.recordOrganisation, {
    params: { code: registry },
    body: { name: '某省自然资源厅登记处', reason: '登记' },
  });
  await ministry.call(bars.setBarRecipient, {
    params: { organisation: registry },
    body: { told: true, reason: '矿业权登记机关' },
  });
  const page = await desk.as('MINISTRY_ADMIN');
  await go(page, '/bars/recipients');
  await main(page).getByText(registry).first().waitFor();
  await clean(page);
  expect(desk.complaints()).toEqual([]);
});
