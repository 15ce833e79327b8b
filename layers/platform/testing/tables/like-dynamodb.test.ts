import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { ConditionFailed, type Row, type Table, type Update, type Write } from '../../store/table.ts';
import { startDynamoDbTables, startTablesInMemory, type TestTables } from '../table.ts';
import { reservedWords } from './reserved-words.ts';

/** The same is done to tables in memory and to AWS's own DynamoDB Local: answers, refusals and what is there at the end must be equal. */
jest.setTimeout(300_000);
let both: readonly [TestTables, TestTables];
beforeAll(async () => {
  both = [startTablesInMemory(), await startDynamoDbTables()];
}, 90_000);
afterAll(() => Promise.all(both.map((tables) => tables.close())));

const refusal = (error: unknown): unknown => {
  if (error instanceof ConditionFailed) return { failed: error.at };
  if (!(error instanceof Error)) throw error;
  // Another kind of error would be a fault of the test or of the tables in memory.
  expect(error.name).toMatch(/Exception$/);
  return { refused: error.name };
};
const answer = (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    (value) => ({ value: value ?? 'done' }),
    (error: unknown) => refusal(error),
  );

const fresh = () => Promise.all([both[0].fresh(), both[1].fresh()]);
/** What both answer to the same; fails where they differ. */
const same = async (tables: readonly Table[], act: (table: Table) => Promise<unknown>): Promise<unknown> => {
  const [memory, dynamodb] = await Promise.all(tables.map((table) => answer(act(table))));
  expect(memory).toEqual(dynamodb);
  return memory;
};
const byKey = (rows: Row[]) =>
  rows.map((row) => [`${row['pk']}|${row['sk']}`, row] as const).sort(([a], [b]) => (a < b ? -1 : 1));
const sameRows = async ([memory, dynamodb]: readonly [Table, Table]) =>
  expect(byKey(await both[0].all(memory))).toEqual(byKey(await both[1].all(dynamodb)));

const texts = ['a', 'b', 'a#1', 'a#2', '\uffee', '𠮷', '甲'];
const keyOf = fc.record({ pk: fc.constantFrom('p', 'q', '𠮷'), sk: fc.constantFrom(...texts) });
const leaf = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(...texts, ''),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(new Set(['x']), new Set(['y', 'x']), new Set([1, 2])),
  fc.uint8Array({ minLength: 1, maxLength: 2 }),
);
const value = fc.oneof(
  { weight: 3, arbitrary: leaf },
  { weight: 1, arbitrary: fc.array(leaf, { maxLength: 2 }) },
  { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('x', 'y'), leaf, { maxKeys: 2 }) },
);
const row = fc
  .tuple(
    keyOf,
    fc.record({ a: value, b: value, m: value, l: value }, { requiredKeys: [] }),
    fc.option(fc.tuple(fc.constantFrom('L', 'M'), fc.constantFrom(...texts)), { nil: undefined }),
  )
  .map(([key, rest, list]) => ({
    ...key,
    ...rest,
    // Sort texts of a list differ: the order of equal ones is nobody's promise.
    ...(list === undefined ? {} : { gsi1pk: list[0], gsi1sk: `${list[1]}#${key.pk}#${key.sk}` }),
  }));

/** A piece of an expression with the values it uses. */
type Piece = { text: string; values: readonly unknown[] };
const piece = (text: string, values: readonly unknown[] = []): Piece => ({ text, values });
/** `?` stands for the next value. */
const glue = (pieces: readonly Piece[], between: string): Piece =>
  piece(
    pieces.map(({ text }) => text).join(between),
    pieces.flatMap(({ values }) => values),
  );

const path = fc.constantFrom('a', 'b', '#m', '#m.x', '#m.y', 'l[0]', 'l[1]', 'none');
const given = value.map((one) => piece('?', [one]));
const operand: fc.Arbitrary<Piece> = fc.oneof(
  given,
  path.map((one) => piece(one)),
);
const compared = fc
  .tuple(operand, fc.constantFrom('=', '<>', '<', '<=', '>', '>='), operand)
  .map(([first, by, second]) => glue([first, second], ` ${by} `));
