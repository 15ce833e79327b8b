import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { AwsError, type Verified, verifySigV4 } from '../../sigv4/verify.ts';
import { errorReply, send } from '../respond.ts';
import { createS3, type S3Options } from '../s3.ts';

export const REGION = 'cn-north-1';
export const KEYS = { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret-for-tests' };

export type TestS3 = {
  url: string;
  dataDir: string;
  /** What was asked of `authorise`. */
  asked: { action: string; arn: string }[];
  /** What was delivered. */
  sent: { target: string; body: string }[];
  /** The clock: moved by tests. */
  clock: { now: Date | undefined };
  /** Actions the role denies. */
  denied: Set<string>;
  client(config?: S3ClientConfig): S3Client;
  close(): Promise<void>;
};

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A local S3 behind a server of its own, which verifies signatures as the AWS endpoint does. */
export async function startTestS3(overrides: Partial<S3Options> = {}): Promise<TestS3> {
  const own = overrides.dataDir === undefined;
  const dataDir = overrides.dataDir ?? mkdtempSync(join(tmpdir(), 'local-s3-'));
  const [asked, sent]: [TestS3['asked'], TestS3['sent']] = [[], []];
  const clock: TestS3['clock'] = { now: undefined };
  const denied = new Set<string>();
  const now = () => clock.now ?? new Date();
  const s3 = createS3({
    dataDir,
    region: REGION,
    authorise(_, action, arn) {
      asked.push({ action, arn });
      return !denied.has(action);
    },
    async notify(target, bodies) {
      sent.push(...bodies.map((body) => ({ target, body })));
    },
    now,
    ...overrides,
  });
  const secretOf = (id: string) => (id === KEYS.accessKeyId ? KEYS.secretAccessKey : undefined);
  const running = new Set<Promise<void>>();
  const server = createServer((req, res) => {
    const work = (async () => {
      let verified: Verified | undefined;
      try {
        const { method = '', url = '/', headers } = req;
        verified = verifySigV4({ method, url, headers }, secretOf, now());
      } catch (error) {
        const unsigned = error instanceof AwsError && error.code === 'MissingAuthenticationToken';
        if (!unsigned) return send(res, req.method ?? '', errorReply(error, req.url ?? '', 'TEST'), {});
      }
      return s3.handle(req, res, verified);
    })();
    running.add(work);
    void work.catch(() => res.destroy()).finally(() => running.delete(work));
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  const clients: S3Client[] = [];
  return {
    url,
    dataDir,
    asked,
    sent,
    clock,
    denied,
    client(config = {}) {
      const client = new S3Client({
        endpoint: url,
        region: REGION,
        credentials: KEYS,
        forcePathStyle: true,
        maxAttempts: 1,
        ...config,
      });
      clients.push(client);
      return client;
    },
    async close() {
      for (const client of clients) client.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.allSettled(running);
      await s3.close();
      if (own) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
