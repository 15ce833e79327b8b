import type { IncomingMessage } from 'node:http';
import { AwsError } from '../sigv4/aws-error.ts';

/** Reads a whole request body; throws RequestEntityTooLarge (413) past the limit, in bytes. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const part: Buffer = chunk;
    size += part.length;
    if (size > limit)
      throw new AwsError('RequestEntityTooLarge', 413, `The request is larger than ${limit} bytes`);
    chunks.push(part);
  }
  return Buffer.concat(chunks, size);
}