const simple: fc.Arbitrary<Piece> = fc.oneof(
  compared,
  fc
    .tuple(fc.constantFrom('attribute_exists', 'attribute_not_exists'), path)
    .map(([of, one]) => piece(`${of}(${one})`)),
  fc.tuple(path, fc.constantFrom(...texts)).map(([one, start]) => piece(`begins_with(${one}, ?)`, [start])),
  fc
    .tuple(path, fc.integer({ min: -3, max: 0 }), fc.integer({ min: 0, max: 3 }))
    .map(([one, from, to]) => piece(`${one} BETWEEN ? AND ?`, [from, to])),
);
const { condition } = fc.letrec<{ condition: Piece }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    simple,
    fc
      .tuple(tie('condition'), fc.constantFrom(' AND ', ' OR '), tie('condition'))
      .map(([first, by, second]) => glue([first, second], by)),
    tie('condition').map(({ text, values }) => piece(`NOT (${text})`, values)),
  ),
}));

const assigned = fc.oneof(
  operand,
  fc.tuple(path, given).map(([one, or]) => piece(`if_not_exists(${one}, ${or.text})`, or.values)),
  fc
    .tuple(operand, fc.constantFrom(' + ', ' - '), operand)
    .map(([first, by, second]) => glue([first, second], by)),
  fc
    .tuple(operand, operand)
    .map(([first, second]) =>
      piece(`list_append(${first.text}, ${second.text})`, [...first.values, ...second.values]),
    ),
);
const clause = (word: string, one: fc.Arbitrary<Piece>) =>
  fc.array(one, { minLength: 1, maxLength: 2 }).map((all) => {
    const { text, values } = glue(all, ', ');
    return piece(`${word} ${text}`, values);
  });
const change = fc
  .tuple(
    fc.option(
      clause(
        'SET',
        fc.tuple(path, assigned).map(([to, of]) => piece(`${to} = ${of.text}`, of.values)),
      ),
    ),
    fc.option(
      clause(
        'REMOVE',
        path.map((one) => piece(one)),
      ),
    ),
    fc.option(
      clause(
        'ADD',
        fc.tuple(path, value).map(([to, more]) => piece(`${to} ?`, [more])),
      ),
    ),
  )
  .map((clauses) =>
    glue(
      clauses.filter((one) => one !== null),
      ' ',
    ),
  )
  .filter(({ text }) => text !== '');

