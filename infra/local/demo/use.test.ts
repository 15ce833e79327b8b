import type { CallInput, Client } from '@geoarchive/contract/client.ts';
import type { Route } from '@geoarchive/contract/route.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { type ServiceKit, serviceKit } from '@geoarchive/functions/service/testing/kit.ts';
import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { loadUse } from './use.ts';

jest.setTimeout(120_000);
quietPowertools();
let tables: TestTables;
let kit: ServiceKit;
beforeAll(async () => {
  tables = await startTestTables();
  kit = await serviceKit(tables);
}, 90_000);
afterAll(() => tables.close());

type Reply = { status: number; body: Record<string, unknown> };
type Sent = {
  method: Route['method'];
  path: string;
  query: Record<string, string[]>;
  body?: unknown;
};
/** Somebody's client on the kit; everything that is on its way arrives before each call. */
const clientOf = (send: (request: Sent, module: string) => Promise<Reply>): Client => {
  const call = async (route: Route, { params, query, body }: CallInput<Route> = {}) => {
    await kit.arrive();
    const given: Record<string, unknown> = Object(params);
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name]));
    const asked: Record<string, string[]> = {};
    for (const [name, value] of Object.entries(Object(query))) asked[name] = [String(value)];
    const reply = await send(
      { method: route.method, path, query: asked, ...(body === undefined ? {} : { body }) },
      route.module,
    );
    if (reply.status >= 400) throw new Error(`${route.path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  // The kit checks each reply against its route's schema.
  return { call } as unknown as Client;
};

test('the demo has requests for use in each state, a grant, and loans, and brings nothing twice', async () => {
  kit.setPrices([
    { version: '示例', from: '2026-01-01', items: [{ charge: 'digital-copy', unit: 'file', fen: 500 }] },
  ]);
  const people = {
    asker: clientOf((request) => kit.person('zhao', request)),
    submitter: clientOf((request) => kit.submitter('MINE', request)),
    keeper: clientOf((request, module) =>
      module === 'cases'
        ? kit.cases.as('wang', 'ARCHIVE_KEEPER', request)
        : kit.as('wang', 'ARCHIVE_KEEPER', request),
    ),
    paper: () => kit.paper('zhao'),
  };
  const records = [];
  for (let n = 0; n < 6; n += 1) records.push({ id: await kit.record(), title: `受保护示例 ${n}` });
  const today = dayOf(kit.inside.clock());
  for (let again = 0; again < 2; again += 1) await loadUse(people, records, today);
  await kit.arrive();
  const staff = async (path: string, query = {}) => {
    const { body } = await kit.as('wang', 'ARCHIVE_KEEPER', { path, query });
    return Array.isArray(body['items']) ? body['items'].map((one) => Object(one)) : [];
  };
  const requests = await staff('/service/requests', { show: ['all'] });
  expect(
    requests.map(({ state, decision, quote }) => [state, decision?.outcome, quote?.state]).sort(),
  ).toEqual(
    [
      ['opened', undefined, undefined],
      ['waiting', undefined, undefined],
      ['in-hand', undefined, undefined],
      ['waiting', undefined, 'offered'],
      ['decided', 'granted', 'waived'],
      ['decided', 'refused', undefined],
    ].sort(),
  );
  expect(await staff('/service/grants')).toMatchObject([{ state: 'active', mode: 'download' }]);
  expect(await staff('/service/loans')).toHaveLength(2);
});
