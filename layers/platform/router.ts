import { createHash } from 'node:crypto';
import type { ProblemDocument } from '@geoarchive/contract/problem.ts';
import { isPlainText, type Route } from '@geoarchive/contract/route.ts';
import type { Language } from '@geoarchive/domain/text.ts';
import * as z from 'zod';
import en from 'zod/v4/locales/en.js';
import zh from 'zod/v4/locales/zh-CN.js';
import { anonymous, type Implementation } from './call.ts';
import { type Caller, callerOf } from './identity.ts';
import { languageOf, Problem, problemDocument } from './problem.ts';
import { sourceOf } from './source.ts';
import { type WideEvent, wideEvent } from './telemetry.ts';

/** What the router needs of a gateway event (REST API, payload format 1.0). */
export const gatewayEvent = z.object({
  httpMethod: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string().optional()).nullish(),
  multiValueQueryStringParameters: z.record(z.string(), z.array(z.string()).optional()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.unknown().optional(),
    identity: z.object({ sourceIp: z.string().nullish() }).optional(),
  }),
});
export type GatewayEvent = z.infer<typeof gatewayEvent>;
export type Answer = {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
  isBase64Encoded?: boolean;
};

const localeErrors = { zh: zh().localeError, en: en().localeError };

const parse = (schema: z.ZodType, value: unknown, place: string, language: Language): unknown => {
  const parsed = schema.safeParse(value, { error: localeErrors[language] });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: [place, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }));
  throw new Problem('invalid-input', undefined, fields);
};

const bodyOf = (event: GatewayEvent): unknown => {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : event.body;
  if (text === undefined || text === null || text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid-input', {
      zh: '请求内容不是有效的 JSON。',
      en: 'The body is not valid JSON.',
    });
  }
};

const queryOf = (event: GatewayEvent): Record<string, string | string[]> => {
  const query: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(event.multiValueQueryStringParameters ?? {})) {
    const [first, ...more] = values ?? [];
    if (first !== undefined) query[name] = more.length === 0 ? first : [first, ...more];
  }
  return query;
};

const versionOf = (header: string | undefined): number | undefined => {
  if (header === undefined) return undefined;
  const digits = /^(?:W\/)?"?(\d+)"?$/.exec(header.trim())?.[1];
  if (digits === undefined)
    throw new Problem('invalid-input', {
      zh: 'If-Match 必须是版本号。',
      en: 'If-Match must be a version number.',
    });
  return Number(digits);
};

/** A matcher for `/a/{b}/c`. */
const matcher = (path: string) => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const pattern = new RegExp(`^${path.replaceAll(/[.]/g, '\\.').replaceAll(/\{\w+\}/g, '([^/]+)')}$`);
  return (given: string): Record<string, string> | undefined => {
    const found = pattern.exec(given);
    if (found === null) return undefined;
    try {
      return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]));
    } catch {
      return undefined;
    }
  };
};

/** May this caller call this route? Deny by default: the one place that decides it. */
export const mayCall = (route: Pick<Route, 'allow'>, caller: Caller | undefined): boolean =>
  route.allow === 'everyone' || caller?.roles.some((role) => route.allow.includes(role)) === true;

/** A write with an Idempotency-Key: `asked` is what the key stands for, path and body as they came. */
export type Once = {
  key: string;
  route: Route;
  caller: Caller;
  asked: string;
  work: () => Promise<unknown>;
};

type Options<D> = {
  deps: () => D;
  implementations: readonly Implementation<D>[];
  /** Runs a write once per idempotency key; left out, keys are ignored. */
  once?: (write: Once) => Promise<unknown>;
  onError?: (error: unknown) => void;
};

