import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts';
import { startRun } from '../support/run.ts';
import { type Bench, seconds } from './figure.ts';
import { inFolder } from './session.ts';

const node = promisify(execFile);

/** Synthesis, a first start and a second start, beside the start of DynamoDB Local alone, which nothing can undercut. */
export const startUp: Bench = (tell) =>
  inFolder(async (folder) => {
    const assembly = join(folder, 'stacks');
    const synth = await seconds(() =>
      node(process.execPath, [join('infra', 'synth.ts'), '--out', assembly], {
        cwd: join(import.meta.dirname, '..', '..'),
      }),
    );
    const start = async (): Promise<number> => {
      const began = performance.now();
      const run = await startRun({ state: join(folder, 'state'), assembly });
      const took = (performance.now() - began) / 1000;
      await run.stop();
      return took;
    };
    const cold = await start();
    const warm = await start();
    const alone = await seconds(async () =>
      (await startDynamoDb({ port: 0, dataDir: join(folder, 'engine') })).close(),
    );
    const peer = { what: 'DynamoDB Local alone', value: alone };
    tell({ what: 'synthesis of all stacks and bundles', value: synth, unit: 's' });
    tell({ what: 'start, fresh state (stacks there, no sites)', value: cold, unit: 's', peer });
    tell({ what: 'start, same state again', value: warm, unit: 's', goal: 15, peer });
  });
