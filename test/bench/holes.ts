import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@geoarchive/contract/client.ts';
import type { Job } from '@geoarchive/contract/jobs.ts';
import { holes as contract, holeExports, jobs } from '@geoarchive/contract/routes.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { importHoles } from '@geoarchive/infra/local/demo/holes.ts';
import { madeHole } from '@geoarchive/infra/local/demo/made-holes.ts';
import { ulid } from 'ulid';
import { type Bench, seconds } from './figure.ts';
import { inRun } from './session.ts';

const layers = 60;

const ended = async (client: Client, id: string): Promise<Job> => {
  for (;;) {
    const job = await client.call(jobs.getJob, { params: { id } });
    if (job.state === 'done') return job;
    if (!isUnderWay(job.state)) throw new Error(`The job is ${job.state}: ${JSON.stringify(job.failure)}`);
    await pause(500);
  }
};
const found = async (client: Client, count: number): Promise<void> => {
  for (;;) {
    const { total } = await client.call(contract.listHoles, { query: { limit: 0 } });
    if (total >= count) return;
    await pause(500);
  }
};

/** Everything that an export wrote, fetched piece by piece; how many holes, and bytes as packed. */
const fetched = async (client: Client, id: string): Promise<{ holes: number; bytes: number }> => {
  const { parts } = await client.call(holeExports.getHoleExport, { params: { id } });
  const sum = { holes: 0, bytes: 0 };
  for (const { no, holes } of parts) {
    sum.bytes += (await client.call(holeExports.getHoleExportPart, { params: { id, no } })).length;
    sum.holes += holes;
  }
  return sum;
};
/** China and more: a box that every made-up hole lies in. */
const everywhere: [number, number, number, number] = [70, 15, 140, 55];

/** Import of HOLES (10 000) made-up holes of sixty layers each through the local run, on DynamoDB Local, and their export by area. */
export const holes: Bench = async (tell) => {
  const count = Number(process.env['HOLES'] ?? 10_000);
  await inRun(async ({ people, usage }) => {
    const keeper = await people.as('ARCHIVE_KEEPER');
    const cpu = usage().cpu;
    let job: Job | undefined;
    const sending = await seconds(async () => {
      job = await importHoles(keeper, count, (n) => madeHole(n, layers), 'Bench');
    });
    const id = job?.id ?? '';
    const working = await seconds(() => ended(keeper, id));
    const of = `${count} holes of ${layers} layers`;
    const peer = { what: 'for sending them alone', value: sending };
    tell({ what: `import of ${of}`, value: sending + working, unit: 's', goal: 120, peer });
    tell({ what: 'processor time of the run for it', value: usage().cpu - cpu, unit: 's' });
    tell({ what: 'until all are found', value: await seconds(() => found(keeper, count)), unit: 's' });
    const exportId = ulid();
    const before = usage();
    let brought = { holes: 0, bytes: 0 };
    const exporting = await seconds(async () => {
      await keeper.call(holeExports.startHoleExport, {
        params: { id: exportId },
        query: { bbox: everywhere },
      });
      await ended(keeper, exportId);
      brought = await fetched(keeper, exportId);
    });
    if (brought.holes !== count) throw new Error(`${brought.holes} of ${count} holes in the export`);
    tell({ what: `export of an area with ${of}, fetched`, value: exporting, unit: 's', goal: 60 });
    tell({ what: 'processor time of the run for it', value: usage().cpu - before.cpu, unit: 's' });
    tell({ what: 'size of what was fetched, packed', value: brought.bytes / 1e6, unit: 'MB' });
    tell({
      what: 'memory that the run has more after it',
      value: (usage().rss - before.rss) / 1e6,
      unit: 'MB',
    });
  });
};
