import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cognito } from '../cognito/cognito.ts';
import type { Place } from '../iam/place.ts';
import { AwsError } from '../sigv4/aws-error.ts';
import { forwardDynamoDb } from './dynamodb.ts';
import { problemOf, sendProblem } from './errors.ts';
import type { Faults } from './faults.ts';
import type { Forwarder, Reply } from './forward.ts';
import type { Kms } from './kms.ts';
import type { Principal } from './principal.ts';
import { readCall } from './protocol.ts';
import type { Queues } from './queues.ts';
import { type Ses, sesOperation } from './ses.ts';
import { authorise, type Incoming, receive, withFaults } from './signed.ts';

export type SignedServices = {
  place: Place;
  engines: { dynamodb: { url: string } };
  forwarder: Forwarder;
  queues: Queues;
  kms: Kms;
  cognito: Cognito;
  ses: Ses;
  faults: Faults;
  secretOf(accessKeyId: string): string | undefined;
  principalOf(accessKeyId: string): Principal | undefined;
};

const json = (value: unknown): Reply => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
  body: Buffer.from(JSON.stringify(value)),
});

const readMail = (url: string) => (headers: IncomingMessage['headers'], body: Buffer) => ({
  ...readCall({ ...headers, 'x-amz-target': 'SES.Unknown' }, body),
  operation: sesOperation(url),
});

/** Serves the signed requests to every service but S3: verify, hold to the role, carry out, answer. */
export function createSignedServices(deps: SignedServices) {
  async function run({ service, call, body, target }: Incoming): Promise<Reply> {
    switch (service) {
      case 'dynamodb':
        return forwardDynamoDb(deps.forwarder, deps.engines.dynamodb.url, deps.place, target, call);
      case 'sqs':
        return deps.queues.sqs(call);
      case 'sns':
        return deps.queues.sns(body);
      case 'kms':
        return json(deps.kms.call(call.operation, call.input));
      case 'cognito-idp':
        return json(deps.cognito.call(call.operation, call.input));
      case 'ses':
        return json(deps.ses.call(call.operation, call.input));
      default:
        throw new AwsError(
          'UnknownOperationException',
          400,
          `Service ${service} is not part of the local run`,
        );
    }
  }

  return async function serveSigned(
    service: string,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    try {
      const { incoming, accessKeyId } = await receive(
        req,
        service,
        deps.secretOf,
        service === 'ses' ? readMail(req.url ?? '') : readCall,
      );
      const principal = deps.principalOf(accessKeyId);
      if (!principal) throw new AwsError('AccessDenied', 403, `${accessKeyId} has no role`);
      authorise(principal, incoming, deps.place, deps.kms.keyIdOf);
      const reply = await withFaults(deps.faults, principal.name, incoming, res, () => run(incoming));
      if (!reply) return;
      if (res.destroyed) return await deps.queues.giveBack(incoming.call, reply);
      res.writeHead(reply.status, { ...reply.headers, 'content-length': String(reply.body.length) });
      res.end(reply.body);
    } catch (error) {
      if (res.destroyed) return;
      sendProblem(res, service, problemOf(error));
    }
  };
}
