import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Change } from '../port.ts';
import type { SearchRecord } from '../record.ts';
import { ask, put } from '../testing/contract.ts';
import { syntheticRecord } from '../testing/records.ts';
import { loadColumns } from './columns.ts';
import { createDatabase, type IndexDatabase, OtherSchema, openDatabase } from './database.ts';
import { queryRunner } from './run.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

let folder: string;
let index: IndexDatabase;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'database-'));
  index = createDatabase(':memory:');
});
afterEach(async () => {
  index.close();
  await rm(folder, { recursive: true });
});

const found = (text: string, among = index): string[] =>
  queryRunner(among.db, loadColumns(among.db).columns)
    .search(ask({ text, limit: 200 }))
    .hits.map(({ id }) => id);
const record = (more: Partial<SearchRecord>): SearchRecord => ({ ...syntheticRecord(1), ...more });

describe('the index', () => {
  test('does not let a phrase reach from one keyword into the next', () => {
    index.apply([put(record({ id: 'a', keywords: ['蓝宝石', '红玉髓', 'banded iron', 'ore body'] }))]);
    expect(found('"iron ore"')).toEqual([]);
    expect(found('"宝石红玉"')).toEqual([]);
    expect(found('"banded iron" "ore body" 蓝宝石 红玉髓')).toEqual(['a']);
  });

  test('says what each change touched', () => {
    const one = record({ id: 'a', version: 2 });
    expect(index.apply([put(one)])).toEqual([{ slot: 1, live: true }]);
    expect(index.apply([put({ ...one, version: 1 })])).toEqual([]);
    expect(index.apply([{ op: 'remove', id: 'a', version: 2 }])).toEqual([{ slot: 1, live: false }]);
    expect(index.apply([put(one)])).toEqual([]);
    expect(index.apply([put({ ...one, version: 3 }), { op: 'remove', id: 'never', version: 1 }])).toEqual([
      { slot: 1, live: true },
      { slot: 2, live: false },
    ]);
  });

  test('finds a changed record by its new words only', () => {
    index.apply([put(record({ id: 'a', version: 1, title: '紫水晶' }))]);
    index.apply([put(record({ id: 'a', version: 2, title: '绿松石' }))]);
    expect([found('紫水晶'), found('绿松石')]).toEqual([[], ['a']]);
  });

  test('applies all changes or none', () => {
    const breaking = function* () {
      yield put(record({ id: 'a' }));
      throw new Error('broken off');
    };
    expect(() => index.apply(breaking())).toThrow('broken off');
    expect(found('')).toEqual([]);
    index.apply([put(record({ id: 'a' }))]);
    expect(found('')).toEqual(['a']);
  });

  test('is the same after packing', () => {
    index.apply(Array.from({ length: 30 }, (_, n) => put(syntheticRecord(n))));
    index.apply([{ op: 'remove', id: syntheticRecord(3).id, version: 1 }]);
    const path = join(folder, 'packed');
    index.packTo(path);
    const packed = openDatabase(path);
    for (const text of ['', '报告', '金', 'd000']) expect(found(text, packed)).toEqual(found(text));
    expect(packed.apply([put(syntheticRecord(3))])).toEqual([]);
    packed.close();
  });

  test('of another schema is refused', () => {
    const path = join(folder, 'old');
    const old = createDatabase(path);
    old.db.exec("UPDATE meta SET value = '0'");
    old.close();
    expect(() => openDatabase(path)).toThrow(OtherSchema);
  });

  test('columns keep up with changes as if read anew', () => {
    const { columns, refresh } = loadColumns(index.db);
    const run = queryRunner(index.db, columns);
    for (let round = 0; round < 30; round++) {
      const changes: Change[] = Array.from({ length: 5 }, (_, n) => {
        const one = { ...syntheticRecord((round * 3 + n) % 40), version: round + 1 };
        return n === 4
          ? { op: 'remove', id: one.id, version: round + 1 }
          : put({ ...one, minerals: [`矿${round}`] });
      });
      refresh(index.apply(changes).map(({ slot }) => slot));
      const query = ask({ facets: ['mineral', 'node'], facetSize: 100, limit: 100, sort: 'formed-asc' });
      const fresh = queryRunner(index.db, loadColumns(index.db).columns);
      expect(run.search(query)).toEqual(fresh.search(query));
      const world = { z: 0, x: 0, y: 0 };
      expect(run.tile(query, world)).toEqual(fresh.tile(query, world));
    }
  });
});
