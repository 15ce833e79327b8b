import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Browser, oidcIdentity } from './oidc.ts';
import { challengeOf } from './pkce.ts';
import type { RedirectSignIn } from './port.ts';

const issuer = 'https://id.example.cn';
const jwt = (payload: object) => `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.x`;
const claims = { roles: 'groups', organisation: 'organisation', node: 'node' };
const now = 1_700_000_000_000;

const world = () => {
  const held = new Map<string, string>();
  const gone: string[] = [];
  const posts: URLSearchParams[] = [];
  const clock = { now };
  const answers: (() => Response)[] = [];
  const network = { issuer: true, tokens: true };
  const browser: Browser = {
    origin: 'https://site.example.cn',
    store: {
      getItem: (key) => held.get(key) ?? null,
      setItem: (key, value) => void held.set(key, value),
      removeItem: (key) => void held.delete(key),
    },
    fetch: async (url, init) => {
      const discovering = String(url).endsWith('/.well-known/openid-configuration');
      if (!(discovering ? network.issuer : network.tokens)) throw new TypeError('Failed to fetch');
      if (discovering)
        return Response.json({
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          end_session_endpoint: `${issuer}/end`,
        });
      posts.push(new URLSearchParams(String(init?.body)));
      return (answers.shift() ?? (() => new Response('', { status: 400 })))();
    },
    go: (address) => void gone.push(address),
    now: () => clock.now,
  };
  const identity = oidcIdentity({ kind: 'oidc', issuer, clientId: 'site', scope: 'openid', claims }, browser);
  const signIn = identity.signIn as RedirectSignIn; // the adapter has one kind only
  return { identity, signIn, gone, posts, clock, answers, held, network };
};

let w = world();
beforeEach(() => {
  w = world();
});

const signedIn = async (more: object = {}, exp = now / 1000 + 3600) => {
  await w.signIn.leave('/deposits?state=open');
  const asked = new URL(w.gone[0] ?? '').searchParams;
  const token = { sub: 'u1', email: 'a@b.cn', nonce: asked.get('nonce'), groups: ['SUBMITTER'], exp };
  w.answers.push(() => Response.json({ id_token: jwt({ ...token, ...more }), refresh_token: 'r1' }));
  const back = new URL(`https://site.example.cn/sign-in?code=c1&state=${asked.get('state')}`);
  return { asked, returned: await w.signIn.arrive(back) };
};

describe('sign-in by redirect', () => {
  test('goes out with a challenge and comes back with its verifier', async () => {
    const { asked, returned } = await signedIn();
    expect(returned).toBe('/deposits?state=open');
    expect(asked.get('code_challenge_method')).toBe('S256');
    const [post] = w.posts;
    expect(post?.get('code')).toBe('c1');
    expect(await challengeOf(post?.get('code_verifier') ?? '')).toBe(asked.get('code_challenge'));
    expect(await w.identity.person()).toMatchObject({ id: 'u1', roles: ['SUBMITTER'] });
  });

  test('an answer nobody asked for is refused', async () => {
    await expect(w.signIn.arrive(new URL('https://site.example.cn/sign-in?code=c&state=s'))).rejects.toThrow(
      'expired',
    );
  });

  test('a foreign state is refused, and the pending sign-in is used up', async () => {
    await w.signIn.leave('/');
    const back = new URL('https://site.example.cn/sign-in?code=c&state=other');
    await expect(w.signIn.arrive(back)).rejects.toThrow('expired');
    expect([...w.held.keys()]).toEqual([]);
  });

  test('a foreign nonce leaves nobody signed in', async () => {
    await expect(signedIn({ nonce: 'other' })).rejects.toThrow('expired');
    expect(await w.identity.person()).toBeUndefined();
  });
});

describe('tokens', () => {
  test('a token about to end is refreshed, and the refresh token kept', async () => {
    await signedIn();
    w.clock.now = now + 3_570_000;
    const next = jwt({ sub: 'u1', exp: now / 1000 + 7200 });
    w.answers.push(() => Response.json({ id_token: next }));
    expect(await w.identity.token()).toBe(next);
    expect(w.posts[1]?.get('refresh_token')).toBe('r1');
    w.clock.now = now + 7_190_000;
    w.answers.push(() => Response.json({ id_token: next }));
    await w.identity.token();
    expect(w.posts[2]?.get('refresh_token')).toBe('r1');
  });

  test('what is asked for at the same time waits for one refresh: its token may be good once only', async () => {
    await signedIn();
    w.clock.now = now + 3_570_000;
    const next = jwt({ sub: 'u1', exp: now / 1000 + 7200 });
    w.answers.push(() => Response.json({ id_token: next, refresh_token: 'r2' }));
    expect(await Promise.all([w.identity.token(), w.identity.token(), w.identity.token()])).toEqual([
      next,
      next,
      next,
    ]);
    expect(w.posts).toHaveLength(2);
  });

  test('a refused refresh signs out', async () => {
    await signedIn();
    w.clock.now = now + 4_000_000;
    expect(await w.identity.token()).toBeUndefined();
    expect(await w.identity.person()).toBeUndefined();
  });

  test.each([{ issuer: false, tokens: false }, { tokens: false }])(
    'without network (%j) the person stays known, and a call is told that nothing answers',
    async (gone) => {
      await signedIn();
      w.clock.now = now + 4_000_000;
      Object.assign(w.network, gone);
      expect(await w.identity.person()).toMatchObject({ id: 'u1', roles: ['SUBMITTER'] });
      await expect(w.identity.token()).rejects.toMatchObject({ code: 'unreachable' });
      Object.assign(w.network, { issuer: true, tokens: true });
      const next = jwt({ sub: 'u1', exp: now / 1000 + 7200 });
      w.answers.push(() => Response.json({ id_token: next }));
      expect(await w.identity.token()).toBe(next);
    },
  );

  test.each([
    ['an issuer that is down', () => new Response('', { status: 503 })],
    ['a page of a network that wants a sign-in of its own', () => new Response('<html>')],
  ])('%s refuses nothing', async (_, answer) => {
    await signedIn();
    w.clock.now = now + 4_000_000;
    w.answers.push(answer);
    expect(await w.identity.person()).toMatchObject({ id: 'u1' });
    w.answers.push(answer);
    await expect(w.identity.token()).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('without a token to renew it the session is over, but not before the network is back', async () => {
    await signedIn();
    const { refresh_token: _, ...rest } = JSON.parse(w.held.get('geoarchive.oidc.tokens') ?? '');
    w.held.set('geoarchive.oidc.tokens', JSON.stringify(rest));
    w.clock.now = now + 4_000_000;
    w.network.issuer = false;
    expect(await w.identity.person()).toMatchObject({ id: 'u1' });
    w.network.issuer = true;
    expect(await w.identity.person()).toBeUndefined();
  });

  test('signing out forgets the tokens and ends the session at the issuer', async () => {
    await signedIn();
    await w.identity.signOut();
    expect(w.gone.at(-1)).toContain(`${issuer}/end?id_token_hint=`);
    expect(await w.identity.token()).toBeUndefined();
  });
});
