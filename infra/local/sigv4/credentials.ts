import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from './aws-error.ts';
import { splitUrl } from './encode.ts';
import type { Scope } from './signing.ts';

/** What a request says about its own signature. */
export type Claim = {
  accessKeyId: string;
  scope: Scope;
  signedHeaders: string[];
  signature: string;
  amzDate: string;
  /** Seconds a presigned URL lives; absent for a signature in the header. */
  expires?: number;
};

const ALGORITHM = 'AWS4-HMAC-SHA256';

function parseCredential(text: string, code: string): { accessKeyId: string; scope: Scope } {
  const parts = text.split('/');
  const [end, service, region, date] = parts.slice(-4).reverse();
  const accessKeyId = parts.slice(0, -4).join('/');
  if (end !== 'aws4_request' || !accessKeyId || !date || !region || !service) {
    throw new AwsError(
      code,
      400,
      'The credential is malformed; expecting "<key>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    );
  }
  return { accessKeyId, scope: { date, region, service } };
}

function fromHeader(authorization: string, headers: IncomingHttpHeaders): Claim {
  const code = 'AuthorizationHeaderMalformed';
  const fields = new Map(
    authorization
      .slice(ALGORITHM.length)
      .split(',')
      .map((field): [string, string] => {
        const [name = '', ...value] = field.trim().split('=');
        return [name, value.join('=')];
      }),
  );
  const signedHeaders = fields.get('SignedHeaders');
  const signature = fields.get('Signature');
  const amzDate = headers['x-amz-date'];
  if (!signedHeaders || !signature) {
    throw new AwsError(code, 400, 'The authorization header that you provided is not valid.');
  }
  if (typeof amzDate !== 'string') {
    throw new AwsError('AccessDenied', 403, 'AWS authentication requires a valid Date or x-amz-date header');
  }
  const credential = parseCredential(fields.get('Credential') ?? '', code);
  return { ...credential, signedHeaders: signedHeaders.split(';'), signature, amzDate };
}

function fromQuery(query: ReadonlyMap<string, string>): Claim {
  const code = 'AuthorizationQueryParametersError';
  const need = (name: string): string => {
    const value = query.get(name);
    if (!value) {
      throw new AwsError(
        code,
        400,
        'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
      );
    }
    return value;
  };
  const expires = Number(need('X-Amz-Expires'));
  if (!Number.isInteger(expires) || expires < 0) {
    throw new AwsError(code, 400, 'X-Amz-Expires should be a number');
  }
  if (expires > 604_800) {
    throw new AwsError(code, 400, 'X-Amz-Expires must be less than a week (in seconds) that is 604800');
  }
  return {
    ...parseCredential(need('X-Amz-Credential'), code),
    signedHeaders: need('X-Amz-SignedHeaders').split(';'),
    signature: need('X-Amz-Signature'),
    amzDate: need('X-Amz-Date'),
    expires,
  };
}

/** Reads the SigV4 claim of a request from its header or its presigned query; undefined when it has none. */
export function readClaim(url: string, headers: IncomingHttpHeaders): Claim | undefined {
  const query = new Map(splitUrl(url).query);
  if (query.get('X-Amz-Algorithm') === ALGORITHM) return fromQuery(query);
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  if (!authorization.startsWith(`${ALGORITHM} `)) {
    throw new AwsError(
      'InvalidRequest',
      400,
      `The authorization mechanism you have provided is not supported. Please use ${ALGORITHM}.`,
    );
  }
  return fromHeader(authorization, headers);
}
