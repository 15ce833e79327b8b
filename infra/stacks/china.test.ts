import { beforeAll, expect, test } from '@jest/globals';
import { at, placed, type Templates } from '../checks/template.ts';
import { stubApp, templatesOf } from '../testing/stub-app.ts';

let china: Templates;
beforeAll(() => {
  china = templatesOf(stubApp('example-cn'));
}, 60_000);

test('with an OIDC issuer no Cognito resource is synthesized, nor named', () => {
  expect(placed(china).filter((one) => one.resource.Type.startsWith('AWS::Cognito::'))).toEqual([]);
  expect(JSON.stringify([...china.values()])).not.toMatch(/cognito-idp|COGNITO/);
});

test('each API has a token authorizer of its own that knows its issuer and client', () => {
  const authorizers = placed(china, 'AWS::ApiGateway::Authorizer');
  expect(authorizers.map((a) => `${a.stack} ${at(a.resource, 'Type')}`).sort()).toEqual([
    'internal-api TOKEN',
    'public-api TOKEN',
  ]);
  const checks = placed(china, 'AWS::Lambda::Function').filter((f) =>
    f.resource.Metadata?.GeoArchive?.name?.endsWith('-authorizer'),
  );
  const clients = checks.map((f) => at(f.resource, 'Environment', 'Variables', 'CLIENT_ID'));
  expect(clients.sort()).toEqual(['geoarchive-admin', 'geoarchive-submit']);
});

test('the internal API is reached through the endpoints only, and has no site on the internet', () => {
  const [internal] = placed(china, 'AWS::ApiGateway::RestApi').filter((a) => a.stack === 'internal-api');
  expect(internal && at(internal.resource, 'EndpointConfiguration', 'Types')).toEqual(['PRIVATE']);
  expect(JSON.stringify(internal && at(internal.resource, 'Policy'))).toContain('aws:SourceVpce');
  expect(placed(china, 'AWS::CloudFront::Distribution').map((d) => d.stack)).toEqual([
    'public-api',
    'public-api',
  ]);
});
