import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from './aws-error.ts';
import { decodePercent, encodeRfc3986, splitUrl } from './encode.ts';

type CanonicalInput = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  signedHeaders: readonly string[];
  service: string;
  payloadHash: string;
};

/** SHA-256 as lower-case hex. */
export const sha256Hex = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** S3 signs the path encoded once and as it stands; the other services encode the encoded path again. */
function canonicalPath(path: string, service: string): string {
  const once = path
    .split('/')
    .map((segment) => encodeRfc3986(decodePercent(segment)))
    .join('/');
  if (service === 's3') return once;
  return once.split('/').map(encodeRfc3986).join('/');
}

function canonicalQuery(query: readonly [string, string][]): string {
  const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [encodeRfc3986(name), encodeRfc3986(value)])
    .sort((a, b) => byCode(a[0], b[0]) || byCode(a[1], b[1]))
    .map((pair) => pair.join('='))
    .join('&');
}

function headerLine(name: string, headers: IncomingHttpHeaders): string {
  const value = headers[name];
  if (value === undefined) {
    throw new AwsError('SignatureDoesNotMatch', 403, `The signed header ${name} is not part of the request.`);
  }
  const text = Array.isArray(value) ? value.join(',') : value;
  return `${name}:${text.trim().replace(/ +/g, ' ')}\n`;
}

/** The canonical request of Signature Version 4, whose hash is signed. */
export function canonicalRequest(input: CanonicalInput): string {
  const { path, query } = splitUrl(input.url);
  return [
    input.method,
    canonicalPath(path, input.service),
    canonicalQuery(query),
    input.signedHeaders.map((name) => headerLine(name, input.headers)).join(''),
    input.signedHeaders.join(';'),
    input.payloadHash,
  ].join('\n');
}
