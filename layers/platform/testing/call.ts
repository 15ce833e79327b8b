import type { Method } from '@geoarchive/contract/route.ts';
import * as z from 'zod';
import type { Implementation } from '../call.ts';
import { type GatewayEvent, router } from '../router.ts';

/** Who calls in a test: claims as the gateway hands them on. */
export type Claims = Record<string, string>;

export const claimsOf = (username: string, roles: readonly string[], more: Claims = {}): Claims => ({
  sub: `sub-${username}`,
  'cognito:username': username,
  name: username,
  'cognito:groups': roles.join(','),
  ...more,
});

export type Request = {
  method?: Method;
  path: string;
  claims?: Claims | undefined;
  query?: Record<string, string[]>;
  body?: unknown;
  headers?: Record<string, string>;
  /** Address of whoever connects to the gateway. */
  peer?: string;
};

/** A gateway event (REST API, payload format 1.0) with what the router reads of it. */
export const eventOf = ({
  method = 'GET',
  path,
  claims,
  query,
  body,
  headers,
  peer,
}: Request): GatewayEvent => ({
  httpMethod: method,
  path,
  headers: { 'Accept-Language': 'en', ...headers },
  multiValueQueryStringParameters: query ?? null,
  body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  requestContext: {
    requestId: 'request-1',
    ...(claims === undefined ? {} : { authorizer: { claims } }),
    ...(peer === undefined ? {} : { identity: { sourceIp: peer } }),
  },
});

const anyBody = z.record(z.string(), z.unknown());

/** Calls use cases as the gateway would, through the router, and gives status and body. */
export const caller = <D>(deps: () => D, implementations: readonly Implementation<D>[]) => {
  const errors: unknown[] = [];
  const route = router({ deps, implementations, onError: (error) => errors.push(error) });
  return {
    /** What use cases threw that is no Problem. */
    errors,
    async call(request: Request) {
      const { answer, wide } = await route(eventOf(request));
      // Bytes, texts of other types, and 304 without any, are looked at in the answer itself.
      const isJson = /^application\/(problem\+)?json\b/.test(String(answer.headers?.['content-type']));
      const json = isJson && answer.body !== '' ? JSON.parse(answer.body) : {};
      return { status: answer.statusCode, body: anyBody.parse(json), answer, wide };
    },
  };
};
