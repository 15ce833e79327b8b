import type { Bilingual } from '@geoarchive/domain/text.ts';
import { metricNamespace } from '@geoarchive/platform/metric-names.ts';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as Lambda, LayerVersion, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarm, fiveMinutes } from './alarm.ts';
import { type PlaneContext, pascal } from './context.ts';
import { describe } from './metadata.ts';
import { publicSettings } from './public-settings.ts';

export type FunctionProps = {
  name: string;
  /** Path under `functions/`, such as `intake/api.handler.ts`. */
  entry: string;
  /** Megabytes; 512 unless said. */
  memory?: number;
  timeout: Duration;
  environment: Record<string, string>;
  statements: PolicyStatement[];
  /** What people notice when this function fails: the alarm's text. The runbook's heading is the function's name. */
  errorImpact: Bilingual;
  /** Where events go that this function could not handle, when it is called asynchronously. */
  deadLetters?: IQueue;
  /** Give it the data files of `layers/assets`. */
  assets?: boolean;
};

/** A Lambda function with a role of its own, its log group, its tracing and the alarm on its errors. */
export class PlaneFunction extends Construct {
  readonly lambda: Lambda;
  readonly name: string;

  constructor(scope: Construct, context: PlaneContext, props: FunctionProps) {
    super(scope, pascal(props.name));
    this.name = props.name;
    const { settings } = context.deployment;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: settings.retention.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const reserved = settings.reservedConcurrency.functions[props.name];
    this.lambda = new Lambda(this, 'Function', {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: context.deployment.code(props.entry),
      handler: 'index.handler',
      memorySize: props.memory ?? 512,
      timeout: props.timeout,
      role: this.#role(logGroup, props.statements),
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: this.#environment(context, props),
      description: props.errorImpact.en,
      ...(props.deadLetters && { deadLetterQueue: props.deadLetters }),
      ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
      ...(props.assets && { layers: [this.#assets(context)] }),
    });
    describe(this.lambda, { name: props.name, plane: context.owner, errorImpact: props.errorImpact });
    alarm(this, 'Errors', {
      metric: this.lambda.metricErrors({ period: fiveMinutes }),
      threshold: 0,
      periods: 2,
      impact: props.errorImpact,
      runbook: props.name,
      topic: context.alarmTopic,
    });
  }

  /** Gives it more to know and to do, when that was not there yet at its making. */
  use(environment: Record<string, string>, ...statements: PolicyStatement[]): void {
    for (const [name, value] of Object.entries(environment)) this.lambda.addEnvironment(name, value);
    for (const statement of statements) this.lambda.addToRolePolicy(statement);
  }

  /** No managed policy: it would allow every log group. */
  #role(logGroup: LogGroup, statements: PolicyStatement[]): Role {
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    for (const statement of statements) role.addToPolicy(statement);
    return role;
  }

  #environment(context: PlaneContext, props: FunctionProps): Record<string, string> {
    return {
      PLANE: context.owner,
      SETTINGS: JSON.stringify(publicSettings(context.deployment.settings)),
      POWERTOOLS_SERVICE_NAME: props.name,
      POWERTOOLS_METRICS_NAMESPACE: metricNamespace,
      ...(props.assets && { ASSETS_DIR: '/opt/assets' }),
      ...props.environment,
    };
  }

  #assets(context: PlaneContext): LayerVersion {
    return new LayerVersion(this, 'Assets', {
      code: context.deployment.layer(),
      compatibleArchitectures: [Architecture.ARM_64],
      compatibleRuntimes: [Runtime.NODEJS_24_X],
      description: 'Data too heavy to bundle: PDF character maps, fonts',
    });
  }
}
