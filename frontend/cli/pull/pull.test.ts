import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pullAll } from './pull.ts';
import { pullFile } from './sources.ts';

let server: Server;
let answer: RequestListener;
let asked: IncomingMessage[];
let keep: string;
let taken: string[];
beforeAll(async () => {
  server = createServer((request, reply) => {
    asked.push(request);
    answer(request, reply);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
const folders: string[] = [];
beforeEach(() => {
  asked = [];
  taken = [];
  keep = mkdtempSync(join(tmpdir(), 'pull-'));
  folders.push(keep);
  answer = (request, reply) => {
    if (request.headers['if-none-match'] === '"1"') reply.writeHead(304).end();
    else reply.writeHead(200, { etag: '"1"' }).end('kind,number\n');
  };
});
afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const source = (of: object = {}) => ({ name: 'rights', url: `${origin()}/list.csv`, format: 'csv', ...of });
const pull = (
  today: string,
  of: { sources?: object[]; whole?: boolean; seconds?: number; megabytes?: number } = {},
) =>
  pullAll({
    file: pullFile.parse({
      ...{ keep, hosts: ['127.0.0.1'], sources: of.sources ?? [source()] },
      ...{ seconds: of.seconds ?? 5, megabytes: of.megabytes ?? 1 },
    }),
    today,
    tokens: { TOKEN: 'geheim' },
    take: ({ name }, path) => {
      taken.push(`${name} ${readFileSync(path, 'utf8').trim()}`);
      return Promise.resolve(of.whole ?? true);
    },
  });

describe('a source', () => {
  test('is asked once a day; what is new is kept with its digest and taken', async () => {
    const sha256 = createHash('sha256').update('kind,number\n').digest('hex');
    const [first] = await pull('2026-11-22');
    expect(first).toEqual({
      ...{ source: 'rights', outcome: 'new', sha256 },
      file: join(keep, 'rights', `2026-11-22-${sha256}.csv`),
    });
    expect(await pull('2026-11-22')).toEqual([{ source: 'rights', outcome: 'already-today' }]);
    expect(asked).toHaveLength(1);
    expect(taken).toEqual(['rights kind,number']);
  });
  test('that says nothing changed is nothing new, and so is the same file from one that does not know', async () => {
    await pull('2026-11-22');
    expect(await pull('2026-11-25')).toMatchObject([{ outcome: 'nothing-new' }]);
    expect(asked[1]?.headers['if-none-match']).toBe('"1"');
    answer = (_, reply) =>
      reply.writeHead(200, { 'last-modified': 'Mon, 23 Nov 2026 00:00:00 GMT' }).end('kind,number\n');
    expect(await pull('2026-11-26')).toMatchObject([{ outcome: 'nothing-new' }]);
    await pull('2026-11-27');
    expect(asked[3]?.headers['if-modified-since']).toBe('Mon, 23 Nov 2026 00:00:00 GMT');
    expect(taken).toHaveLength(1);
  });
  test('with another file is new again; both are kept', async () => {
    await pull('2026-11-22');
    answer = (_, reply) => reply.end('other');
    expect(await pull('2026-11-23')).toMatchObject([{ outcome: 'new' }]);
    expect(readdirSync(join(keep, 'rights'))).toHaveLength(2);
    expect(taken).toEqual(['rights kind,number', 'rights other']);
  });
  test('whose file has wrong rows is told so, and not asked again that day', async () => {
    expect(await pull('2026-11-22', { whole: false })).toMatchObject([{ outcome: 'refused' }]);
    expect(await pull('2026-11-22')).toMatchObject([{ outcome: 'already-today' }]);
  });
  test.each<[string, RequestListener, RegExp]>([
    ['says 500', (_, reply) => reply.writeHead(500).end(), /HTTP 500/],
    ['sends too much', (_, reply) => reply.end(Buffer.alloc(1_500_000)), /more than 1 MB/],
    [
      'sends one elsewhere',
      (_, reply) => reply.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      /redirect/,
    ],
    ['never ends', (_, reply) => reply.write('a'), /timeout|aborted/],
    [
      'breaks off',
      (_, reply) => reply.writeHead(200, { 'content-length': '9' }).write('a', () => reply.destroy()),
      /./,
    ],
  ])('that %s has failed, is asked again by the next run, and stops no other', async (_, wrong, reason) => {
    const good = answer;
    answer = (request, reply) => (request.url === '/bad' ? wrong(request, reply) : good(request, reply));
    const sources = [source({ name: 'bad', url: `${origin()}/bad` }), source()];
    const [failed, other] = await pull('2026-11-22', { sources, seconds: 1 });
    expect(failed).toMatchObject({ source: 'bad', outcome: 'failed', reason: expect.stringMatching(reason) });
    expect(other).toMatchObject({ outcome: 'new' });
    answer = good;
    expect(await pull('2026-11-22', { sources })).toMatchObject([
      { outcome: 'new' },
      { outcome: 'already-today' },
    ]);
  });
  test('gets its token from the environment, and is not asked without it', async () => {
    await pull('2026-11-22', { sources: [source({ token: 'TOKEN' })] });
    expect(asked[0]?.headers.authorization).toBe('Bearer geheim');
    const [failed] = await pull('2026-11-22', { sources: [source({ name: 'b', token: 'OTHER' })] });
    expect(failed).toMatchObject({ outcome: 'failed', reason: 'OTHER is not set' });
    expect(asked).toHaveLength(1);
  });
});

describe('the file of sources', () => {
  const faults = (of: object) => {
    const sources = [{ name: 'a', url: 'https://rights.example.cn/list', format: 'csv', ...of }];
    return pullFile.safeParse({ keep, hosts: ['rights.example.cn', '127.0.0.1'], sources }).success;
  };
  test.each<[string, object, boolean]>([
    ['https to a host that is named', {}, true],
    ['http to this machine', { url: 'http://127.0.0.1:80/x' }, true],
    ['http elsewhere', { url: 'http://rights.example.cn/list' }, false],
    ['a host that is not named', { url: 'https://other.example.cn/list' }, false],
    ['a file', { url: 'file:///etc/passwd' }, false],
    ['a password in the address', { url: 'https://a:b@rights.example.cn/list' }, false],
    ['a name that leads out of the folder', { name: '../a' }, false],
    ['a format that cannot be read', { format: 'xls' }, false],
  ])('%s', (_, of, good) => {
    expect(faults(of)).toBe(good);
  });
  test('names each source once', () => {
    const one = { name: 'a', url: 'https://h/x', format: 'csv' };
    expect(pullFile.safeParse({ keep, hosts: ['h'], sources: [one, one] }).success).toBe(false);
  });
});