/** Expressions with their `?` named, and the names and values of just what they use. */
const named = (pieces: Record<string, Piece | undefined>): Update => {
  const values: Record<string, unknown> = {};
  const named: Record<string, string> = {};
  for (const [name, of] of Object.entries(pieces)) {
    if (of === undefined) continue;
    let no = 0;
    named[name] = of.text.replace(/\?/g, () => {
      const key = `:v${Object.keys(values).length}`;
      values[key] = of.values[no++];
      return key;
    });
  }
  return {
    ...named,
    ...(Object.values(named).some((text) => text.includes('#m'))
      ? { ExpressionAttributeNames: { '#m': 'm' } }
      : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
};
/** What any item can become: of a transaction with something impossible in it, DynamoDB Local tells no more than that. */
const possible = fc.oneof(
  given.map(({ values }) => piece('SET a = ?', values)),
  given.map(({ values }) => piece('SET #m = if_not_exists(#m, ?) REMOVE a, b', values)),
  fc.integer({ min: -3, max: 3 }).map((more) => piece('ADD n ?', [more])),
);
const maybe = fc.option(condition, { nil: undefined });

type Written = Record<'Put' | 'Delete' | 'ConditionCheck' | 'Update', Record<string, unknown>>;
const write: fc.Arbitrary<Partial<Written>> = fc.oneof(
  fc.tuple(row, maybe).map(([Item, when]) => ({ Put: { Item, ...named({ ConditionExpression: when }) } })),
  fc.tuple(keyOf, maybe).map(([Key, when]) => ({ Delete: { Key, ...named({ ConditionExpression: when }) } })),
  fc
    .tuple(keyOf, condition)
    .map(([Key, when]) => ({ ConditionCheck: { Key, ...named({ ConditionExpression: when }) } })),
  fc.tuple(keyOf, possible, maybe).map(([Key, to, when]) => ({
    Update: { Key, ...named({ UpdateExpression: to, ConditionExpression: when }) },
  })),
);

const itemOf = (one: Partial<Written>): string => {
  const of = one.Put?.['Item'] ?? (one.Delete ?? one.ConditionCheck ?? one.Update)?.['Key'];
  const { pk, sk } = of as Row;
  return `${pk}|${sk}`;
};

const readings = fc.record({
  of: fc.oneof(
    fc.record({ partition: fc.constantFrom('p', 'q', '𠮷') }),
    fc.record({ index: fc.constant('gsi1'), partition: fc.constantFrom('L', 'M') }),
  ),
  narrowed: fc.oneof(
    fc.constant({}),
    fc.record({ prefix: fc.constantFrom('a', 'a#', '甲', '') }),
    fc.record({
      // No row is at a bound: DynamoDB Local knows there that nothing can follow, which is no promise.
      range: fc.tuple(fc.constantFrom('', 'a!', 'c'), fc.constantFrom('a~', '\uffff')),
    }),
  ),
  limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  newestFirst: fc.boolean(),
});
type Readings = typeof readings extends fc.Arbitrary<infer T> ? T : never;
const pagesOf = async (table: Table, { of, narrowed, ...rest }: Readings): Promise<unknown[]> => {
  const pages: unknown[] = [];
  let start: Row | undefined;
  do {
    const page = await table.query({ ...of, ...narrowed, ...rest, start });
    pages.push(page);
    start = page.next;
  } while (start !== undefined);
  return pages;
};

/** What can be done, as it is drawn, and how it is done to a table. */
const acts = {
  put: fc.uniqueArray(row, { minLength: 1, maxLength: 2, selector: ({ pk, sk }) => `${pk}|${sk}` }),
  update: fc
    .tuple(keyOf, change, maybe)
    .map(([key, to, when]) => ({ key, ...named({ UpdateExpression: to, ConditionExpression: when }) })),
  // DynamoDB Local finds two about one item later than what else is wrong; tests of their own are about those.
  transact: fc.uniqueArray(write, { minLength: 1, maxLength: 4, selector: itemOf }),
  get: keyOf,
  getMany: fc.uniqueArray(keyOf, { minLength: 1, maxLength: 4, selector: ({ pk, sk }) => `${pk}|${sk}` }),
  query: readings,
  count: fc.tuple(
    fc.constantFrom('L', 'M'),
    fc.option(fc.constantFrom('a', 'b#', ''), { nil: undefined }),
    fc.option(fc.constantFrom('a', 'c'), { nil: undefined }),
  ),
};
type Drawn = { [K in keyof typeof acts]: (typeof acts)[K] extends fc.Arbitrary<infer T> ? T : never };
const doing: { [K in keyof Drawn]: (table: Table, drawn: Drawn[K]) => Promise<unknown> } = {
  put: (table, rows) => table.writeMany(rows),
  update: (table, { key, ...change }) => table.update(key, change),
  transact: ({ name: TableName, transact }, writes) =>
    transact(
      writes.map((one) =>
        Object.fromEntries(Object.entries(one).map(([kind, of]) => [kind, { TableName, ...of }])),
      ) as Write[],
    ),
  get: (table, key) => table.get(key),
  getMany: async (table, keys) => byKey(await table.getMany(keys)),
  query: pagesOf,
  count: (table, [partition, before, from]) => table.count('gsi1', partition, before, from),
};
const act = fc.oneof(
  ...Object.entries(acts).map(([kind, of]) =>
    (of as fc.Arbitrary<unknown>).map((drawn) => ({ kind: kind as keyof Drawn, drawn })),
  ),
);
const done = (table: Table, { kind, drawn }: { kind: keyof Drawn; drawn: unknown }): Promise<unknown> =>
  doing[kind](table, drawn as never);

test('whatever is done to both, in whatever order: the same answers, the same refusals, the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 8 }),
      fc.array(act, { minLength: 1, maxLength: 12 }),
      async (rows, drawn) => {
        const tables = await fresh();
        const first = new Map(rows.map((one) => [`${one.pk}|${one.sk}`, one]));
        await same(tables, (table) => table.writeMany([...first.values()]));
        for (const one of drawn) await same(tables, (table) => done(table, one));
        await sameRows(tables);
      },
    ),
    { numRuns: 150 },
  );
});

const key = { pk: 'p', sk: 'a' };
/** That both refuse it, for the same kind of reason, and that nothing came of it. */
const bothRefuse = async (act: (table: Table) => Promise<unknown>) => {
  const tables = await fresh();
  await Promise.all(tables.map((table) => table.writeMany([{ ...key, a: 1, m: { x: 1 } }])));
  expect(await same(tables, act)).toEqual({ refused: 'ValidationException' });
  await sameRows(tables);
};
const set = (text: string, more: Omit<Update, 'UpdateExpression'> = {}) => ({
  UpdateExpression: text,
  ...more,
});

