import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { actionsOf, type ServiceCall } from '../iam/actions.ts';
import type { Place } from '../iam/place.ts';
import { AwsError, verifySigV4 } from '../sigv4/verify.ts';
import { readBody } from './body.ts';
import type { Fault, Faults } from './faults.ts';
import type { Reply } from './forward.ts';
import { type Principal, refusal, refusalText } from './principal.ts';

/** Largest request of each service, in bytes (SQS and SNS with room for the encoding around the messages). */
const limits: Readonly<Record<string, number>> = {
  dynamodb: 16 * 1024 * 1024,
  sqs: 2 * 1024 * 1024,
  sns: 2 * 1024 * 1024,
  kms: 64 * 1024,
  ses: 1024 * 1024,
  'cognito-idp': 128 * 1024,
};

export type Incoming = {
  service: string;
  call: ServiceCall;
  body: Buffer;
  target: string;
  req: IncomingMessage;
};

/** Verifies a signed request to a service with small requests (all but S3) and reads its call. */
export async function receive(
  req: IncomingMessage,
  service: string,
  secretOf: (accessKeyId: string) => string | undefined,
  read: (headers: IncomingMessage['headers'], body: Buffer) => ServiceCall,
): Promise<{ incoming: Incoming; accessKeyId: string }> {
  const limit = limits[service];
  if (limit === undefined)
    throw new AwsError('UnknownOperationException', 400, `Service ${service} is not part of the local run`);
  const body = await readBody(req, limit);
  const bodySha256 = createHash('sha256').update(body).digest('hex');
  const { method = 'POST', url = '/', headers } = req;
  const { accessKeyId } = verifySigV4({ method, url, headers, bodySha256 }, secretOf, new Date());
  const claimed = headers['x-amz-content-sha256'];
  if (typeof claimed === 'string' && claimed !== bodySha256)
    throw new AwsError('SignatureDoesNotMatch', 403, 'The body does not fit x-amz-content-sha256.');
  const target = headers['x-amz-target'];
  const call = read(headers, body);
  return {
    incoming: { service, call, body, target: typeof target === 'string' ? target : '', req },
    accessKeyId,
  };
}

/** Throws AccessDenied when the principal's role does not allow what the call needs. */
export function authorise(
  principal: Principal,
  { service, call }: Incoming,
  place: Place,
  keyIdOf: (idOrAlias: string) => string,
): void {
  const demands = actionsOf(service, call, place, keyIdOf);
  const refused = refusal(principal, demands, contextOf(principal, place));
  if (refused) throw new AwsError('AccessDenied', 403, refusalText(principal.name, place.account, refused));
}

/** The condition keys that the endpoint knows of a request. The local hop stands for the TLS connection of the cloud. */
export const contextOf = (principal: Principal, place: Place) => ({
  'aws:SecureTransport': 'true',
  'aws:RequestedRegion': place.region,
  'aws:PrincipalArn': `arn:${place.partition}:iam::${place.account}:role/${principal.name}`,
});

const cut = (res: ServerResponse) => res.socket?.destroy();

function conflict({ call }: Incoming): AwsError | Reply {
  const items = call.input['TransactItems'];
  if (!Array.isArray(items))
    return new AwsError('TransactionConflictException', 400, 'Transaction is ongoing for the item');
  const reasons = items.map((_, at) =>
    at === 0
      ? { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' }
      : { Code: 'None' },
  );
  const body = JSON.stringify({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map((r) => r.Code).join(', ')}]`,
    Message: 'Transaction cancelled, please refer cancellation reasons for specific reasons',
    CancellationReasons: reasons,
  });
  return { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: Buffer.from(body) };
}

/** Carries out a call, or the fault that waits for it. Undefined means that the connection was cut. */
export async function withFaults(
  faults: Faults,
  principal: string,
  incoming: Incoming,
  res: ServerResponse,
  run: () => Promise<Reply>,
): Promise<Reply | undefined> {
  const action = `${incoming.service}:${incoming.call.operation}`;
  const kind: Fault['kind'] | undefined = faults.take({ service: incoming.service, action, principal });
  switch (kind) {
    case undefined:
      return run();
    case 'throttle':
      throw new AwsError('Throttled', 400, 'Rate exceeded (injected)');
    case 'conflict': {
      const answer = conflict(incoming);
      if (answer instanceof AwsError) throw answer;
      return answer;
    }
    case 'drop':
      cut(res);
      return undefined;
    case 'drop-reply':
      await run();
      cut(res);
      return undefined;
  }
}
