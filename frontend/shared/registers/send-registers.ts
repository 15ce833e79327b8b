import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { supervision } from '@geoarchive/contract/routes.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { inCalls } from '../sheets/input-file.ts';

/**
 * Sends the rows of an import of registers, a hundred a call, and starts it: a job of the same id. With the same id again it goes on
 * where it was broken off.
 */
export const sendRegisters = async (
  client: Client,
  id: string,
  of: { rows: readonly RegisterRowInput[]; subject: string },
  onSent: (rows: number) => void,
): Promise<Job> => {
  const batches = inCalls(of.rows);
  let sent = 0;
  for (const [at, rows] of batches.entries()) {
    await client.call(supervision.putRegisterBatch, { params: { id, no: at + 1 }, body: { rows } });
    sent += rows.length;
    onSent(sent);
  }
  return client.call(supervision.startRegisterImport, {
    params: { id },
    body: { batches: batches.length, subject: of.subject },
  });
};
