import { type MetricName, metricNamespace } from '@geoarchive/platform/metric-names.ts';
import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { fiveMinutes } from './alarm.ts';

/** A metric that a function of ours emits; Powertools adds the dimension `service`, the function's name. */
export const ownMetric = (
  metricName: MetricName,
  service: string,
  statistic: 'Sum' | 'Maximum' | 'Average',
  period: Duration = fiveMinutes,
): Metric =>
  new Metric({ namespace: metricNamespace, metricName, dimensionsMap: { service }, statistic, period });
