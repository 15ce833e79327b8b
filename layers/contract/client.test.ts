import { describe, expect, test } from '@jest/globals';
import { addressOf, createClient, ProblemError } from './client.ts';
import { about, identity, intake, portal } from './routes.ts';

type Sent = { url: string; method: string; headers: Record<string, string>; body: unknown };

/** A client on a network that answers with this and remembers what was sent. */
const clientOn = (answer: Response | (() => Response)) => {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: '/api',
    token: async () => 'token-1',
    language: () => 'zh',
    fetch: async (url, init) => {
      const headers = Object.fromEntries(new Headers(init?.headers));
      const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      sent.push({ url: String(url), method: String(init?.method), headers, body });
      return typeof answer === 'function' ? answer() : answer;
    },
  });
  return { client, sent };
};
const json = (body: unknown, status = 200) => Response.json(body, { status });
const id = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
const mandate = {
  id,
  from: 'A',
  fromName: '某某矿业有限公司',
  to: 'B',
  toName: '第一地质大队',
  scope: 'all',
  taskIds: [],
  validFrom: '2026-11-22',
  validTo: '2027-11-21',
  active: true,
};

describe('what is sent', () => {
  test('token, language and query', async () => {
    const { client, sent } = clientOn(json({ items: [] }));
    await client.call(intake.listDeposits, { query: { cursor: 'a/b+c=', limit: 20 } });
    expect(sent[0]).toMatchObject({
      url: '/api/intake/deposits?cursor=a%2Fb%2Bc%3D&limit=20',
      method: 'GET',
      headers: { authorization: 'Bearer token-1', 'accept-language': 'zh', accept: 'application/json' },
    });
    expect(sent[0]?.headers).not.toHaveProperty('content-type');
  });

  test('lists by repeating the name, a box as one text, nothing for what is empty', async () => {
    const empty = { items: [], total: 0, exact: true, facets: {} };
    const { client, sent } = clientOn(json(empty));
    await client.call(portal.searchRecords, {
      query: { q: '', minerals: ['铜', '金'], bbox: [115, 28, 116, 29], node: undefined },
    });
    const query = new URL(sent[0]?.url ?? '', 'http://x').searchParams;
    expect([...query]).toEqual([
      ['minerals', '铜'],
      ['minerals', '金'],
      ['bbox', '115,28,116,29'],
    ]);
  });

  test('an open route carries no token, though there is one', async () => {
    const { client, sent } = clientOn(json({ ok: true, deployment: 'd', time: 't' }));
    await client.call(about.publicHealth);
    expect(sent[0]?.headers).not.toHaveProperty('authorization');
  });

  test('nobody signed in: no header rather than a wrong one', async () => {
    let asked = 0;
    const anonymous = createClient({
      baseUrl: '',
      token: async () => undefined,
      language: () => 'en',
      fetch: async (_, init) => {
        asked += 1;
        expect(new Headers(init?.headers).has('authorization')).toBe(false);
        return json({ items: [] });
      },
    });
    await anonymous.call(intake.listDeposits);
    expect(asked).toBe(1);
  });

  test('If-Match, idempotency key, parameters and body of a change', async () => {
    const { client, sent } = clientOn(json(mandate));
    const input = { params: { id: `${id}` }, ifMatch: 3, idempotencyKey: 'once' };
    expect(await client.call(identity.endMandate, input)).toEqual(mandate);
    expect(sent[0]).toMatchObject({
      url: `/api/identity/mandates/${id}/end`,
      method: 'POST',
      headers: { 'if-match': '"3"', 'idempotency-key': 'once', 'content-type': 'application/json' },
      body: {},
    });
  });

  test('a parameter cannot leave its place in the path', async () => {
    const { client, sent } = clientOn(json({ items: [] }));
    await client.call(identity.changePerson, { params: { username: '../a?b#c' } }).catch(() => undefined);
    expect(sent[0]?.url).toBe('/api/identity/people/..%2Fa%3Fb%23c');
  });
});

describe('what comes back', () => {
  test('a problem is thrown with all it says', async () => {
    const problem = {
      type: 'invalid-input',
      title: '输入有误',
      status: 400,
      detail: '请更正',
      fields: [{ field: 'body.to', message: '必填' }],
    };
    const { client } = clientOn(json(problem, 400));
    const thrown = await client.call(intake.listDeposits).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({ message: '请更正', problem });
  });

  test.each([
    ['a page of a proxy', () => new Response('<html>', { status: 502 })],
    ['the gateway’s own answer', () => json({ message: 'Endpoint request timed out' }, 504)],
  ])('%s becomes a problem too', async (_, answer) => {
    const { client } = clientOn(answer);
    await expect(client.call(intake.listDeposits)).rejects.toMatchObject({ problem: { type: 'no-answer' } });
  });

  test('a reply is parsed: fields nobody declared are dropped, a wrong one is refused', async () => {
    const { client } = clientOn(() => json({ ...mandate, secret: 1 }));
    expect(await client.call(identity.endMandate, { params: { id } })).not.toHaveProperty('secret');
    const { client: other } = clientOn(json({ ...mandate, active: 'yes' }));
    await expect(other.call(identity.endMandate, { params: { id } })).rejects.toThrow();
  });
});

describe('bytes', () => {
  test('are asked for by their type and given as they came', async () => {
    const { client, sent } = clientOn(new Response(Uint8Array.of(26, 0, 255)));
    const tile = await client.call(portal.recordTile, { params: { z: 3, x: 6, y: 3 } });
    expect(tile).toEqual(Uint8Array.of(26, 0, 255));
    expect(sent[0]).toMatchObject({
      url: '/api/portal/tiles/3/6/3',
      headers: { accept: 'application/vnd.mapbox-vector-tile' },
    });
  });

  test('a map is told where its tiles are', () => {
    const query = { q: '金矿 钻孔', regions: ['420000'] };
    expect(addressOf('/api', portal.recordTile, query)).toBe(
      '/api/portal/tiles/{z}/{x}/{y}?q=%E9%87%91%E7%9F%BF+%E9%92%BB%E5%AD%94&regions=420000',
    );
  });
});
