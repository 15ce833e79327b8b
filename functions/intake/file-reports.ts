import { finding } from '@geoarchive/contract/shared.ts';
import type { Row, Table } from '@geoarchive/platform/store/table.ts';
import * as z from 'zod';

const stored = z.object({ findings: z.array(finding), metadata: z.record(z.string(), z.unknown()) });
export type StoredReport = z.infer<typeof stored>;

const key = (depositId: string, no: number) => ({
  pk: `deposit#${depositId}`,
  sk: `report#${String(no).padStart(6, '0')}`,
});
/** A row may hold 400 KB; what a file says of itself, and what is said of it, is cut before. */
const largest = { metadata: 200_000, findings: 150_000 };
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The full report on one file, apart from its page because metadata may be long. */
export const fileReportRow = (
  depositId: string,
  no: number,
  of: StoredReport,
): Row & { pk: string; sk: string } => {
  let bytes = 0;
  const findings = of.findings.filter((finding) => {
    bytes += bytesOf(finding) + 1;
    return bytes <= largest.findings;
  });
  const metadata = bytesOf(of.metadata) <= largest.metadata ? of.metadata : { cut: true };
  return { ...key(depositId, no), findings, metadata };
};

export const readFileReport = async (table: Table, depositId: string, no: number): Promise<StoredReport> => {
  const row = await table.get(key(depositId, no));
  return row === undefined ? { findings: [], metadata: {} } : stored.parse(row);
};
