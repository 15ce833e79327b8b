import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api, Target } from './api.ts';
import { authorise, type Doorkeeper } from './authorise.ts';
import { readBody } from './body.ts';
import { type Call, proxyEvent } from './event.ts';
import { type Answer, type RefusalType, refusal } from './refusal.ts';
import { httpAnswer } from './reply.ts';
import { route } from './route.ts';

export type Gateway = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** API Gateway's limit of a request's body, in bytes. */
export const BODY_LIMIT = 10 * 1024 * 1024;

const LATE = Symbol('late');

async function within<T>(ms: number, work: Promise<T>): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), ms);
  });
  const done = await Promise.race([work, limit]);
  clearTimeout(timer);
  return done;
}

async function askFunction(
  call: Call,
  target: Target & { kind: 'lambda' },
  keeper: Doorkeeper,
): Promise<Answer | RefusalType> {
  const outcome = await within(target.timeoutMs, keeper.invoke(target.arn, proxyEvent(call)));
  if (outcome === LATE) return 'INTEGRATION_TIMEOUT';
  if ('error' in outcome) {
    return outcome.error.errorType === 'RequestTooLarge' ? 'REQUEST_TOO_LARGE' : 'DEFAULT_5XX';
  }
  return httpAnswer(call.api, outcome.payload, call.request.headers.accept) ?? 'DEFAULT_5XX';
}

/** Serves one REST API as API Gateway would, under `/<stage>/`. */
export function createGateway(api: Api, keeper: Doorkeeper, now: () => Date): Gateway {
  async function answer(request: IncomingMessage, requestId: string): Promise<Answer> {
    const refuse = (type: RefusalType, message?: string) => refusal(api, type, requestId, message);
    const url = new URL(request.url ?? '/', 'http://gateway');
    const prefix = `/${api.stage}`;
    const inStage = url.pathname === prefix || url.pathname.startsWith(`${prefix}/`);
    const path = url.pathname.slice(prefix.length) || '/';
    const match = inStage ? route(api.root, request.method ?? 'GET', path) : undefined;
    if (!match) return refuse('MISSING_AUTHENTICATION_TOKEN', inStage ? undefined : 'Forbidden');
    const body = await readBody(request, BODY_LIMIT);
    if (!body) return refuse('REQUEST_TOO_LARGE');
    const query = url.searchParams;
    const call: Call = {
      api,
      match,
      request,
      path,
      query,
      body,
      requestId,
      authorizer: undefined,
      now: now(),
    };
    const verdict = await authorise(call, keeper);
    if (!verdict.allowed) return refuse(verdict.type, verdict.message);
    const { target } = match.method;
    if (target.kind === 'mock') {
      return { status: target.status, headers: Object.entries(target.headers), body: Buffer.alloc(0) };
    }
    const authorizer = match.method.authorizer ? verdict.context : undefined;
    const result = await askFunction({ ...call, authorizer }, target, keeper);
    return typeof result === 'string' ? refuse(result) : result;
  }

  return async (request, response) => {
    const requestId = randomUUID();
    const { status, headers, body } = await answer(request, requestId).catch((error: unknown) => {
      console.error(`gateway ${api.name}:`, error);
      return refusal(api, 'INTEGRATION_FAILURE', requestId);
    });
    response.statusCode = status;
    for (const [name, value] of headers) response.appendHeader(name, value);
    if (!response.hasHeader('x-amzn-RequestId')) response.setHeader('x-amzn-RequestId', requestId);
    response.setHeader('Content-Length', body.length);
    // What is left of a refused upload is thrown away: the connection serves no other request.
    if (!request.complete) response.setHeader('Connection', 'close');
    response.end(request.method === 'HEAD' ? undefined : body);
    request.resume();
  };
}
