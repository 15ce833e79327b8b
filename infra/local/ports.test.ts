import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { choosePorts, offsets } from './ports.ts';

async function occupied(port: number) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return async () => {
    server.close();
    await once(server, 'close');
  };
}

test('a free range is counted from its base', async () => {
  const ports = await choosePorts(0);
  const base = ports.submit;
  for (const [name, offset] of Object.entries(offsets)) {
    expect(Object.entries(ports)).toContainEqual([name, base + offset]);
  }
});

test('a taken port is told with what to do', async () => {
  const { submit, aws } = await choosePorts(0);
  const free = await occupied(aws);
  await expect(choosePorts(submit)).rejects.toThrow(
    `Port ${aws} (aws) is taken by another program: stop that program, or start on other ports with npm start -- --port ${submit + 100}.`,
  );
  await free();
  expect((await choosePorts(submit)).aws).toBe(aws);
});

test('patience waits for a port to be let go', async () => {
  const { submit, portal } = await choosePorts(0);
  const free = await occupied(portal);
  setTimeout(() => void free(), 300);
  expect((await choosePorts(submit, 5000)).portal).toBe(portal);
});
