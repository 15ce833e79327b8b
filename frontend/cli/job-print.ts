import type { Job } from '@geoarchive/contract/jobs.ts';
import { isUnderWay, jobKinds, jobLifecycle } from '@geoarchive/domain/jobs.ts';
import type { Language } from '@geoarchive/domain/text.ts';

type Shown = { json: boolean };

/** Shows how far a job is on one line that is written over; nothing where the output is for machines. */
export const progressLine = ({ json }: Shown) => {
  const shown = process.stderr.isTTY && !json;
  return ({ done, total, state }: Job) => {
    if (shown) process.stderr.write(`\r${done} / ${total}${isUnderWay(state) ? '' : '\n'}`);
  };
};

/** Tells how a job ended; 0 when it is done, 1 when it stopped before. */
export const tellJob = (job: Job, { json }: Shown, tongue: Language): number => {
  const { counts } = jobKinds[job.kind];
  const told = Object.entries(counts).map(([name, label]) => `${label[tongue]} ${job.counts[name] ?? 0}`);
  const stopped =
    job.state === 'done'
      ? []
      : [jobLifecycle.states[job.state][tongue], job.failure?.reason[tongue] ?? '', job.failure?.at ?? ''];
  const lines = [told.join(', '), ...stopped, ...job.notes, `${tongue === 'zh' ? '作业' : 'job'} ${job.id}`];
  process.stdout.write(
    json
      ? `${JSON.stringify({ ...job.counts, state: job.state, notes: job.notes, job: job.id })}\n`
      : `${lines.filter(Boolean).join('\n')}\n`,
  );
  return job.state === 'done' ? 0 : 1;
};
