import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Implementation } from './call.ts';
import { lazy } from './lazy.ts';
import { metricNames } from './metric-names.ts';
import { type Answer, gatewayEvent, type Once, router } from './router.ts';
import { logger, metrics, tracer } from './telemetry.ts';

/** The Lambda handler of an API module: middy with Powertools around the router; dependencies are made on first use. */
export const apiHandler = <D>(of: {
  deps: () => D;
  implementations: readonly Implementation<D>[];
  tableName?: () => string;
}) => {
  const deps = lazy(of.deps);
  const { tableName } = of;
  // Fetched with the first Idempotency-Key: reads, most of the calls, never need it.
  const once = tableName && lazy(async () => (await import('./once.ts')).onceBy(tableName()));
  const handle = async (event: unknown, context: Context): Promise<Answer> => {
    const route = router({
      deps,
      implementations: of.implementations,
      ...(once && { once: async (write: Once) => (await once())(write, context) }),
      onError: (error) =>
        logger().error('request failed', { error: error instanceof Error ? error : String(error) }),
    });
    const { answer, wide } = await route(gatewayEvent.parse(event));
    logger().info('request', wide);
    metrics().addMetric(metricNames.requests, MetricUnit.Count, 1);
    if (answer.statusCode >= 400 && answer.statusCode < 500)
      metrics().addMetric(metricNames.refusals, MetricUnit.Count, 1);
    metrics().addMetric(metricNames.duration, MetricUnit.Milliseconds, Number(wide['ms']));
    return answer;
  };
  return middy()
    .use(captureLambdaHandler(tracer(), { captureResponse: false }))
    .use(injectLambdaContext(logger()))
    .use(logMetrics(metrics()))
    .handler(handle);
};
