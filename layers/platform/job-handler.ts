import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import { lazy } from './lazy.ts';
import { metricNames } from './metric-names.ts';
import { logger, metrics } from './telemetry.ts';

/** The handler of a scheduled job: runs it, logs what it did, and says that it ran to its end (an alarm waits for that). */
export const jobHandler = <D>(of: { deps: () => D; run: (deps: D) => Promise<unknown> }) => {
  const deps = lazy(of.deps);
  return middy()
    .use(injectLambdaContext(logger()))
    .use(logMetrics(metrics()))
    .handler(async () => {
      const result = await of.run(deps());
      logger().info('job', { result: JSON.stringify(result) });
      metrics().addMetric(metricNames.jobDone, MetricUnit.Count, 1);
    });
};
