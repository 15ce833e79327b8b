import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Served, serve } from '../../../infra/local/serve.ts';

type Claims = Record<string, unknown>;
type Pending = { redirect: string; challenge: string; nonce: string; clientId: string; person: Claims };
export type Provider = Served & {
  issuer: string;
  /** Grants that were asked for, in order. */
  grants: string[];
  /** A token as the provider gives it, with other claims. */
  token(claims: Claims): string;
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (): number => Math.floor(Date.now() / 1000);

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
};

/**
 * A tiny OpenID Connect provider on the loopback address: authorization code with PKCE (S256), refresh, end of session. Its
 * sign-in page has one link for each person; codes and refresh tokens are good once.
 */
export const startProvider = async (people: Record<string, Claims>): Promise<Provider> => {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...key.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Pending>();
  const refreshes = new Map<string, Pending>();
  const grants: string[] = [];
  let issuer = '';

  const token = (claims: Claims): string => {
    const head = part({ alg: 'RS256', kid: 'one', typ: 'JWT' });
    const text = `${head}.${part({ iss: issuer, iat: seconds(), exp: seconds() + 3600, ...claims })}`;
    return `${text}.${sign('sha256', Buffer.from(text), key.privateKey).toString('base64url')}`;
  };
  const given = (to: Pending, nonce: Claims) => {
    const refresh = randomUUID();
    refreshes.set(refresh, to);
    return { id_token: token({ ...to.person, aud: to.clientId, ...nonce }), refresh_token: refresh };
  };
  /** The tokens of a grant; undefined when it is not good. */
  const granted = (form: URLSearchParams) => {
    const grant = form.get('grant_type') ?? '';
    grants.push(grant);
    const [store, name] = grant === 'refresh_token' ? [refreshes, grant] : ([codes, 'code'] as const);
    const held = store.get(form.get(name) ?? '');
    store.delete(form.get(name) ?? '');
    if (held === undefined || held.clientId !== form.get('client_id')) return undefined;
    if (grant === 'refresh_token') return given(held, {});
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits = proof === held.challenge && form.get('redirect_uri') === held.redirect;
    return fits ? given(held, { nonce: held.nonce }) : undefined;
  };
  const begin = (query: URLSearchParams): string => {
    if (query.get('response_type') !== 'code' || query.get('code_challenge_method') !== 'S256')
      return '<h1>Not a request for a code with PKCE</h1>';
    const links = Object.entries(people).map(([name, person]) => {
      const code = randomUUID();
      const back = new URL(query.get('redirect_uri') ?? '');
      codes.set(code, {
        redirect: back.href,
        challenge: query.get('code_challenge') ?? '',
        nonce: query.get('nonce') ?? '',
        clientId: query.get('client_id') ?? '',
        person,
      });
      back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
      return `<p><a href="${back.href.replaceAll('&', '&amp;')}">${name}</a></p>`;
    });
    return `<!doctype html><title>Provider</title><h1>Who are you?</h1>${links.join('')}`;
  };

  const served = await serve(0, 'oidc provider', async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(body));
    };
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return answer(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          end_session_endpoint: `${issuer}/end`,
          jwks_uri: `${issuer}/jwks.json`,
        });
      case '/jwks.json':
        return answer(200, { keys: [jwk] });
      case '/token': {
        const tokens = granted(await formOf(request));
        return tokens === undefined ? answer(400, { error: 'invalid_grant' }) : answer(200, tokens);
      }
      case '/authorize':
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(begin(searchParams));
        return;
      case '/end':
        response.writeHead(302, { location: searchParams.get('post_logout_redirect_uri') ?? '/' }).end();
        return;
      default:
        return answer(404, {});
    }
  });
  issuer = served.url;
  return { ...served, issuer, grants, token };
};
