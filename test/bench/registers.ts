import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { jobs, supervision } from '@geoarchive/contract/routes.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { sendRegisters } from '@geoarchive/frontend-shared/registers/send-registers.ts';
import { ulid } from 'ulid';
import * as z from 'zod';
import type { Bench } from './figure.ts';
import { rowOf } from './registers-made.ts';
import { inRun } from './session.ts';

const took = z.object({ duties: z.number(), seconds: z.number(), megabytes: z.number() });

/** Work on so many entries in a process of its own, so that its memory is its own. */
const inProcess = async (work: string, entries: number) => {
  const child = fork(join(import.meta.dirname, 'registers-work.ts'), [work, String(entries)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [told]: unknown[] = await once(child, 'message');
  return took.parse(told);
};

const ended = async (client: Client, id: string): Promise<Job> => {
  for (;;) {
    const job = await client.call(jobs.getJob, { params: { id } });
    if (job.state === 'done') return job;
    if (!isUnderWay(job.state)) throw new Error(`The job is ${job.state}: ${JSON.stringify(job.failure)}`);
    await pause(500);
  }
};

/** Reckoning alone (ENTRIES, 200 000), and the jobs of the local run on DynamoDB Local (ROWS, 2 000 licences with a task each). */
export const registers: Bench = async (tell) => {
  const entries = Number(process.env['ENTRIES'] ?? 200_000);
  const tenth = await inProcess('reckon', entries / 10);
  const all = await inProcess('reckon', entries);
  const json = await inProcess('json', entries);
  const peer = { what: 'the same entries as JSON there and back', value: json.seconds };
  const what = `${entries} entries, ${all.duties} duties with the digests of their tasks`;
  tell({ what, value: all.seconds, unit: 's', goal: 120, peer });
  const fewer = { what: 'of a tenth of the entries', value: tenth.megabytes };
  tell({ what: 'memory for it', value: all.megabytes, unit: 'MB', peer: fewer });

  await inRun(async ({ people, usage }) => {
    const ministry = await people.as('MINISTRY_ADMIN');
    const rows = Array.from({ length: Number(process.env['ROWS'] ?? 2000) }, (_, n) => rowOf(n));
    const timed = async (of: string, begin: () => Promise<Job>) => {
      const [start, cpu] = [performance.now(), usage().cpu];
      const job = await ended(ministry, (await begin()).id);
      const seconds = (performance.now() - start) / 1000;
      tell({ what: `${of}: entries in a second`, value: rows.length / seconds, unit: 'rows/s' });
      tell({ what: `${of}: in the job's own steps`, value: job.perSecond ?? 0, unit: 'rows/s' });
      tell({ what: `${of}: processor time of the run`, value: usage().cpu - cpu, unit: 's' });
    };
    const bring = () => sendRegisters(ministry, ulid(), { rows, subject: 'Bench' }, () => undefined);
    await timed(`import of ${rows.length} new licences with their tasks`, bring);
    await timed('the same import again', bring);
    await timed('recompute, nothing changed', () => ministry.call(supervision.recompute));
  });
};
