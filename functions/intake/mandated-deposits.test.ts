import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { intakeKit, taskId } from './testing/kit.ts';

// Longer than a test needs: the machine is shared.
jest.setTimeout(60_000);

let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const task = { name: '某矿', source: 'other', node: 'NGA', due: '2027-01-01', state: 'open' } as const;

test('an agent finds again what it made for another, and nothing that the mandate does not cover', async () => {
  const kit = await intakeKit(tables);
  await kit.tasks.put({ ...task, id: taskId, number: 'RW-1', organisation: 'MINE' }, 1);
  const term = { validFrom: '2026-01-01', validTo: '2027-01-01' };
  await kit.mandates.create(
    ulid(),
    { from: 'MINE', to: 'TEAM', scope: 'tasks', taskIds: [taskId], ...term },
    { action: 'test', by: { worker: 'test' } },
  );
  const fixed = { dataKind: 'result', dataClass: 'mineral-exploration', source: 'other', secrecy: 'public' };
  const input = { ...fixed, title: '某矿' };
  const make = (organisation: string, more = {}) =>
    kit.as(organisation, { method: 'POST', path: '/intake/deposits', body: { ...input, ...more } });
  const made = await make('TEAM', { taskId });
  expect(made.body).toMatchObject({ organisation: 'MINE' });
  await make('MINE', { title: '与委托无关' });
  const { body } = await kit.as('TEAM', { path: '/intake/deposits' });
  expect(body['items']).toMatchObject([{ id: made.body['id'] }]);
  expect((await kit.as('OTHER', { path: '/intake/deposits' })).body['items']).toEqual([]);
});
