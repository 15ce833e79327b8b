import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadAssembly, type Template } from './assembly.ts';
import { createModel } from './model.ts';
import { LOCAL_PLACE } from './place.ts';

/** A placeholder of Fn::Sub. */
const hole = (name: string) => `\${${name}}`;
const endpoint = 'http://127.0.0.1:4505';
const model = (stacks: Record<string, Template>) =>
  createModel({
    assembly: { stacks: new Map(Object.entries(stacks)), assets: new Map() },
    place: LOCAL_PLACE,
    endpoint,
  });
const topic = (properties: NonNullable<Template['Resources']>[string]['Properties']) =>
  ({ T: { Type: 'AWS::SNS::Topic', Properties: properties ?? {} } }) satisfies Template['Resources'];
const propertyOf = (template: Template) =>
  model({ s: template }).resources('AWS::SNS::Topic')[0]?.properties()['X'];

describe('intrinsic functions', () => {
  test.each([
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 1]] }, 'a-ap-southeast-1-1'],
    [
      'Sub with attributes',
      { 'Fn::Sub': `x${hole('Q.QueueName')}y${hole('AWS::AccountId')}${hole('!Z')}` },
      `xjobsy000000000000${hole('Z')}`,
    ],
    [
      'Sub with variables',
      { 'Fn::Sub': [hole('a') + hole('b'), { a: '1', b: { Ref: 'AWS::Partition' } }] },
      '1aws',
    ],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['GetAtt', { 'Fn::GetAtt': ['Q', 'Arn'] }, 'arn:aws:sqs:ap-southeast-1:000000000000:jobs'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Q.Arn' }, 'arn:aws:sqs:ap-southeast-1:000000000000:jobs'],
    ['Ref of a queue', { Ref: 'Q' }, `${endpoint}/000000000000/jobs`],
    ['Ref of a parameter', { Ref: 'P' }, 'given'],
    ['FindInMap', { 'Fn::FindInMap': ['M', 'a', 'b'] }, 'mapped'],
    ['If', { 'Fn::If': ['Yes', 'y', 'n'] }, 'y'],
    ['If with NoValue', { a: { 'Fn::If': ['No', 'y', { Ref: 'AWS::NoValue' }] } }, {}],
    ['https of this machine', { 'Fn::Join': ['', ['https://', '127.0.0.1:4500']] }, 'http://127.0.0.1:4500'],
    [
      'a policy condition',
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  ])('%s', (_, given, expected) => {
    const found = propertyOf({
      Resources: {
        ...topic({ X: given }),
        Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs' } },
      },
      Parameters: { P: { Default: 'given' } },
      Mappings: { M: { a: { b: 'mapped' } } },
      Conditions: {
        Yes: {
          'Fn::And': [
            { 'Fn::Equals': [{ Ref: 'AWS::Partition' }, 'aws'] },
            { 'Fn::Not': [{ Condition: 'No' }] },
          ],
        },
        No: { 'Fn::Or': [{ 'Fn::Equals': ['a', 'b'] }] },
      },
    });
    expect(found).toEqual(expected);
  });

  test('an unknown function is an error that names it', () => {
    expect(() => propertyOf({ Resources: topic({ X: { 'Fn::Magic': 1 } }) })).toThrow('Fn::Magic');
  });
  test('a missing resource or attribute is an error', () => {
    expect(() => propertyOf({ Resources: topic({ X: { Ref: 'Nobody' } }) })).toThrow('Nobody');
    expect(() => propertyOf({ Resources: topic({ X: { 'Fn::GetAtt': ['T', 'Nothing'] } }) })).toThrow(
      'Nothing',
    );
  });
});

describe('several stacks', () => {
  const stacks: Record<string, Template> = {
    b: { Resources: topic({ X: { 'Fn::ImportValue': 'a:Table' } }) },
    a: {
      Resources: { Table: { Type: 'AWS::DynamoDB::Table' } },
      Outputs: {
        O: { Value: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, Export: { Name: { 'Fn::Sub': 'a:Table' } } },
      },
    },
  };
  test('a value crosses them whatever their order', () => {
    const m = model(stacks);
    const [table] = m.resources('AWS::DynamoDB::Table');
    expect(m.resources('AWS::SNS::Topic')[0]?.properties()['X']).toBe(table?.attribute('StreamArn'));
  });
  test('what the endpoint says of a resource comes first', () => {
    const m = model(stacks);
    const [table] = m.resources('AWS::DynamoDB::Table');
    if (table) m.identify(table, { attributes: { StreamArn: 'arn:real' } });
    expect(m.resources('AWS::SNS::Topic')[0]?.properties()['X']).toBe('arn:real');
  });
  test('names do not change from one start to the next', () => {
    const once = model(stacks).resources('AWS::DynamoDB::Table')[0]?.ref();
    expect(once).toBe(model(stacks).resources('AWS::DynamoDB::Table')[0]?.ref());
    expect(once).toMatch(/^a-Table-[0-9a-f]{12}$/);
  });
  test('a missing export is an error', () => {
    expect(() =>
      model({ b: stacks['b'] ?? {} })
        .resources('AWS::SNS::Topic')[0]
        ?.properties(),
    ).toThrow('a:Table');
  });
});

test('an unknown resource type is an error that names it', () => {
  expect(() => model({ s: { Resources: { Farm: { Type: 'AWS::GameLift::Fleet' } } } })).toThrow(
    'AWS::GameLift::Fleet (s/Farm)',
  );
});

test('a resource whose condition does not hold is not there', () => {
  const m = model({
    s: {
      Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
      Resources: { T: { Type: 'AWS::SNS::Topic', Condition: 'No' } },
    },
  });
  expect(m.resources('AWS::SNS::Topic')).toEqual([]);
});

test('templates and assets are read from a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  mkdirSync(join(folder, 'asset.1'));
  writeFileSync(
    join(folder, 's.template.json'),
    JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } }),
  );
  const files = { abc: { source: { path: 'asset.1' }, destinations: { here: { objectKey: 'abc.zip' } } } };
  writeFileSync(join(folder, 's.assets.json'), JSON.stringify({ version: '1', files }));
  const assembly = loadAssembly(folder);
  expect([...assembly.stacks.keys()]).toEqual(['s']);
  expect(assembly.assets.get('abc.zip')).toBe(join(folder, 'asset.1'));
  expect(() => loadAssembly(join(folder, 'asset.1'))).toThrow('npm run synth');
});
