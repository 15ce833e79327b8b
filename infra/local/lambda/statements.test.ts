import { describe, expect, test } from '@jest/globals';
import type { Template } from '../template/assembly.ts';
import type { JsonObject } from '../template/json.ts';
import { createModel } from '../template/model.ts';
import { LOCAL_PLACE } from '../template/place.ts';
import { statementsOf } from './statements.ts';

const allow = (Action: string) => ({ Effect: 'Allow', Action, Resource: '*' });
const document = (Action: string) => ({ Version: '2012-10-17', Statement: [allow(Action)] });
const model = (resources: NonNullable<Template['Resources']>) =>
  createModel({
    assembly: { stacks: new Map([['s', { Resources: resources }]]), assets: new Map() },
    place: LOCAL_PLACE,
    endpoint: 'http://127.0.0.1:1',
  });
const role = (properties: JsonObject = {}) => ({
  R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', ...properties } },
});

describe('statements of a role', () => {
  test('come from its own, attached and managed policies', () => {
    const m = model({
      ...role({
        Policies: [{ PolicyName: 'own', PolicyDocument: document('a:Own') }],
        ManagedPolicyArns: [{ Ref: 'M' }, 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
      }),
      P: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyDocument: document('a:Attached'), Roles: [{ Ref: 'R' }] },
      },
      Q: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: document('a:Others'), Roles: ['x'] } },
      M: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document('a:Managed') } },
    });
    const actions = statementsOf(m, 'r').flatMap(({ Action }) => Action ?? []);
    expect(actions).toEqual(
      expect.arrayContaining(['a:Own', 'a:Attached', 'a:Managed', 'logs:PutLogEvents']),
    );
    expect(actions).not.toContain('a:Others');
  });

  test('an unknown managed policy is an error that names it', () => {
    const m = model(role({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }));
    expect(() => statementsOf(m, 'r')).toThrow('AdministratorAccess');
  });

  test('an element it does not know is an error', () => {
    const Statement = [{ ...allow('a:B'), Principal: '*' }];
    const m = model(role({ Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }] }));
    expect(() => statementsOf(m, 'r')).toThrow('Principal');
  });
});
