import { openTable } from '@geoarchive/platform/store/table.ts';
import { memoryBucket } from '@geoarchive/platform/testing/bucket.ts';
import { expect, test } from '@jest/globals';
import { runStore } from './run-store.ts';

const table = openTable('none', () => {
  throw new Error('pages lie in the bucket');
});
const objects = (from: number, count: number) =>
  Array.from({ length: count }, (_, n): [string, string, string] => [
    'dossier',
    `id${from + n}`,
    `d${from + n}`,
  ]);

test('the objects behind a figure are shown some at a time, across its pages, each once and in order', async () => {
  const runs = runStore(table, memoryBucket('archive'));
  const evidence = [
    await runs.putPage('run', 'HB', { 'T3.dossiers': objects(0, 1200) }),
    await runs.putPage('run', 'HB', { 'T3.files': objects(9000, 1) }),
    await runs.putPage('run', 'HB', { 'T3.dossiers': objects(1200, 3) }),
  ];
  await runs.put('run', {
    ...{ unit: 'HB', period: '2026', at: '2027-01-05T02:00:00.000Z', sourced: ['dossier'] },
    ...{ figures: ['T3.dossiers'], sums: {}, pages: { 'T3.dossiers': [0, 2] }, evidence, objects: 1203 },
  });
  const sizes: number[] = [];
  const seen: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await runs.objects({ run: 'run' }, 'HB', 'T3.dossiers', cursor);
    sizes.push(page.items.length);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.cursor;
  }
  expect(sizes).toEqual([500, 500, 200, 3]);
  expect(seen).toEqual(Array.from({ length: 1203 }, (_, n) => `id${n}`));
});
