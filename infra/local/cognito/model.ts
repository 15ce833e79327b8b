import * as z from 'zod';

/** Cognito's state. Names follow its API where they go out as they are. */
const passwordPolicy = z.object({
  MinimumLength: z.number().default(8),
  RequireLowercase: z.boolean().default(false),
  RequireUppercase: z.boolean().default(false),
  RequireNumbers: z.boolean().default(false),
  RequireSymbols: z.boolean().default(false),
});
export type PasswordPolicy = z.infer<typeof passwordPolicy>;

const letterTemplate = z.object({ subject: z.string(), text: z.string() });

export const poolSchema = z.object({
  id: z.string(),
  name: z.string(),
  created: z.number(),
  mfa: z.enum(['OFF', 'ON', 'OPTIONAL']),
  /** Sign-in names: the address itself, with an id as user name, or an own user name with the address beside it. */
  emailIsUsername: z.boolean(),
  emailIsAlias: z.boolean(),
  policy: passwordPolicy,
  /** What it writes in its e-mails, with `{username}` and `{####}` to fill in. */
  letters: z.object({ invitation: letterTemplate, resetCode: letterTemplate }).default({
    invitation: {
      subject: 'Your temporary password',
      text: 'Your username is {username} and temporary password is {####}.',
    },
    resetCode: { subject: 'Your verification code', text: 'Your confirmation code is {####}' },
  }),
  /** Custom attributes (`custom:…`) and whether they may change. */
  custom: z.record(z.string(), z.object({ mutable: z.boolean() })),
  /** PKCS#8 PEM of the key that signs the tokens. */
  pem: z.string(),
  kid: z.string(),
  tags: z.record(z.string(), z.string()),
});
export type Pool = z.infer<typeof poolSchema>;

export const clientSchema = z.object({
  id: z.string(),
  poolId: z.string(),
  name: z.string(),
  flows: z.array(z.string()),
  /** Life of the tokens in seconds. */
  idSeconds: z.number(),
  accessSeconds: z.number(),
  refreshSeconds: z.number(),
  readable: z.array(z.string()).optional(),
  writable: z.array(z.string()).optional(),
  revocation: z.boolean(),
  hidesUsers: z.boolean(),
});
export type Client = z.infer<typeof clientSchema>;

export const userSchema = z.object({
  poolId: z.string(),
  username: z.string(),
  sub: z.string(),
  attributes: z.record(z.string(), z.string()),
  enabled: z.boolean(),
  status: z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED', 'RESET_REQUIRED']),
  created: z.number(),
  modified: z.number(),
  groups: z.array(z.string()),
  /** The password is kept as SRP's salt and verifier only (hexadecimal). */
  salt: z.string(),
  verifier: z.string(),
  totp: z.object({ secret: z.string(), verified: z.boolean(), enabled: z.boolean() }).optional(),
  reset: z.object({ code: z.string(), until: z.number(), tries: z.number() }).optional(),
});
export type User = z.infer<typeof userSchema>;

export const groupSchema = z.object({
  poolId: z.string(),
  name: z.string(),
  description: z.string(),
  precedence: z.number().optional(),
  created: z.number(),
});
export type Group = z.infer<typeof groupSchema>;

/** One sign-in: as long as it exists its refresh token and the access tokens from it are good. */
export const grantSchema = z.object({
  /** SHA-256 of the refresh token. */
  hash: z.string(),
  origin: z.string(),
  poolId: z.string(),
  clientId: z.string(),
  username: z.string(),
  signedIn: z.number(),
  expires: z.number(),
});
export type Grant = z.infer<typeof grantSchema>;
