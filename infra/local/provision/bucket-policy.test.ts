import { describe, expect, test } from '@jest/globals';
import { policyFor } from './bucket-policy.ts';

const tls = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: '*',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const version = { ...tls, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } };
const reader = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };
const document = (...Statement: (typeof tls | typeof version | typeof reader)[]) => ({
  Version: '2012-10-17',
  Statement,
});
const read = (text: string | undefined): unknown => text && JSON.parse(text);

describe('the policy of a bucket', () => {
  test('is whole where the endpoint has TLS', () => {
    expect(read(policyFor('https://a', document(tls, reader)))).toEqual(document(tls, reader));
  });
  test('asks for no TLS where there is none', () => {
    expect(read(policyFor('http://a', document(tls, version, reader)))).toEqual(document(reader));
  });
  test('is none when nothing is left of it, or there was none', () => {
    expect(policyFor('http://a', document(tls))).toBeUndefined();
    expect(policyFor('http://a', undefined)).toBeUndefined();
  });
  test.each([
    { ...tls, Effect: 'Allow' },
    { ...tls, Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
    { ...tls, Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:ViaAWSService': 'false' } } },
    { ...tls, Condition: { ...tls.Condition, StringEquals: { 'aws:SourceAccount': '1' } } },
    { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' },
  ])('keeps what says something else: %j', (Statement) => {
    expect(read(policyFor('http://a', { Statement }))).toEqual({ Statement: [Statement] });
  });
});
