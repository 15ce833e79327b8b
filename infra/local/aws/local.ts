import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { type Faults, parseFault } from './faults.ts';

/** A handler of `/_local/<name>`, for what tests and operators of the local run ask that no AWS service offers. */
export type LocalHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Answers with JSON. */
export function sendJson(res: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  res.end(body);
}

/** POST a fault (JSON, see `Fault`) to have it injected; GET tells those still waiting; DELETE takes all back. */
export const faultsHandler =
  (faults: Faults): LocalHandler =>
  async (req, res) => {
    if (req.method === 'DELETE') {
      faults.clear();
      sendJson(res, 200, {});
    } else if (req.method === 'GET') {
      sendJson(res, 200, faults.waiting());
    } else if (req.method === 'POST') {
      const body = await readBody(req, 10_000);
      try {
        faults.add(parseFault(JSON.parse(body.toString())));
        sendJson(res, 200, {});
      } catch (error) {
        sendJson(res, 400, { message: error instanceof Error ? error.message : String(error) });
      }
    } else sendJson(res, 405, { message: 'GET, POST or DELETE' });
  };

/**
 * Serves `/_local/<name>`, only for programs on this machine: a page in a browser always sends its origin with a
 * request that changes something, and is refused.
 */
export async function serveLocal(
  handlers: Readonly<Record<string, LocalHandler>>,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (!loopback.has(req.socket.remoteAddress ?? '') || req.headers.origin !== undefined)
    return sendJson(res, 403, { message: 'only for programs on this machine' });
  const name = /^\/_local\/([\w-]+)/.exec(req.url ?? '')?.[1] ?? '';
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (!handler) return sendJson(res, 404, { message: `there is no /_local/${name}` });
  return handler(req, res);
}
