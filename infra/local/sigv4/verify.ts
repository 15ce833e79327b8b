import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from './aws-error.ts';
import { canonicalRequest, sha256Hex } from './canonical.ts';
import { type Claim, readClaim } from './credentials.ts';
import { parseAmzDate } from './date.ts';
import { type PayloadMode, payloadMode } from './payload.ts';
import { sameSignature, scopeText, sign, signingKey } from './signing.ts';

export { AwsError } from './aws-error.ts';
export type { PayloadMode } from './payload.ts';

export type Verified = {
  accessKeyId: string;
  service: string;
  region: string;
  presigned: boolean;
  payload: PayloadMode;
};

export type SignedRequest = {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  /** Hex SHA-256 of the body, for callers whose client sends no `x-amz-content-sha256` (botocore except S3). */
  bodySha256?: string;
};

const MAX_SKEW_MS = 15 * 60 * 1000;

function checkTime(claim: Claim, now: Date): void {
  const at = parseAmzDate(claim.amzDate);
  if (at === undefined || !claim.amzDate.startsWith(claim.scope.date)) {
    throw new AwsError(
      'AccessDenied',
      403,
      'The date of the request is malformed or is not that of its credential.',
    );
  }
  const age = now.getTime() - at.getTime();
  if (claim.expires === undefined) {
    if (Math.abs(age) > MAX_SKEW_MS) {
      throw new AwsError(
        'RequestTimeTooSkewed',
        403,
        'The difference between the request time and the current time is too large.',
      );
    }
    return;
  }
  if (age < -MAX_SKEW_MS) throw new AwsError('AccessDenied', 403, 'Request is not yet valid');
  if (age > claim.expires * 1000) {
    throw new AwsError('AccessDenied', 403, 'Request has expired', {
      'X-Amz-Expires': String(claim.expires),
      Expires: new Date(at.getTime() + claim.expires * 1000).toISOString(),
      ServerTime: now.toISOString(),
    });
  }
}

/** S3 takes no `x-amz-*` header that the signature does not cover: whoever holds a link could add its own. */
function checkCoverage(claim: Claim, headers: IncomingHttpHeaders): void {
  const covered = new Set(claim.signedHeaders);
  const required = (name: string) =>
    name === 'host' || (claim.scope.service === 's3' && name.startsWith('x-amz-'));
  const bare = Object.keys(headers).filter(
    (name) => required(name) && name !== 'x-amz-content-sha256' && !covered.has(name),
  );
  if (bare.length > 0) {
    throw new AwsError(
      'AccessDenied',
      403,
      'There were headers present in the request which were not signed',
      {
        HeadersNotSigned: bare.join(', '),
      },
    );
  }
}

function payloadHash(req: SignedRequest, presigned: boolean): string {
  const header = req.headers['x-amz-content-sha256'];
  if (typeof header === 'string') return header;
  if (presigned) return 'UNSIGNED-PAYLOAD';
  return req.bodySha256 ?? sha256Hex('');
}

/**
 * Verifies Signature Version 4 in the `Authorization` header or in a presigned URL (AWS SigV4 documentation).
 * The body is not read: `payload` says how to check it while it streams.
 * Throws AwsError: MissingAuthenticationToken, InvalidAccessKeyId, SignatureDoesNotMatch, RequestTimeTooSkewed,
 * AccessDenied (expired link, unsigned `x-amz-*` header), all 403; malformed claims 400.
 */
export function verifySigV4(
  req: SignedRequest,
  secretOf: (accessKeyId: string) => string | undefined,
  now: Date,
): Verified {
  const claim = readClaim(req.url, req.headers);
  if (claim === undefined) {
    throw new AwsError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token');
  }
  const secret = secretOf(claim.accessKeyId);
  if (secret === undefined) {
    throw new AwsError(
      'InvalidAccessKeyId',
      403,
      'The AWS Access Key Id you provided does not exist in our records.',
      {
        AWSAccessKeyId: claim.accessKeyId,
      },
    );
  }
  checkTime(claim, now);
  checkCoverage(claim, req.headers);
  const presigned = claim.expires !== undefined;
  const key = signingKey(secret, claim.scope);
  const scope = scopeText(claim.scope);
  // A presigned link may be hashed over UNSIGNED-PAYLOAD although the client adds a header with the real hash.
  const hashes = new Set([payloadHash(req, presigned), ...(presigned ? ['UNSIGNED-PAYLOAD'] : [])]);
  const matches = [...hashes].some((hash) => {
    const { signedHeaders } = claim;
    const canonical = canonicalRequest({
      ...req,
      signedHeaders,
      service: claim.scope.service,
      payloadHash: hash,
    });
    const text = `AWS4-HMAC-SHA256\n${claim.amzDate}\n${scope}\n${sha256Hex(canonical)}`;
    return sameSignature(sign(key, text), claim.signature);
  });
  if (!matches) {
    throw new AwsError(
      'SignatureDoesNotMatch',
      403,
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { AWSAccessKeyId: claim.accessKeyId },
    );
  }
  const signing = { key, amzDate: claim.amzDate, scope, seedSignature: claim.signature };
  return {
    accessKeyId: claim.accessKeyId,
    service: claim.scope.service,
    region: claim.scope.region,
    presigned,
    payload: payloadMode(payloadHash(req, presigned), signing),
  };
}
