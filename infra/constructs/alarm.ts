import type { Bilingual } from '@geoarchive/domain/text.ts';
import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { runbookFile, slug } from './runbook.ts';

export type AlarmProps = {
  metric: IMetric;
  /** Above this value the alarm rings; `whenAbsent` alarms ring when the metric is missing or below it. */
  threshold: number;
  periods?: number;
  /** Ring when the job that should emit the metric did not. */
  whenAbsent?: boolean;
  /** What people notice. */
  impact: Bilingual;
  /** Heading in the runbook. */
  runbook: string;
  topic: ITopic;
};

export const fiveMinutes = Duration.minutes(5);

/** An alarm that tells its receivers what people notice and which page of the runbook to open. */
export function alarm(scope: Construct, id: string, props: AlarmProps): Alarm {
  const made = new Alarm(scope, id, {
    metric: props.metric,
    threshold: props.threshold,
    evaluationPeriods: props.periods ?? 1,
    comparisonOperator: props.whenAbsent
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: props.whenAbsent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    alarmDescription: `${props.impact.zh}\n${props.impact.en}\n${runbookFile}#${slug(props.runbook)}`,
  });
  made.addAlarmAction(new SnsAction(props.topic));
  made.addOkAction(new SnsAction(props.topic));
  return made;
}
