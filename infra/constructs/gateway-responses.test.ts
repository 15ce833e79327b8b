import { problemSchema } from '@geoarchive/contract/problem.ts';
import { expect, test } from '@jest/globals';
import { MockIntegration, RestApi } from 'aws-cdk-lib/aws-apigateway';
import * as z from 'zod';
import { at, placed } from '../checks/template.ts';
import { templatesFrom } from '../testing/templates-from.ts';
import { problemAnswers } from './gateway-responses.ts';

const answers = () =>
  placed(
    templatesFrom((stack) => {
      const api = new RestApi(stack, 'Api');
      api.root.addMethod('GET', new MockIntegration());
      problemAnswers(api);
    }),
    'AWS::ApiGateway::GatewayResponse',
  ).map(({ resource }) => ({
    type: at(resource, 'ResponseType'),
    status: Number(at(resource, 'StatusCode')),
    contentType: at(resource, 'ResponseParameters', 'gatewayresponse.header.Content-Type'),
    body: problemSchema.parse(
      JSON.parse(z.string().parse(at(resource, 'ResponseTemplates', 'application/json'))),
    ),
  }));

test('every answer of the gateway is a problem document whose status is the one sent', () => {
  for (const answer of answers()) {
    expect(answer.body.status).toBe(answer.status);
    expect(answer.contentType).toBe("'application/problem+json'");
    expect(answer.body.type).toMatch(/^[a-z-]+$/);
  }
});

test('not signed in is 401, not allowed 403, no such address 404, and the rest is caught', () => {
  const statuses = Object.fromEntries(answers().map((a) => [a.type, a.status]));
  expect(statuses).toMatchObject({
    UNAUTHORIZED: 401,
    EXPIRED_TOKEN: 401,
    ACCESS_DENIED: 403,
    MISSING_AUTHENTICATION_TOKEN: 404,
    THROTTLED: 429,
    INTEGRATION_TIMEOUT: 504,
    DEFAULT_4XX: 400,
    DEFAULT_5XX: 500,
  });
});