describe('both refuse', () => {
  test('a name or value that nothing uses, and lists of none', async () => {
    const values = { ':v': 1 };
    await bothRefuse((table) =>
      table.update(key, set('SET a = :v', { ExpressionAttributeValues: { ...values, ':w': 2 } })),
    );
    await bothRefuse((table) =>
      table.update(
        key,
        set('SET a = :v', { ExpressionAttributeValues: values, ExpressionAttributeNames: { '#a': 'a' } }),
      ),
    );
    await bothRefuse((table) => table.update(key, set('REMOVE a', { ExpressionAttributeValues: {} })));
    await bothRefuse((table) => table.update(key, set('REMOVE a', { ExpressionAttributeNames: {} })));
  });

  test('a name or value that is not given, and what is no expression', async () => {
    for (const text of [
      'SET a = :v',
      'REMOVE #a',
      'SET a =',
      'SET a 1',
      'LET a = b',
      'REMOVE a REMOVE m',
      'REMOVE a,',
    ])
      await bothRefuse((table) => table.update(key, set(text)));
    for (const ConditionExpression of [
      'a = ',
      '(attribute_exists(a)',
      'attribute_exists(a) AND',
      'a',
      'exists(a)',
      'ATTRIBUTE_EXISTS(a)',
      'if_not_exists(a, a) = a',
    ])
      await bothRefuse((table) => table.update(key, set('REMOVE a', { ConditionExpression })));
  });

  test('each reserved word as a name; others they take', async () => {
    const tables = await fresh();
    // DynamoDB Local alone takes these two.
    const localTakes = new Set(['size', 'convert']);
    for (const word of localTakes)
      await expect((await both[0].fresh()).update(key, set(`REMOVE ${word}`))).rejects.toThrow('reserved');
    for (const word of [...reservedWords].filter((one) => !localTakes.has(one)))
      expect([word, await same(tables, (table) => table.update(key, set(`REMOVE ${word}`)))]).toEqual([
        word,
        { refused: 'ValidationException' },
      ]);
    for (const word of [
      'pages',
      'version',
      'lease',
      'gsi1pk',
      'salt',
      'used',
      'noticeId',
      'prints',
      'live',
      'seen',
    ])
      expect(await same(tables, (table) => table.update(key, set(`REMOVE ${word}`)))).toHaveProperty('value');
  });

  test('a change of the key, of what is not there, or of one thing twice', async () => {
    for (const text of [
      'SET pk = a',
      'REMOVE sk',
      'SET a = none',
      'SET a = a + none',
      'REMOVE none.x',
      'SET none.x = a',
    ])
      await bothRefuse((table) => table.update(key, set(text)));
    for (const text of ['REMOVE m, m.x', 'SET a = m REMOVE a'])
      await bothRefuse((table) => table.update(key, set(text)));
    await bothRefuse((table) =>
      table.update(key, set('ADD m :v', { ExpressionAttributeValues: { ':v': 1 } })),
    );
  });

  test('keys and list keys that are empty, missing or no text', async () => {
    for (const row of [{ pk: '', sk: 'a' }, { pk: 'p', sk: '' }, { pk: 'p' }, { pk: 'p', sk: 1 }])
      await bothRefuse((table) => table.writeMany([row as never]));
    for (const list of [{ gsi1pk: '', gsi1sk: 'a' }, { gsi1pk: 'L', gsi1sk: 1 }, { gsi2sk: '' }])
      await bothRefuse((table) => table.writeMany([{ pk: 'p', sk: 'z', ...list }]));
    await bothRefuse((table) => table.get({ pk: 'p', sk: '' }));
    await bothRefuse((table) => table.get({ pk: 'p' } as never));
    // DynamoDB refuses this too; DynamoDB Local lets it pass.
    const number = set('SET gsi1pk = :v', { ExpressionAttributeValues: { ':v': 1 } });
    await expect((await both[0].fresh()).update(key, number)).rejects.toThrow('Type mismatch');
  });

  test('two about one item in a transaction, and more than a hundred', async () => {
    const remove =
      (sk: string) =>
      (table: Table): Write => ({
        Delete: { TableName: table.name, Key: { pk: 'p', sk } },
      });
    const all = (sks: readonly string[]) => (table: Table) =>
      table.transact(sks.map((sk) => remove(sk)(table)));
    await bothRefuse(all(['a', 'b', 'a']));
    await bothRefuse(all(Array.from({ length: 101 }, (_, no) => `${no}`)));
  });

  test('a place to go on from that is of another partition or list', async () => {
    const start = { pk: 'q', sk: 'a' };
    await bothRefuse((table) => table.query({ partition: 'p', start }));
    await bothRefuse((table) => table.query({ partition: 'p', prefix: 'b', start: key }));
    await bothRefuse((table) => table.query({ index: 'gsi1', partition: 'p', start }));
    await bothRefuse((table) => table.query({ index: 'gsi9', partition: 'p' }));
    await bothRefuse((table) => table.query({ partition: 'p', limit: 0 }));
  });
});

