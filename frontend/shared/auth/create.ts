import type { SiteConfig } from '../config/schema.ts';
import type { Identity } from './port.ts';

/** The adapter a deployment asks for, loaded only then; undefined where a site has no sign-in. */
export const createIdentity = async (config: SiteConfig): Promise<Identity | undefined> => {
  if (config.identity === undefined) return undefined;
  if (config.identity.kind === 'cognito')
    return (await import('./cognito.ts')).cognitoIdentity(config.identity);
  const { oidcIdentity } = await import('./oidc.ts');
  return oidcIdentity(config.identity, {
    origin: window.location.origin,
    store: window.sessionStorage,
    fetch: (input, init) => window.fetch(input, init),
    go: (address) => window.location.assign(address),
    now: () => Date.now(),
  });
};
