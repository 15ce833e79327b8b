import { finding } from '@geoarchive/contract/shared.ts';
import type { Row, Table } from '@geoarchive/platform/store/table.ts';
import { z } from 'zod';

const stored = z.object({ findings: z.array(finding), metadata: z.record(z.string(), z.unknown()) });
export type StoredReport = z.infer<typeof stored>;

const key = (depositId: string, no: number) => ({
  pk: `deposit#${depositId}`,
  sk: `report#${String(no).padStart(6, '0')}`,
});
/** A row may hold 400 KB; what a file says of itself is cut long before. */
const largest = 100_000;

/** The full report on one file, apart from its page because metadata may be long. */
export const fileReportRow = (
  depositId: string,
  no: number,
  of: StoredReport,
): Row & { pk: string; sk: string } => {
  const fits = JSON.stringify(of.metadata).length <= largest;
  return { ...key(depositId, no), findings: of.findings, metadata: fits ? of.metadata : { cut: true } };
};

export const readFileReport = async (table: Table, depositId: string, no: number): Promise<StoredReport> => {
  const row = await table.get(key(depositId, no));
  return row === undefined ? { findings: [], metadata: {} } : stored.parse(row);
};
