import { type ReportSnapshot, reportSnapshot } from '@geoarchive/contract/reporting-parts.ts';
import type { Table, Write } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';
import { sha256Of } from './run-store.ts';

const kept = z.object({ text: z.string() });

/** What reports said when they were signed: rows beside the report, each under its SHA-256: the same again is the same row. */
export const snapshotStore = (table: Table) => {
  const key = (report: string, sha256: string) => ({
    pk: `annual-report#${report}`,
    sk: `signed#${sha256}`,
  });
  return {
    /** The write that keeps what a report says, for the transaction that signs it, and its SHA-256. */
    freezing(report: string, of: ReportSnapshot): { write: Write; sha256: string } {
      const text = JSON.stringify(of);
      const sha256 = sha256Of(text);
      return {
        sha256,
        write: {
          Put: { TableName: table.name, Item: { ...key(report, sha256), text } },
        },
      };
    },
    /** What the report said when it was signed, and whether that still is what was signed. */
    async frozen(report: string, sha256: string): Promise<{ of: ReportSnapshot; intact: boolean }> {
      const { text } = kept.parse(await table.get(key(report, sha256)));
      return { of: reportSnapshot.parse(JSON.parse(text)), intact: sha256Of(text) === sha256 };
    },
  };
};
