import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { type Outside, OutsideError, postOutside } from './post.ts';

const patience = { connectMs: 1000, totalMs: 1500, answerBytes: 1000 };
const local: Outside = { rules: { ports: [443], loopback: true }, patience };
const cloud: Outside = { rules: { ports: [443], loopback: false }, patience };

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
const listening = async (server: Server | ReturnType<typeof createSocketServer>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  open.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  // A server that listens on TCP has this form of address.
  return (server.address() as AddressInfo).port;
};
const serve = (listener: RequestListener) => listening(createServer(listener));
const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};
const post = (outside: Outside, url: string) =>
  postOutside(outside, { url, headers: { 'content-type': 'application/json' }, body: '{"名":1}' });
const faultOf = async (asked: Promise<number>): Promise<string> => {
  try {
    return `answered ${await asked}`;
  } catch (error) {
    return error instanceof OutsideError ? error.fault : String(error);
  }
};

test('posts the body whole and gives the status', async () => {
  const seen: string[] = [];
  const port = await serve(async (request, answer) => {
    seen.push(`${request.method} ${request.url} ${await textOf(request)}`);
    answer.writeHead(204).end();
  });
  expect(await post(local, `http://127.0.0.1:${port}/in?a=1`)).toBe(204);
  expect(seen).toEqual(['POST /in?a=1 {"名":1}']);
});

test('a redirect is not followed', async () => {
  let hits = 0;
  const inner = await serve((_, answer) => {
    hits += 1;
    answer.end();
  });
  const port = await serve((_, answer) =>
    answer.writeHead(307, { location: `http://127.0.0.1:${inner}/` }).end(),
  );
  expect(await post(local, `http://127.0.0.1:${port}/`)).toBe(307);
  expect(hits).toBe(0);
});

test('who never answers is left after the time that is given, and who is not there at once', async () => {
  const port = await serve(() => undefined);
  expect(await faultOf(post(local, `http://127.0.0.1:${port}/`))).toBe('timed-out');
  const closed = await serve(() => undefined);
  await open.pop()?.();
  expect(await faultOf(post(local, `http://127.0.0.1:${closed}/`))).toBe('no-connection');
});

test('an answer without end has answered; one that breaks off before it began has not', async () => {
  const endless = await serve((_, answer) => {
    answer.writeHead(200);
    const more = setInterval(() => answer.write('x'.repeat(300)), 5);
    answer.on('close', () => clearInterval(more));
  });
  expect(await post(local, `http://127.0.0.1:${endless}/`)).toBe(200);
  const silent = await serve((_, answer) => void answer.writeHead(200).write('x'));
  expect(await post(local, `http://127.0.0.1:${silent}/`)).toBe(200);
  const rude = await listening(createSocketServer((socket) => socket.once('data', () => socket.destroy())));
  expect(await faultOf(post(local, `http://127.0.0.1:${rude}/`))).toBe('broken-off');
});

test('a name that leads into a private network is not connected to, also when only one of its addresses does', async () => {
  let hits = 0;
  const port = await listening(createSocketServer(() => (hits += 1)));
  const rules = { ports: [port], loopback: false };
  const answering = (...addresses: string[]): Outside => ({
    ...cloud,
    rules,
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  });
  const url = `https://hooks.example.cn:${port}/`;
  for (const addresses of [
    ['127.0.0.1'],
    ['8.8.8.8', '127.0.0.1'],
    ['::ffff:127.0.0.1'],
    ['169.254.169.254'],
  ])
    expect(await faultOf(post(answering(...addresses), url))).toBe('address-not-allowed');
  expect(await faultOf(post(answering(), url))).toBe('name-not-found');
  expect(hits).toBe(0);
});

test('the address that was looked at is the one connected to: a name is resolved once', async () => {
  let asked = 0;
  const port = await serve((_, answer) => answer.end());
  const outside: Outside = {
    ...local,
    rules: { ports: [port], loopback: true },
    resolve: async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    },
  };
  expect(await post(outside, `http://localhost:${port}/`)).toBe(200);
  expect(asked).toBe(1);
});

test('what is no address to call is refused before anything is sent; who speaks no TLS is no receiver', async () => {
  expect(await faultOf(post(cloud, 'https://127.0.0.1/'))).toBe('address-not-allowed');
  expect(await faultOf(post(cloud, 'http://hooks.example.cn/'))).toBe('address-not-allowed');
  const port = await serve((_, answer) => answer.end());
  expect(await faultOf(post(local, `https://127.0.0.1:${port}/`))).toMatch(/certificate|no-connection/);
});
