import * as z from 'zod';

const cognito = z.object({
  kind: z.literal('cognito'),
  region: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
  /** Only where the pool is not at its usual address: the local run. */
  endpoint: z.url().optional(),
  flow: z.enum(['srp', 'password']).default('srp'),
});

const oidc = z.object({
  kind: z.literal('oidc'),
  issuer: z.url(),
  clientId: z.string(),
  scope: z.string().default('openid profile email'),
  /** How the issuer names the claims with roles, organisation and node. */
  claims: z
    .object({ roles: z.string(), organisation: z.string(), node: z.string() })
    .default({ roles: 'groups', organisation: 'organisation', node: 'node' }),
});

export const siteConfigSchema = z.object({
  /** The deployment's name. */
  deployment: z.string(),
  kind: z.string(),
  /** Archive nodes a deposit may go to. */
  nodes: z
    .array(
      z.object({
        code: z.string(),
        name: z.object({ zh: z.string(), en: z.string() }),
        /** Region of a provincial archive. */
        province: z.string().optional(),
      }),
    )
    .default([]),
  /** Entrusted custodians (委托保管单位): nodes of staff that receive no deposits. */
  custodians: z
    .array(z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }))
    .default([]),
  /** Days that the papers of a chase give, by step; the domain's where a deployment sets none. */
  chase: z
    .partialRecord(z.enum(['demand', 'order', 'propose', 'fine', 'correct']), z.number().int())
    .optional(),
  /** Where what is public is looked for: staff are led there. */
  portal: z.url().optional(),
  /** Where people hand in, and ask for data: the portal leads there. */
  submit: z.url().optional(),
  identity: z.discriminatedUnion('kind', [cognito, oidc]).optional(),
  /** `records`: whether the catalogue's tiles are made here; `tianditu`: the key for the national map service. */
  map: z
    .object({ records: z.boolean(), tianditu: z.object({ key: z.string() }).optional() })
    .default({ records: false }),
});

/** What a deployment tells its sites: `/config.json`. */
export type SiteConfig = z.infer<typeof siteConfigSchema>;
export type CognitoConfig = z.infer<typeof cognito>;
export type OidcConfig = z.infer<typeof oidc>;
