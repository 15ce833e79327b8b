import type { IncomingMessage } from 'node:http';
import type { Store } from './store/store.ts';
import { all, readXml, textOf } from './xml/read.ts';

type Rule = {
  origins: string[];
  methods: string[];
  headers: string[];
  expose: string[];
  maxAge: string | undefined;
};

const list = (values: { text: string }[]): string[] => values.map((v) => v.text.trim());

function rules(xml: string): Rule[] {
  return all(readXml(xml), 'CORSRule').map((rule) => ({
    origins: list(all(rule, 'AllowedOrigin')),
    methods: list(all(rule, 'AllowedMethod')),
    headers: list(all(rule, 'AllowedHeader')).map((h) => h.toLowerCase()),
    expose: list(all(rule, 'ExposeHeader')),
    maxAge: textOf(rule, 'MaxAgeSeconds'),
  }));
}

/** A pattern with at most one `*`, as S3 allows in origins and headers. */
function matches(pattern: string, value: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === value;
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return value.length >= head.length + tail.length && value.startsWith(head) && value.endsWith(tail);
}

/**
 * The CORS headers of an answer (Fetch standard; S3 user guide, "CORS"): those of the bucket's first rule that fits
 * origin, method and, for a preflight, the announced headers. Undefined when none fits.
 */
export function corsHeaders(
  store: Store,
  bucket: string,
  req: IncomingMessage,
): Record<string, string | undefined> | undefined {
  const { origin } = req.headers;
  const xml = origin === undefined ? undefined : store.buckets.setting(bucket, 'cors');
  if (origin === undefined || xml === undefined) return undefined;
  const preflight = req.method === 'OPTIONS';
  const method = preflight ? req.headers['access-control-request-method'] : req.method;
  const announced = (preflight ? (req.headers['access-control-request-headers'] ?? '') : '')
    .split(',')
    .map((h) => h.trim().toLowerCase())
    .filter((h) => h !== '');
  const rule = rules(xml).find(
    (r) =>
      r.origins.some((o) => matches(o, origin)) &&
      r.methods.includes(method ?? '') &&
      announced.every((h) => r.headers.some((pattern) => matches(pattern, h))),
  );
  if (rule === undefined) return undefined;
  const any = rule.origins.includes('*');
  return {
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-allow-headers': announced.length > 0 ? announced.join(', ') : undefined,
    'access-control-expose-headers': rule.expose.length > 0 ? rule.expose.join(', ') : undefined,
    'access-control-max-age': preflight ? rule.maxAge : undefined,
    'access-control-allow-credentials': any ? undefined : 'true',
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}
