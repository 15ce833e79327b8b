import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AwsError } from '../sigv4/aws-error.ts';
import type { Reply } from './context.ts';
import { xmlDocument } from './xml/write.ts';

/** Turns a refusal into S3's error document. What is no refusal becomes InternalError (500). */
export function errorReply(error: unknown, resource: string, requestId: string): Reply {
  const known =
    error instanceof AwsError
      ? error
      : new AwsError(
          'InternalError',
          500,
          `We encountered an internal error. ${error instanceof Error ? error.message : ''}`,
        );
  return {
    status: known.status,
    headers: { 'content-type': 'application/xml' },
    body: xmlDocument('Error', [
      ['Code', known.code],
      ['Message', known.message],
      ...Object.entries(known.details),
      ['Resource', resource],
      ['RequestId', requestId],
      ['HostId', requestId],
    ]),
  };
}

function setHeaders(res: ServerResponse, headers: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) res.setHeader(name, value);
}

/** Sends a reply. HEAD answers carry no body; a reader that goes away ends the stream and is no error. */
export async function send(
  res: ServerResponse,
  method: string,
  reply: Reply,
  more: Record<string, string | undefined>,
): Promise<void> {
  const { status, headers = {}, body } = reply;
  setHeaders(res, { ...more, ...headers });
  res.statusCode = status;
  if (typeof body === 'string') {
    if (!res.hasHeader('content-type')) res.setHeader('content-type', 'application/xml');
    const bytes = Buffer.from(body);
    res.setHeader('content-length', bytes.length);
    res.end(method === 'HEAD' ? undefined : bytes);
  } else if (body === undefined || method === 'HEAD') {
    if (status !== 204 && status !== 304 && !res.hasHeader('content-length'))
      res.setHeader('content-length', 0);
    res.end();
  } else {
    await pipeline(Readable.from(body, { objectMode: false }), res).catch((error: unknown) => {
      res.destroy();
      if (error instanceof Error && !('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
        throw error;
    });
  }
}
