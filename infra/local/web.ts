import { siteFolder } from './build.ts';
import { type Api, readApi } from './gateway/api.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { createVerifier } from './gateway/jwt.ts';
import type { Runtime } from './lambda/runtime.ts';
import type { Ports } from './ports.ts';
import { type Served, serve } from './serve.ts';
import { distributions } from './sites/distribution.ts';
import { createSite } from './sites/site.ts';
import { isObject, type JsonObject } from './template/json.ts';
import type { Model } from './template/model.ts';
import { arn } from './template/place.ts';

export type Web = { internalApi: string; publicApi: string; close(): Promise<void> };

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

function issuerOf(model: Model, poolArn: string): string {
  const pool = model.byArn('AWS::Cognito::UserPool', poolArn);
  if (!pool) throw new Error(`No user pool ${poolArn} in the stacks`);
  return `${model.endpoint}/${pool.ref()}`;
}

/** Sites of this machine have no names, and a pool is not at Cognito's address: they are told where. */
function localConfig(of: JsonObject, endpoint: string, ports: Ports): JsonObject {
  const site = (port: number) => `http://127.0.0.1:${port}`;
  const config = { ...of, submit: site(ports.submit), portal: site(ports.portal) };
  const { identity } = of;
  return isObject(identity) && identity['kind'] === 'cognito'
    ? { ...config, identity: { ...identity, endpoint } }
    : config;
}

/** Serves the APIs and sites of the stacks on their ports. */
export async function startWeb(model: Model, runtime: Runtime, ports: Ports, now: () => Date): Promise<Web> {
  const keeper = {
    verify: createVerifier(() => new Date(), fetchJson),
    issuerOf: (poolArn: string) => issuerOf(model, poolArn),
    invoke: runtime.invoke,
    arnPrefix: arn(model.place, 'execute-api', '').slice(0, -1),
  };
  const apis = model.resources('AWS::ApiGateway::RestApi').map((rest) => readApi(model, rest));
  const gateways = new Map<string, Gateway>(apis.map((api) => [api.id, createGateway(api, keeper, now)]));
  const gatewayOf = (id: string): Gateway => {
    const gateway = gateways.get(id);
    if (!gateway) throw new Error(`No API ${id} in the stacks`);
    return gateway;
  };
  const served: Served[] = [];
  const open = async (api: Api | undefined, port: number): Promise<string> => {
    if (!api) return '';
    const one = await serve(port, api.name, gatewayOf(api.id));
    served.push(one);
    return `${one.url}/${api.stage}`;
  };
  const named = (word: string) => apis.find(({ name }) => name.endsWith(word));
  const internalApi = await open(named('internal'), ports.internalApi);
  const publicApi = await open(named('public'), ports.publicApi);
  for (const distribution of distributions(model)) {
    const { site } = distribution;
    const config = localConfig(distribution.config, model.endpoint, ports);
    const handler = createSite({ distribution, folder: siteFolder(site), config, gatewayOf });
    served.push(await serve(ports[site], `${site} site`, handler));
  }
  return {
    internalApi,
    publicApi,
    async close() {
      await Promise.all(served.map((one) => one.close()));
    },
  };
}
