import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { type OrganisationRowInput, organisationRow } from '@geoarchive/contract/organisations.ts';
import { organisations } from '@geoarchive/contract/routes.ts';
import { organisationSheet } from '@geoarchive/domain/supervision/organisation-sheet.ts';
import { inCalls, inputFiles } from '@geoarchive/frontend-shared/sheets/input-file.ts';

/** Files of organisations; as many rows as the country has holders of rights. */
export const organisationFiles = inputFiles(
  { sheet: organisationSheet, schema: organisationRow, keyOf: ({ code }) => code, keyColumns: 'code' },
  { rows: 60_000 },
);

/** Sends the rows of an import, a hundred a call, and starts it: a job of the same id. */
export const sendOrganisations = async (
  client: Client,
  id: string,
  of: { rows: readonly OrganisationRowInput[]; subject: string },
  onSent: (rows: number) => void,
): Promise<Job> => {
  const batches = inCalls(of.rows);
  let sent = 0;
  for (const [at, rows] of batches.entries()) {
    await client.call(organisations.putOrganisationBatch, { params: { id, no: at + 1 }, body: { rows } });
    sent += rows.length;
    onSent(sent);
  }
  return client.call(organisations.startOrganisationImport, {
    params: { id },
    body: { batches: batches.length, subject: of.subject },
  });
};
