import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import Papa from 'papaparse';
import type { SearchEngine } from './port.ts';
import { SearchRecord } from './record.ts';
import { allPages, ask } from './testing/contract.ts';
import { type SnapshotKit, snapshotKit } from './testing/snapshot-kit.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

/** 20 655 real records of the Geological Survey of Queensland. */
const FILE = fileURLToPath(
  new URL(
    '../../../shared/corpus/catalogue/geological-survey-of-queensland__open-data-api/2021-03-29_GSQ_bulk_report_release_contents.csv',
    import.meta.url,
  ),
);

/** `30/9/1959` → `1959-09-30` */
const dayOf = (text: string | undefined): string | undefined => {
  const [day = '', month = '', year = ''] = (text ?? '').split('/');
  return /^\d{4}$/.test(year) ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
};

const recordOf = (row: Record<string, string>): SearchRecord => {
  const id = row['report_pid'] ?? '';
  const commodities = (row['commodity'] ?? '')
    .split(/[,;]/)
    .map((c) => c.trim())
    .filter((c) => c !== '');
  const formed = dayOf(row['report_end_time']);
  return SearchRecord.parse({
    id,
    kind: 'dossier',
    version: 1,
    access: 'open',
    node: 'qld',
    archiveNumber: id,
    title: (row['title'] ?? '').slice(0, 500) || id,
    ...(row['report_owner']?.trim() ? { organisation: row['report_owner'].slice(0, 500) } : {}),
    dataClass: row['type'] || 'unknown',
    minerals: commodities,
    ...(formed === undefined ? {} : { formed }),
    published: dayOf(row['open_file_date']) ?? '1970-01-01',
    fileCount: 1,
  });
};

const there = existsSync(FILE);
(there ? describe : describe.skip)(
  'the real catalogue of Queensland (skipped where the corpus is not there)',
  () => {
    let kit: SnapshotKit;
    let engine: SearchEngine;
    let records: SearchRecord[];

    beforeAll(async () => {
      const csv = await readFile(FILE, 'utf8');
      const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
      records = [
        ...new Map(
          rows.filter((row) => row['report_pid']).map((row) => [row['report_pid'], recordOf(row)]),
        ).values(),
      ];
      kit = await snapshotKit();
      await kit.writer().rebuild(
        (async function* () {
          yield* records;
        })(),
      );
      engine = kit.reader();
    });
    afterAll(async () => kit?.close());

    const found = async (given: Parameters<typeof ask>[0]) => engine.search(ask({ limit: 200, ...given }));

    test('all records are there, once', async () => {
      expect(records.length).toBeGreaterThan(20_000);
      const hits = await allPages(engine, ask({ limit: 200, sort: 'number-asc' }));
      const ids = hits.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
      expect(new Set(ids)).toEqual(new Set(records.map(({ id }) => id)));
    });

    test('each of a sample is found by its number alone, first by its beginning, and by its title', async () => {
      for (const record of records.filter((_, n) => n % 500 === 0)) {
        const [first] = (await found({ text: record.archiveNumber.toUpperCase() })).hits;
        expect(first?.id).toBe(record.id);
        const beginning = await allPages(
          engine,
          ask({ text: `number:${record.archiveNumber.slice(0, -1)}`, limit: 200 }),
        );
        expect(beginning.map(({ id }) => id)).toContain(record.id);
        const byTitle = await allPages(
          engine,
          ask({ text: `title:"${record.title.slice(0, 400).replaceAll('"', ' ')}"`, limit: 200 }),
        );
        expect(byTitle.map(({ id }) => id)).toContain(record.id);
      }
    });

    test('words, phrases and what is left out agree with the titles', async () => {
      const has = (pattern: RegExp) => records.filter((r) => pattern.test(r.title)).length;
      expect((await found({ text: 'title:coal' })).total.count).toBe(
        has(/(?<![\p{L}\p{N}])coal(?![\p{L}\p{N}])/iu),
      );
      expect((await found({ text: 'title:"six monthly report"' })).total.count).toBe(
        has(/(?<![\p{L}\p{N}])six[^\p{L}\p{N}]+monthly[^\p{L}\p{N}]+report(?![\p{L}\p{N}])/iu),
      );
      const [all, without] = [await found({ text: 'gold' }), await found({ text: 'gold -copper' })];
      expect(without.total.count).toBeGreaterThan(0);
      expect(without.total.count).toBeLessThan(all.total.count);
    });

    test('facets and dates agree with the records', async () => {
      const { facets } = await found({ facets: ['mineral', 'dataClass'], facetSize: 1000 });
      const counts = new Map<string, number>();
      for (const { minerals } of records)
        for (const m of new Set(minerals)) counts.set(m, (counts.get(m) ?? 0) + 1);
      expect(new Map(facets.mineral?.map(({ value, count }) => [value, count]))).toEqual(counts);
      const { total } = await found({ formed: { from: '1980-01-01', to: '1989-12-31' } });
      expect(total.count).toBe(records.filter((r) => r.formed?.startsWith('198')).length);
    });
  },
);
