import * as z from 'zod';
import type { Model, Resource } from '../template/model.ts';

export type Authorizer =
  | { kind: 'cognito'; poolArns: string[]; header: string }
  | { kind: 'token' | 'request'; functionArn: string; header: string; pattern: string | undefined };
export type Target =
  | { kind: 'lambda'; arn: string; timeoutMs: number }
  | { kind: 'mock'; status: number; headers: Record<string, string> };
export type Method = { resourceId: string; path: string; target: Target; authorizer: Authorizer | undefined };
/** A step of the path: what follows it, and the methods of the path that ends here. */
export type Node = { part: string; path: string; children: Node[]; methods: Map<string, Method> };
export type GatewayResponse = {
  statusCode: number | undefined;
  headers: Record<string, string>;
  template: string | undefined;
};
export type Api = {
  id: string;
  name: string;
  stage: string;
  stageVariables: Record<string, string> | null;
  root: Node;
  binaryMediaTypes: string[];
  responses: Map<string, GatewayResponse>;
};

const restApi = z.object({ Name: z.string().optional(), BinaryMediaTypes: z.array(z.string()).default([]) });
const child = z.object({ RestApiId: z.string(), ParentId: z.string(), PathPart: z.string() });
const integrationResponse = z.object({
  StatusCode: z.string(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
});
const methodSchema = z.object({
  RestApiId: z.string(),
  ResourceId: z.string(),
  HttpMethod: z.string(),
  AuthorizationType: z.enum(['NONE', 'COGNITO_USER_POOLS', 'CUSTOM']).default('NONE'),
  AuthorizerId: z.string().optional(),
  Integration: z.object({
    Type: z.enum(['AWS_PROXY', 'MOCK']),
    Uri: z.string().optional(),
    TimeoutInMillis: z.number().default(29_000),
    IntegrationResponses: z.array(integrationResponse).default([]),
  }),
});
const authorizerSchema = z.object({
  Type: z.enum(['COGNITO_USER_POOLS', 'TOKEN', 'REQUEST']),
  ProviderARNs: z.array(z.string()).default([]),
  AuthorizerUri: z.string().optional(),
  IdentitySource: z.string().default('method.request.header.Authorization'),
  IdentityValidationExpression: z.string().optional(),
});
const responseSchema = z.object({
  RestApiId: z.string(),
  ResponseType: z.string(),
  StatusCode: z.coerce.number().optional(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
  ResponseTemplates: z.record(z.string(), z.string()).default({}),
});
const stageSchema = z.object({
  RestApiId: z.string(),
  StageName: z.string(),
  Variables: z.record(z.string(), z.string()).optional(),
});

/** `arn:…:lambda:path/2015-03-31/functions/<function>/invocations` → the function. */
function functionOf(uri: string | undefined, where: string): string {
  const found = uri?.match(/functions\/(.+)\/invocations$/)?.[1];
  if (!found) throw new Error(`${where}: no function in the integration ${uri ?? ''}`);
  return found;
}

const unquote = (value: string): string => value.replace(/^'(.*)'$/s, '$1');
const headersOf = (parameters: Record<string, string>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), unquote(value)]),
  );

function authorizerOf(model: Model, id: string | undefined): Authorizer | undefined {
  if (id === undefined) return undefined;
  const resource = model.byRef('AWS::ApiGateway::Authorizer', id);
  if (!resource) throw new Error(`No authorizer ${id} in the stacks`);
  const p = authorizerSchema.parse(resource.properties());
  const header = p.IdentitySource.replace('method.request.header.', '').toLowerCase();
  if (p.Type === 'COGNITO_USER_POOLS') return { kind: 'cognito', poolArns: p.ProviderARNs, header };
  return {
    kind: p.Type === 'TOKEN' ? 'token' : 'request',
    functionArn: functionOf(p.AuthorizerUri, resource.path),
    header,
    pattern: p.IdentityValidationExpression,
  };
}

function targetOf(method: z.infer<typeof methodSchema>, where: string): Target {
  const { Type, Uri, TimeoutInMillis, IntegrationResponses } = method.Integration;
  if (Type === 'AWS_PROXY')
    return { kind: 'lambda', arn: functionOf(Uri, where), timeoutMs: TimeoutInMillis };
  const [first] = IntegrationResponses;
  const headers = headersOf(first?.ResponseParameters ?? {}, 'method.response.header.');
  return { kind: 'mock', status: Number(first?.StatusCode ?? 200), headers };
}

/** Reads one REST API of the stacks: its tree of paths, methods, authorizers and the gateway's own answers. */
export function readApi(model: Model, rest: Resource): Api {
  const id = rest.ref();
  const own = <T extends { RestApiId: string }>(type: string, schema: z.ZodType<T>) =>
    model
      .resources(type)
      .map((resource) => ({ resource, properties: schema.parse(resource.properties()) }))
      .filter(({ properties }) => properties.RestApiId === id);
  const parts = own('AWS::ApiGateway::Resource', child);
  const methods = own('AWS::ApiGateway::Method', methodSchema);

  function node(nodeId: string, part: string, path: string): Node {
    return {
      part,
      path: path || '/',
      children: parts
        .filter(({ properties }) => properties.ParentId === nodeId)
        .map(({ resource, properties: { PathPart } }) =>
          node(resource.ref(), PathPart, `${path}/${PathPart}`),
        ),
      methods: new Map(
        methods
          .filter(({ properties }) => properties.ResourceId === nodeId)
          .map(({ resource, properties: p }) => [
            p.HttpMethod,
            {
              resourceId: nodeId,
              path: path || '/',
              target: targetOf(p, resource.path),
              authorizer: p.AuthorizationType === 'NONE' ? undefined : authorizerOf(model, p.AuthorizerId),
            },
          ]),
      ),
    };
  }
  const stage = own('AWS::ApiGateway::Stage', stageSchema)[0]?.properties;
  if (!stage) throw new Error(`${rest.path} has no stage`);
  const { Name, BinaryMediaTypes } = restApi.parse(rest.properties());
  return {
    id,
    name: Name ?? rest.logicalId,
    stage: stage.StageName,
    stageVariables: stage.Variables ?? null,
    root: node(rest.attribute('RootResourceId'), '', ''),
    binaryMediaTypes: BinaryMediaTypes.map((type) => type.replaceAll('~1', '/')),
    responses: new Map(
      own('AWS::ApiGateway::GatewayResponse', responseSchema).map(({ properties: p }) => [
        p.ResponseType,
        {
          statusCode: p.StatusCode,
          headers: headersOf(p.ResponseParameters, 'gatewayresponse.header.'),
          template: p.ResponseTemplates['application/json'],
        },
      ]),
    ),
  };
}
