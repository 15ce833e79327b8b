import { join } from 'node:path';
import { timeDeposit } from './deposits.ts';
import type { Bench } from './figure.ts';
import { plainPuts } from './peers.ts';
import { inRun } from './session.ts';
import { smallFiles } from './small-files.ts';

const marks = [1000, 5000, 10_000];
const MB = 1e6;

/** 10 000 files of 2 kB in one deposit, and what the run holds in memory on the way. FILES sets another number. */
export const many: Bench = (tell) =>
  inRun(async ({ people, folder, usage }) => {
    const count = Number(process.env['FILES'] ?? 10_000);
    const files = smallFiles(join(folder, 'files'), count);
    const plain = await plainPuts(join(folder, 'plain'), files);
    const before = usage();
    tell({ what: 'memory of the run before the first file', value: before.rss / MB, unit: 'MB' });
    const memory = new Map<number, number>();
    const { total, report, findings } = await timeDeposit(people, files, (done) => {
      if (marks.includes(done.files)) memory.set(done.files, usage().rss);
    });
    const after = usage();
    for (const [at, rss] of memory)
      tell({ what: `memory of the run at ${at} files`, value: rss / MB, unit: 'MB' });
    tell({ what: `memory of the run at 'checked' (${findings})`, value: after.rss / MB, unit: 'MB' });
    tell({
      what: `${count} files of 2 kB, registration to 'checked'`,
      value: total,
      unit: 's',
      goal: 120,
      peer: { what: 'plain PUT to disk', value: plain },
    });
    tell({ what: "of it: from the last byte to 'checked'", value: report, unit: 's' });
    tell({ what: 'processor time of the run for them', value: after.cpu - before.cpu, unit: 's' });
  });
