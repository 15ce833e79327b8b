import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { inCalls } from '../sheets/input-file.ts';
import type { TaskInput } from './task-file.ts';

/**
 * Sends the tasks of an import, a hundred a call, and starts it: a job of the same id. With the same id again it goes on where it
 * was broken off; one that has begun is given back as it is.
 */
export const sendImport = async (
  client: Client,
  id: string,
  of: { tasks: readonly TaskInput[]; subject: string },
  onSent: (tasks: number) => void,
): Promise<Job> => {
  const batches = inCalls(of.tasks);
  let sent = 0;
  for (const [at, tasks] of batches.entries()) {
    await client.call(archive.putTaskBatch, { params: { id, no: at + 1 }, body: { tasks } });
    sent += tasks.length;
    onSent(sent);
  }
  return client.call(archive.startTaskImport, {
    params: { id },
    body: { batches: batches.length, subject: of.subject },
  });
};
