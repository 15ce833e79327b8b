import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { publicSettings } from './constructs/public-settings.ts';
import { chooseDeployment } from './deployments.ts';
import { readSettings } from './settings.ts';

const good = {
  name: 'geoarchive',
  kind: 'cloud',
  partition: 'aws',
  nodes: [{ code: 'NGA', name: { zh: '全国地质资料馆', en: 'National Geological Archives' } }],
  identity: { kind: 'cognito', flow: 'srp' },
  internalAccess: { kind: 'ip-ranges', ranges: ['203.0.113.0/24'] },
};

test('what is left out has its default', () => {
  const settings = readSettings(good);
  expect(settings.searchEngine).toEqual({ kind: 'snapshot' });
  expect(settings.carrier).toEqual({ kind: 'direct' });
  expect(settings.retention.logDays).toBe(180);
  expect(settings.reservedConcurrency.functions).toEqual({});
});

test('sites and functions are told custodians apart from archives', () => {
  const cnpc = { code: 'CNPC', name: { zh: '中国石油', en: 'CNPC' } };
  const settings = readSettings({ ...good, nodes: [...good.nodes, { ...cnpc, kind: 'custodian' }] });
  expect(publicSettings(settings)).toMatchObject({ nodes: good.nodes, custodians: [cnpc] });
});

test('a key for 天地图 has its form; without one maps need no network', () => {
  expect(readSettings(good).map).toEqual({});
  const map = { tianditu: { key: '0123456789abcdef0123456789abcdef' } };
  expect(readSettings({ ...good, map }).map).toEqual(map);
  expect(() => readSettings({ ...good, map: { tianditu: { key: "x'; script-src *" } } })).toThrow(
    'map.tianditu.key',
  );
});

test('a ferry needs the public key of its signer', () => {
  const ferry = (...signers: string[]) => readSettings({ ...good, carrier: { kind: 'ferry', signers } });
  expect(() => ferry()).toThrow('carrier');
  expect(() => ferry('-----BEGIN PRIVATE KEY-----')).toThrow('carrier');
  expect(ferry('-----BEGIN PUBLIC KEY-----\nMFk=\n-----END PUBLIC KEY-----').carrier.kind).toBe('ferry');
});

test('every deployment that ships can be read', () => {
  for (const name of ['local', 'example', 'example-cn'])
    expect(chooseDeployment(name).settings.name).toBe('geoarchive');
});

test('an unknown deployment is refused with the names there are', () => {
  expect(() => chooseDeployment('nowhere')).toThrow(/No deployment 'nowhere'.*local, example, example-cn/);
});

const plainIssuer = { issuer: 'http://a.example', clientId: 'x', jwksUri: 'https://a.example/keys' };
const refused: [string, Record<string, unknown>, RegExp][] = [
  ['webhooks into the cloud itself', { webhooks: { loopback: true } }, /webhooks\.loopback/],
  ['sending passwords in the cloud', { identity: { kind: 'cognito', flow: 'password' } }, /identity\.flow/],
  ['Cognito in China', { partition: 'aws-cn' }, /no Cognito user pools/],
  ['SES in China', { partition: 'aws-cn', mail: { sender: 'a@example.cn' } }, /no SES/],
  ['a sender that is no address', { mail: { sender: 'nobody' } }, /mail\.sender/],
  [
    'a domain in China',
    {
      partition: 'aws-cn',
      domains: { portal: { name: 'a.example.cn', certificateArn: 'arn:aws-cn:iam:::x' } },
    },
    /domains/,
  ],
  [
    'an issuer without TLS in the cloud',
    { identity: { kind: 'oidc', staff: plainIssuer, public: plainIssuer } },
    /identity\.staff\.issuer/,
  ],
  ['a misspelt setting', { retentoin: {} }, /retentoin/],
  ['a name too long for buckets', { name: 'a'.repeat(21) }, /name/],
  [
    'custodians without an archive',
    { nodes: good.nodes.map((node) => ({ ...node, kind: 'custodian' })) },
    /no node is an archive/,
  ],
  ['two nodes of one code', { nodes: [...good.nodes, ...good.nodes] }, /same code/],
  ['no addresses at all', { internalAccess: { kind: 'ip-ranges', ranges: [] } }, /ranges/],
  ['an alarm without TLS', { alarms: { receivers: [{ kind: 'webhook', url: 'http://a.example' }] } }, /url/],
  [
    'more reserved executions than the account has',
    { reservedConcurrency: { accountLimit: 1000, functions: { copy: 500, inspect: 401 } } },
    /901 reserved executions/,
  ],
];

test.each(refused)('%s is refused, by its path', (_, change, message) => {
  expect(() => readSettings({ ...good, ...change })).toThrow(message);
});

test('the password flow is for the local kind', () => {
  const local = { ...good, kind: 'local', identity: { kind: 'cognito', flow: 'password' } };
  expect(readSettings(local).kind).toBe('local');
});

test('whatever is read in, the answer is settings or an error that says so', () => {
  fc.assert(
    fc.property(fc.anything(), (input) => {
      expect(() => readSettings(input)).toThrow("The deployment's settings are wrong");
    }),
    { numRuns: 200 },
  );
});
