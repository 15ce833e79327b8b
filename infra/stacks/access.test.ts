import { beforeAll, describe, expect, test } from '@jest/globals';
import { at, list, placed, type Templates } from '../checks/template.ts';
import { stubApp, templatesOf } from '../testing/stub-app.ts';

let templates: Templates;
beforeAll(() => {
  templates = templatesOf(
    stubApp('example', (s) => ({
      ...s,
      domains: {
        submit: {
          name: 'submit.example.org',
          certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
        },
      },
      searchEngine: { kind: 'opensearch', domainName: 'catalogue', endpoint: 'https://search.example.org' },
      reservedConcurrency: { accountLimit: 1000, functions: { copy: 10 } },
      terms: { ...s.terms, delegateCertificates: true },
      map: { tianditu: { key: 'fedcba9876543210fedcba9876543210' } },
    })),
  );
}, 60_000);

const functionNamed = (name: string) =>
  placed(templates, 'AWS::Lambda::Function').find((f) => f.resource.Metadata?.GeoArchive?.name === name);

test('the admin site lets in the ranges of the settings only, for pages and for calls', () => {
  const functions = placed(templates, 'AWS::CloudFront::Function').filter((f) => f.stack === 'internal-api');
  expect(functions).toHaveLength(2);
  for (const { resource } of functions) expect(at(resource, 'FunctionCode')).toContain('["203.0.113.0/24"]');
});

test('whoever goes round the admin site is blocked by the firewall of its API', () => {
  const acl = placed(templates, 'AWS::WAFv2::WebACL').find((a) => a.stack === 'internal-api');
  expect(acl && at(acl.resource, 'DefaultAction')).toEqual({ Block: {} });
  expect(JSON.stringify(acl)).toContain('x-geoarchive-origin');
  const site = placed(templates, 'AWS::CloudFront::Distribution').find((d) => d.stack === 'internal-api');
  expect(JSON.stringify(site)).toContain('x-geoarchive-origin');
});

test('the public sites carry no header of that kind and no address limit', () => {
  expect(JSON.stringify(templates.get('public-api'))).not.toMatch(/x-geoarchive-origin|203\.0\.113/);
});

test('a domain of the settings is used by its site and by the CORS of uploads', () => {
  const sites = placed(templates, 'AWS::CloudFront::Distribution').flatMap((d) =>
    list(at(d.resource, 'DistributionConfig', 'Aliases')),
  );
  expect(sites).toEqual(['submit.example.org']);
  const cors = placed(templates, 'AWS::S3::Bucket').flatMap((b) =>
    list(at(b.resource, 'CorsConfiguration', 'CorsRules')),
  );
  // Uploads into intake, and reading of what was delivered.
  const only = { AllowedOrigins: ['https://submit.example.org'] };
  expect(cors).toMatchObject([
    { ...only, AllowedMethods: ['PUT', 'HEAD'] },
    { ...only, AllowedMethods: ['GET', 'HEAD'] },
  ]);
});

/** Functions that are told of a bucket with an index. */
const toldOf = (from: Parameters<typeof placed>[0]) =>
  placed(from, 'AWS::Lambda::Function')
    .filter((f) => JSON.stringify(f).includes('INDEX_BUCKET_NAME'))
    .map((f) => f.resource.Metadata?.GeoArchive?.name)
    .sort();

describe('the catalogue index in an OpenSearch domain', () => {
  test('is written by index, asked by portal-api and area, and open to nobody else', () => {
    const rights = placed(templates, 'AWS::IAM::Policy').flatMap(({ id, resource }) =>
      list(at(resource, 'PolicyDocument', 'Statement'))
        .filter((statement) => JSON.stringify(statement).includes('"es:'))
        .map((statement) => [id.replace(/Role.*/, ''), statement]),
    );
    const arn = (path: string) => ({
      'Fn::Join': ['', expect.arrayContaining([expect.stringMatching(path)])],
    });
    const asks = {
      Effect: 'Allow',
      Action: 'es:ESHttpPost',
      Resource: arn(':domain/catalogue/geoarchive-catalogue-v\\*/_search$'),
    };
    expect(rights).toEqual([
      [
        'IndexWorkerIndex',
        {
          Effect: 'Allow',
          Action: ['es:ESHttpPost', 'es:ESHttpPut'],
          Resource: arn(':domain/catalogue/geoarchive-catalogue-v\\*$'),
        },
      ],
      ['PortalApi', asks],
      ['Area', asks],
    ]);
  });
  test('has no index bucket beside it', () => {
    expect(placed(templates, 'AWS::S3::Bucket').filter((b) => b.id.startsWith('IndexBucket'))).toEqual([]);
    // That of holes stays with the archive: a domain is the portal's.
    expect(toldOf(templates)).toEqual(['hole-index', 'subsurface']);
  });
  test('is the other way round with the snapshot: a bucket, and no right on any domain', () => {
    const snapshot = templatesOf(stubApp('example'));
    expect(placed(snapshot, 'AWS::S3::Bucket').filter((b) => b.id.startsWith('IndexBucket'))).toHaveLength(1);
    expect(toldOf(snapshot)).toEqual(['area', 'hole-index', 'index', 'portal-api', 'subsurface']);
    expect(JSON.stringify([...snapshot.values()])).not.toContain('es:ESHttp');
  }, 60_000);
});

test('reserved concurrency is set where the settings say, and nowhere else', () => {
  const reserved = placed(templates, 'AWS::Lambda::Function').filter(
    (f) => at(f.resource, 'ReservedConcurrentExecutions') !== undefined,
  );
  expect(reserved.map((f) => f.resource.Metadata?.GeoArchive?.name)).toEqual(['copy']);
});

test('functions are told their deployment’s public settings, and no receiver of alarms', () => {
  const settings = String(
    at(functionNamed('inspect')?.resource ?? fail(), 'Environment', 'Variables', 'SETTINGS'),
  );
  expect(JSON.parse(settings)).toMatchObject({
    name: 'geoarchive',
    checkDays: 10,
    delegateCertificates: true,
    search: {
      kind: 'opensearch',
      endpoint: 'https://search.example.org',
      index: 'geoarchive-catalogue',
    },
  });
  expect(settings).not.toContain('operators@example.org');
});

const fail = (): never => {
  throw new Error('no such function');
};

test('inspect finds the data files of its layer', () => {
  const inspect = functionNamed('inspect')?.resource ?? fail();
  expect(at(inspect, 'Environment', 'Variables', 'ASSETS_DIR')).toBe('/opt/assets');
  expect(list(at(inspect, 'Layers'))).toHaveLength(1);
});

const policiesOf = (all: Templates) =>
  placed(all, 'AWS::CloudFront::ResponseHeadersPolicy').map(({ resource }) => JSON.stringify(resource));

test('a site reaches 天地图, and knows its key, only where the deployment has one', () => {
  const without = templatesOf(stubApp('example'));
  expect(policiesOf(templates).length).toBeGreaterThan(2);
  expect(policiesOf(templates).every((policy) => policy.includes('https://*.tianditu.gov.cn'))).toBe(true);
  expect(policiesOf(without).some((policy) => policy.includes('tianditu'))).toBe(false);
  const told = (all: Templates) => JSON.stringify([...all]).includes('fedcba9876543210fedcba9876543210');
  expect([told(templates), told(without)]).toEqual([true, false]);
});

test('without the snapshot engine no site offers the map of records', () => {
  const offered = (all: Templates) => /records\\*":true/.test(JSON.stringify(all.get('public-api')));
  expect(offered(templates)).toBe(false);
  expect(offered(templatesOf(stubApp('example')))).toBe(true);
});
