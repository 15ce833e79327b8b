import type { IncomingMessage } from 'node:http';

/** Reads a request's body; undefined when it is longer than the limit. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const part: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += part.length;
    if (size > limit) return undefined;
    chunks.push(part);
  }
  return Buffer.concat(chunks, size);
}
