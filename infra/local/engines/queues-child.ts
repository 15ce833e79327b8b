/**
 * The process that holds fauxqs (SQS and SNS): apart from the main one so that neither waits for the other, and
 * ended when the channel to the parent closes. Arguments: port, data folder, region.
 */
import { Server } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { startFauxqs } from 'fauxqs';

const [port = '0', dataDir = '', region = 'us-east-1'] = process.argv.slice(2);

/** fauxqs listens on every interface and offers no setting for it; nothing outside this machine may reach it. */
const listen = Server.prototype.listen;
Server.prototype.listen = function loopback(this: Server, ...args: unknown[]): Server {
  const [first] = args;
  if (typeof first === 'object' && first !== null && 'port' in first)
    args[0] = { ...first, host: '127.0.0.1' };
  return Reflect.apply(listen, this, args);
};

/**
 * One commit per message is too slow with a flush to the disk each. NORMAL keeps everything over a kill -9 (only a
 * power cut may lose the last moments), and that is what the local run promises.
 */
const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function relaxed(this: DatabaseSync, sql: string): void {
  exec.call(this, sql);
  if (sql.includes('journal_mode = WAL')) exec.call(this, 'PRAGMA synchronous = NORMAL');
};

const server = await startFauxqs({ port: Number(port), logger: false, dataDir, defaultRegion: region });
process.send?.({ port: server.port });

process.on('disconnect', () => {
  server.stop().finally(() => process.exit(0));
  // Long polls may hold the server open.
  setTimeout(() => process.exit(0), 1000).unref();
});
process.on('SIGINT', () => undefined);
