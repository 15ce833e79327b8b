import { describe, expect, test } from '@jest/globals';
import { AwsError, type SignedRequest, verifySigV4 } from './verify.ts';

// The worked examples of the AWS documentation ("Authenticating requests: examples", 24 May 2013).
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const secretOf = (id: string): string | undefined => (id === 'AKIAIOSFODNN7EXAMPLE' ? SECRET : undefined);
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const CREDENTIAL = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
const NOW = new Date('2013-05-24T00:00:00Z');

const authorization = (signedHeaders: string, signature: string, credential = CREDENTIAL) =>
  `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${signedHeaders},Signature=${signature}`;

const getObject: SignedRequest = {
  method: 'GET',
  url: '/test.txt',
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': '20130524T000000Z',
    authorization: authorization(
      'host;range;x-amz-content-sha256;x-amz-date',
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ),
  },
};

const presigned: SignedRequest = {
  method: 'GET',
  url: `/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${CREDENTIAL.replaceAll('/', '%2F')}&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`,
  headers: { host: 'examplebucket.s3.amazonaws.com' },
};

const after = (ms: number) => new Date(NOW.getTime() + ms);

function refusal(
  req: SignedRequest,
  now = NOW,
  secrets = secretOf,
): { code: string; status: number; message: string } {
  try {
    verifySigV4(req, secrets, now);
  } catch (error) {
    if (error instanceof AwsError) return { code: error.code, status: error.status, message: error.message };
    throw error;
  }
  throw new Error('it was accepted');
}

describe('signature in the header', () => {
  test('the example of the documentation is accepted', () => {
    expect(verifySigV4(getObject, secretOf, NOW)).toEqual({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      service: 's3',
      region: 'us-east-1',
      presigned: false,
      payload: { kind: 'sha256', hex: EMPTY },
    });
  });

  test('parameters without a value are signed as empty (GET ?lifecycle)', () => {
    const signedHeaders = 'host;x-amz-content-sha256;x-amz-date';
    const headers = {
      host: 'examplebucket.s3.amazonaws.com',
      'x-amz-content-sha256': EMPTY,
      'x-amz-date': '20130524T000000Z',
      authorization: authorization(
        signedHeaders,
        'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
      ),
    };
    expect(verifySigV4({ method: 'GET', url: '/?lifecycle', headers }, secretOf, NOW).service).toBe('s3');
  });

  test.each([
    ['method', { ...getObject, method: 'PUT' }],
    ['path', { ...getObject, url: '/test.txT' }],
    ['query', { ...getObject, url: '/test.txt?versionId=1' }],
    ['header', { ...getObject, headers: { ...getObject.headers, range: 'bytes=0-99' } }],
    ['host', { ...getObject, headers: { ...getObject.headers, host: 'other' } }],
    [
      'payload hash',
      { ...getObject, headers: { ...getObject.headers, 'x-amz-content-sha256': EMPTY.replace('e', 'f') } },
    ],
  ])('a changed %s is refused', (_, req) => {
    expect(refusal(req)).toMatchObject({ code: 'SignatureDoesNotMatch', status: 403 });
  });

  test('a wrong secret is refused', () => {
    expect(refusal(getObject, NOW, () => 'other').code).toBe('SignatureDoesNotMatch');
  });

  test('an unknown key is refused', () => {
    expect(refusal(getObject, NOW, () => undefined)).toMatchObject({
      code: 'InvalidAccessKeyId',
      status: 403,
    });
  });

  test('15 minutes of skew are borne either way, more is not', () => {
    for (const ms of [-900_000, 900_000])
      expect(() => verifySigV4(getObject, secretOf, after(ms))).not.toThrow();
    for (const ms of [-901_000, 901_000]) {
      expect(refusal(getObject, after(ms))).toMatchObject({ code: 'RequestTimeTooSkewed', status: 403 });
    }
  });

  test('an x-amz header outside the signature is refused', () => {
    const headers = { ...getObject.headers, 'x-amz-storage-class': 'GLACIER' };
    expect(refusal({ ...getObject, headers })).toMatchObject({
      code: 'AccessDenied',
      status: 403,
      message: 'There were headers present in the request which were not signed',
    });
  });

  test('a request without a signature is told apart from a wrong one', () => {
    expect(refusal({ ...getObject, headers: { host: 'x' } }).code).toBe('MissingAuthenticationToken');
  });

  test.each([
    ['another scheme', 'Basic abc', 'InvalidRequest'],
    ['a broken credential', authorization('host', 'x', 'AKID/20130524/s3'), 'AuthorizationHeaderMalformed'],
    ['no signature', 'AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request', 'AuthorizationHeaderMalformed'],
  ])('%s is malformed', (_, value, code) => {
    expect(refusal({ ...getObject, headers: { ...getObject.headers, authorization: value } }).code).toBe(
      code,
    );
  });

  test('a credential of another day than the request is refused', () => {
    const other = authorization('host', 'x', CREDENTIAL.replace('20130524', '20130523'));
    expect(refusal({ ...getObject, headers: { ...getObject.headers, authorization: other } }).code).toBe(
      'AccessDenied',
    );
  });
});

describe('presigned URL', () => {
  test('the example of the documentation is accepted', () => {
    expect(verifySigV4(presigned, secretOf, NOW)).toMatchObject({
      presigned: true,
      payload: { kind: 'unsigned' },
    });
  });

  test('it lives to its last second', () => {
    expect(() => verifySigV4(presigned, secretOf, after(86_400_000))).not.toThrow();
    expect(refusal(presigned, after(86_400_001))).toEqual({
      code: 'AccessDenied',
      status: 403,
      message: 'Request has expired',
    });
  });

  test('it is not valid before its time', () => {
    expect(refusal(presigned, after(-901_000)).message).toBe('Request is not yet valid');
  });

  test('an added parameter or a longer life breaks the signature', () => {
    expect(refusal({ ...presigned, url: `${presigned.url}&versionId=2` }).code).toBe('SignatureDoesNotMatch');
    const longer = presigned.url.replace('Expires=86400', 'Expires=86401');
    expect(refusal({ ...presigned, url: longer }).code).toBe('SignatureDoesNotMatch');
  });

  test('a week is the longest life', () => {
    const url = presigned.url.replace('Expires=86400', 'Expires=604801');
    expect(refusal({ ...presigned, url })).toMatchObject({
      code: 'AuthorizationQueryParametersError',
      status: 400,
    });
  });

  test('a checksum header that was not signed is refused', () => {
    const headers = { ...presigned.headers, 'x-amz-checksum-sha256': 'x' };
    expect(refusal({ ...presigned, headers }).code).toBe('AccessDenied');
  });

  test('a missing parameter is named malformed', () => {
    const url = presigned.url.replace('X-Amz-SignedHeaders=host&', '');
    expect(refusal({ ...presigned, url }).code).toBe('AuthorizationQueryParametersError');
  });
});
