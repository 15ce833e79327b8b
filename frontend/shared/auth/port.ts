import type { RoleCode } from '@geoarchive/domain/roles.ts';

/** Who is signed in, from the claims of the ID token. */
export type Person = {
  id: string;
  name: string;
  email: string;
  roles: RoleCode[];
  organisation: string | undefined;
  node: string | undefined;
};

/** What signing in asks for next. */
export type Step =
  | { kind: 'done' }
  | { kind: 'new-password' }
  | { kind: 'code' }
  | { kind: 'enrol'; secret: string; uri: string }
  | { kind: 'forgotten'; username: string };

/** Sign-in inside the page: password, then what the pool asks for. Errors are `SignInError`. */
export type FormSignIn = {
  kind: 'form';
  begin: (username: string, password: string) => Promise<Step>;
  /** The new password or the six digits, as the last step asked. */
  answer: (value: string) => Promise<Step>;
  forgot: (username: string) => Promise<Step>;
  reset: (username: string, code: string, password: string) => Promise<void>;
};

/** Sign-in at the issuer's own page. */
export type RedirectSignIn = {
  kind: 'redirect';
  leave: (returnTo: string) => Promise<void>;
  /** Takes the answer in the address; gives the place to go back to. */
  arrive: (address: URL) => Promise<string>;
};

/** Identity as the sites know it (design §3, decision 4): one port, two adapters. */
export type Identity = {
  signIn: FormSignIn | RedirectSignIn;
  /** Whoever signed in on this device, also when the token has ended and there is no network to renew it; undefined when signed out. */
  person: () => Promise<Person | undefined>;
  /** A valid ID token, refreshed when it is about to end; undefined when signed out. Fails with `unreachable` when nothing answers. */
  token: () => Promise<string | undefined>;
  signOut: () => Promise<void>;
};
