import type { z } from 'zod';
import { type ProblemDocument, problemSchema } from './problem.ts';
import { isPlainText, type ParamsOf, type QueryOf, type ReplyOf, type Route } from './route.ts';

export type ClientOptions = {
  /** Where the API is, e.g. `/api` or `http://host:4504/api`. */
  baseUrl: string;
  /** The ID token, asked for each call so that a refreshed one is used; undefined when nobody is signed in. */
  token: () => Promise<string | undefined>;
  language: () => string;
  fetch?: typeof fetch;
};

export type CallInput<T> = {
  params?: ParamsOf<T>;
  query?: Partial<QueryOf<T>>;
  body?: T extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
  /** Version the change is based on (optimistic lock). */
  ifMatch?: number;
  /** Repeating a call with the same key has one effect. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** What an API call that did not succeed throws. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument;
  constructor(problem: ProblemDocument) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

const fill = (path: string, params: Record<string, unknown>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));

const queryString = (query: Record<string, unknown>): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) && name !== 'bbox' ? value : [value])
      if (each !== undefined && each !== '') search.append(name, String(each));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};

const problemOf = async (response: Response): Promise<ProblemDocument> => {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  return parsed.success
    ? parsed.data
    : { type: 'no-answer', title: `HTTP ${response.status}`, status: response.status };
};

/** Where a route is asked, its parameters left open (`{z}`): for a map, which fills them in itself. */
export const addressOf = <T extends Route>(baseUrl: string, route: T, query: Partial<QueryOf<T>>): string =>
  baseUrl + route.path + queryString({ ...query });

/** The typed client of every route: `call(intake.listDeposits, { query })` gives the parsed reply or throws a ProblemError. */
export const createClient = (options: ClientOptions) => ({
  async call<T extends Route>(route: T, input: CallInput<T> = {}): Promise<ReplyOf<T>> {
    const token = route.allow === 'everyone' ? undefined : await options.token();
    const headers: Record<string, string> = {
      accept: route.media ?? 'application/json',
      'accept-language': options.language(),
    };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    if (input.ifMatch !== undefined) headers['if-match'] = `"${input.ifMatch}"`;
    if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey;
    const writes = route.method !== 'GET' && route.method !== 'DELETE';
    if (writes) headers['content-type'] = 'application/json';
    const url =
      options.baseUrl +
      fill(route.path, { ...Object(input.params) }) +
      queryString({ ...Object(input.query) });
    const response = await (options.fetch ?? fetch)(url, {
      method: route.method,
      headers,
      ...(writes ? { body: JSON.stringify(input.body ?? {}) } : {}),
      ...(input.signal === undefined ? {} : { signal: input.signal }),
    });
    if (!response.ok) throw new ProblemError(await problemOf(response));
    // The schema of this very route parsed it; TypeScript cannot follow that through the generic.
    const reply =
      route.media === undefined
        ? await response.json()
        : isPlainText(route)
          ? await response.text()
          : new Uint8Array(await response.arrayBuffer());
    return route.reply.parse(reply) as ReplyOf<T>;
  },
});
export type Client = ReturnType<typeof createClient>;
