import { limits } from '@geoarchive/domain/limits.ts';
import { roles } from '@geoarchive/domain/roles.ts';
import { exportPrefix, importPrefix, keptDays } from '@geoarchive/domain/subsurface/kept.ts';
import { beforeAll, expect, test } from '@jest/globals';
import { at, list, type Placed, placed, type Templates } from '../checks/template.ts';
import { stubApp, templatesOf } from '../testing/stub-app.ts';

let cloud: Templates;
let local: Templates;
beforeAll(() => {
  cloud = templatesOf(stubApp('example'));
  local = templatesOf(stubApp('local'));
}, 120_000);

const buckets = (templates: Templates) => placed(templates, 'AWS::S3::Bucket');
const named = (all: Placed[], start: string): Placed => {
  const found = all.find((one) => one.id.startsWith(start));
  if (!found) throw new Error(`No ${start}`);
  return found;
};

test('each stack of the house is there', () => {
  expect([...cloud.keys()].sort()).toEqual(
    [
      'archive',
      'backbone',
      'identity',
      'intake',
      'internal-api',
      'operations',
      'portal',
      'public-api',
    ].sort(),
  );
});

test('tables: recovery to any point, no deletion, encryption, a stream, expiry, three indexes', () => {
  const tables = placed(cloud, 'AWS::DynamoDB::Table');
  expect(tables.map((t) => t.stack).sort()).toEqual(['archive', 'intake', 'portal']);
  for (const { resource } of tables) {
    expect(at(resource, 'PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled')).toBe(true);
    expect(at(resource, 'DeletionProtectionEnabled')).toBe(true);
    expect(at(resource, 'StreamSpecification', 'StreamViewType')).toBe('NEW_IMAGE');
    expect(at(resource, 'TimeToLiveSpecification')).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    expect(list(at(resource, 'GlobalSecondaryIndexes'))).toMatchObject([
      { IndexName: 'gsi1' },
      { IndexName: 'gsi2' },
      { IndexName: 'gsi3' },
    ]);
  }
});

test('buckets: versions kept, owned by us, forgetting uploads never completed, TLS only', () => {
  for (const bucket of buckets(cloud)) {
    expect(at(bucket.resource, 'VersioningConfiguration', 'Status')).toBe('Enabled');
    expect(JSON.stringify(at(bucket.resource, 'LifecycleConfiguration'))).toContain(
      'AbortIncompleteMultipartUpload',
    );
    const policies = placed(cloud, 'AWS::S3::BucketPolicy').filter(
      (p) => p.stack === bucket.stack && JSON.stringify(at(p.resource, 'Bucket')).includes(`"${bucket.id}"`),
    );
    expect(JSON.stringify(policies)).toContain('"aws:SecureTransport":"false"');
  }
});

test('the archive bucket, and only it, can lock versions; it forgets none of them but what is not kept in the first place', () => {
  const archive = named(buckets(cloud), 'ArchiveBucket');
  expect(at(archive.resource, 'ObjectLockEnabled')).toBe(true);
  expect(at(archive.resource, 'ObjectLockConfiguration')).toBeUndefined();
  const forgetting = list(at(archive.resource, 'LifecycleConfiguration', 'Rules')).flatMap((rule) => {
    const text = JSON.stringify(rule);
    return text.includes('Expiration') ? [/"Prefix":"([^"]+)"/.exec(text)?.[1] ?? 'all of it'] : [];
  });
  expect(forgetting).toEqual([importPrefix, exportPrefix]);
  const lockable = buckets(cloud).filter((b) => at(b.resource, 'ObjectLockEnabled') === true);
  expect(lockable.map((b) => b.id)).toEqual([archive.id]);
});

test('browsers may upload into the intake bucket and nowhere else, and read what was delivered', () => {
  const open = buckets(cloud).filter((b) => at(b.resource, 'CorsConfiguration') !== undefined);
  expect(open.map((b) => b.id)).toEqual([
    named(buckets(cloud), 'IntakeBucket').id,
    named(buckets(cloud), 'DeliveryBucket').id,
  ]);
  for (const { id, resource } of open) {
    const puts = JSON.stringify(at(resource, 'CorsConfiguration')).includes('PUT');
    expect([id, puts]).toEqual([id, id.startsWith('Intake')]);
  }
});

