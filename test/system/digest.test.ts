import { notices } from '@geoarchive/contract/routes.ts';
import { importTasks } from '@geoarchive/frontend-cli/job-flow.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(240_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const minister = () => people.as('MINISTRY_ADMIN');
afterAll(async () => {
  await inside.resetClock();
  await (await minister()).call(notices.chooseNoticeMail, { body: { mail: 'at-once' } });
  inside.close();
});

const mails = z.array(z.object({ to: z.array(z.string()), text: z.string() }));
const captured = async (about: string) =>
  mails
    .parse(await (await fetch(`${endpoints.aws.endpoint}/_local/mails`)).json())
    .filter(({ text }) => text.includes(about));
const day = 86_400_000;

test('who chose a mail a day gets the ends of two jobs in one mail of the next morning, and on the day after nothing', async () => {
  const client = await minister();
  await client.call(notices.chooseNoticeMail, { body: { mail: 'daily' } });
  const run = `${Date.now()}`;
  const shape = { source: 'other', organisation: 'DEMO-SURVEY', node: 'NGA', due: '2027-06-30' } as const;
  for (const n of [1, 2])
    await importTasks(client, [{ number: `TD-${run}-${n}`, name: '汇总试验', ...shape }], `${run}-${n}.xlsx`);
  await until(
    async () =>
      (await client.call(notices.listNotices, { query: { kind: 'job-ended' } })).items.filter(({ title }) =>
        title.zh.includes(run),
      ),
    (told) => told.length === 2,
  );
  await inside.quiet();
  expect(await captured(`${run}-`)).toEqual([]);

  // Past the next 7:30; the answer comes when the schedules that became due have run.
  await inside.advanceClock(day);
  const [mail, ...more] = await until(
    () => captured(`${run}-`),
    (found) => found.length > 0,
  );
  expect(more).toEqual([]);
  for (const n of [1, 2]) expect(mail?.text).toContain(`${run}-${n}.xlsx`);
  // In the language in which it was chosen.
  expect(mail?.text).toContain('Your job');
  expect(mail?.text).not.toContain('您的后台作业');

  await inside.advanceClock(2 * day);
  await inside.quiet();
  expect(await captured(`${run}-`)).toHaveLength(1);
});
