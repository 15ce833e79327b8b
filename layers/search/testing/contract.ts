import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { TERM_FIELDS, termsOf } from '../fields.ts';
import { type Change, type IndexWriter, idOf, type SearchEngine } from '../port.ts';
import { SearchQuery, type SearchReply, SORTS, type Visible, type VisibleQuery } from '../query.ts';
import type { SearchRecord } from '../record.ts';
import { expected } from './oracle.ts';
import { syntheticRecord } from './records.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

export type Engine = {
  engine: SearchEngine;
  writer: IndexWriter;
  /** Makes what was written visible to the next search. */
  refresh(): Promise<void>;
  close(): Promise<void>;
};

const EVERYTHING: Visible = [{}];
type Given = { [K in keyof SearchQuery]?: SearchQuery[K] | undefined };

export const ask = (given: Given = {}, visible: Visible = EVERYTHING): VisibleQuery => ({
  ...SearchQuery.parse(given),
  visible,
});

export const put = (record: SearchRecord): Change => ({ op: 'put', record });

/** Reads all pages, so many hits at a time. */
export const allPages = async (engine: SearchEngine, query: VisibleQuery): Promise<SearchReply['hits']> => {
  const hits: SearchReply['hits'] = [];
  for (let cursor: string | undefined; ; ) {
    const reply = await engine.search({ ...query, ...(cursor === undefined ? {} : { cursor }) });
    hits.push(...reply.hits);
    cursor = reply.cursor;
    if (cursor === undefined) return hits;
  }
};

const COUNT = 300;

/** Words that occur in the synthetic records, in one field or spread over several, and some that do not. */
const TEXTS = [
  '金矿',
  '金',
  '普查报告',
  '新疆金矿',
  '"矿普查"',
  '-煤',
  'title:报告',
  '作者:王',
  'd0000001',
  'J50E001',
  'report',
  'zk1*',
  '鐵礦',
  '构造带',
  '新疆构造带',
  '普查火山岩',
  '没有',
  '-"勘探报告"',
  '"招远 金矿"',
  '单位:第一地质大队',
] as const;

/** Queries made of pieces that occur in the synthetic records. */
const queries: fc.Arbitrary<VisibleQuery> = fc
  .record(
    {
      text: fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 }).map((parts) => parts.join(' ')),
      filters: fc.record(
        {
          mineral: fc.uniqueArray(fc.constantFrom('金', '铜', '煤', '无'), { minLength: 1, maxLength: 3 }),
          region: fc.uniqueArray(fc.constantFrom('650000', '654200', '370685'), {
            minLength: 1,
            maxLength: 2,
          }),
          workDegree: fc.constant<string[]>(['普查', '详查']),
          format: fc.constant<string[]>(['shp']),
        },
        { requiredKeys: [] },
      ),
      every: fc.record(
        {
          mineral: fc.constantFrom<string[]>(['金'], ['金', '铜'], ['无']),
          format: fc.constant<string[]>(['pdf', 'shp']),
        },
        { requiredKeys: [] },
      ),
      bbox: fc.constantFrom<[number, number, number, number]>(
        [80, 20, 100, 40],
        [120, -90, -170, 90],
        [0, 0, 1, 1],
      ),
      published: fc.constantFrom({ from: '2010-01-01' }, { from: '2005-01-01', to: '2015-06-30' }),
      formed: fc.constant({ to: '1990-12-31' }),
      facets: fc.subarray([...TERM_FIELDS]),
      facetSize: fc.integer({ min: 1, max: 12 }),
      sort: fc.constantFrom(...SORTS),
      limit: fc.integer({ min: 7, max: 60 }),
      visible: fc.constantFrom<Visible>(
        EVERYTHING,
        [],
        [{ access: ['open'] }],
        [{ access: ['open'] }, { node: ['65', '37'] }],
        [{ node: ['65'], access: ['catalogue-only'] }],
      ),
    },
    { requiredKeys: ['visible'] },
  )
  .map(({ visible, ...given }) => ask(given, visible));

