import type { ReleaseManifest } from '@geoarchive/contract/release-bundle.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

type FilePage = Extract<ReleaseManifest, { op: 'publish' }>['pages'][number];
const row = z.object({
  page: z.object({ key: z.string(), sha256: z.string(), files: z.number() }),
  formats: z.array(z.string()),
});

/** The pages of a bundle of door 2 that are sent already, until its manifest names them all. */
export const releasePages = (table: Table) => {
  const pk = (job: string) => `release#${job}`;
  const key = (job: string, no: number) => ({ pk: pk(job), sk: `page#${String(no).padStart(5, '0')}` });
  return {
    put: (job: string, no: number, page: FilePage, formats: string[]): Promise<void> =>
      table.writeMany([{ ...key(job, no), page, formats }]),
    async all(job: string): Promise<{ pages: FilePage[]; formats: string[] }> {
      const pages: FilePage[] = [];
      const formats = new Set<string>();
      for await (const found of table.each(pk(job), 'page#')) {
        const read = row.parse(found);
        pages.push(read.page);
        for (const format of read.formats) formats.add(format);
      }
      return { pages, formats: [...formats].sort() };
    },
    async forget(job: string): Promise<void> {
      const keys: { pk: string; sk: string }[] = [];
      for await (const found of table.each(pk(job))) keys.push({ pk: pk(job), sk: String(found['sk']) });
      await table.writeMany([], keys);
    },
  };
};
