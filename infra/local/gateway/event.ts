import type { IncomingMessage } from 'node:http';
import type { Api } from './api.ts';
import type { Match } from './route.ts';

export type Call = {
  api: Api;
  match: Match;
  request: IncomingMessage;
  /** Path within the stage. */
  path: string;
  query: URLSearchParams;
  body: Buffer;
  requestId: string;
  /** What the authorizer found out about the caller. */
  authorizer: Record<string, unknown> | undefined;
  now: Date;
};

type Multi = Record<string, string[]>;

function collect(pairs: Iterable<[string, string]>): Multi | null {
  const found: Multi = {};
  for (const [name, value] of pairs) {
    const list = Object.hasOwn(found, name) ? found[name] : undefined;
    if (list) list.push(value);
    else found[name] = [value];
  }
  return Object.keys(found).length > 0 ? found : null;
}
/** Of several values the single-value form keeps the last. */
const last = (multi: Multi | null): Record<string, string> | null =>
  multi && Object.fromEntries(Object.entries(multi).map(([name, values]) => [name, values.at(-1) ?? '']));

function* headerPairs(request: IncomingMessage): Generator<[string, string]> {
  const raw = request.rawHeaders;
  for (let i = 0; i + 1 < raw.length; i += 2) yield [raw[i] ?? '', raw[i + 1] ?? ''];
  yield ['X-Forwarded-For', request.socket.remoteAddress ?? '127.0.0.1'];
  yield ['X-Forwarded-Proto', 'https'];
}

export const isBinary = (types: readonly string[], contentType: string | undefined): boolean => {
  const type = contentType?.split(/[;,]/)[0]?.trim().toLowerCase() ?? '';
  const [family] = type.split('/');
  return types.some((t) => t === '*/*' || t.toLowerCase() === type || t.toLowerCase() === `${family}/*`);
};

/** The event of a REST API's Lambda proxy integration (payload format 1.0). */
export function proxyEvent(call: Call): Record<string, unknown> {
  const { api, match, request, path, body } = call;
  const multiValueHeaders = collect(headerPairs(request));
  const multiValueQueryStringParameters = collect(call.query);
  const binary = isBinary(api.binaryMediaTypes, request.headers['content-type']);
  return {
    resource: match.method.path,
    path,
    httpMethod: request.method,
    headers: last(multiValueHeaders),
    multiValueHeaders,
    queryStringParameters: last(multiValueQueryStringParameters),
    multiValueQueryStringParameters,
    pathParameters: match.parameters,
    stageVariables: api.stageVariables,
    requestContext: {
      accountId: '000000000000',
      apiId: api.id,
      ...(call.authorizer && { authorizer: call.authorizer }),
      domainName: request.headers.host ?? '',
      domainPrefix: api.id,
      extendedRequestId: call.requestId.slice(0, 16),
      httpMethod: request.method,
      identity: {
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? null,
      },
      path: `/${api.stage}${path}`,
      protocol: `HTTP/${request.httpVersion}`,
      requestId: call.requestId,
      requestTime: call.now.toUTCString(),
      requestTimeEpoch: call.now.getTime(),
      resourceId: match.method.resourceId,
      resourcePath: match.method.path,
      stage: api.stage,
    },
    body: body.length === 0 ? null : body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && body.length > 0,
  };
}