/** What every engine must do, as tests. `make` gives an empty index. */
export const engineContract = (name: string, make: () => Promise<Engine>, runs = 120): void => {
  describe(`${name}: what every engine does`, () => {
    const records = Array.from({ length: COUNT }, (_, n) => syntheticRecord(n));
    let at: Engine;
    beforeAll(async () => {
      at = await make();
      await at.writer.apply(records.map(put));
      await at.refresh();
    });
    afterAll(async () => at.close());

    const compareWithOracle = async (query: VisibleQuery, among: readonly SearchRecord[]): Promise<void> => {
      const wanted = expected(among, query);
      const first = await at.engine.search(query);
      expect(first.total).toEqual({ count: wanted.hits.length, exact: true });
      expect(first.facets).toEqual(wanted.facets);
      const hits = await allPages(at.engine, query);
      expect(hits.map(({ id }) => id)).toEqual(wanted.hits.map(({ id }) => id));
      if (query.sort === 'relevance') expect(hits).toEqual(wanted.hits);
    };

    test('answers any question as looking at every record would', async () => {
      await fc.assert(
        fc.asyncProperty(queries, (query) => compareWithOracle(query, records)),
        { numRuns: runs },
      );
    });

    test.each(TEXTS)('ranks what it finds for %s', async (text) => {
      await compareWithOracle(ask({ text, facets: ['node'] }), records);
    });

    test('a word counts most in a number, then in the title, then in a keyword', async () => {
      const word = '曜变天目';
      const one = (id: string, more: Partial<SearchRecord>) => put({ ...syntheticRecord(999), id, ...more });
      const changes = [
        one('in-abstract', { abstract: `有${word}` }),
        one('in-keyword', { keywords: [word] }),
        one('in-title', { title: `${word}研究` }),
        one('in-number', { archiveNumber: word }),
        one('spread', { title: '曜变', abstract: '天目' }),
      ];
      await at.writer.apply(changes);
      await at.refresh();
      const { hits } = await at.engine.search(ask({ text: word }));
      expect(hits).toEqual([
        { id: 'in-number', score: 8 },
        { id: 'in-title', score: 4 },
        { id: 'in-keyword', score: 2 },
        { id: 'in-abstract', score: 1 },
        { id: 'spread', score: 1 },
      ]);
      const both = await at.engine.search(ask({ text: `title:${word} "${word}" -银河` }));
      expect(both.hits).toEqual([{ id: 'in-title', score: 8 }]);
      await at.writer.apply(
        changes.map((change): Change => ({ op: 'remove', id: idOf(change), version: 1 })),
      );
      await at.refresh();
    });

    test.each(
      (
        [
          [],
          [{}],
          [{ access: ['open'] }],
          [{ access: ['catalogue-only'] }],
          [{ node: ['65'] }],
          [{ access: ['open'] }, { node: ['65'] }],
          [{ access: ['open'], node: ['65'] }],
          [{ access: ['nobody'] }],
        ] satisfies Visible[]
      ).map((visible) => [JSON.stringify(visible), visible] as const),
    )('whoever may see %s finds, counts and pages nothing else', async (_name, visible: Visible) => {
      for (const given of [
        {},
        { text: '报告' },
        { filters: { mineral: ['金'] } },
        { bbox: [70, 0, 140, 60] as [number, number, number, number] },
      ]) {
        const query = ask({ ...given, facets: [...TERM_FIELDS], facetSize: 1000, limit: 50 }, visible);
        await compareWithOracle(query, records);
        const allowed = records.filter((r) => {
          const terms = termsOf(r);
          return visible.some((c) =>
            TERM_FIELDS.every((f) => {
              const values = c[f];
              return values === undefined || terms[f].some((value) => values.includes(value));
            }),
          );
        });
        const ids = new Set(allowed.map(({ id }) => id));
        for (const { id } of await allPages(at.engine, query)) expect(ids.has(id)).toBe(true);
        const { facets, total } = await at.engine.search(query);
        expect(total.count).toBeLessThanOrEqual(allowed.length);
        for (const { value, count } of facets.node ?? [])
          expect(count).toBeLessThanOrEqual(allowed.filter((r) => r.node === value).length);
      }
    });

    test('pages neither repeat nor skip when records come and go between them', async () => {
      const query = ask({ text: '报告', limit: 20 });
      const before = expected(records, query).hits.map(({ id }) => id);
      const first = await at.engine.search(query);
      const added = Array.from({ length: 40 }, (_, n) => syntheticRecord(COUNT + n));
      const gone = records.filter(({ id }) => id === before[3] || id === before[30]);
      await at.writer.apply([
        ...added.map(put),
        ...gone.map((r): Change => ({ op: 'remove', id: r.id, version: r.version })),
      ]);
      await at.refresh();
      const rest: string[] = [];
      for (let cursor = first.cursor; cursor !== undefined; ) {
        const reply = await at.engine.search({ ...query, cursor });
        rest.push(...reply.hits.map(({ id }) => id));
        cursor = reply.cursor;
      }
      const seen = [...first.hits.map(({ id }) => id), ...rest];
      expect(new Set(seen).size).toBe(seen.length);
      const old = new Set(before);
      expect(rest.filter((id) => old.has(id))).toEqual(before.slice(20).filter((id) => id !== before[30]));
      // Back to the state the other tests expect; a newer version brings a removed record back.
      await at.writer.apply([
        ...added.map((r): Change => ({ op: 'remove', id: r.id, version: r.version })),
        ...gone.map((r) => put({ ...r, version: r.version + 1 })),
      ]);
      await at.refresh();
      await compareWithOracle(query, records);
    });

    test('the newest version wins in whatever order changes come', async () => {
      const base = { ...syntheticRecord(900), id: 'ordered' };
      const changes: Change[] = [
        put({ ...base, version: 1, title: '一版' }),
        put({ ...base, version: 2, title: '二版' }),
        { op: 'remove', id: 'ordered', version: 2 },
        put({ ...base, version: 3, title: '三版' }),
      ];
      const titles = ['一版', '二版', '三版'];
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
          fc.boolean(),
          async (order, together) => {
            const id = `ordered-${run++}`;
            const given = order.flatMap((n): Change[] => {
              const change = changes[n];
              if (!change) return [];
              return [change.op === 'put' ? put({ ...change.record, id }) : { ...change, id }];
            });
            if (together) await at.writer.apply(given);
            else for (const change of given) await at.writer.apply([change]);
            await at.refresh();
            const last = Math.max(...order);
            const found: string[] = [];
            for (const title of titles) {
              const { hits } = await at.engine.search(ask({ text: `title:"${title}"`, limit: 200 }));
              if (hits.some((hit) => hit.id === id)) found.push(title);
            }
            expect(found).toEqual(last === 2 ? [] : [titles[last === 3 ? 2 : last]]);
            await at.writer.apply([{ op: 'remove', id, version: 9 }]);
          },
        ),
        { numRuns: Math.ceil(runs / 6) },
      );
      await at.refresh();
    });

    test('compacting changes no answer; rebuilding leaves just what it is given, and not what was removed', async () => {
      const query = ask({ facets: ['node', 'mineral'], limit: 30 });
      await at.writer.compact();
      await at.refresh();
      await compareWithOracle(query, records);
      const removed = records[5];
      if (!removed) throw new Error('no record');
      // As it may be: removed while a rebuild was reading it.
      const version = removed.version + 1;
      await at.writer.apply([{ op: 'remove', id: removed.id, version }]);
      const kept = records.slice(0, 200).map((r) => ({ ...r, version: r.version + 1 }));
      await at.writer.rebuild(
        (async function* () {
          yield* kept;
        })(),
      );
      await at.refresh();
      await compareWithOracle(
        query,
        kept.filter(({ id }) => id !== removed.id),
      );
    });
  });
};
