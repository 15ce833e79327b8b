import * as z from 'zod';
import type { OidcConfig } from '../config/schema.ts';
import { endOf, payloadOf, personOf } from './claims.ts';
import { SignInError } from './errors.ts';
import { challengeOf, randomText } from './pkce.ts';
import type { Identity } from './port.ts';

const discovery = z.object({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  end_session_endpoint: z.url().optional(),
});
const tokens = z.object({ id_token: z.string(), refresh_token: z.string().optional() });
const pending = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});
type Tokens = z.infer<typeof tokens>;

/** What the adapter needs of a browser; tests give their own. */
export type Browser = {
  origin: string;
  store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  fetch: typeof fetch;
  go: (address: string) => void;
  now: () => number;
};

const keys = { pending: 'geoarchive.oidc.pending', tokens: 'geoarchive.oidc.tokens' } as const;
const marginMs = 60_000;

/** Identity by any OpenID Connect issuer: authorization code with PKCE (RFC 7636), refresh where the issuer grants it. */
export const oidcIdentity = (config: OidcConfig, browser: Browser): Identity => {
  const redirectUri = `${browser.origin}/sign-in`;
  /** Asks the issuer. What does not answer as one would (no network, a network that shows its own page) refuses nothing. */
  const reach = async <T>(schema: z.ZodType<T>, address: string, init?: RequestInit): Promise<T> => {
    const asked = async (): Promise<Response> => browser.fetch(address, init);
    const answer = await asked().catch((cause: unknown) => {
      throw new SignInError('unreachable', cause);
    });
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      throw new SignInError('expired', answer.status);
    const said = schema.safeParse(await answer.json().catch(() => undefined));
    if (!said.success) throw new SignInError('unreachable', answer.status);
    return said.data;
  };
  const issuer = () =>
    reach(discovery, `${config.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`).catch(
      (cause: unknown) => {
        throw new SignInError('unreachable', cause);
      },
    );
  const stored = (): Tokens | undefined => {
    const text = browser.store.getItem(keys.tokens);
    return text === null ? undefined : tokens.parse(JSON.parse(text));
  };
  const ask = async (form: Record<string, string>): Promise<Tokens> => {
    const given = await reach(tokens, (await issuer()).token_endpoint, {
      method: 'POST',
      body: new URLSearchParams({ client_id: config.clientId, ...form }),
    });
    browser.store.setItem(keys.tokens, JSON.stringify({ ...stored(), ...given }));
    return given;
  };
  const renew = async (refresh_token: string): Promise<string | undefined> => {
    try {
      return (await ask({ grant_type: 'refresh_token', refresh_token })).id_token;
    } catch (error) {
      if (!(error instanceof SignInError && error.code === 'expired')) throw error;
      browser.store.removeItem(keys.tokens);
      return undefined;
    }
  };
  let renewing: Promise<string | undefined> | undefined;
  /** Throws `unreachable` where the token has ended and nothing answers to renew it. */
  const token = async (): Promise<string | undefined> => {
    const held = stored();
    if (held === undefined) return undefined;
    if (endOf(held.id_token) - marginMs > browser.now()) return held.id_token;
    if (held.refresh_token === undefined) {
      // Nothing renews it. Without network nobody can sign in again either, so who it was stays known until there is one.
      await issuer();
      browser.store.removeItem(keys.tokens);
      return undefined;
    }
    // A page asks for several things at once, and a refresh token may be good once only: all wait for the same renewal.
    renewing ??= renew(held.refresh_token).finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  return {
    signIn: {
      kind: 'redirect',
      leave: async (returnTo) => {
        const held = { state: randomText(), nonce: randomText(), verifier: randomText(), returnTo };
        browser.store.setItem(keys.pending, JSON.stringify(held));
        const address = new URL((await issuer()).authorization_endpoint);
        address.search = new URLSearchParams({
          response_type: 'code',
          client_id: config.clientId,
          redirect_uri: redirectUri,
          scope: config.scope,
          state: held.state,
          nonce: held.nonce,
          code_challenge: await challengeOf(held.verifier),
          code_challenge_method: 'S256',
        }).toString();
        browser.go(address.href);
      },
      arrive: async (address) => {
        const text = browser.store.getItem(keys.pending);
        const code = address.searchParams.get('code');
        browser.store.removeItem(keys.pending);
        if (text === null || code === null) throw new SignInError('expired');
        const held = pending.parse(JSON.parse(text));
        if (held.state !== address.searchParams.get('state')) throw new SignInError('expired');
        const form = { grant_type: 'authorization_code', redirect_uri: redirectUri };
        const given = await ask({ ...form, code, code_verifier: held.verifier });
        const { nonce } = z.object({ nonce: z.string().optional() }).parse(payloadOf(given.id_token));
        if (nonce !== held.nonce) {
          browser.store.removeItem(keys.tokens);
          throw new SignInError('expired');
        }
        return held.returnTo;
      },
    },
    person: async () => {
      const held = await token().catch(() => stored()?.id_token);
      return held === undefined ? undefined : personOf(payloadOf(held), config.claims);
    },
    token,
    signOut: async () => {
      const held = stored();
      browser.store.removeItem(keys.tokens);
      const end = (await issuer().catch(() => undefined))?.end_session_endpoint;
      if (end === undefined || held === undefined) return browser.go('/');
      const address = new URL(end);
      address.searchParams.set('id_token_hint', held.id_token);
      address.searchParams.set('post_logout_redirect_uri', `${browser.origin}/`);
      browser.go(address.href);
    },
  };
};
