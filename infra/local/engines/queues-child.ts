/**
 * The process that holds fauxqs (SQS and SNS): apart from the main one so that neither waits for the other, and
 * ended when the channel to the parent closes. Arguments: port, data folder, region.
 */
import { startFauxqs } from 'fauxqs';
import { mendFauxqs } from './fauxqs-mends.ts';
import { releaseInFlight } from './release-in-flight.ts';

const [port = '0', dataDir = '', region = 'us-east-1'] = process.argv.slice(2);

mendFauxqs();
releaseInFlight(dataDir);
const server = await startFauxqs({ port: Number(port), logger: false, dataDir, defaultRegion: region });
process.send?.({ port: server.port });

process.on('disconnect', () => {
  server.stop().finally(() => process.exit(0));
  // Long polls may hold the server open.
  setTimeout(() => process.exit(0), 1000).unref();
});
process.on('SIGINT', () => undefined);
