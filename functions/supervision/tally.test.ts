import { mineralClasses } from '@geoarchive/domain/codes/mineral-classes.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { taskSources } from '@geoarchive/domain/publication.ts';
import { additions, cellOf, countOf, sumOf } from '@geoarchive/domain/supervision/tally.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { lastRecountOf } from './coverage.ts';
import { queueDaily } from './daily.ts';
import { tallyTasks } from './tally.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
const nodes = ['NGA', 'HB'] as const;
const fresh = async () => {
  const made = await archiveKit(tables);
  made.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } });
  return made;
};
beforeEach(async () => {
  kit = await fresh();
});

const tell = { action: 'test', by: { worker: 'test' } };
const task = async (more: { due?: string; node?: string; source?: (typeof taskSources)[number] } = {}) => {
  const id = ulid();
  const body = {
    number: `T-${id}`,
    name: '某勘查',
    source: 'other' as const,
    organisation: 'MINE',
    node: 'NGA',
    due: '2026-03-05',
    deposits: {},
    ...more,
  };
  await kit.tasks.create(id, body, tell);
  return id;
};
const found = async (id: string) => {
  const item = await kit.tasks.get(id);
  if (item === undefined) throw new Error('no task');
  return item;
};

/** All prepared counts as `node sheet name → count`, without zeros. */
const prepared = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await tables.all(kit.table))
      .filter(({ pk }) => String(pk).startsWith('tally#'))
      .flatMap(({ pk, sk, ...row }) =>
        Object.entries(row).flatMap(([name, count]) =>
          name.startsWith('n:') && count !== 0
            ? [[`${String(pk).slice('tally#'.length)} ${sk} ${name.slice(2)}`, Number(count)]]
            : [],
        ),
      ),
  );
/** The same, computed from the tasks as they stand in the table. */
const computed = async (ids: readonly string[]): Promise<Record<string, number>> => {
  const items = await Promise.all(ids.map(found));
  const all = additions(items.map(({ state, body }) => ({ to: cellOf({ ...body, state }) })));
  return Object.fromEntries(
    all.flatMap(({ node, sheet, add }) =>
      Object.entries(add).map(([name, count]) => [`${node} ${sheet} ${name}`, count]),
    ),
  );
};
/** The clock's daily run, an hour later than the one before. */
const recount = async () => {
  kit.time.now = new Date(kit.time.now.getTime() + 86_400_000);
  await queueDaily(kit);
  await kit.work();
  return lastRecountOf(kit.table);
};

describe('counting', () => {
  test('moves a task from where it was counted to where it counts now', async () => {
    const id = await task();
    await tallyTasks(kit, [id]);
    expect(await prepared()).toEqual({
      'NGA year#2026 other/open': 1,
      'NGA months#2026 03/other/open': 1,
      'NGA days#2026-03 05/other/open': 1,
    });
    const item = await found(id);
    await kit.tasks.change(item, { ...item.body, node: 'HB', due: '2027-01-02' }, tell);
    await kit.tasks.move(await found(id), 'receive', (await found(id)).body, tell);
    await tallyTasks(kit, [id, id]);
    expect(await prepared()).toEqual({
      'HB year#2027 other/handed-in': 1,
      'HB months#2027 01/other/handed-in': 1,
      'HB days#2027-01 02/other/handed-in': 1,
    });
  });
  test('a withdrawn task counts nowhere', async () => {
    const id = await task();
    await tallyTasks(kit, [id]);
    await kit.tasks.move(await found(id), 'withdraw', (await found(id)).body, tell);
    await tallyTasks(kit, [id]);
    expect(await prepared()).toEqual({});
  });
  test('of more tasks than a transaction holds, and by several at once, is exact', async () => {
    const ids = await Promise.all(
      Array.from({ length: 130 }, (_, n) =>
        task({ due: addDays('2025-12-01', n * 3), node: n % 2 === 0 ? 'NGA' : 'HB' }),
      ),
    );
    await Promise.all([
      tallyTasks(kit, ids),
      tallyTasks(kit, ids.slice(20, 90)),
      tallyTasks(kit, ids.slice(60)),
    ]);
    expect(await prepared()).toEqual(await computed(ids));
  });
});

