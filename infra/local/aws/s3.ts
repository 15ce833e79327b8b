import type { IncomingMessage, ServerResponse } from 'node:http';
import type { createS3 } from '../s3/s3.ts';
import { readClaim } from '../sigv4/credentials.ts';
import { verifySigV4 } from '../sigv4/verify.ts';
import { problemOf, sendProblem } from './errors.ts';
import type { Faults } from './faults.ts';
import { s3Operation } from './s3-operation.ts';

/** Verifies a request to S3, injects the fault that waits for it, else hands it to the local S3. */
export async function serveS3(
  deps: {
    s3: ReturnType<typeof createS3>;
    faults: Faults;
    secretOf(accessKeyId: string): string | undefined;
    nameOf(accessKeyId: string): string | undefined;
  },
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = req;
  try {
    // A browser asks before it sends (preflight): the link it asks about was signed for PUT, the question itself is not signed.
    const signed = method !== 'OPTIONS' && readClaim(url, headers) !== undefined;
    const verified = signed ? verifySigV4({ method, url, headers }, deps.secretOf, new Date()) : undefined;
    const principal = (verified && deps.nameOf(verified.accessKeyId)) ?? 'anonymous';
    const object = decodeURIComponent(url.split('?')[0]?.slice(1) ?? '');
    const kind = deps.faults.take({ service: 's3', action: s3Operation(method, url), principal, object });
    if (kind === 'throttle') {
      req.resume();
      sendProblem(res, 's3', { code: 'Throttled', status: 503, message: 'Please reduce your request rate.' });
      return;
    }
    if (kind) {
      res.socket?.destroy();
      return;
    }
    await deps.s3.handle(req, res, verified);
  } catch (error) {
    if (res.headersSent || res.destroyed) {
      res.destroy();
      return;
    }
    req.resume();
    // Without this a page cannot tell an expired link from a broken network; nothing of the object is in the answer.
    if (headers.origin !== undefined) res.setHeader('access-control-allow-origin', '*');
    sendProblem(res, 's3', problemOf(error));
  }
}
