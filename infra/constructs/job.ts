import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarm, fiveMinutes } from './alarm.ts';
import { type PlaneContext, pascal } from './context.ts';
import { deadLetterQueue } from './dead-letters.ts';
import { type FunctionProps, PlaneFunction } from './function.ts';
import { sendTo } from './rights.ts';
import { JobSchedule } from './schedule.ts';
import { staleAlarm } from './stale-alarm.ts';

export type JobProps = Omit<FunctionProps, 'deadLetters'> & { job: string; expression: string };

/** A daily job: it treats everything past due, and operators are told when a day went by without it. */
export class DailyJob extends Construct {
  readonly function: PlaneFunction;
  readonly deadLetters: Queue;

  constructor(scope: Construct, context: PlaneContext, props: JobProps) {
    super(scope, `${pascal(props.name)}Job`);
    this.deadLetters = deadLetterQueue(this, context.owner);
    this.function = new PlaneFunction(this, context, {
      ...props,
      statements: [...props.statements, sendTo(this.deadLetters)],
      deadLetters: this.deadLetters,
    });
    new JobSchedule(this, 'Daily', {
      target: this.function,
      expression: props.expression,
      job: props.job,
      deadLetters: this.deadLetters,
    });
    const common = { impact: props.errorImpact, runbook: props.name, topic: context.alarmTopic };
    staleAlarm(this, { ...common, service: props.name, within: Duration.days(1) });
    alarm(this, 'PutAside', {
      ...common,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      threshold: 0,
    });
  }
}
