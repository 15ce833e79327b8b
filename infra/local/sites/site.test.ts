import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Served, serve } from '../serve.ts';
import type { Template } from '../template/assembly.ts';
import { createModel } from '../template/model.ts';
import { LOCAL_PLACE } from '../template/place.ts';
import { distributions } from './distribution.ts';
import { createEdge } from './edge.ts';
import { createSite } from './site.ts';

const pages = `function handler(event) { var r = event.request;
  if (event.viewer.ip === '10.0.0.1') return { statusCode: 403 };
  if (r.uri.substring(r.uri.lastIndexOf('/') + 1).indexOf('.') < 0) r.uri = '/index.html'; return r; }`;
const config = (comment: string) => ({
  DistributionConfig: {
    Comment: comment,
    DefaultRootObject: 'index.html',
    Origins: [
      { Id: 'files', DomainName: 'bucket.s3.amazonaws.com' },
      { Id: 'api', DomainName: { 'Fn::Join': ['', [{ Ref: 'Api' }, '.execute-api.x']] } },
    ],
    DefaultCacheBehavior: {
      TargetOriginId: 'files',
      ResponseHeadersPolicyId: { Ref: 'Headers' },
      FunctionAssociations: [
        { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Pages', 'FunctionARN'] } },
      ],
    },
    CacheBehaviors: [{ PathPattern: '/api/*', TargetOriginId: 'api' }],
  },
});
const template = (comment: string): Template => ({
  Resources: {
    Api: { Type: 'AWS::ApiGateway::RestApi' },
    Pages: { Type: 'AWS::CloudFront::Function', Properties: { FunctionCode: pages } },
    Headers: {
      Type: 'AWS::CloudFront::ResponseHeadersPolicy',
      Properties: {
        ResponseHeadersPolicyConfig: {
          SecurityHeadersConfig: {
            ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
            ContentTypeOptions: { Override: true },
            FrameOptions: { FrameOption: 'DENY', Override: true },
            StrictTransportSecurity: { AccessControlMaxAgeSec: 1, Override: true },
          },
        },
      },
    },
    AdminSiteDistribution0A1B2C3D: { Type: 'AWS::CloudFront::Distribution', Properties: config(comment) },
  },
  Outputs: { AdminSiteSiteConfig99999999: { Value: { 'Fn::Join': ['', ['{"kind":"', 'local', '"}']] } } },
});
const read = (comment: string) =>
  distributions(
    createModel({
      assembly: { stacks: new Map([['s', template(comment)]]), assets: new Map() },
      place: LOCAL_PLACE,
      endpoint: 'http://127.0.0.1:1',
    }),
  );

const folder = mkdtempSync(join(tmpdir(), 'site-'));
let served: Served;
beforeAll(async () => {
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'index.html'), 'the page');
  writeFileSync(join(folder, 'dist', 'assets', 'a-1.js'), 'code');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const [distribution] = read('geo admin');
  if (!distribution) throw new Error('one distribution was expected');
  const handler = createSite({
    distribution,
    folder: join(folder, 'dist'),
    config: distribution.config,
    gatewayOf: (id) => async (request, response) => void response.end(`api ${id.length > 0} ${request.url}`),
  });
  served = await serve(0, 'site', handler);
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});
const get = async (path: string, method = 'GET') => {
  const response = await fetch(`${served.url}${path}`, { method });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('a site', () => {
  test.each([
    ['/', 'the page'],
    ['/deposits/new', 'the page'],
    ['/assets/a-1.js', 'code'],
    ['/config.json', '{"kind":"local"}'],
    ['/api/intake/tasks?x=1', 'api true /api/intake/tasks?x=1'],
  ])('%s', async (path, text) => {
    const answer = await get(path);
    expect([answer.status, answer.text]).toEqual([200, text]);
  });
  test.each([
    '/missing.js',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%00.js',
    '/%E0%A4%A.js',
  ])('%s is not there', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret');
  });
  test('pages carry the headers of the template, without the one for https', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.get('cache-control')).toBe('no-cache');
  });
  test('files take no uploads', async () => {
    expect((await get('/index.html', 'PUT')).status).toBe(403);
  });
});

test('the edge function may refuse', () => {
  const edge = createEdge(pages);
  expect(edge({ method: 'GET', uri: '/x', ip: '10.0.0.1' })).toEqual({ status: 403 });
  expect(edge({ method: 'GET', uri: '/x', ip: '127.0.0.1' })).toEqual({ uri: '/index.html' });
});

test('a distribution that names no site is an error', () => {
  expect(() => read('geo something')).toThrow('names none of the sites');
});
