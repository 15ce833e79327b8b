import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAccounts, demoAccounts, type Nodes } from './accounts.ts';
import { startAwsEndpoint } from './aws/endpoint.ts';
import { buildSites, repository, synthesize } from './build.ts';
import { clockHandler, openClock } from './clock.ts';
import { loadDemoData } from './demo-data.ts';
import type { Endpoints } from './endpoints.ts';
import { startDynamoDb } from './engines/dynamodb.ts';
import { startQueues } from './engines/queues.ts';
import { startEvents } from './events/events.ts';
import type { GivenEndpoint } from './given-endpoint.ts';
import { createRuntime } from './lambda/runtime.ts';
import { takeLock } from './lock.ts';
import { choosePorts, type Ports } from './ports.ts';
import { createClients } from './provision/clients.ts';
import { provision } from './provision/provision.ts';
import { seedOf } from './seed.ts';
import { distributions } from './sites/distribution.ts';
import { openState } from './state.ts';
import { loadAssembly } from './template/assembly.ts';
import { createModel, type Model } from './template/model.ts';
import { LOCAL_PLACE } from './template/place.ts';
import { startWeb } from './web.ts';

export type LocalOptions = {
  /** Folder that keeps everything from one start to the next. */
  state: string;
  /** First port; 0 takes a free range. */
  port: number;
  /** Forget what earlier runs left in the state folder. */
  fresh?: boolean;
  /** Load no demo data. */
  empty?: boolean;
  /** Build the sites whose sources changed (default). */
  sites?: boolean;
  /** Folder of already synthesized stacks; left out, the repository's own are synthesized when their sources changed. */
  assembly?: string;
  /** An AWS-compatible endpoint to run on instead of the engines of this machine. */
  given?: GivenEndpoint;
  /** Told what is being done, for people who wait. */
  progress?(step: string): void;
  /** Told of trouble while the run goes on. */
  report?(problem: string): void;
};
export type Local = { endpoints: Endpoints; close(): Promise<void> };

const named = (model: Model): Record<string, string> =>
  Object.fromEntries(
    [
      'AWS::DynamoDB::Table',
      'AWS::S3::Bucket',
      'AWS::SQS::Queue',
      'AWS::SNS::Topic',
      'AWS::Cognito::UserPool',
      'AWS::KMS::Key',
    ]
      .flatMap((type) => model.resources(type))
      .map((resource) => [`${resource.stack}/${resource.logicalId}`, resource.ref()]),
  );

/** The nodes of the deployment, as the functions are told in their settings. */
function nodesOf(model: Model): Nodes {
  const [first] = distributions(model);
  const codes = (name: 'nodes' | 'custodians'): string[] => {
    const nodes = first?.config[name];
    return Array.isArray(nodes)
      ? nodes.flatMap((node) =>
          typeof node === 'object' && node && 'code' in node ? [String(node['code'])] : [],
        )
      : [];
  };
  return { archives: codes('nodes'), custodians: codes('custodians') };
}

/** Waits for all, also when one fails: what the others opened must be known before it can be closed. */
async function settled<T extends readonly unknown[]>(
  work: [...T],
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** Sites are reached by their ports: whatever names a distribution's address gets that one. */
function addressSites(model: Model, ports: Ports): void {
  for (const { resource, site } of distributions(model)) {
    model.identify(resource, { attributes: { DomainName: `127.0.0.1:${ports[site]}` } });
  }
}

/**
 * Starts the whole system on this machine from its synthesized stacks, and returns when everything answers. `close`
 * ends every process and thread it started; the state stays.
 */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const { progress = () => undefined, report = (problem: string) => console.error(problem) } = options;
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (let next = closers.pop(); next; next = closers.pop()) await next();
  };
  const opened = <T extends { close(): Promise<void> | void }>(part: T): T => {
    closers.push(() => part.close());
    return part;
  };
  try {
    const lock = await takeLock(options.state);
    closers.push(lock.release);
    const ports = await choosePorts(options.port, lock.recovered ? 8000 : 0);
    const state = openState(options.state, options.fresh === true);
    progress('stacks');
    const building = options.sites === false ? undefined : buildSites();
    // Waited for below; a failure meanwhile must not count as unhandled.
    building?.catch(() => undefined);
    const { given } = options;
    const place = given?.place ?? LOCAL_PLACE;
    const { region } = place;
    const [dynamodb, queues] = await settled([
      // Java shares the processors with synthesis and site builds, and may have to wait for its turn.
      given ?? startDynamoDb({ port: ports.dynamodb, dataDir: state.dynamodb, startMs: 90_000 }).then(opened),
      given ?? startQueues({ port: ports.queues, dataDir: state.queues, region }).then(opened),
      options.assembly === undefined ? synthesize() : undefined,
    ]);
    progress('services');
    const clock = openClock(state.clock);
    let tick = async () => {};
    const endpoint = opened(
      await startAwsEndpoint({
        port: ports.aws,
        region,
        account: place.account,
        dataDir: state.aws,
        engines: { dynamodb, queues },
        ...(given && { elsewhere: given }),
        local: { clock: clockHandler(clock, () => tick()) },
      }),
    );
    lock.announce(endpoint.url);
    const assembly = loadAssembly(options.assembly ?? join(repository, 'cdk.out'));
    const model = createModel({ assembly, place, endpoint: endpoint.url });
    addressSites(model, ports);

    const seed = seedOf(state.seed);
    const credentials = given?.credentials ?? {
      accessKeyId: 'LOCALOPERATOR',
      secretAccessKey: createHmac('sha256', seed).update('operator').digest('hex').slice(0, 40),
    };
    endpoint.addPrincipal({ ...credentials, name: 'operator', statements: 'everything' });
    const clients = opened(createClients({ endpoint: endpoint.url, region, credentials }));
    await provision(model, clients);
    const accounts = await createAccounts(model, clients.cognito, demoAccounts(nodesOf(model)));

    progress('functions');
    const runtime = createRuntime({
      model,
      seed,
      logDir: state.logs,
      clockFile: state.clock,
      addPrincipal: endpoint.addPrincipal,
      ...(given && { credentials }),
    });
    const events = startEvents({ model, runtime, clients, state: state.events, now: clock.now, report });
    // Ending the threads first lets the sources' calls return at once; what was not finished comes again.
    closers.push(async () => {
      await Promise.all([events.close(), runtime.close()]);
    });
    tick = events.tick;
    const web = opened(await startWeb(model, runtime, ports, () => new Date()));
    progress('sites');
    await building;

    const endpoints: Endpoints = {
      submit: `http://127.0.0.1:${ports.submit}`,
      admin: `http://127.0.0.1:${ports.admin}`,
      portal: `http://127.0.0.1:${ports.portal}`,
      internalApi: web.internalApi,
      publicApi: web.publicApi,
      aws: { endpoint: endpoint.url, region, credentials },
      accounts,
      resources: named(model),
    };
    if (!options.empty) {
      progress('demo');
      await loadDemoData(state.demo, endpoints);
    }
    writeFileSync(state.endpoints, JSON.stringify(endpoints, null, 2), { mode: 0o600 });
    return { endpoints, close };
  } catch (error) {
    await close();
    throw error;
  }
}
