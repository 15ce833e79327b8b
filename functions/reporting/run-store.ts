import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type RunRef, type UnitRun, unitRun } from '@geoarchive/contract/reporting-parts.ts';
import type { Bucket } from '@geoarchive/platform/objects.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const wanted = z.object({ period: z.string(), units: z.array(z.string()) });
type Wanted = z.infer<typeof wanted>;

/** The objects behind figures that one step of a run found: figure → what, id, number. */
const evidencePage = z.record(z.string(), z.array(z.tuple([z.string(), z.string(), z.string()])));
export type EvidencePage = z.infer<typeof evidencePage>;

/** Objects shown at once. */
const shown = 500;
/** Where the next objects of a figure are: on which of its pages, and from which object of that on. */
const parseCursor = (cursor: string | undefined): { at: number; from: number } => {
  const [at, from] = (cursor ?? '0.0').split('.').map(Number);
  return { at: at ?? 0, from: from ?? 0 };
};

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

const notIntact = (): Problem =>
  new Problem('wrong-state', {
    zh: '数据背后的对象清单与封存时登记的校验值不一致，不能出示。请联系运维人员。',
    en: 'The objects behind the figure are not what was sealed with it, so they are not shown: tell the operators.',
  });

/**
 * Runs: the figures of units and the objects behind them, as they were when a job made them. They lie in the bucket under the run's id
 * (that of its job) and are never changed: pages of objects under their own SHA-256, which the figures name. A report points to one.
 */
export const runStore = (table: Table, bucket: Pick<Bucket, 'putOnce' | 'readAll'>) => {
  const wantedKey = (run: string) => ({ pk: `report-run#${run}`, sk: 'wanted' });
  const unitKey = (run: string, unit: string) => `reports/runs/${run}/${unit}.json.gz`;
  const pageKey = (run: string, unit: string, sha256: string) =>
    `reports/runs/${run}/${unit}/${sha256}.json.gz`;
  const read = async (key: string): Promise<string | undefined> => {
    const bytes = await bucket.readAll(key);
    return bytes === undefined ? undefined : (await unpack(bytes)).toString('utf8');
  };
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
    /**
     * Keeps a page of objects and gives its SHA-256. A step that is done again after the data changed keeps another page beside it: the run
     * names the one that its figures were counted with.
     */
    async putPage(run: string, unit: string, found: EvidencePage): Promise<string> {
      const text = JSON.stringify(found);
      const sha256 = sha256Of(text);
      await bucket.putOnce(pageKey(run, unit, sha256), await pack(text), 'application/gzip');
      return sha256;
    },
    /** The objects behind a figure of a unit, some at a time; refused where they are not what was sealed. */
    async objects(
      { run, sha256 }: { run: string; sha256?: string | undefined },
      unit: string,
      figure: string,
      cursor: string | undefined,
    ): Promise<{ items: { of: string; id: string; no: string }[]; cursor?: string }> {
      const found = await get(run, unit);
      if (sha256 !== undefined && found?.sha256 !== sha256) throw notIntact();
      const pages = found?.of.pages[figure] ?? [];
      const { at, from } = parseCursor(cursor);
      const page = found?.of.evidence[pages[at] ?? -1];
      if (page === undefined) return { items: [] };
      const text = await read(pageKey(run, unit, page));
      if (text === undefined || sha256Of(text) !== page) throw notIntact();
      const all = evidencePage.parse(JSON.parse(text))[figure] ?? [];
      const to = from + shown;
      const next = to < all.length ? `${at}.${to}` : at + 1 < pages.length ? `${at + 1}.0` : undefined;
      return {
        items: all.slice(from, to).map(([of, id, no]) => ({ of, id, no })),
        ...(next === undefined ? {} : { cursor: next }),
      };
    },
  };
};
export type RunStore = ReturnType<typeof runStore>;
