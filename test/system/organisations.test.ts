import type { Client } from '@geoarchive/contract/client.ts';
import { identity, intake, jobs, organisations, supervision } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import * as z from 'zod';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { accountOf, tokensOf } from '../support/tokens.ts';
import { until } from '../support/until.ts';

/*
 * The way of an organisation: a system of the authority posts licences with a staff token, their holders come into the register by
 * themselves, are put under a group, and the group sees their tasks in the submit site. The tests build on each other.
 */
jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

const today = dayOf(new Date());
const number = `T420000-O${Date.now()}`;
const code = `SUB-${Date.now()}`;
const licence = (of: object = {}) => ({
  kind: 'exploration-right',
  number,
  name: '某地铅锌矿勘探',
  holder: code,
  holderName: '某某矿业有限公司',
  from: addDays(today, -900),
  to: addDays(today, 100),
  regions: ['420100'],
  ...of,
});
let token: string;
let ministry: Client;
beforeAll(async () => {
  token = (await tokensOf(inside, endpoints.admin, accountOf(endpoints, 'MINISTRY_ADMIN'))).id;
  ministry = await people.as('MINISTRY_ADMIN');
});

/** A call as any program makes it: no client of ours. */
const call = async (method: string, path: string, body?: object) => {
  const reply = await fetch(`${endpoints.internalApi}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: reply.status, body: z.record(z.string(), z.unknown()).parse(await reply.json()) };
};
/** What docs/operators/operate.md tells a program to do: batches under an id of its own, then the start. */
const post = async (id: string, rows: object[]) => {
  const base = `/supervision/registers/imports/${id}`;
  const sent = await call('PUT', `${base}/batches/1`, { rows });
  const started = await call('POST', base, { batches: 1, subject: '矿业权管理系统' });
  const job = await until(
    () => ministry.call(jobs.getJob, { params: { id } }),
    ({ state }) => state === 'done' || state === 'failed',
  );
  return { sent, started, job };
};
const read = () => ministry.call(organisations.getOrganisation, { params: { code } });

test('licences posted with a staff token are imported once, however often the same is posted', async () => {
  const id = ulid();
  const first = await post(id, [licence()]);
  expect(first).toMatchObject({
    sent: { status: 200, body: { rows: 1 } },
    started: { status: 202, body: { id } },
    job: { state: 'done', counts: { created: 1, tasksCreated: 1 } },
  });
  // The answer was lost on the way: all of it again, under the same id.
  const again = await call('POST', `/supervision/registers/imports/${id}`, { batches: 1, subject: 'x' });
  expect(again).toMatchObject({ status: 202, body: { id, state: 'done', counts: { created: 1 } } });
  expect(
    (await call('PUT', `/supervision/registers/imports/${id}/batches/1`, { rows: [licence()] })).status,
  ).toBe(409);
  // The next day the same rows under another id: nothing changes.
  expect((await post(ulid(), [licence()])).job).toMatchObject({
    counts: { created: 0, updated: 0, unchanged: 1, tasksCreated: 0 },
  });
  const wrong = await call('PUT', `/supervision/registers/imports/${ulid()}/batches/1`, {
    rows: [licence({ to: 'soon' })],
  });
  expect(wrong).toMatchObject({ status: 400, body: { fields: [{ field: 'body.rows.0.to' }] } });
  const { items } = await ministry.call(supervision.listRegisters, { query: { holder: code } });
  expect(items).toHaveLength(1);
});

test('its holder is in the register of organisations, and is renamed with history', async () => {
  expect(
    await until(
      () => read().catch(() => undefined),
      (found) => found !== undefined,
    ),
  ).toMatchObject({
    name: '某某矿业有限公司',
    names: [{ source: 'register', number }],
  });
  await post(ulid(), [licence({ holderName: '某某矿业股份有限公司' })]);
  const renamed = await until(read, ({ names }) => names.length > 1);
  expect(renamed).toMatchObject({ name: '某某矿业股份有限公司', tasks: [{ number: `${number}-t1` }] });
});

test('put under a group, its tasks are seen by the administrator of the group, and by nobody else of it', async () => {
  // Whom the group's administrator of the run belongs to; recorded already where the demo's data are.
  await ministry.call(organisations.recordOrganisation, {
    params: { code: 'DEMO-SURVEY' },
    body: { name: '示范地质勘查集团有限公司', province: '420000', reason: '测试' },
  });
  const { version, name } = await read();
  await ministry.call(organisations.recordOrganisation, {
    params: { code },
    body: { name, parent: 'DEMO-SURVEY', reason: '集团来函' },
    ifMatch: version,
  });
  const admin = await people.as('SUBMITTER_ADMIN');
  const { items } = await until(
    () => admin.call(intake.listGroupTasks, { query: { organisation: code } }),
    (page) => page.items.length > 0,
  );
  const [found] = items;
  if (found === undefined) throw new Error('no task');
  expect(found).toMatchObject({ number: `${number}-t1`, organisationName: name });
  expect(await admin.call(intake.getGroupTask, { params: { id: found.id } })).toMatchObject({ papers: [] });
  const { subsidiaries } = await admin.call(identity.me);
  expect(subsidiaries).toContainEqual({ id: code, name, parent: 'DEMO-SURVEY' });
  await expect(admin.call(intake.getOwnTask, { params: { id: found.id } })).rejects.toMatchObject({
    problem: { status: 404 },
  });
  await expect(
    (await people.as('SUBMITTER')).call(intake.getGroupTask, { params: { id: found.id } }),
  ).rejects.toMatchObject({ problem: { status: 403 } });
});
