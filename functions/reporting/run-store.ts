import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type RunRef, type UnitRun, unitRun } from '@geoarchive/contract/reporting-parts.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const wanted = z.object({ period: z.string(), units: z.array(z.string()) });
type Wanted = z.infer<typeof wanted>;

/** The objects behind figures that one step of a run found: figure → what, id, number. */
const evidencePage = z.record(z.string(), z.array(z.tuple([z.string(), z.string(), z.string()])));
export type EvidencePage = z.infer<typeof evidencePage>;

/**
 * Runs: the figures of units and the objects behind them, as they were when a job made them. They lie in the bucket under the run's id
 * (that of its job) and are never changed; a report points to one.
 */
export const runStore = (table: Table, bucket: Pick<Bucket, 'put' | 'putOnce' | 'readAll'>) => {
  const wantedKey = (run: string) => ({ pk: `report-run#${run}`, sk: 'wanted' });
  const unitKey = (run: string, unit: string) => `reports/runs/${run}/${unit}.json.gz`;
  const pageKey = (run: string, unit: string, page: number) => `reports/runs/${run}/${unit}/${page}.json.gz`;
  const read = async (key: string): Promise<string | undefined> => {
    const bytes = await bucket.readAll(key);
    return bytes === undefined ? undefined : (await unpack(bytes)).toString('utf8');
  };
  const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
  const get = async (run: string, unit: string): Promise<{ of: UnitRun; sha256: string } | undefined> => {
    const text = await read(unitKey(run, unit));
    return text === undefined ? undefined : { of: unitRun.parse(JSON.parse(text)), sha256: sha256Of(text) };
  };
  return {
    /** The write that says what a run is to make, in the transaction that queues its job. */
    wanting: (run: string, of: Wanted): Write => ({
      Put: {
        TableName: table.name,
        Item: { ...wantedKey(run), ...of },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    }),
    async wanted(run: string): Promise<Wanted> {
      return wanted.parse(await table.get(wantedKey(run)));
    },
    /** Keeps the figures of a unit; the same again changes nothing. */
    async put(run: string, of: UnitRun): Promise<RunRef> {
      const text = JSON.stringify(of);
      await bucket.putOnce(unitKey(run, of.unit), await pack(text), 'application/gzip');
      return { run, at: of.at, sha256: sha256Of(text) };
    },
    get,
    /** A step done again writes the same page again. */
    async putPage(run: string, unit: string, page: number, found: EvidencePage): Promise<void> {
      await bucket.put(pageKey(run, unit, page), await pack(JSON.stringify(found)), 'application/gzip');
    },
    /** The objects behind a figure of a unit, page by page. */
    async objects(
      run: string,
      unit: string,
      figure: string,
      cursor: string | undefined,
    ): Promise<{ items: { of: string; id: string; no: string }[]; cursor?: string }> {
      const found = await get(run, unit);
      const pages = found?.of.pages[figure] ?? [];
      const at = Number(cursor ?? 0);
      const page = pages[at];
      if (page === undefined) return { items: [] };
      const text = await read(pageKey(run, unit, page));
      if (text === undefined)
        throw new Error(`Page ${page} of ${unit} in the run ${run} is not in the bucket`);
      const items = evidencePage.parse(JSON.parse(text))[figure] ?? [];
      return {
        items: items.map(([of, id, no]) => ({ of, id, no })),
        ...(at + 1 < pages.length ? { cursor: String(at + 1) } : {}),
      };
    },
  };
};
export type RunStore = ReturnType<typeof runStore>;
