import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assertEvaluable, evaluate } from './evaluate.ts';
import type { Statement } from './statement.ts';
import { fits } from './wildcard.ts';

const bucket = 'arn:aws:s3:::intake';
const get = { action: 's3:GetObject', resource: `${bucket}/files/a` };
const allow = (more: Partial<Statement>): Statement => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `${bucket}/files/*`,
  ...more,
});
/** A statement as a template might hold it, which the types would not let through. */
const odd = (statement: Record<string, unknown>): Statement => Object.assign(allow({}), statement);

describe('evaluate', () => {
  test('nothing is allowed without a statement', () => {
    expect(evaluate([], get)).toBe('implicit-deny');
  });

  test('action and resource must both fit', () => {
    expect(evaluate([allow({})], get)).toBe('allow');
    expect(evaluate([allow({})], { ...get, action: 's3:PutObject' })).toBe('implicit-deny');
    expect(evaluate([allow({})], { ...get, resource: `${bucket}/bundles/a` })).toBe('implicit-deny');
    expect(evaluate([allow({})], { ...get, resource: bucket })).toBe('implicit-deny');
  });

  test('lists and wildcards, actions in any case, resources in the right one', () => {
    const statements = [allow({ Action: ['kms:Sign', 'S3:get*'], Resource: ['x', `${bucket}/*`] })];
    expect(evaluate(statements, get)).toBe('allow');
    expect(evaluate(statements, { ...get, resource: get.resource.toUpperCase() })).toBe('implicit-deny');
  });

  test('a deny wins wherever it stands', () => {
    const deny = allow({ Effect: 'Deny', Resource: `${bucket}/files/a` });
    expect(evaluate([allow({}), deny], get)).toBe('deny');
    expect(evaluate([deny, allow({})], get)).toBe('deny');
    expect(evaluate([deny, allow({})], { ...get, resource: `${bucket}/files/b` })).toBe('allow');
  });

  test('NotAction and NotResource mean everything else', () => {
    const { Action: _action, ...noAction } = allow({});
    expect(evaluate([{ ...noAction, NotAction: 's3:Delete*' }], get)).toBe('allow');
    expect(evaluate([{ ...noAction, NotAction: 's3:*' }], get)).toBe('implicit-deny');
    const { Resource: _resource, ...noResource } = allow({});
    expect(evaluate([{ ...noResource, NotResource: bucket }], get)).toBe('allow');
  });

  test('the insecure transport denial of CDK does not hold on the local hop, which stands for TLS', () => {
    const insecure = odd({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } });
    const context = { 'aws:SecureTransport': 'true' };
    expect(evaluate([insecure, allow({})], { ...get, context })).toBe('allow');
    expect(evaluate([insecure, allow({})], { ...get, context: { 'aws:SecureTransport': 'false' } })).toBe(
      'deny',
    );
  });

  test('conditions: all keys must hold, any value of a key, and a missing key fails', () => {
    const Condition = {
      ArnLike: { 'aws:SourceArn': ['arn:aws:s3:::other', 'arn:aws:s3:::int*'] },
      StringEquals: { 'aws:SourceAccount': '000000000000' },
    };
    const decide = (context: Record<string, string>) => evaluate([allow({ Condition })], { ...get, context });
    expect(decide({ 'aws:SourceArn': bucket, 'aws:SourceAccount': '000000000000' })).toBe('allow');
    expect(decide({ 'AWS:sourceArn': bucket, 'aws:SourceAccount': '1' })).toBe('implicit-deny');
    expect(decide({ 'aws:SourceArn': bucket })).toBe('implicit-deny');
    const not = allow({ Condition: { StringNotEquals: { 'aws:SourceAccount': '1' } } });
    expect(evaluate([not], get)).toBe('allow');
    expect(evaluate([not], { ...get, context: { 'aws:SourceAccount': '1' } })).toBe('implicit-deny');
  });

  test.each([
    ['an operator', { Condition: { IpAddress: { 'aws:SourceIp': '::1' } } }, 'IpAddress'],
    ['a key', { Condition: { StringEquals: { 'aws:username': 'x' } } }, 'aws:username'],
    ['an element', { Principal: '*' }, 'Principal'],
    ['an effect', { Effect: 'Maybe' }, 'Maybe'],
    ['an unresolved resource', { Resource: { Ref: 'X' } }, 'Ref'],
    ['no resource', { Resource: undefined }, 'Resource'],
    ['both actions', { NotAction: 's3:*' }, 'NotAction'],
  ])('%s that it does not know is an error naming it, wherever it applies', (_what, more, name) => {
    const statement = odd({
      ...more,
      ...('Resource' in more || 'NotAction' in more ? {} : { Resource: bucket }),
    });
    expect(() => assertEvaluable([allow({}), statement])).toThrow(name);
  });
});

describe('wildcards', () => {
  test('a pattern without wildcards fits only itself, whatever characters it holds', () => {
    const plain = fc.string().filter((text) => !/[*?]/.test(text));
    fc.assert(fc.property(plain, plain, (a, b) => fits(a, b) === (a === b)));
  });

  test('a star fits whatever stands in its place, also nothing, slashes and line ends', () => {
    const plain = fc.string().filter((text) => !/[*?]/.test(text));
    fc.assert(fc.property(plain, fc.string(), plain, (a, middle, b) => fits(`${a}*${b}`, a + middle + b)));
    expect(fits('a?c', 'abc')).toBe(true);
    expect(fits('a?c', 'ac')).toBe(false);
  });
});
