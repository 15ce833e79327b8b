import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarm, fiveMinutes } from './alarm.ts';
import { type PlaneContext, pascal } from './context.ts';
import { deadLetterQueue } from './dead-letters.ts';
import { type FunctionProps, PlaneFunction } from './function.ts';
import { subscribe, workQueue } from './queue.ts';
import { consume } from './rights.ts';
import { JobSchedule } from './schedule.ts';
import { staleAlarm } from './stale-alarm.ts';

export type WorkerProps = Omit<FunctionProps, 'deadLetters'> & {
  batchSize: number;
  /** How long to wait for a batch to fill; more than ten messages need a second at least. */
  batchWindow?: Duration;
  /** Executions at once, at most; at least 2. */
  maxConcurrency: number;
  /** Minutes that a message may wait before operators are told. */
  patience: number;
  /** Events that feed the queue. Left out, something else sends to it. */
  events?: { topic: ITopic; types: readonly string[] };
  /** Called once a day by the clock as well, with `{"job": …}`. */
  schedule?: { expression: string; job: string };
};

/** A queue, its dead letters, the function that consumes it, and the alarms on both. */
export class Worker extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly function: PlaneFunction;

  constructor(scope: Construct, context: PlaneContext, props: WorkerProps) {
    super(scope, `${pascal(props.name)}Worker`);
    this.deadLetters = deadLetterQueue(this, context.owner);
    this.queue = workQueue(this, context.owner, props.timeout, this.deadLetters);
    if (props.events) subscribe(this.queue, props.events.topic, props.events.types);
    this.function = new PlaneFunction(this, context, {
      ...props,
      statements: [...props.statements, consume(this.queue)],
      ...(props.schedule && { deadLetters: this.deadLetters }),
    });
    new EventSourceMapping(this, 'Source', {
      target: this.function.lambda,
      eventSourceArn: this.queue.queueArn,
      batchSize: props.batchSize,
      ...(props.batchWindow && { maxBatchingWindow: props.batchWindow }),
      maxConcurrency: props.maxConcurrency,
      reportBatchItemFailures: true,
    });
    this.#alarms(context, props);
    if (props.schedule) this.#daily(context, props, props.schedule);
  }

  #daily(context: PlaneContext, props: WorkerProps, schedule: { expression: string; job: string }): void {
    new JobSchedule(this, 'Schedule', { target: this.function, deadLetters: this.deadLetters, ...schedule });
    staleAlarm(this, {
      impact: props.errorImpact,
      runbook: props.name,
      topic: context.alarmTopic,
      service: props.name,
      within: Duration.days(1),
    });
  }

  #alarms(context: PlaneContext, props: WorkerProps): void {
    const common = { impact: props.errorImpact, runbook: props.name, topic: context.alarmTopic };
    alarm(this, 'Waiting', {
      ...common,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes }),
      threshold: Duration.minutes(props.patience).toSeconds(),
    });
    alarm(this, 'PutAside', {
      ...common,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      threshold: 0,
    });
  }
}
