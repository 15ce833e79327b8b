import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { archiveKit } from '../archive/testing/kit.ts';
import { copyStore } from '../service/copy-store.ts';

jest.setTimeout(120_000);
let tables: TestTables;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());

const gid = (n: number) => `01KAHZ6YB8Q5T2W9X3C7V4N6M${n}`;

test('copies count in the year in which they were handed over, by copies and by sheets; what only waits counts nowhere', async () => {
  const kit = await archiveKit(tables);
  kit.settings.nodes = [{ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' }, province: '420000' }];
  kit.time.now = new Date('2027-01-05T02:00:00.000Z');
  const store = copyStore(kit.table, kit.clock);
  const copy = (n: number, more: { node?: string; handed?: string; pages: number[]; copies: number }) => {
    const { node = 'HB', handed, ...of } = more;
    return store.create(
      gid(n),
      {
        ...{ ...of, no: 1, text: '附图', number: `FZ-${n}`, node, readingId: gid(0), grantId: gid(0) },
        ...{ grantNumber: 'LY', requestNumber: 'AJ', recordId: gid(0), title: '报告', path: 'a.pdf' },
        ...{ name: '李四', purpose: 'research', askerKind: 'person', askedAt: '2026-03-01T02:00:00.000Z' },
        ...(handed === undefined ? {} : { handed: { at: handed, by: '王' } }),
      },
      { action: 'test.copy', by: { worker: 'test' } },
      handed === undefined ? 'granted' : 'handed',
    );
  };
  await copy(1, { pages: [1, 2, 7], copies: 2, handed: '2026-03-02T02:00:00.000Z' });
  await copy(2, { pages: [4], copies: 1, handed: '2026-12-31T15:59:00.000Z' });
  // In Shanghai it is the next year already.
  await copy(3, { pages: [4], copies: 1, handed: '2026-12-31T16:01:00.000Z' });
  await copy(4, { pages: [4], copies: 1 });
  await copy(5, { pages: [4], copies: 1, node: 'NGA', handed: '2026-03-02T02:00:00.000Z' });
  const path = '/reporting/reports';
  const begun = await kit.as('keeper', { path, method: 'POST', body: { year: 2026 } }, 'HB');
  await kit.work();
  const id = String(begun.body['id']);
  // The reply was checked against the contract by the router.
  const { values } = (await kit.as('keeper', { path: `${path}/${id}` }, 'HB'))
    .body as unknown as AnnualReport;
  expect(values['T5.copies']).toMatchObject({ n: 3, from: 'operations', objects: true });
  expect(values['T5.pages']).toMatchObject({ n: 7, by: { userClass: { person: 7 } } });
  const objects = await kit.as('keeper', { path: `${path}/${id}/figures/T5.pages/objects` }, 'HB');
  expect(objects.body['items']).toMatchObject([{ no: 'FZ-1' }, { no: 'FZ-2' }]);
});
