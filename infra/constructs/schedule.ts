import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { PlaneFunction } from './function.ts';
import { sendTo } from './rights.ts';

export type ScheduleProps = {
  target: PlaneFunction;
  /** `rate(5 minutes)` or `cron(0 1 * * ? *)`, read in the time of Asia/Shanghai. */
  expression: string;
  /** What the function is told to do: its event is `{"job": …}`. */
  job: string;
  deadLetters: IQueue;
};

/** Calls a function by the clock. A call that cannot be delivered goes to the function's dead letters. */
export class JobSchedule extends Construct {
  constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    const arn = props.target.lambda.functionArn;
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [arn] }));
    role.addToPolicy(sendTo(props.deadLetters));
    new CfnSchedule(this, 'Schedule', {
      flexibleTimeWindow: { mode: 'OFF' },
      scheduleExpression: props.expression,
      scheduleExpressionTimezone: 'Asia/Shanghai',
      target: {
        arn,
        roleArn: role.roleArn,
        input: JSON.stringify({ job: props.job }),
        deadLetterConfig: { arn: props.deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
      },
    });
  }
}
