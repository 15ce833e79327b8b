import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { metricNames } from './metric-names.ts';
import { arrivals, graceHours } from './store/arrivals.ts';
import type { Table } from './store/table.ts';
import { logger, metrics } from './telemetry.ts';

/** Looks for bundles that never came through this side's door and tells operators; gives their numbers. */
export const tellMissing = async (deps: { table: Table; clock: Clock }): Promise<string[]> => {
  const missing = await arrivals(deps.table, deps.clock).missing(graceHours);
  if (missing.length > 0) logger().error('bundles are missing', { bundles: missing.slice(0, 100) });
  metrics().addMetric(metricNames.missing, MetricUnit.Count, missing.length);
  return missing;
};
