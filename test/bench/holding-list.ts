import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@geoarchive/contract/client.ts';
import type { HoldingRow } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings, jobs } from '@geoarchive/contract/routes.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { ulid } from 'ulid';
import { type Bench, seconds } from './figure.ts';
import { inRun, type Session } from './session.ts';

const perCall = 100;
const custodian = 'CNPC';

/** A set: one in three is tied to a well that nobody knows, which is looked for everywhere. */
const madeRow = (n: number): HoldingRow => ({
  ...{ code: `SW-${String(n).padStart(6, '0')}`, custodian, kind: 'physical', title: `示例${n}井岩心` },
  ...{ category: '岩心', count: (n % 40) + 1, unit: '箱', condition: n % 9 === 0 ? 'fair' : 'good' },
  place: `岩心库 ${n % 30} 区 ${n} 架`,
  ...(n % 3 === 0 ? { well: `示例 ${n} 井` } : {}),
  services: n % 5,
});
const send = async (client: Client, rows: readonly HoldingRow[], period: string): Promise<string> => {
  const id = ulid();
  let batches = 0;
  for (let at = 0; at < rows.length; at += perCall) {
    batches += 1;
    await client.call(custodyHoldings.putHoldingBatch, {
      params: { id, no: batches },
      body: { custodian, rows: rows.slice(at, at + perCall) },
    });
  }
  await client.call(custodyHoldings.startHoldingImport, {
    params: { id },
    body: { custodian, period, batches, subject: 'Bench' },
  });
  return id;
};

/** Waits for the job; gives the most memory that the run had meanwhile, in MB. */
const peakUntilDone = async (client: Client, id: string, usage: Session['usage']): Promise<number> => {
  for (let peak = 0; ; ) {
    peak = Math.max(peak, usage().rss / 1e6);
    const job = await client.call(jobs.getJob, { params: { id } });
    if (job.state === 'done') return peak;
    if (!isUnderWay(job.state)) throw new Error(`The job is ${job.state}: ${JSON.stringify(job.failure)}`);
    await pause(1000);
  }
};

/** Import of a custodian's list of HOLDINGS (50 000) rows through the local run, on DynamoDB Local, and the same list again. */
export const holdingList: Bench = async (tell) => {
  const rows = Number(process.env['HOLDINGS'] ?? 50_000);
  await inRun(async ({ people, usage }) => {
    const client = await people.as('CUSTODIAN_ADMIN');
    const timed = async (what: string, list: readonly HoldingRow[], period: string) => {
      const before = usage();
      let id = '';
      const sending = await seconds(async () => {
        id = await send(client, list, period);
      });
      let peak = 0;
      const working = await seconds(async () => {
        peak = await peakUntilDone(client, id, usage);
      });
      const peer = { what: 'for sending them alone', value: sending };
      tell({ what: `${what}: the job`, value: working, unit: 's', peer });
      tell({ what: `${what}: rows in a second`, value: list.length / working, unit: 'rows/s' });
      tell({ what: `${what}: processor time of the run`, value: usage().cpu - before.cpu, unit: 's' });
      const idle = { what: 'before it', value: before.rss / 1e6 };
      tell({ what: `${what}: most memory of the run`, value: peak, unit: 'MB', peer: idle });
    };
    const list = Array.from({ length: rows }, (_, n) => madeRow(n));
    await timed(`list of ${rows} rows, the first`, list, '2024');
    await timed('the same list again', list, '2024');
    const { figures } = await client.call(custodyHoldings.getHoldingList, {
      params: { custodian, period: '2024' },
    });
    if (figures.rows !== rows) throw new Error(`The list has ${figures.rows} rows`);
  });
};
