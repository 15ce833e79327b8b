import { Agent, request } from 'node:http';

export type Reply = { status: number; headers: Record<string, string>; body: Buffer };
export type Forwarder = {
  send(url: string, headers: Readonly<Record<string, string>>, body: Buffer): Promise<Reply>;
  close(): void;
};

/** Headers of an engine's answer that a client cares for. */
const kept = ['content-type', 'x-amzn-requestid', 'x-amzn-query-error', 'x-amz-crc32'];

/** Posts to an engine over kept-alive connections. Rejects when the engine cannot be reached. */
export function createForwarder(): Forwarder {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });
  return {
    send: (url, headers, body) =>
      new Promise((resolve, reject) => {
        const req = request(
          url,
          { method: 'POST', agent, headers: { ...headers, 'content-length': String(body.length) } },
          (res) => {
            const chunks: Buffer[] = [];
            res.on('data', (chunk: Buffer) => chunks.push(chunk));
            res.on('error', reject);
            res.on('end', () => {
              const pass = kept.flatMap((name) => {
                const value = res.headers[name];
                return typeof value === 'string' ? [[name, value] as const] : [];
              });
              resolve({
                status: res.statusCode ?? 502,
                headers: Object.fromEntries(pass),
                body: Buffer.concat(chunks),
              });
            });
          },
        );
        req.on('error', reject);
        req.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** An authorization header that engines which do not check signatures read region and service from. */
export const dummyAuthorization = (region: string, service: string): string =>
  `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
