import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@geoarchive/contract/client.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import type { LocalFile } from '@geoarchive/frontend-cli/local-file.ts';
import { type Progress, uploadAll } from '@geoarchive/frontend-cli/upload.ts';
import type { Actors } from '../support/actors.ts';
import { description } from '../support/path.ts';

export type Times = {
  /** From the first call to 'checked'. */
  total: number;
  /** From the last uploaded byte to 'checked'. */
  report: number;
  /** Errors of the package check: a bench that measures failures would be of no use. */
  findings: string;
};

/** Asks ever less often, as the command line does: asking takes processor time from what is measured. */
const checked = async (submitter: Client, id: string) => {
  for (let wait = 50; ; wait = Math.min(wait * 1.2, 1000)) {
    const deposit = await submitter.call(intake.getDeposit, { params: { id } });
    if (deposit.state === 'checked') return deposit;
    await pause(wait);
  }
};

/** Takes a deposit from registration to 'checked', and tells how long that took, in seconds. */
export const timeDeposit = async (
  people: Actors,
  files: LocalFile[],
  progress: Progress = () => undefined,
): Promise<Times> => {
  const submitter = await people.as('SUBMITTER');
  const { id } = await submitter.call(intake.createDeposit, { body: description('Bench') });
  const params = { id };
  const start = performance.now();
  await uploadAll(submitter, id, files, progress);
  const uploaded = performance.now();
  await submitter.call(intake.completeDeposit, { params });
  const deposit = await checked(submitter, id);
  const end = performance.now();
  return {
    total: (end - start) / 1000,
    report: (end - uploaded) / 1000,
    findings: JSON.stringify(deposit.verdict),
  };
};