test('data outlives its stack', () => {
  const types = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::SQS::Queue', 'AWS::Cognito::UserPool'];
  const raw = placed(cloud, ...types);
  expect(raw.length).toBeGreaterThan(30);
  for (const one of raw) expect([one.id, one.resource.DeletionPolicy]).toEqual([one.id, 'Retain']);
});

test('staff need a second factor, except locally; nobody sends a password, except locally', () => {
  const pool = (t: Templates) =>
    at(named(placed(t, 'AWS::Cognito::UserPool'), 'StaffPool').resource, 'MfaConfiguration');
  expect(pool(cloud)).toBe('ON');
  expect(pool(local)).toBe('OPTIONAL');
  const flows = (t: Templates) =>
    placed(t, 'AWS::Cognito::UserPoolClient').map((c) =>
      list(at(c.resource, 'ExplicitAuthFlows')).includes('ALLOW_USER_PASSWORD_AUTH'),
    );
  expect(flows(cloud)).toEqual([false, false]);
  expect(flows(local)).toEqual([true, true]);
});

test('nobody writes their own organisation or node, and the client has no secret', () => {
  for (const { resource } of placed(cloud, 'AWS::Cognito::UserPoolClient')) {
    expect(list(at(resource, 'WriteAttributes')).join()).not.toContain('custom:');
    expect(list(at(resource, 'ReadAttributes'))).toContain('custom:organisation');
    expect(at(resource, 'GenerateSecret')).toBe(false);
  }
});

test('every role is a group of its pool', () => {
  const groups = placed(cloud, 'AWS::Cognito::UserPoolGroup').map(
    (g) =>
      `${JSON.stringify(at(g.resource, 'UserPoolId')).includes('Staff') ? 'staff' : 'public'} ${at(g.resource, 'GroupName')}`,
  );
  expect(groups.sort()).toEqual(roles.map((role) => `${role.pool} ${role.code}`).sort());
});

test('what waits is forgotten: evidence in intake; what was sent to be imported, and exports, in the archive', () => {
  const rules = placed(cloud, 'AWS::S3::Bucket').flatMap((bucket) =>
    [at(bucket.resource, 'LifecycleConfiguration', 'Rules')]
      .flat()
      .filter((rule) => JSON.stringify(rule ?? {}).includes('"ExpirationInDays"'))
      .map((rule) => ({ stack: bucket.stack, rule })),
  );
  // Besides the logs of access, which the deployment sets.
  expect(rules.filter(({ rule }) => !JSON.stringify(rule).includes('"forget-old-logs"'))).toEqual([
    {
      stack: 'intake',
      rule: expect.objectContaining({ Prefix: 'evidence/', ExpirationInDays: limits.evidenceWaitsDays }),
    },
    ...[
      { Prefix: importPrefix, ExpirationInDays: keptDays.imports },
      { Prefix: exportPrefix, ExpirationInDays: keptDays.exports },
    ].map((rule) => ({ stack: 'archive', rule: expect.objectContaining(rule) })),
  ]);
});

test('the open module that writes is slower than the rest of its API, at the gateway and at the firewall', () => {
  const ofPublic = (type: string, ...path: string[]) =>
    placed(cloud, type)
      .filter(({ stack }) => stack === 'public-api')
      .map(({ resource }) => at(resource, ...path));
  expect(ofPublic('AWS::ApiGateway::Stage', 'MethodSettings').flat()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ResourcePath: '/~1reports~1{proxy+}',
        HttpMethod: 'ANY',
        ThrottlingRateLimit: 10,
      }),
    ]),
  );
  expect(JSON.stringify(ofPublic('AWS::WAFv2::WebACL', 'Rules'))).toContain('"SearchString":"/api/reports/"');
});