/** Routes gateway events to use cases: finds the route, asks who calls, parses, runs, checks the reply, turns problems into RFC 9457. */
export const router = <D>(options: Options<D>) => {
  // Named paths before those with parameters: `/jobs/all` is not the job called "all".
  const parameters = ({ route }: { route: Route }) => route.path.split('{').length;
  const table = options.implementations
    .map((one) => ({ ...one, match: matcher(one.route.path) }))
    .sort((a, b) => parameters(a) - parameters(b));

  const run = async (event: GatewayEvent, language: Language, wide: WideEvent): Promise<Answer> => {
    const headers = Object.fromEntries(
      Object.entries(event.headers ?? {}).map(([k, v]) => [k.toLowerCase(), v]),
    );
    for (const { route, run: work, match } of table) {
      const params = route.method === event.httpMethod ? match(event.path) : undefined;
      if (params === undefined) continue;
      const caller = callerOf(event.requestContext.authorizer);
      wide.set({
        route: `${route.method} ${route.path}`,
        audit: route.audit,
        caller: caller?.sub ?? 'anonymous',
      });
      if (route.allow !== 'everyone' && caller === undefined) throw new Problem('not-signed-in');
      if (!mayCall(route, caller)) throw new Problem('forbidden');
      if (route.media !== undefined && !isPlainText(route)) needAccepted(route.media, headers['accept']);
      const known = caller ?? anonymous;
      const call = {
        params: parse(route.params, params, 'path', language),
        query: parse(route.query, queryOf(event), 'query', language),
        body:
          route.method === 'GET' || route.method === 'DELETE'
            ? {}
            : parse(route.body, bodyOf(event), 'body', language),
        caller: known,
        language,
        agent: headers['user-agent'],
        source: sourceOf(headers['x-forwarded-for'], event.requestContext.identity?.sourceIp),
        ifMatch: versionOf(headers['if-match']),
        time: wide.time,
      };
      const work1 = () => work(options.deps(), call);
      const key = headers['idempotency-key'];
      const reply =
        route.method !== 'GET' && route.secret !== true && key !== undefined && options.once !== undefined
          ? await options.once({
              key,
              route,
              caller: known,
              asked: `${event.path}\n${event.body ?? ''}`,
              work: work1,
            })
          : await work1();
      // A field outside the reply's schema never leaves; a reply that does not fit is our fault, not the caller's.
      const parsed = route.reply.parse(reply);
      return route.media === undefined
        ? answer(route.status, 'application/json', parsed)
        : bytesAnswer(route, parsed, headers['if-none-match']);
    }
    throw new Problem('no-such-route');
  };

  return async (event: GatewayEvent): Promise<{ answer: Answer; wide: Record<string, unknown> }> => {
    const language = languageOf(event.headers?.['Accept-Language'] ?? event.headers?.['accept-language']);
    const requestId = event.requestContext.requestId;
    const wide = wideEvent({ requestId, method: event.httpMethod, path: event.path });
    try {
      const good = await run(event, language, wide);
      wide.set({ status: good.statusCode });
      return { answer: good, wide: wide.done() };
    } catch (error) {
      if (!(error instanceof Problem)) options.onError?.(error);
      const problem = error instanceof Problem ? error : new Problem('internal');
      const document: ProblemDocument = problemDocument(problem, language, requestId);
      wide.set({ status: document.status, problem: document.type });
      return { answer: answer(document.status, 'application/problem+json', document), wide: wide.done() };
    }
  };
};

const answer = (statusCode: number, type: string, body: unknown): Answer => ({
  statusCode,
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

/** The gateway turns base64 into bytes only for who names the type first; others would get the base64 itself. */
const needAccepted = (media: string, accept: string | undefined): void => {
  if (accept?.split(/[;,]/)[0]?.trim().toLowerCase() === media) return;
  throw new Problem('other-media', { zh: `Accept: ${media}`, en: `Accept: ${media}` });
};

/**
 * Bytes with their ETag, for the gateway as base64, or a text as it is; nothing but 304 for who has them already. What is never kept has
 * no ETag and is always sent.
 */
const bytesAnswer = (route: Route, reply: unknown, known: string | undefined): Answer => {
  const text = typeof reply === 'string' ? reply : undefined;
  const content = reply instanceof Uint8Array ? reply : Buffer.from(text ?? '', 'utf8');
  const media =
    text === undefined ? (route.media ?? 'application/octet-stream') : `${route.media}; charset=utf-8`;
  const body =
    text === undefined
      ? { body: Buffer.from(content).toString('base64'), isBase64Encoded: true }
      : { body: text };
  if (route.neverKept === true)
    return {
      statusCode: route.status,
      headers: { 'content-type': media, 'cache-control': 'no-store' },
      ...body,
    };
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const headers = {
    'content-type': media,
    etag,
    'cache-control': `${route.allow === 'everyone' && text === undefined ? 'public' : 'private'}, max-age=${route.keepSeconds ?? 0}`,
  };
  const held = known?.split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (held?.includes(etag)) return { statusCode: 304, headers, body: '' };
  return { statusCode: route.status, headers, ...body };
};
