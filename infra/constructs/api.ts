import { isPlainText, type Route } from '@geoarchive/contract/route.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  type MethodDeploymentOptions,
  MethodLoggingLevel,
  type MethodOptions,
  type Resource,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IVpcEndpoint } from 'aws-cdk-lib/aws-ec2';
import type { PolicyDocument } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accept } from './accept.ts';
import { alarm, fiveMinutes } from './alarm.ts';
import type { Guard } from './authorizer.ts';
import type { PlaneContext } from './context.ts';
import type { PlaneFunction } from './function.ts';
import { type GatewayPath, gatewayPaths } from './gateway-paths.ts';
import { problemAnswers } from './gateway-responses.ts';

/** The stage's name, and with it the first part of every path: sites and API share one origin. */
export const stageName = 'api';

export type ApiProps = {
  api: Route['api'];
  routes: readonly Route[];
  /** Function of each module; `about` answers `/health` and `/openapi.json`. */
  modules: Record<string, PlaneFunction>;
  guard: Guard;
  /** Modules that anybody may write to: calls a second for each, all callers together. */
  slow?: Record<string, number>;
  /** Given, the API is reachable through these endpoints only. */
  privately?: { endpoints: IVpcEndpoint[]; policy: PolicyDocument };
  errorImpact: Bilingual;
};

/** Types that functions answer with as bytes; what is JSON or text stays text. */
const mediaOf = ({ api, routes }: ApiProps): string[] => [
  ...new Set(
    routes
      .filter((route) => route.api === api)
      .flatMap((route) => (isPlainText(route) ? [] : (route.media ?? []))),
  ),
];

const slowed = (modules: Record<string, number>): Record<string, MethodDeploymentOptions> =>
  Object.fromEntries(
    Object.entries(modules).map(([module, rate]) => [
      `/${module}/{proxy+}/ANY`,
      { throttlingRateLimit: rate, throttlingBurstLimit: rate * 2 },
    ]),
  );

/** A REST API: per module one `{proxy+}` with its authorizer, open paths only where a route is declared open. */
export class Api extends Construct {
  readonly rest: RestApi;

  constructor(scope: Construct, id: string, context: PlaneContext, props: ApiProps) {
    super(scope, id);
    const { settings } = context.deployment;
    const logs = new LogGroup(this, 'AccessLogs', {
      retention: settings.retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.rest = new RestApi(this, 'Api', {
      restApiName: `${settings.name}-${props.api}`,
      binaryMediaTypes: mediaOf(props),
      deployOptions: {
        stageName,
        accessLogDestination: new LogGroupLogDestination(logs),
        accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
        loggingLevel: MethodLoggingLevel.ERROR,
        metricsEnabled: true,
        tracingEnabled: true,
        throttlingRateLimit: settings.throttling.ratePerSecond,
        throttlingBurstLimit: settings.throttling.burst,
        methodOptions: slowed(props.slow ?? {}),
      },
      ...(props.privately
        ? {
            endpointConfiguration: { types: [EndpointType.PRIVATE], vpcEndpoints: props.privately.endpoints },
            policy: props.privately.policy,
          }
        : { endpointConfiguration: { types: [EndpointType.REGIONAL] } }),
    });
    accept(this.rest, { APIG2: 'Requests are checked by the schemas of the contract, in the function.' });
    problemAnswers(this.rest);
    for (const path of gatewayPaths(props.routes, props.api)) this.#route(path, props);
    this.#alarms(context, props);
  }

  #route(path: GatewayPath, props: ApiProps): void {
    const answers = props.modules[path.module];
    if (!answers) throw new Error(`No function answers module ${path.module} of the ${props.api} API`);
    const integration = new LambdaIntegration(answers.lambda, { allowTestInvoke: false });
    const access: MethodOptions =
      path.access === 'signed'
        ? { authorizer: props.guard.authorizer, authorizationType: props.guard.type }
        : { authorizationType: AuthorizationType.NONE };
    const at: Resource = this.rest.root.resourceForPath(path.path);
    const method = path.proxy
      ? at.addResource('{proxy+}').addMethod('ANY', integration, access)
      : at.addMethod('GET', integration, access);
    if (path.access === 'open')
      accept(method, { APIG4: 'Declared open in the contract.', COG4: 'Declared open in the contract.' });
    else if (props.guard.type !== AuthorizationType.COGNITO)
      accept(method, {
        COG4: 'Signed in by the OIDC issuer of the settings; its authorizer checks the token.',
      });
  }

  #alarms(context: PlaneContext, props: ApiProps): void {
    const common = { impact: props.errorImpact, runbook: `${props.api}-api`, topic: context.alarmTopic };
    alarm(this, 'Broken', {
      ...common,
      metric: this.rest.metricServerError({ period: fiveMinutes, statistic: 'Sum' }),
      threshold: 5,
    });
    alarm(this, 'Slow', {
      ...common,
      metric: this.rest.metricLatency({ period: fiveMinutes, statistic: 'p95' }),
      threshold: 5000,
      periods: 3,
    });
  }
}
