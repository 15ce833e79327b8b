import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { request as secureRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';

/** Another AWS-compatible endpoint (LocalStack, moto) and the services that it serves instead of this one. */
export type Elsewhere = { url: string; services: ReadonlySet<string> };

/**
 * Hands a request to another endpoint as it came, host header included: the signature covers it, and an endpoint that
 * checks signatures must find it good. Bodies stream both ways.
 */
export async function passOn(target: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(target);
  const send = url.protocol === 'https:' ? secureRequest : request;
  const { promise: answered, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const onward = send({
    host: url.hostname,
    port: url.port,
    method: req.method,
    path: req.url,
    headers: req.headers,
  });
  onward.on('response', resolve);
  onward.on('error', reject);
  // A caller who hangs up (a long poll cut short) must not leave the other end waiting.
  res.once('close', () => onward.destroy());
  const sent = pipeline(req, onward);
  // An endpoint may answer before it has read the whole body; its answer counts then.
  sent.catch(reject);
  const answer = await answered;
  res.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, res);
}
