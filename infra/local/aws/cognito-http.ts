import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Cognito } from '../cognito/cognito.ts';
import { isPublic } from '../cognito/public.ts';
import { AwsError } from '../sigv4/aws-error.ts';
import { readBody } from './body.ts';
import { problemOf, sendProblem } from './errors.ts';
import { sendJson } from './local.ts';
import { readCall } from './protocol.ts';

const targetPrefix = 'AWSCognitoIdentityProviderService.';

/** The operation of a Cognito request, from its target header or from a browser's preflight for one. */
export function cognitoOperation(req: IncomingMessage): string | undefined {
  const target = req.headers['x-amz-target'];
  return typeof target === 'string' && target.startsWith(targetPrefix)
    ? target.slice(targetPrefix.length)
    : undefined;
}

/** True for a browser's preflight before a Cognito call: S3 is never asked for that header. */
export const isCognitoPreflight = (req: IncomingMessage): boolean =>
  req.method === 'OPTIONS' &&
  /x-amz-target/i.test(String(req.headers['access-control-request-headers'] ?? ''));

/** Any page may ask Cognito, as in the cloud. */
export function allowEveryOrigin(req: IncomingMessage, res: ServerResponse): void {
  const headers = req.headers['access-control-request-headers'];
  res.setHeader('access-control-allow-origin', '*');
  res.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  if (typeof headers === 'string') res.setHeader('access-control-allow-headers', headers);
  res.setHeader('access-control-expose-headers', 'x-amzn-requestid, x-amzn-errortype, date');
  res.setHeader('access-control-max-age', '7200');
}

/** Serves the calls that carry a password or a token instead of a signature (sign-in, sign-out, own account). */
export async function servePublicCognito(
  cognito: Cognito,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  allowEveryOrigin(req, res);
  try {
    const { operation, input } = readCall(req.headers, await readBody(req, 128 * 1024));
    if (!isPublic(operation))
      throw new AwsError('MissingAuthenticationToken', 403, 'Missing Authentication Token');
    const answer = cognito.call(operation, input);
    const body = JSON.stringify(answer);
    res.writeHead(200, {
      'content-type': 'application/x-amz-json-1.1',
      'content-length': Buffer.byteLength(body),
    });
    res.end(body);
  } catch (error) {
    const problem = problemOf(error);
    res.setHeader('x-amzn-errortype', `${problem.code}:`);
    sendProblem(res, 'cognito-idp', problem);
  }
}

/** The pool and document of a request for a pool's published keys or settings. */
export const wellKnown = (req: IncomingMessage): RegExpExecArray | null =>
  req.method === 'GET'
    ? /^\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(req.url ?? '')
    : null;

/** Serves `/<poolId>/.well-known/jwks.json` and `openid-configuration`; false when the path is neither. */
export function serveWellKnown(cognito: Cognito, req: IncomingMessage, res: ServerResponse): boolean {
  const found = wellKnown(req);
  if (!found) return false;
  const [, poolId = '', document = ''] = found;
  const keys = cognito.jwks(poolId);
  allowEveryOrigin(req, res);
  if (!keys) {
    sendJson(res, 404, { message: `User pool ${poolId} does not exist` });
    return true;
  }
  const issuer = cognito.issuer(poolId);
  const configuration = {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'token'],
    subject_types_supported: ['public'],
  };
  sendJson(res, 200, document === 'jwks.json' ? keys : configuration);
  return true;
}
