import { createContext, Script } from 'node:vm';
import * as z from 'zod';

export type EdgeRequest = { method: string; uri: string; ip: string };
export type Edge = (request: EdgeRequest) => { uri: string } | { status: number };

const result = z.union([z.object({ statusCode: z.number() }), z.object({ uri: z.string() })]);

/** Runs the code of a CloudFront viewer-request function; it is our own code, taken from the template. */
export function createEdge(code: string | undefined): Edge {
  if (code === undefined) return ({ uri }) => ({ uri });
  const script = new Script(`${code}\n;JSON.stringify(handler(JSON.parse(event)))`);
  return ({ method, uri, ip }) => {
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip },
      request: { method, uri, querystring: {}, headers: {}, cookies: {} },
    };
    const answer: unknown = script.runInContext(createContext({ event: JSON.stringify(event) }), {
      timeout: 1000,
    });
    const read = result.parse(JSON.parse(String(answer)));
    return 'statusCode' in read ? { status: read.statusCode } : { uri: read.uri };
  };
}
