import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Endpoint, startAwsEndpoint } from '../../infra/local/aws/endpoint.ts';
import { startDynamoDb } from '../../infra/local/engines/dynamodb.ts';
import type { Engine } from '../../infra/local/engines/engine.ts';
import { startQueues } from '../../infra/local/engines/queues.ts';
import { type Clients, createClients } from '../../infra/local/provision/clients.ts';
import { LOCAL_PLACE } from '../../infra/local/template/place.ts';
import { examine, probes } from './examine.ts';
import type { Probe } from './probes/probe.ts';
import { accountOf } from './probes/queue.ts';

jest.setTimeout(120_000);

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const { region } = LOCAL_PLACE;
const clientsOf = (endpoint: string): Clients => createClients({ endpoint, region, credentials });

describe("the local run's own endpoint", () => {
  const folder = mkdtempSync(join(tmpdir(), 'examine-'));
  let engines: { dynamodb: Engine; queues: Engine };
  let endpoint: Endpoint;
  let clients: Clients;

  beforeAll(async () => {
    engines = {
      dynamodb: await startDynamoDb({ port: 0, dataDir: join(folder, 'dynamodb'), startMs: 90_000 }),
      queues: await startQueues({ port: 0, dataDir: join(folder, 'queues'), region }),
    };
    endpoint = await startAwsEndpoint({ port: 0, region, dataDir: join(folder, 'aws'), engines });
    endpoint.addPrincipal({ ...credentials, name: 'tester', statements: 'everything' });
    clients = clientsOf(endpoint.url);
  });
  afterAll(async () => {
    clients.close();
    await endpoint.close();
    await engines.queues.close();
    await engines.dynamodb.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('can do everything that is asked of an endpoint, and nothing is left over', async () => {
    const findings = await examine(clients, endpoint.url);
    expect(findings.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(findings).toHaveLength(probes.length);
  });
  test('tells its account', async () => {
    expect(await accountOf(clients, endpoint.url)).toBe(LOCAL_PLACE.account);
  });
});

describe('an endpoint that says yes to everything', () => {
  const server = createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  let url: string;

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('satisfies no probe', async () => {
    const clients = clientsOf(url);
    const findings = await examine(clients, url, probes, 4000);
    clients.close();
    expect(findings.filter(({ problem }) => problem === undefined)).toEqual([]);
  });
});

describe('probes', () => {
  const clients = clientsOf('http://127.0.0.1:9');
  afterAll(() => clients.close());
  const probe = (attempt: Probe['attempt']): Probe => ({ service: 's3', name: 'x', needed: true, attempt });
  const problemOf = async (attempt: Probe['attempt']) =>
    (await examine(clients, '', [probe(attempt)], 50))[0]?.problem;

  test('have names of their own', () => {
    expect(new Set(probes.map(({ service, name }) => `${service}/${name}`)).size).toBe(probes.length);
  });
  test('that hang are given up', async () => {
    expect(await problemOf(() => new Promise(() => undefined))).toBe('no answer within 0.05 s');
  });
  test('that fail say why, with the name of the error, on one line', async () => {
    const error = Object.assign(new Error('a\n b'), { name: 'ServiceFault' });
    expect(await problemOf(() => Promise.reject(error))).toBe('ServiceFault: a b');
    expect(await problemOf(() => Promise.reject('text'))).toBe('text');
  });
  test('that succeed have no problem', async () => {
    expect(await problemOf(async () => undefined)).toBeUndefined();
  });
});
