import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createCognito } from '../cognito/cognito.ts';
import { isPublic } from '../cognito/public.ts';
import type { Place } from '../iam/place.ts';
import { createS3 } from '../s3/s3.ts';
import { readClaim } from '../sigv4/credentials.ts';
import {
  allowEveryOrigin,
  cognitoOperation,
  isCognitoPreflight,
  servePublicCognito,
  serveWellKnown,
  wellKnown,
} from './cognito-http.ts';
import { problemOf, sendProblem } from './errors.ts';
import { createFaults, type Fault } from './faults.ts';
import { createForwarder } from './forward.ts';
import { createKms } from './kms.ts';
import { faultsHandler, type LocalHandler, sendJson, serveLocal } from './local.ts';
import { type Elsewhere, passOn } from './pass-on.ts';
import { assertPrincipal, type Principal, refusal } from './principal.ts';
import { createQueues } from './queues.ts';
import { serveS3 } from './s3.ts';
import { createSignedServices } from './services.ts';
import { createSes, mailsHandler } from './ses.ts';
import { contextOf } from './signed.ts';

export type Endpoint = {
  url: string;
  /** Adds a caller, or replaces the one with the same access key. Throws when its role cannot be evaluated. */
  addPrincipal(principal: Principal): void;
  /** Injects a fault; the function returned takes it back. */
  inject(fault: Fault): () => void;
  close(): Promise<void>;
};

export type EndpointOptions = {
  port: number;
  region: string;
  account?: string;
  dataDir: string;
  engines: { dynamodb: { url: string }; queues: { url: string } };
  /** The clock of resources (retention, dates). Signatures are always checked against the machine's clock. */
  now?(): Date;
  /** Services that another endpoint serves: their requests go there unread, so no role and no fault applies. */
  elsewhere?: Elsewhere;
  /** Further `/_local/<name>` handlers, e.g. the clock of the local run. */
  local?: Readonly<Record<string, LocalHandler>>;
};

/**
 * Starts the one AWS endpoint of the local run, on the loopback interface: it verifies SigV4, holds every caller to
 * its role, serves S3, KMS and Cognito itself and forwards DynamoDB, SQS and SNS to their engines.
 * The account is 000000000000 and the partition `aws`, the only ones the engines know; so the region is none of `aws-cn`.
 */
export async function startAwsEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const { region, account = '000000000000', dataDir, engines, elsewhere, now = () => new Date() } = options;
  if (/^(cn|us-gov)-/.test(region))
    throw new Error(`The local run has only the partition aws, to which ${region} does not belong.`);
  const place: Place = { partition: 'aws', region, account };
  const principals = new Map<string, Principal>();
  const faults = createFaults();
  const forwarder = createForwarder();
  let url = '';
  const queues = createQueues({ forwarder, engineUrl: engines.queues.url, place, endpointUrl: () => url });
  const kms = createKms({ file: join(dataDir, 'kms.json'), place, now });
  const cognito = createCognito({
    dataDir: join(dataDir, 'cognito'),
    region,
    issuerBase: () => url,
    now: () => new Date(),
  });
  const ses = createSes({ file: join(dataDir, 'mail.ndjson'), now });
  const s3 = createS3({
    dataDir: join(dataDir, 's3'),
    region,
    authorise(accessKeyId, action, resource) {
      const principal = principals.get(accessKeyId);
      return !!principal && !refusal(principal, [{ action, resource }], contextOf(principal, place));
    },
    notify: queues.notify,
    now,
  });
  const secretOf = (accessKeyId: string) => principals.get(accessKeyId)?.secretAccessKey;
  const serveSigned = createSignedServices({
    place,
    engines,
    forwarder,
    queues,
    kms,
    cognito,
    ses,
    faults,
    secretOf,
    principalOf: (accessKeyId) => principals.get(accessKeyId),
  });
  const local: Readonly<Record<string, LocalHandler>> = {
    health: async (_req, res) => sendJson(res, 200, { status: 'ok' }),
    faults: faultsHandler(faults),
    mails: mailsHandler(ses),
    letters: async (_req, res) => sendJson(res, 200, cognito.letters()),
    ...options.local,
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const target = req.url ?? '/';
    if (target.startsWith('/_local/')) return serveLocal(local, req, res);
    if (elsewhere?.services.has(serviceOf(req))) return passOn(elsewhere.url, req, res);
    if (isCognitoPreflight(req)) {
      allowEveryOrigin(req, res);
      res.writeHead(204).end();
      return;
    }
    if (serveWellKnown(cognito, req, res)) return;
    const operation = cognitoOperation(req);
    if (operation && (isPublic(operation) || req.headers.authorization === undefined))
      return servePublicCognito(cognito, req, res);
    const service = serviceOf(req);
    if (service === 's3')
      return serveS3({ s3, faults, secretOf, nameOf: (id) => principals.get(id)?.name }, req, res);
    return serveSigned(service, req, res);
  }

  const server = createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      if (res.headersSent || res.destroyed) res.destroy();
      else sendProblem(res, 's3', problemOf(error));
    });
  });
  // Uploads of many gigabytes and long polls take their time.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : options.port}`;

  return {
    url,
    addPrincipal(principal) {
      assertPrincipal(principal);
      principals.set(principal.accessKeyId, principal);
    },
    inject: faults.add,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await s3.close();
      cognito.close();
      forwarder.close();
    },
  };
}

/** The service of a request: from its credential scope, else from its target header; what has neither is for S3. */
function serviceOf(req: IncomingMessage): string {
  if (cognitoOperation(req) || isCognitoPreflight(req) || wellKnown(req)) return 'cognito-idp';
  const claim = readClaim(req.url ?? '/', req.headers);
  if (claim) return claim.scope.service;
  const target = req.headers['x-amz-target'];
  if (typeof target !== 'string') return 's3';
  if (target.startsWith('DynamoDB')) return 'dynamodb';
  if (target.startsWith('AmazonSQS.')) return 'sqs';
  if (target.startsWith('TrentService.')) return 'kms';
  return 'unknown';
}
