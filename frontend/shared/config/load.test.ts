import { chaseDaysOf } from '@geoarchive/domain/supervision/chase.ts';
import { describe, expect, test } from '@jest/globals';
import { loadConfig } from './load.ts';

const answering =
  (body: unknown, status = 200): typeof fetch =>
  async () =>
    new Response(JSON.stringify(body), { status });

const base = { deployment: 'geoarchive', kind: 'local', nodes: [] };

describe('loadConfig', () => {
  test('reads a Cognito deployment and takes SRP unless told otherwise', async () => {
    const identity = { kind: 'cognito', region: 'cn', userPoolId: 'cn_1', clientId: 'c' };
    const config = await loadConfig(answering({ ...base, identity }));
    expect(config.identity).toEqual({ ...identity, flow: 'srp' });
  });

  test('reads an OIDC deployment', async () => {
    const identity = { kind: 'oidc', issuer: 'https://id.example.cn', clientId: 'c' };
    const config = await loadConfig(answering({ ...base, identity }));
    expect(config.identity).toMatchObject({ kind: 'oidc', scope: 'openid profile email' });
  });

  test('a site without sign-in needs no identity', async () => {
    expect((await loadConfig(answering(base))).identity).toBeUndefined();
  });

  test('without settings of maps there is no map of records and no other ground', async () => {
    expect((await loadConfig(answering(base))).map).toEqual({ records: false });
    const map = { records: true, tianditu: { key: 'abc' } };
    expect((await loadConfig(answering({ ...base, map }))).map).toEqual(map);
  });

  test('reads the days that papers of a chase give', async () => {
    const config = await loadConfig(answering({ ...base, chase: { demand: 45, correct: 20 } }));
    expect(chaseDaysOf('demand', 'overdue', config.chase)).toBe(45);
    expect(chaseDaysOf('order', 'overdue', config.chase)).toBe(60);
    expect(chaseDaysOf('fine', 'fraud', config.chase)).toBe(20);
    expect(chaseDaysOf('fine', 'fraud', (await loadConfig(answering(base))).chase)).toBe(30);
  });

  test('refuses a missing file', async () => {
    await expect(loadConfig(answering({}, 404))).rejects.toThrow('404');
  });

  test('refuses an unknown kind of identity', async () => {
    await expect(loadConfig(answering({ ...base, identity: { kind: 'none' } }))).rejects.toThrow();
  });
});