const change = fc.record({
  task: fc.nat(5),
  how: fc.constantFrom(
    'due',
    'node',
    'source',
    'mineral',
    'receive',
    'return',
    'accept',
    'withdraw',
    'restore',
  ),
  to: fc.nat(900),
  /** Which tasks are told of after it, and whether they are counted at the same time as the next change. */
  told: fc.array(fc.nat(5), { maxLength: 4 }),
  meanwhile: fc.boolean(),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

const apply = async (ids: readonly string[], { task: at, how, to }: Change): Promise<void> => {
  const item = await found(ids[at] ?? '');
  if (how === 'due' || how === 'node' || how === 'source' || how === 'mineral') {
    const body = {
      ...item.body,
      ...(how === 'due' ? { due: addDays('2025-06-01', to) } : {}),
      ...(how === 'node' ? { node: nodes[to % 2] ?? 'NGA' } : {}),
      ...(how === 'mineral' ? { mineral: mineralClasses[to % 7] } : {}),
      ...(how === 'source' ? { source: taskSources[to % 5] ?? 'other' } : {}),
    };
    await kit.tasks.change(item, body, tell);
    return;
  }
  // A move that the lifecycle does not allow now is no change.
  await kit.tasks.move(item, how, item.body, tell).catch(() => undefined);
};

test('whatever becomes of tasks, told of in any order and repeatedly, the counts are those from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 14 }), async (changes) => {
      kit = await fresh();
      const ids = await Promise.all(Array.from({ length: 6 }, () => task()));
      const under: Promise<void>[] = [];
      for (const one of changes) {
        await apply(ids, one);
        const counting = tallyTasks(
          kit,
          one.told.map((at) => ids[at] ?? ''),
        );
        if (one.meanwhile) under.push(counting);
        else await counting;
      }
      await Promise.all(under);
      // Every task is told of at least once after its last change.
      await Promise.all([tallyTasks(kit, ids.toReversed()), tallyTasks(kit, ids.slice(2))]);
      expect(await prepared()).toEqual(await computed(ids));
    }),
    { numRuns: 25 },
  );
});

describe('the recount', () => {
  test('counts what was there before the counts; the next one finds nothing to mend', async () => {
    const ids = await Promise.all(
      Array.from({ length: 120 }, (_, n) =>
        task({ due: addDays('2025-12-01', n * 5), node: nodes[n % 2] ?? 'NGA' }),
      ),
    );
    expect(await recount()).toMatchObject({ late: 120, repaired: 0 });
    expect(await prepared()).toEqual(await computed(ids));
    expect(await recount()).toMatchObject({ repaired: 0, unsettled: 0 });
  });
  test('counts changes whose event was lost, a withdrawal too', async () => {
    const [gone, moved] = [await task(), await task()];
    await tallyTasks(kit, [gone, moved]);
    await kit.tasks.move(await found(gone), 'withdraw', (await found(gone)).body, tell);
    await kit.tasks.change(await found(moved), { ...(await found(moved)).body, due: '2028-05-05' }, tell);
    expect(await recount()).toMatchObject({ late: 2, repaired: 0 });
    expect(await prepared()).toEqual(await computed([gone, moved]));
  });
  test('mends numbers that are wrong, too many or missing, and says how many', async () => {
    const ids = [
      await task(),
      await task({ due: '2026-07-01' }),
      await task({ due: '2029-01-01', node: 'HB' }),
    ];
    await tallyTasks(kit, ids);
    const right = await prepared();
    await kit.table.update(
      { pk: 'tally#NGA', sk: 'days#2026-03' },
      {
        UpdateExpression: 'ADD #a :n, #b :n',
        ExpressionAttributeNames: { '#a': 'n:05/other/open', '#b': 'n:09/engineering/open' },
        ExpressionAttributeValues: { ':n': 3 },
      },
    );
    await kit.table.writeMany(
      [],
      [
        { pk: 'tally#HB', sk: 'year#2029' },
        { pk: 'tally#HB', sk: 'days#2029-01' },
      ],
    );
    expect(await prepared()).not.toEqual(right);
    expect(await recount()).toMatchObject({ repaired: 4 });
    expect(await prepared()).toEqual(right);
    expect(await recount()).toMatchObject({ repaired: 0 });
  });
  test('leaves alone what just moved, and looks at it the next time', async () => {
    const id = await task();
    await tallyTasks(kit, [id]);
    await kit.table.update(
      { pk: 'tally#NGA', sk: 'year#2026' },
      {
        UpdateExpression: 'ADD #a :n SET #at = :at',
        ExpressionAttributeNames: { '#a': 'n:other/open', '#at': 'at' },
        ExpressionAttributeValues: { ':n': 1, ':at': '2026-11-23T01:59:59.000Z' },
      },
    );
    expect(await recount()).toMatchObject({ repaired: 0, unsettled: 1 });
    expect(await recount()).toMatchObject({ repaired: 1, unsettled: 0 });
    const sheets = await kit.tallies.read(['NGA'], []);
    expect(countOf(sumOf([...(sheets.get('NGA')?.values() ?? [])]))).toBe(1);
  });
});
