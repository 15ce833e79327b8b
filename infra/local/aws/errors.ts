import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';

/** An error before it is put into a service's form; `code` is the common name of the problem. */
export type Problem = {
  code: string;
  status: number;
  message: string;
  extra?: Readonly<Record<string, unknown>>;
};

type Protocol = 'json' | 'query' | 's3';

const protocols: Readonly<Record<string, Protocol>> = { sns: 'query', s3: 's3' };

type Names = Readonly<Record<string, [code: string, status: number]>>;

const jsonNames = (throttled: string): Names => ({
  AccessDenied: ['AccessDeniedException', 400],
  InvalidAccessKeyId: ['UnrecognizedClientException', 400],
  SignatureDoesNotMatch: ['InvalidSignatureException', 400],
  RequestTimeTooSkewed: ['InvalidSignatureException', 400],
  MissingAuthenticationToken: ['MissingAuthenticationTokenException', 400],
  Throttled: [throttled, 400],
});

/** How each service calls the problems that the endpoint itself finds; where nothing is said the code stays. */
const names: Readonly<Record<string, Names>> = {
  dynamodb: jsonNames('ProvisionedThroughputExceededException'),
  kms: jsonNames('ThrottlingException'),
  'cognito-idp': jsonNames('TooManyRequestsException'),
  sqs: {
    AccessDenied: ['AccessDenied', 403],
    InvalidAccessKeyId: ['InvalidClientTokenId', 403],
    Throttled: ['RequestThrottled', 403],
  },
  sns: {
    AccessDenied: ['AuthorizationError', 403],
    InvalidAccessKeyId: ['InvalidClientTokenId', 403],
    Throttled: ['Throttling', 400],
  },
  s3: { Throttled: ['SlowDown', 503] },
};

const escapeXml = (text: string) => text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

function xml(protocol: Protocol, code: string, problem: Problem, id: string): string {
  const extra = Object.entries(problem.extra ?? {})
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('');
  const inner = `<Code>${escapeXml(code)}</Code><Message>${escapeXml(problem.message)}</Message>${extra}`;
  return protocol === 's3'
    ? `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${inner}<RequestId>${id}</RequestId></Error>`
    : `<ErrorResponse><Error><Type>Sender</Type>${inner}</Error><RequestId>${id}</RequestId></ErrorResponse>`;
}

/** Answers with a problem in the form of the service: JSON with `__type`, or XML for SNS and S3. */
export function sendProblem(res: ServerResponse, service: string, problem: Problem): void {
  const protocol = protocols[service] ?? 'json';
  const own = names[service];
  const [code, status] = own?.[problem.code] ?? [problem.code, problem.status];
  const id = randomUUID();
  const body =
    protocol === 'json'
      ? JSON.stringify({ __type: code, message: problem.message, Message: problem.message, ...problem.extra })
      : xml(protocol, code, problem, id);
  if (service === 'sqs') res.setHeader('x-amzn-query-error', `${code};Sender`);
  res.writeHead(status, {
    'content-type': protocol === 'json' ? 'application/x-amz-json-1.0' : 'application/xml',
    [protocol === 's3' ? 'x-amz-request-id' : 'x-amzn-requestid']: id,
    'content-length': Buffer.byteLength(body),
  });
  res.end(body);
}

/** What an error thrown on the way means for the caller: a refusal keeps its code, anything else is InternalFailure. */
export function problemOf(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'code' in error && 'status' in error) {
    const { code, status } = error;
    if (typeof code === 'string' && typeof status === 'number') {
      const details = 'details' in error && typeof error.details === 'object' ? { ...error.details } : {};
      return { code, status, message, extra: details };
    }
  }
  return { code: 'InternalFailure', status: 500, message };
}