test('only what is declared open is open at the gateways', () => {
  const methods = placed(cloud, 'AWS::ApiGateway::Method');
  const open = methods.filter((m) => at(m.resource, 'AuthorizationType') === 'NONE');
  const named = (some: typeof methods) =>
    some.map((m) => `${m.stack} ${m.id.replace(/[0-9A-F]{8}$/, '')}`).sort();
  expect(named(open)).toEqual([
    'internal-api InternalApihealthGET',
    'internal-api InternalApiopenapijsonGET',
    'public-api PublicApiareaproxyANY',
    'public-api PublicApifeedsproxyANY',
    'public-api PublicApihealthGET',
    'public-api PublicApiopenapijsonGET',
    'public-api PublicApiportalproxyANY',
    'public-api PublicApireportsproxyANY',
    'public-api PublicApiverificationproxyANY',
  ]);
  const signed = methods.filter((m) => !open.includes(m));
  expect(named(signed)).toEqual([
    'internal-api InternalApiarchiveproxyANY',
    'internal-api InternalApiauditarchiveproxyANY',
    'internal-api InternalApiauditintakeproxyANY',
    'internal-api InternalApiauditportalproxyANY',
    'internal-api InternalApicalendarproxyANY',
    'internal-api InternalApicasesproxyANY',
    'internal-api InternalApicodesproxyANY',
    'internal-api InternalApicustodyproxyANY',
    'internal-api InternalApidocumentsproxyANY',
    'internal-api InternalApijobsproxyANY',
    'internal-api InternalApinoticesproxyANY',
    'internal-api InternalApioperationsarchiveproxyANY',
    'internal-api InternalApioperationsintakeproxyANY',
    'internal-api InternalApioperationsportalproxyANY',
    'internal-api InternalApipreviewproxyANY',
    'internal-api InternalApireportingproxyANY',
    'internal-api InternalApiserviceproxyANY',
    'internal-api InternalApisubsurfaceproxyANY',
    'internal-api InternalApisupervisionproxyANY',
    'public-api PublicApicalendarproxyANY',
    'public-api PublicApicasesproxyANY',
    'public-api PublicApideliveryproxyANY',
    'public-api PublicApidocumentsproxyANY',
    'public-api PublicApiidentityproxyANY',
    'public-api PublicApiintakeproxyANY',
    'public-api PublicApinoticesproxyANY',
    'public-api PublicApiserviceproxyANY',
  ]);
  expect(signed.map((m) => at(m.resource, 'AuthorizationType'))).toEqual(
    signed.map(() => 'COGNITO_USER_POOLS'),
  );
});

test('no partition, account or region is written into a template', () => {
  for (const [stack, template] of cloud) {
    const text = JSON.stringify(template);
    expect([stack, /arn:aws(-[a-z]+)?:/.exec(text)?.[0]]).toEqual([stack, undefined]);
    expect([stack, /\b(us|eu|ap|cn|ca|sa)-[a-z]+-\d\b|\b\d{12}\b/.exec(text)?.[0]]).toEqual([
      stack,
      undefined,
    ]);
  }
});

test('alarms and schedules: relays sweep every five minutes, the daily job has an alarm for a day without it', () => {
  const schedules = placed(cloud, 'AWS::Scheduler::Schedule').map(
    (s) => `${s.stack} ${at(s.resource, 'ScheduleExpression')}`,
  );
  expect(schedules.sort()).toEqual([
    'archive cron(0 1 * * ? *)',
    'archive cron(20 2 * * ? *)',
    'archive cron(30 7 * * ? *)',
    'archive cron(45 2 * * ? *)',
    'archive rate(5 minutes)',
    'intake cron(30 7 * * ? *)',
    'intake rate(5 minutes)',
    'portal cron(15 1 * * ? *)',
    'portal cron(30 2 * * ? *)',
    'portal rate(5 minutes)',
  ]);
  const stale = named(placed(cloud, 'AWS::CloudWatch::Alarm'), 'ClocksJobStale');
  expect(at(stale.resource, 'TreatMissingData')).toBe('breaching');
});

test('what routes answer as bytes, and nothing else, passes the gateways as bytes', () => {
  const media = placed(cloud, 'AWS::ApiGateway::RestApi').map(({ stack, resource }) => [
    stack,
    list(at(resource, 'BinaryMediaTypes')).toSorted(),
  ]);
  expect(Object.fromEntries(media)).toEqual({
    'public-api': ['application/octet-stream', 'application/pdf', 'application/vnd.mapbox-vector-tile'],
    'internal-api': ['application/octet-stream', 'application/pdf', 'application/vnd.mapbox-vector-tile'],
  });
});
