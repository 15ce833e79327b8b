import { CfnGatewayResponse, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** What the gateway itself answers, before any function of ours is asked: RFC 9457, types as the functions name them. */
const answers = [
  { type: 'UNAUTHORIZED', status: 401, code: 'not-signed-in', zh: '请先登录', en: 'Sign in first' },
  {
    type: 'EXPIRED_TOKEN',
    status: 401,
    code: 'not-signed-in',
    zh: '登录已过期，请重新登录',
    en: 'Sign in again',
  },
  { type: 'ACCESS_DENIED', status: 403, code: 'forbidden', zh: '没有权限', en: 'Not allowed' },
  { type: 'WAF_FILTERED', status: 403, code: 'forbidden', zh: '没有权限', en: 'Not allowed' },
  {
    type: 'MISSING_AUTHENTICATION_TOKEN',
    status: 404,
    code: 'no-such-route',
    zh: '没有这个地址',
    en: 'No such address',
  },
  { type: 'REQUEST_TOO_LARGE', status: 413, code: 'too-large', zh: '请求过大', en: 'Request too large' },
  {
    type: 'THROTTLED',
    status: 429,
    code: 'too-many-requests',
    zh: '请求过多，请稍后再试',
    en: 'Try again later',
  },
  {
    type: 'INTEGRATION_TIMEOUT',
    status: 504,
    code: 'took-too-long',
    zh: '处理超时，请重试',
    en: 'Took too long, try again',
  },
  { type: 'DEFAULT_4XX', status: 400, code: 'invalid-input', zh: '请求有误', en: 'Bad request' },
  {
    type: 'DEFAULT_5XX',
    status: 500,
    code: 'internal',
    zh: '系统出错，请稍后再试',
    en: 'Something broke, try again later',
  },
] as const;

/** Makes every answer of the gateway a problem document. Both languages: the gateway cannot choose. */
export function problemAnswers(api: RestApi): void {
  for (const answer of answers) {
    const made = new CfnGatewayResponse(api, `Answer${answer.type}`, {
      restApiId: api.restApiId,
      responseType: answer.type,
      statusCode: String(answer.status),
      responseParameters: {
        'gatewayresponse.header.Content-Type': "'application/problem+json'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
      },
      responseTemplates: {
        'application/json': JSON.stringify({
          type: answer.code,
          title: `${answer.zh} / ${answer.en}`,
          status: answer.status,
        }),
      },
    });
    // A stage serves what was there when it was deployed.
    api.latestDeployment?.node.addDependency(made);
  }
  api.latestDeployment?.addToLogicalId({ answers });
}
