import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What listens where, counted from the base port. */
export const offsets = {
  submit: 0,
  admin: 1,
  portal: 2,
  internalApi: 3,
  publicApi: 4,
  aws: 5,
  dynamodb: 6,
  queues: 7,
} as const;
export type PortName = keyof typeof offsets;
export type Ports = Record<PortName, number>;

const SPAN = 10;
/** Above every port that `fetch` and browsers refuse to call (the last of them is 10080). */
const firstOfAny = 10_100;
const names = Object.keys(offsets).filter((name): name is PortName => name in offsets);

const at = (base: number): Ports => {
  const pairs = names.map((name) => [name, base + offsets[name]] as const);
  // Every name is in the list that the type is made from.
  return Object.fromEntries(pairs) as Ports;
};

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}

async function firstTaken(ports: Ports): Promise<[PortName, number] | undefined> {
  for (const name of names) if (!(await isFree(ports[name]))) return [name, ports[name]];
  return undefined;
}

async function anyBase(): Promise<Ports> {
  for (let tries = 0; tries < 100; tries += 1) {
    // Below the range from which systems hand out ports for outgoing connections.
    const ports = at(firstOfAny + SPAN * Math.floor(Math.random() * 2000));
    if (!(await firstTaken(ports))) return ports;
  }
  throw new Error('No ten free ports in a row were found on this machine.');
}

/**
 * The ports of a run from its base; 0 takes a free range. A taken port is one sentence with the remedy. `patienceMs` is
 * how long to wait for a run that was killed to let go of its ports.
 */
export async function choosePorts(base: number, patienceMs = 0): Promise<Ports> {
  if (base === 0) return anyBase();
  const ports = at(base);
  const until = Date.now() + patienceMs;
  let taken = await firstTaken(ports);
  while (taken && Date.now() < until) {
    await pause(200);
    taken = await firstTaken(ports);
  }
  if (!taken) return ports;
  const [name, port] = taken;
  throw new Error(
    `Port ${port} (${name}) is taken by another program: stop that program, or start on other ports with npm start -- --port ${base + 100}.`,
  );
}
