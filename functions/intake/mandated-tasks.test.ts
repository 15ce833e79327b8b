import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { intakeKit, taskId } from './testing/kit.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const task = { name: '某矿', source: 'other', node: 'NGA', due: '2027-01-01', state: 'open' } as const;

test('a mandate for one task shows that task and no other of who gave it', async () => {
  const kit = await intakeKit(tables);
  await kit.tasks.put({ ...task, id: taskId, number: 'RW-1', organisation: 'MINE' }, 1);
  await kit.tasks.put({ ...task, id: ulid(), number: 'RW-2', organisation: 'MINE' }, 1);
  const term = { validFrom: '2026-01-01', validTo: '2027-01-01' };
  await kit.mandates.create(
    ulid(),
    { from: 'MINE', to: 'TEAM', scope: 'tasks', taskIds: [taskId], ...term },
    { action: 'test', by: { worker: 'test' } },
  );
  const { body } = await kit.as('TEAM', { path: '/intake/tasks' });
  expect(body['items']).toMatchObject([{ number: 'RW-1' }]);
});
