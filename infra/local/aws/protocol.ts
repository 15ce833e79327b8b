import type { IncomingHttpHeaders } from 'node:http';
import type { ServiceCall } from '../iam/actions.ts';
import { isRecord } from '../iam/place.ts';
import { AwsError } from '../sigv4/aws-error.ts';

/** Reads operation and input of a request in the JSON protocol (`X-Amz-Target`) or the query protocol (`Action`). */
export function readCall(headers: IncomingHttpHeaders, body: Buffer): ServiceCall {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const operation = target.split('.').at(-1) ?? '';
    let input: unknown;
    try {
      input = JSON.parse(body.toString() || '{}');
    } catch {
      throw new AwsError('SerializationException', 400, 'The body is not JSON');
    }
    if (!isRecord(input)) throw new AwsError('SerializationException', 400, 'The body is not a JSON object');
    return { operation, input };
  }
  const input = Object.fromEntries(new URLSearchParams(body.toString()));
  const operation = input['Action'];
  if (!operation) throw new AwsError('MissingAction', 400, 'The request names no action');
  return { operation, input };
}
