import type { Client } from '@geoarchive/contract/client.ts';
import { type Holding, type HoldingRow, holdingRow } from '@geoarchive/contract/custody-holdings.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { holdingSheet } from '@geoarchive/domain/custody/holding-sheet.ts';
import type { Values } from '@geoarchive/domain/sheets/sheet.ts';
import { inCalls, inputFiles } from '@geoarchive/frontend-shared/sheets/input-file.ts';

/** Files of holding lists, as long as a large custodian's. */
export const holdingFiles = inputFiles(
  { sheet: holdingSheet, schema: holdingRow, keyOf: ({ code }) => code, keyColumns: 'code' },
  { rows: 60_000 },
);

export type ListOf = { custodian: string; period: string };

/** Sends the rows of a list, a hundred a call, and starts its import: a job of the same id. */
export const sendHoldings =
  ({ custodian, period }: ListOf) =>
  async (
    client: Client,
    id: string,
    of: { rows: readonly HoldingRow[]; subject: string },
    onSent: (rows: number) => void,
  ): Promise<Job> => {
    const batches = inCalls(of.rows);
    let sent = 0;
    for (const [at, rows] of batches.entries()) {
      await client.call(custodyHoldings.putHoldingBatch, {
        params: { id, no: at + 1 },
        body: { custodian, rows },
      });
      sent += rows.length;
      onSent(sent);
    }
    return client.call(custodyHoldings.startHoldingImport, {
      params: { id },
      body: { custodian, period, batches: batches.length, subject: of.subject },
    });
  };

/** The line of the sheet that says a row again: imported, it changes nothing. */
export const holdingLine = ({ findings: _, ...row }: Holding): Values =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );

/** Every row of a list, page after page. */
export async function* holdingsOf(client: Client, params: ListOf): AsyncGenerator<Holding[]> {
  let cursor: string | undefined;
  do {
    const page = await client.call(custodyHoldings.listHoldings, {
      params,
      query: { limit: 1000, ...(cursor === undefined ? {} : { cursor }) },
    });
    yield page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
