import * as z from 'zod';
import { isObject, type JsonObject } from '../template/json.ts';
import type { Model, Resource } from '../template/model.ts';

const behaviour = z.object({
  TargetOriginId: z.string(),
  PathPattern: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: z.string() })).default([]),
});
const schema = z.object({
  DistributionConfig: z.object({
    Comment: z.string().default(''),
    DefaultRootObject: z.string().optional(),
    DefaultCacheBehavior: behaviour,
    CacheBehaviors: z.array(behaviour).default([]),
    Origins: z.array(z.object({ Id: z.string(), DomainName: z.string() })),
  }),
});
const headerPolicy = z.object({
  ResponseHeadersPolicyConfig: z.object({
    SecurityHeadersConfig: z
      .object({
        ContentSecurityPolicy: z.object({ ContentSecurityPolicy: z.string() }).optional(),
        ContentTypeOptions: z.object({}).optional(),
        FrameOptions: z.object({ FrameOption: z.string() }).optional(),
        ReferrerPolicy: z.object({ ReferrerPolicy: z.string() }).optional(),
      })
      .optional(),
  }),
});

export const siteNames = ['submit', 'admin', 'portal'] as const;
export type SiteName = (typeof siteNames)[number];
export type Behaviour = {
  /** Such as `/api/*`; undefined for the default one. */
  pattern: string | undefined;
  /** Code of the function that sees each request first. */
  viewerRequest: string | undefined;
  headers: Record<string, string>;
  /** Id of the REST API behind it; undefined for the site's own files. */
  apiId: string | undefined;
};
export type Distribution = {
  site: SiteName;
  resource: Resource;
  rootObject: string;
  behaviours: Behaviour[];
  /** What the stack's output says is the site's `/config.json`. */
  config: JsonObject;
};

/** Headers of a policy; Strict-Transport-Security is left out: these ports speak http. */
function headersOf(model: Model, id: string | undefined): Record<string, string> {
  const policy = id === undefined ? undefined : model.byRef('AWS::CloudFront::ResponseHeadersPolicy', id);
  if (!policy) return {};
  const security = headerPolicy.parse(policy.properties()).ResponseHeadersPolicyConfig.SecurityHeadersConfig;
  const csp = security?.ContentSecurityPolicy?.ContentSecurityPolicy;
  const referrer = security?.ReferrerPolicy?.ReferrerPolicy;
  return {
    ...(csp && { 'Content-Security-Policy': csp }),
    ...(security?.ContentTypeOptions && { 'X-Content-Type-Options': 'nosniff' }),
    ...(security?.FrameOptions && { 'X-Frame-Options': security.FrameOptions.FrameOption }),
    ...(referrer && { 'Referrer-Policy': referrer }),
  };
}

function codeOf(
  model: Model,
  associations: z.infer<typeof behaviour>['FunctionAssociations'],
): string | undefined {
  const first = associations.find(({ EventType }) => EventType === 'viewer-request');
  const edge = first && model.byRef('AWS::CloudFront::Function', first.FunctionARN);
  const code = edge?.properties()['FunctionCode'];
  return typeof code === 'string' ? code : undefined;
}

/** The output `…SiteConfig…` of the same construct, whose name starts as the distribution's does. */
function configOf(model: Model, resource: Resource): JsonObject {
  const construct = resource.logicalId.replace(/Distribution[0-9A-F]{8}$/, '');
  const [, text] =
    Object.entries(model.outputs(resource.stack)).find(([name]) =>
      name.startsWith(`${construct}SiteConfig`),
    ) ?? [];
  const parsed: unknown = typeof text === 'string' ? JSON.parse(text) : {};
  return isObject(parsed) ? parsed : {};
}

const isSite = (word: string): word is SiteName => siteNames.some((name) => name === word);

/** Reads the distributions of the stacks. The last word of a distribution's comment is the site's name. */
export function distributions(model: Model): Distribution[] {
  const apis = model.resources('AWS::ApiGateway::RestApi').map((rest) => rest.ref());
  return model.resources('AWS::CloudFront::Distribution').map((resource) => {
    const p = schema.parse(resource.properties()).DistributionConfig;
    const site = p.Comment.split(' ').at(-1) ?? '';
    if (!isSite(site))
      throw new Error(`${resource.path}: '${p.Comment}' names none of the sites ${siteNames.join(', ')}`);
    const hosts = new Map(p.Origins.map(({ Id, DomainName }) => [Id, DomainName]));
    const read = (b: z.infer<typeof behaviour>): Behaviour => ({
      pattern: b.PathPattern,
      viewerRequest: codeOf(model, b.FunctionAssociations),
      headers: headersOf(model, b.ResponseHeadersPolicyId),
      apiId: apis.find((id) => hosts.get(b.TargetOriginId)?.startsWith(`${id}.`)),
    });
    return {
      site,
      resource,
      rootObject: p.DefaultRootObject ?? '',
      behaviours: [...p.CacheBehaviors, p.DefaultCacheBehavior].map(read),
      config: configOf(model, resource),
    };
  });
}
