import type { CallInput, Client } from '@geoarchive/contract/client.ts';
import type { Route } from '@geoarchive/contract/route.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { type ArchiveKit, archiveKit } from '@geoarchive/functions/archive/testing/kit.ts';
import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { loadCustody } from './custody.ts';

jest.setTimeout(60_000);
quietPowertools();
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
  kit = await archiveKit(tables);
}, 90_000);
afterAll(() => tables.close());

/** Somebody's client on the kit's plane; whoever asks for a job lets it go on. */
const clientOf = (who: Parameters<ArchiveKit['as']>[0], node: string): Client => {
  const call = async (route: Route, { params, query, body }: CallInput<Route> = {}) => {
    if (route.module === 'jobs') await kit.work();
    const given: Record<string, unknown> = Object(params);
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name]));
    const asked: Record<string, string[]> = {};
    for (const [name, value] of Object.entries(Object(query))) asked[name] = [String(value)];
    const sent = { method: route.method, path, query: asked };
    const reply = await kit.as(who, { ...sent, ...(body === undefined ? {} : { body }) }, node);
    if (reply.status >= 400) throw new Error(`${route.path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  // The kit checks each reply against its route's schema.
  return { call } as unknown as Client;
};

test('the demo’s custodians have agreements, lists of two years that differ, and an inspection to rectify', async () => {
  const people = {
    ministry: clientOf('ministry', 'NGA'),
    custodian: clientOf('custodian', 'CNPC'),
    inspector: clientOf('inspector', 'NGA'),
  };
  await loadCustody(people, dayOf(kit.clock()));
  const { body } = await kit.as('ministry', { path: '/custody/overview' });
  expect(body['items']).toMatchObject([
    {
      ...{ custodian: 'CNPC', owed: 'handed-in', agreements: { inForce: 1, soon: 1, expired: 0 } },
      list: { period: '2025', figures: { rows: 53 }, differences: { before: '2024' } },
      ...{ inspections: { open: 1, late: 0 }, rectifications: { open: 1, late: 0, answered: 0 } },
    },
    { custodian: 'CNNC', agreements: { expired: 1 } },
  ]);
});
