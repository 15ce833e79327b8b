import { describe, expect, test } from '@jest/globals';
import { createFaults, parseFault } from './faults.ts';
import { s3Operation } from './s3-operation.ts';

const request = { service: 'dynamodb', action: 'dynamodb:PutItem', principal: 'accept' };

describe('faults', () => {
  test('strike as often as asked for, in the order they came', () => {
    const faults = createFaults();
    faults.add({ kind: 'throttle', times: 2 });
    faults.add({ kind: 'conflict' });
    expect([1, 2, 3, 4].map(() => faults.take(request))).toEqual([
      'throttle',
      'throttle',
      'conflict',
      undefined,
    ]);
  });

  test.each([
    [{ service: 'sqs' }, false],
    [{ service: 'dynamodb', action: 'dynamodb:*Item' }, true],
    [{ action: 'dynamodb:GetItem' }, false],
    [{ principal: 'acc*' }, true],
    [{ principal: 'release' }, false],
  ])('%j strikes: %s', (match, strikes) => {
    const faults = createFaults();
    faults.add({ kind: 'drop', ...match });
    expect(faults.take(request)).toBe(strikes ? 'drop' : undefined);
  });

  test('of an object strike requests for it only', () => {
    const faults = createFaults();
    const s3 = { service: 's3', action: 's3:GetObject', principal: 'inspect' };
    faults.add({ kind: 'drop', object: 'intake/files/*/000002' });
    expect(faults.take({ ...s3, object: 'intake/files/D/000001' })).toBeUndefined();
    expect(faults.waiting()).toEqual([{ kind: 'drop', object: 'intake/files/*/000002', times: 1 }]);
    expect(faults.take(request)).toBeUndefined();
    expect(faults.take({ ...s3, object: 'intake/files/D/000002' })).toBe('drop');
  });

  test('can be taken back, one or all', () => {
    const faults = createFaults();
    const back = faults.add({ kind: 'drop' });
    faults.add({ kind: 'throttle', times: 9 });
    back();
    expect(faults.take(request)).toBe('throttle');
    faults.clear();
    expect(faults.take(request)).toBeUndefined();
  });

  test.each([
    [null],
    [{}],
    [{ kind: 'x' }],
    [{ kind: 'drop', times: 0 }],
    [{ kind: 'drop', service: 1 }],
    [{ kind: 'drop', typo: 1 }],
  ])('%j from outside is refused', (value) => {
    expect(() => parseFault(value)).toThrow();
  });
});

test.each([
  ['GET', '/b?list-type=2', 's3:ListObjects'],
  ['GET', '/b/k', 's3:GetObject'],
  ['GET', '/b/k?uploadId=1', 's3:ListParts'],
  ['HEAD', '/b/k', 's3:HeadObject'],
  ['PUT', '/b', 's3:PutBucket'],
  ['PUT', '/b/a/b', 's3:PutObject'],
  ['PUT', '/b/k?partNumber=1&uploadId=1', 's3:UploadPart'],
  ['POST', '/b/k?uploads', 's3:CreateMultipartUpload'],
  ['POST', '/b/k?uploadId=1', 's3:CompleteMultipartUpload'],
  ['DELETE', '/b/k?uploadId=1', 's3:AbortMultipartUpload'],
  ['DELETE', '/b/k', 's3:DeleteObject'],
])('%s %s is %s to a fault', (method, url, name) => {
  expect(s3Operation(method, url)).toBe(name);
});
