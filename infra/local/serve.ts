import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Served = { url: string; close(): Promise<void> };

/** Serves a handler on the loopback address; a failing request answers 500 and is reported. */
export async function serve(port: number, name: string, handler: Handler): Promise<Served> {
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      console.error(`${name}:`, error);
      if (!response.headersSent) response.statusCode = 500;
      response.end();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
