import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { environment } from '@geoarchive/platform/environment.ts';
import { ask, put } from '@geoarchive/search/testing/contract.ts';
import { fakeOpenSearch } from '@geoarchive/search/testing/opensearch.ts';
import { syntheticRecord } from '@geoarchive/search/testing/records.ts';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { verifySigV4 } from '../../infra/local/sigv4/verify.ts';
import { indexWriter, searchEngine } from './search.ts';

const before = { ...process.env };
const [key, secret] = ['AKIDEXAMPLE', 'not-a-secret'];
const domain = fakeOpenSearch();
let server: Server;
let endpoint = '';

/** What a domain does before it looks at a request: the signature, and the body that it covers. */
const proven = (request: IncomingMessage, body: string): boolean => {
  const { method = '', url = '', headers } = request;
  const { payload, service, region } = verifySigV4(
    { method, url, headers },
    (id) => (id === key ? secret : undefined),
    new Date(),
  );
  const hash = createHash('sha256').update(body).digest('hex');
  return service === 'es' && region === 'eu-test-1' && payload.kind === 'sha256' && payload.hex === hash;
};

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await text(request);
    try {
      if (!proven(request, body)) throw new Error('not proven');
    } catch (error) {
      response.writeHead(403).end(String(error));
      return;
    }
    const { method = '', url = '' } = request;
    const answer = await domain.fetch(`${endpoint}${url}`, { method, headers: {}, body });
    response.writeHead(answer.status).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  process.env = { ...before };
});

const envOf = (search: unknown) =>
  environment({
    PLANE: 'portal',
    TABLE_NAME: 'T',
    AWS_REGION: 'eu-test-1',
    SETTINGS: JSON.stringify({ name: 'geoarchive', search }),
  });
const noS3 = () => {
  throw new Error('S3 is not asked');
};

test('with OpenSearch, what index writes portal-api finds, each request signed by its function', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret });
  const env = envOf({ kind: 'opensearch', endpoint, index: 'geoarchive-catalogue' });
  const engine = searchEngine(env, noS3);
  expect((await engine.search(ask())).hits).toEqual([]);
  await indexWriter(env, noS3).apply([put(syntheticRecord(1)), put(syntheticRecord(2))]);
  const found = await engine.search(ask({ facets: ['node'], limit: 1 }));
  expect(found.total).toEqual({ count: 2, exact: true });
  expect(found.cursor).toBeDefined();
  expect(domain.requests).toEqual([
    'POST geoarchive-catalogue-v3/_search',
    'PUT geoarchive-catalogue-v3',
    'POST geoarchive-catalogue-v3/_bulk',
    'POST geoarchive-catalogue-v3/_search',
  ]);
});

test('a function whose identity the domain does not know is refused', async () => {
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: 'another' });
  const env = envOf({ kind: 'opensearch', endpoint, index: 'geoarchive-catalogue' });
  await expect(searchEngine(env, noS3).search(ask())).rejects.toMatchObject({ status: 403 });
});

test('without a setting the index is the snapshot in its bucket', () => {
  expect(() => searchEngine(envOf(undefined), noS3)).toThrow('INDEX_BUCKET_NAME');
  expect(() => indexWriter(envOf({ kind: 'snapshot' }), noS3)).toThrow('INDEX_BUCKET_NAME');
});