describe('sizes', () => {
  const limit = 400 * 1024;
  const filled = (rest: Row, bytes: number): Row => ({
    ...rest,
    t: '甲'.repeat(Math.floor(bytes / 3)) + 'x'.repeat(bytes % 3),
  });

  test('the largest item, and one byte more, whatever it holds', async () => {
    const tables = await fresh();
    // Bytes of names and values as DynamoDB counts them; those of key and name `t` are 2 + 1 + 2 + 1 + 1.
    const rests: [Row, number][] = [
      [{}, 7],
      [{ n: 12345, b: true, o: null }, 7 + 1 + 4 + 2 + 2],
      [{ l: ['ab', 1], m: { x: 'y', zz: false } }, 7 + 1 + (3 + 1 + 2 + 1 + 2) + 1 + (3 + 1 + 2 + 1 + 3)],
      [{ s: new Set(['a', 'bcd']), y: new Uint8Array(10) }, 7 + 1 + 4 + 1 + 10],
    ];
    for (const [rest, bytes] of rests)
      for (const [more, held] of [
        [0, true],
        [1, false],
      ] as const) {
        const row = filled({ ...key, ...rest }, limit - bytes + more);
        const found = await same(tables, async (table) => table.writeMany([row as never]));
        expect([rest, more, found]).toEqual([
          rest,
          more,
          held ? { value: 'done' } : { refused: 'ValidationException' },
        ]);
      }
    await same(tables, (table) =>
      table.update(key, set('SET u = :v', { ExpressionAttributeValues: { ':v': 'x' } })),
    );
    await sameRows(tables);
  });

  test('pages of a query end where a megabyte does', async () => {
    const tables = await fresh();
    const rows = Array.from({ length: 40 }, (_, no) =>
      filled({ pk: 'p', sk: `${100 + no}` }, 10_000 + no * 2500),
    );
    for (const table of tables)
      for (let at = 0; at < 40; at += 10) await table.writeMany(rows.slice(at, at + 10) as never);
    const pages = async (table: Table, newestFirst: boolean) => {
      const sizes: number[] = [];
      let start: Row | undefined;
      do {
        const page = await table.query({ partition: 'p', start, newestFirst });
        sizes.push(page.rows.length);
        start = page.next;
      } while (start !== undefined);
      return sizes;
    };
    for (const newestFirst of [false, true]) {
      const found = await same(tables, (table) => pages(table, newestFirst));
      expect((found as { value: number[] }).value.length).toBeGreaterThan(2);
    }
    await sameRows(tables);
  });
});

test('nobody holds what is kept: neither who put it nor who read it changes it', async () => {
  const table = await both[0].fresh();
  const given = { ...key, bytes: new Uint8Array([1]), list: ['a'] };
  await table.writeMany([given]);
  given.bytes[0] = 2;
  given.list.push('b');
  const first = (await table.get(key)) as typeof given;
  first.bytes[0] = 3;
  first.list.push('c');
  expect(await table.get(key)).toEqual({ ...key, bytes: new Uint8Array([1]), list: ['a'] });
});

test('what is not known here is an error, not a guess', async () => {
  const table = await both[0].fresh();
  const strange = { ...key, ...set('REMOVE a'), ReturnItemCollectionMetrics: 'SIZE' } as never;
  await expect(table.update(key, strange)).rejects.toThrow('do not know');
  await expect(
    table.update(key, set('DELETE a :v', { ExpressionAttributeValues: { ':v': 1 } })),
  ).rejects.toThrow('Syntax error');
  const check = { ConditionExpression: 'size(a) > :v', ExpressionAttributeValues: { ':v': 1 } };
  await expect(table.update(key, set('REMOVE a', check))).rejects.toThrow('reserved');
});
