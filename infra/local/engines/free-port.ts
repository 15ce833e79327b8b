import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port itself, or for 0 one that is free right now. Throws one clear sentence when the port is taken. */
export async function choosePort(port: number, purpose: string): Promise<number> {
  const server = createServer();
  const failed = once(server, 'error').then(([error]: unknown[]) => {
    throw new Error(
      `Port ${port} for ${purpose} is taken (${error instanceof Error ? error.message : 'unknown error'}): stop the program that uses it, or start with --port N.`,
    );
  });
  server.listen(port, '127.0.0.1');
  await Promise.race([once(server, 'listening'), failed]);
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port was given by the system');
  return address.port;
}
