import { once } from 'node:events';
import { createServer } from 'node:net';

/** The port itself, or for 0 one that is free right now. Throws one clear sentence when the port is taken. */
export async function choosePort(port: number, purpose: string): Promise<number> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening'); // rejects with the server's error
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Port ${port} for ${purpose} is taken (${reason}): stop the program that uses it, or start with --port N.`,
    );
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no port was given by the system');
  return address.port;
}
