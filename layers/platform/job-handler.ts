import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { lazy } from './lazy.ts';
import { metricNames } from './metric-names.ts';
import { logger, metrics } from './telemetry.ts';

/** What a job is told besides its dependencies: what it was called with, and how long its function may still run, in milliseconds. */
export type JobCall = { event: unknown; msLeft: () => number };

/** The handler of a scheduled job: runs it, logs and gives what it did, and says that it ran to its end (an alarm waits for that). */
export const jobHandler = <D, R>(of: { deps: () => D; run: (deps: D, call: JobCall) => Promise<R> }) => {
  const deps = lazy(of.deps);
  return middy()
    .use(injectLambdaContext(logger()))
    .use(logMetrics(metrics()))
    .handler(async (event: unknown, context: Context): Promise<R> => {
      const result = await of.run(deps(), { event, msLeft: () => context.getRemainingTimeInMillis() });
      logger().info('job', { result: JSON.stringify(result) });
      metrics().addMetric(metricNames.jobDone, MetricUnit.Count, 1);
      return result;
    });
};
