import * as z from 'zod';
import type { Api } from './api.ts';
import { isBinary } from './event.ts';
import type { Answer } from './refusal.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const schema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(scalar)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** A function's proxy reply as an HTTP answer; undefined when it is malformed (API Gateway then answers 502). */
export function httpAnswer(api: Api, payload: string, accept: string | undefined): Answer | undefined {
  const parsed = schema.safeParse(JSON.parse(payload));
  if (!parsed.success) return undefined;
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  const several = Object.entries(multiValueHeaders ?? {});
  const named = new Set(several.map(([name]) => name.toLowerCase()));
  const single = Object.entries(headers ?? {}).filter(([name]) => !named.has(name.toLowerCase()));
  const all = [
    ...single,
    ...several.flatMap(([name, values]) => values.map((v): [string, string] => [name, v])),
  ];
  const typed = all.some(([name]) => name.toLowerCase() === 'content-type');
  const binary = isBase64Encoded === true && isBinary(api.binaryMediaTypes, accept);
  return {
    status: statusCode,
    headers: typed ? all : [['Content-Type', 'application/json'], ...all],
    body: Buffer.from(body ?? '', binary ? 'base64' : 'utf8'),
  };
}
