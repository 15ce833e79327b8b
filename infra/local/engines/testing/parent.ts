/** Starts one engine and tells its address: a parent that tests can kill. Arguments: engine, data folder, region. */
import { startDynamoDb } from '../dynamodb.ts';
import { startQueues } from '../queues.ts';

const [kind = '', dataDir = '', region = ''] = process.argv.slice(2);
const engine =
  kind === 'queues'
    ? await startQueues({ port: 0, dataDir, region })
    : await startDynamoDb({ port: 0, dataDir });
process.send?.(engine.url);
