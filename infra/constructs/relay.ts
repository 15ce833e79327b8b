import { impacts } from '@geoarchive/domain/impacts.ts';
import { metricNames } from '@geoarchive/platform/metric-names.ts';
import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { alarm, fiveMinutes } from './alarm.ts';
import type { PlaneContext } from './context.ts';
import { deadLetterQueue } from './dead-letters.ts';
import { PlaneFunction } from './function.ts';
import { ownMetric } from './own-metric.ts';
import { publishTo, readStream, scanTable, sendTo, writeTable } from './rights.ts';
import { JobSchedule } from './schedule.ts';
import { staleAlarm } from './stale-alarm.ts';

export type RelayProps = { name: string; entry: string; table: Table; topic: ITopic };

/** Sends what a transaction left in the outbox to the plane's topic: at once by the stream, again by a sweep. */
export class Relay extends Construct {
  readonly function: PlaneFunction;
  readonly deadLetters: Queue;

  constructor(scope: Construct, context: PlaneContext, props: RelayProps) {
    super(scope, 'Relay');
    this.deadLetters = deadLetterQueue(this, context.owner);
    this.function = new PlaneFunction(this, context, {
      name: props.name,
      entry: props.entry,
      timeout: Duration.minutes(1),
      environment: { TABLE_NAME: props.table.tableName, TOPIC_ARN: props.topic.topicArn },
      statements: [
        writeTable(props.table),
        scanTable(props.table),
        readStream(props.table),
        publishTo(props.topic),
        sendTo(this.deadLetters),
      ],
      errorImpact: impacts.relay,
      deadLetters: this.deadLetters,
    });
    this.#source(props.table);
    new JobSchedule(this, 'Sweep', {
      target: this.function,
      expression: 'rate(5 minutes)',
      job: 'sweep',
      deadLetters: this.deadLetters,
    });
    this.#alarms(context);
  }

  #source(table: Table): void {
    new EventSourceMapping(this, 'Source', {
      target: this.function.lambda,
      ...(table.tableStreamArn && { eventSourceArn: table.tableStreamArn }),
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      parallelizationFactor: 2,
      bisectBatchOnError: true,
      retryAttempts: 10,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(this.deadLetters),
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('outbox#') } } },
        }),
      ],
    });
  }

  #alarms(context: PlaneContext): void {
    const common = { impact: impacts.relay, runbook: this.function.name, topic: context.alarmTopic };
    alarm(this, 'Behind', {
      ...common,
      metric: this.function.lambda.metric('IteratorAge', { statistic: 'Maximum', period: fiveMinutes }),
      threshold: Duration.minutes(10).toMilliseconds(),
    });
    staleAlarm(this, { ...common, service: this.function.name, within: Duration.minutes(15) });
    alarm(this, 'OutboxStale', {
      ...common,
      metric: ownMetric(metricNames.outboxAge, this.function.name, 'Maximum'),
      threshold: Duration.minutes(15).toSeconds(),
    });
    alarm(this, 'PutAside', {
      ...common,
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes }),
      threshold: 0,
    });
  }
}
