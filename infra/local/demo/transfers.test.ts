import type { CallInput, Client } from '@geoarchive/contract/client.ts';
import type { Route } from '@geoarchive/contract/route.ts';
import { type ArchiveKit, archiveKit } from '@geoarchive/functions/archive/testing/kit.ts';
import { quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { loadTransfers } from './transfers.ts';

jest.setTimeout(60_000);
quietPowertools();
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
  kit = await archiveKit(tables);
  kit.settings.nodes = [
    { code: 'NGA', name: { zh: '全国馆', en: 'National' } },
    { code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' },
  ];
}, 90_000);
afterAll(() => tables.close());

/** The keeper's client of an archive on the kit's plane. */
const keeperOf = (node: string): Client => {
  const call = async (route: Route, { params, body }: CallInput<Route> = {}) => {
    const given: Record<string, unknown> = Object(params);
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name]));
    const sent = { method: route.method, path, ...(body === undefined ? {} : { body }) };
    const reply = await kit.as('keeper', sent, node);
    if (reply.status >= 400) throw new Error(`${route.path}: ${JSON.stringify(reply.body)}`);
    return reply.body;
  };
  // The kit checks each reply against its route's schema.
  return { call } as unknown as Client;
};

test('the demo has transfers in each state, some near their day and some past it; again it brings nothing', async () => {
  const people = { sender: keeperOf('HB'), receiver: keeperOf('NGA') };
  await loadTransfers(kit, 'HB', people);
  const counts = async () => {
    const { body } = await kit.as('keeper', { path: '/archive/transfers' }, 'HB');
    const found = body['items'] as unknown as { state: string; late: boolean }[];
    return found.map(({ state, late }) => (late ? `${state} late` : state)).sort();
  };
  const first = await counts();
  expect(first).toEqual([
    ...['due', 'due', 'due', 'due late', 'exempt'],
    ...['received', 'received', 'refused late', 'sent', 'sent'],
  ]);
  await loadTransfers(kit, 'HB', people);
  expect(await counts()).toEqual(first);
});
