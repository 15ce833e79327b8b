import { startTestS3 } from './server.ts';

/**
 * A local S3 in a process of its own, for tests that kill it: `node child.ts DATA_DIR`. Prints its address, and on
 * each line of input its peak memory in bytes. Its notifications never arrive. Ends with its parent.
 */
const [, , dataDir = ''] = process.argv;
const s3 = await startTestS3({ dataDir, notify: () => Promise.reject(new Error('no queue')) });
process.stdout.write(`${s3.url}\n`);
process.stdin.on('data', () => process.stdout.write(`${process.resourceUsage().maxRSS * 1024}\n`));
process.stdin.on('end', () => process.exit());
