import { join } from 'node:path';
import { timeDeposit } from './deposits.ts';
import type { Bench } from './figure.ts';
import { inRun } from './session.ts';
import { smallFiles } from './small-files.ts';

/** From the last byte to the report, by number of files. `many` gives the same for 10 000. */
export const report: Bench = (tell) =>
  inRun(async ({ people, folder }) => {
    await timeDeposit(people, smallFiles(join(folder, 'warm'), 3));
    const alone = (await timeDeposit(people, smallFiles(join(folder, 'one'), 1))).report;
    tell({ what: "last byte to 'checked', 1 file", value: alone, unit: 's' });
    for (const count of [100, 1000]) {
      const times = await timeDeposit(people, smallFiles(join(folder, String(count)), count));
      tell({
        what: `last byte to 'checked', ${count} files`,
        value: times.report,
        unit: 's',
        peer: { what: 'for one file', value: alone },
      });
    }
  });
