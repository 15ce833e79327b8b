import { type RoleCode, roles } from '@geoarchive/domain/roles.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import * as z from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Whose things a caller reaches: everybody's, those of their organisation, or those of their archive node. */
export type Scope = 'all' | 'organisation' | 'node';

/**
 * A route, declared once. From it come the handler's routing, parsing and reply check, the gateway's resources, OpenAPI,
 * the sites' client, the who-may-call-what tests and the name of the audit entry a call leaves.
 */
export type Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  api: 'internal' | 'public';
  module: string;
  method: Method;
  /** Below `/api`; `{name}` marks a parameter. */
  path: string;
  /** Roles that may call; 'everyone' needs no sign-in. */
  allow: readonly RoleCode[] | 'everyone';
  scope: Scope;
  /** Written to the audit trail by a change, to the log by a read. */
  audit: string;
  summary: Bilingual;
  params: P;
  query: Q;
  body: B;
  reply: R;
  status: 200 | 201 | 202;
  /**
   * Answers with bytes of this type instead of JSON; `reply` is then `bytes`, or `z.string()` where the type is `text/…`. For bytes a caller must name it first in `Accept`: only then
   * does the gateway take the function's text for the bytes it stands for.
   */
  media?: string;
  /** Seconds for which a caller may keep an answer before asking again, by its ETag; for bytes only. */
  keepSeconds?: number;
  /** The bytes are kept nowhere, not even by the caller's browser: they go out without an ETag. */
  neverKept?: true;
  /** The reply shows a secret, this once: an Idempotency-Key is not heeded, since the reply would be kept for it. */
  secret?: true;
};

/** The reply of a route that answers with bytes; they must stay within the 6 MB of a function's reply, which base64 makes 4.5 MB. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** Whether a route answers with a text of its own type, which the gateway passes on as it is. */
export const isPlainText = ({ media }: Pick<Route, 'media'>): boolean =>
  media !== undefined && /^text\/|\+(?:xml|json)$/.test(media);

const oneOf = (...allowed: readonly string[]) => {
  const known: readonly unknown[] = allowed;
  return (value: unknown): boolean => known.includes(value);
};
const like = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);
const isRole = oneOf(...roles.map((role) => role.code));
const isText = like(/./);
const isMedia = like(/^[a-z]+\/[a-z0-9.+-]+$/);

/** What a declaration must say. Plain checks: every function makes its routes at each start, and a schema costs milliseconds there. */
const declared: Partial<Record<keyof Route, (value: unknown) => boolean>> = {
  api: oneOf('internal', 'public'),
  module: like(/^[a-z]+$/),
  method: oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  path: like(/^\/[a-zA-Z0-9\-_.{}/]+$/),
  allow: (value) =>
    value === 'everyone' || (Array.isArray(value) && value.length > 0 && value.every((role) => isRole(role))),
  scope: oneOf('all', 'organisation', 'node'),
  audit: like(/^[a-z]+\.[a-z-]+$/),
  summary: (value) =>
    typeof value === 'object' &&
    value !== null &&
    'zh' in value &&
    'en' in value &&
    isText(value.zh) &&
    isText(value.en),
  reply: (value) => value instanceof z.ZodType,
  media: (value) => value === undefined || isMedia(value),
};

const nothing = z.object({});
export type Nothing = typeof nothing;

type Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Omit<
  Route<P, Q, B, R>,
  'params' | 'query' | 'body' | 'status'
> & { params?: P; query?: Q; body?: B; status?: 200 | 201 | 202 };

/**
 * Declares a route. Throws when it names no roles, no audit event or no reply schema, when staff roles are let into the public
 * API or the other way round, or when the path does not begin with its module.
 */
export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = Nothing,
>(given: Given<P, Q, B, R>): Route<P, Q, B, R> {
  const said: Record<string, unknown> = given;
  const wrong = Object.entries(declared).filter(([name, fits]) => !fits(said[name]));
  if (wrong.length > 0)
    throw new Error(`Route ${given.path} is not complete: ${wrong.map(([name]) => name).join(', ')}`);
  const pool = given.api === 'internal' ? 'staff' : 'public';
  if (given.allow !== 'everyone')
    for (const code of given.allow)
      if (roles.find((role) => role.code === code)?.pool !== pool)
        throw new Error(`Route ${given.path}: ${code} cannot sign in to the ${given.api} API`);
  if (given.module !== 'about' && !given.path.startsWith(`/${given.module}/`))
    throw new Error(`Route ${given.path} must begin with /${given.module}/`);
  const empty = { params: nothing, query: nothing, body: nothing, status: 200 };
  // The defaults stand in exactly where the type parameters default to Nothing.
  return { ...empty, ...given } as unknown as Route<P, Q, B, R>;
}

/** The access class: open routes have no authorizer at the gateway. */
export const accessOf = (of: Pick<Route, 'allow'>): 'open' | 'signed' =>
  of.allow === 'everyone' ? 'open' : 'signed';

export type ParamsOf<T> = T extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.infer<P> : never;
export type QueryOf<T> = T extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.infer<Q> : never;
export type BodyOf<T> = T extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.infer<B> : never;
export type ReplyOf<T> = T extends Route<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.infer<R> : never;
