import { createHmac } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What the system of an organisation got by webhook. */
export type Got = { id: string; at: string; signatures: string[]; body: string };

/** A receiver of webhooks on this machine. */
export const receive = async (listener: RequestListener) => {
  const server = createServer(listener);
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A server that listens on TCP has this form of address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** Notes what comes and answers each with what `answer` says: how many came, this one included. */
export const noting =
  (got: Got[], answer: (came: number) => number): RequestListener =>
  async (request, reply) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const header = (name: string) => String(request.headers[name]);
    const signatures = header('webhook-signature').split(' ');
    got.push({ id: header('webhook-id'), at: header('webhook-timestamp'), signatures, body });
    reply.writeHead(answer(got.length)).end('thank you');
  };

/** The signature that a message must have: reckoned here by the convention, not by the system's own code. */
export const signatureOf = (secret: string, { id, at, body }: Got): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${id}.${at}.${body}`)
    .digest('base64')}`;
