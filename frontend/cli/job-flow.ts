import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { jobs } from '@geoarchive/contract/routes.ts';
import type { RegisterRowInput } from '@geoarchive/contract/supervision-parts.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { sendRegisters } from '@geoarchive/frontend-shared/registers/send-registers.ts';
import { sendImport } from '@geoarchive/frontend-shared/tasks/send-import.ts';
import type { TaskInput } from '@geoarchive/frontend-shared/tasks/task-file.ts';
import { ulid } from 'ulid';

const pauseMs = 300;
const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** Waits until a job ends or is held; tells each time how far it is. */
export const jobEnd = async (
  client: Client,
  id: string,
  onProgress: (job: Job) => void = () => undefined,
): Promise<Job> => {
  for (;;) {
    const job = await client.call(jobs.getJob, { params: { id } });
    onProgress(job);
    if (!isUnderWay(job.state)) return job;
    await pause();
  }
};

/** Imports tasks and waits for the end of it. */
export const importTasks = async (
  client: Client,
  tasks: readonly TaskInput[],
  subject: string,
  onProgress?: (job: Job) => void,
): Promise<Job> => {
  const { id } = await sendImport(client, ulid(), { tasks, subject }, () => undefined);
  return jobEnd(client, id, onProgress);
};

/** Imports licences and projects and waits for the end of it. */
export const importRegisters = async (
  client: Client,
  rows: readonly RegisterRowInput[],
  subject: string,
  onProgress?: (job: Job) => void,
): Promise<Job> => {
  const { id } = await sendRegisters(client, ulid(), { rows, subject }, () => undefined);
  return jobEnd(client, id, onProgress);
};
