import { metricNames } from '@geoarchive/platform/metric-names.ts';
import type { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type AlarmProps, alarm } from './alarm.ts';
import { ownMetric } from './own-metric.ts';

export type StaleProps = Pick<AlarmProps, 'impact' | 'runbook' | 'topic'> & {
  /** Function that emits `JobDone` at the end of each run. */
  service: string;
  /** It should have run to its end at least once in this time. */
  within: Duration;
};

/** Rings when a job that runs by the clock did not: a job that fails to start leaves no error behind. */
export const staleAlarm = (scope: Construct, { service, within, ...rest }: StaleProps) =>
  alarm(scope, 'Stale', {
    ...rest,
    metric: ownMetric(metricNames.jobDone, service, 'Sum', within),
    threshold: 1,
    whenAbsent: true,
  });
