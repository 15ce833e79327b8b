import { archive, cockpit, notices } from '@geoarchive/contract/routes.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { weekOf } from '@geoarchive/domain/supervision/week.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

/* The cockpit's figures through the real run: import, events, worker, clock, nightly recount. Others share the run: differences count. */
jest.setTimeout(240_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const minister = () => people.as('MINISTRY_ADMIN');
afterAll(async () => {
  await inside.resetClock();
  inside.close();
});

const today = dayOf(new Date());
/** A year of its own, which no other test has tasks in. */
const year = Number(today.slice(0, 4)) - 21;
const run = `${Date.now()}`;
const bring = async (dues: readonly string[]) =>
  importTasks(
    await minister(),
    dues.map((due, n) => ({
      number: `CP-${run}-${n}`,
      name: '总览试验',
      source: 'engineering' as const,
      organisation: 'DEMO-SURVEY',
      node: 'NGA',
      due,
    })),
    `cockpit-${run}.xlsx`,
  );
const figures = async () => (await minister()).call(cockpit.cockpit, { query: { node: 'NGA', year } });
const day = 86_400_000;

test('imported tasks are counted, and counted elsewhere when an import corrects their day', async () => {
  await bring([`${year}-03-05`, `${year}-03-06`, `${year}-12-31`]);
  const counted = await until(figures, ({ total }) => total.should === 3);
  expect(counted.total).toMatchObject({ should: 3, submitted: 0 });
  expect(counted.byMonth.map(({ should }) => should)).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  expect(counted.bySource.find(({ source }) => source === 'engineering')?.should).toBe(3);
  const list = await (await minister()).call(archive.listAllTasks, {
    query: { node: 'NGA', dueFrom: `${year}-01-01`, dueTo: `${year}-12-31`, source: 'engineering' },
  });
  expect(list.items).toHaveLength(3);
  await bring([`${year}-03-05`, `${year + 1}-03-06`, `${year}-12-31`]);
  const moved = await until(figures, ({ total }) => total.should === 2);
  expect(moved.byMonth[2]?.should).toBe(1);
});

/** Further than the other tests of the run move its clock: a day's jobs are queued once, and those of this day are still to come. */
const ahead = 75;
test('some time later what was due is overdue, and the recount finds no difference', async () => {
  await importTasks(
    await minister(),
    [
      {
        number: `CPD-${run}`,
        name: '总览试验',
        source: 'engineering' as const,
        organisation: 'DEMO-SURVEY',
        node: 'NGA',
        due: addDays(today, 0),
      },
    ],
    `cockpit-due-${run}.xlsx`,
  );
  const listed = async (query: object) =>
    (
      await (
        await minister()
      ).call(archive.listAllTasks, { query: { node: 'NGA', source: 'engineering', ...query } })
    ).items.length;
  const now = async () => (await minister()).call(cockpit.cockpit, { query: { node: 'NGA' } });
  const engineering = (of: Awaited<ReturnType<typeof now>>) =>
    of.bySource.find(({ source }) => source === 'engineering');
  const due = await listed({ state: 'open', dueFrom: today, dueTo: addDays(today, 90) });
  const before = await until(now, (of) => engineering(of)?.soon === due);
  await inside.advanceClock(ahead * day);
  const after = await until(now, (of) => of.today === addDays(today, ahead));
  expect(engineering(after)?.overdue).toBeGreaterThan(engineering(before)?.overdue ?? 0);
  // The clock's daily run queued the recount; the tasks of this file were still for long, so their year is settled. Other tests may have
  // been further ahead: the recount of this very day is waited for.
  const client = await minister();
  await until(
    now,
    (of) => of.recount !== undefined && dayOf(new Date(of.recount.asOf)) === addDays(today, ahead),
  );
  const { recount } = await now();
  expect(recount).toMatchObject({ repaired: 0 });
  // With it stock was taken, and the week was summed up and told to the ministry.
  const { items } = await client.call(cockpit.cockpitStock, { query: { node: 'NGA' } });
  expect(items[0]?.asOf.slice(0, 10)).toBe(recount?.asOf.slice(0, 10));
  expect(
    items[0]?.holders.find(({ organisation }) => organisation === 'DEMO-SURVEY')?.overdue,
  ).toBeGreaterThan(0);
  const week = weekOf(addDays(today, ahead), 1);
  const told = await until(
    async () => (await client.call(notices.listNotices, { query: { limit: 100 } })).items,
    (all) => all.some(({ kind, title }) => kind === 'week-of-all' && title.zh.includes(week)),
  );
  expect(told.filter(({ kind, title }) => kind === 'week-of-all' && title.zh.includes(week))).toHaveLength(1);
});

test('the PDF comes through the gateway as bytes, and says in Chinese what the page says', async () => {
  const pdf = await (await minister()).call(cockpit.printCockpit, {
    query: { node: 'NGA', year, language: 'zh' },
  });
  const { pages } = await readPdf(pdf);
  const text = pages.join('').replaceAll(/\s/g, '');
  expect(text).toContain('监管总览·全国地质资料馆');
  expect(text).toContain(`${year}年应汇交2`);
  expect(text).toContain('逾期最多的汇交人');
});
