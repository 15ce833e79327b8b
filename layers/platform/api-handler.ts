import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type { Implementation } from './call.ts';
import { lazy } from './lazy.ts';
import { metricNames } from './metric-names.ts';
import { Problem } from './problem.ts';
import { type Answer, gatewayEvent, type Once, router } from './router.ts';
import { logger, metrics, tracer } from './telemetry.ts';

const day = 24 * 60 * 60;

/**
 * Runs a write once per caller, route and Idempotency-Key; the same key again gets the first reply, unless something else is
 * asked with it.
 */
const onceBy = (tableName: string) => {
  const store = lazy(
    () =>
      new DynamoDBPersistenceLayer({ tableName, keyAttr: 'pk', sortKeyAttr: 'sk', expiryAttr: 'expiresAt' }),
  );
  const config = lazy(
    () =>
      new IdempotencyConfig({
        expiresAfterSeconds: day,
        eventKeyJmesPath: '[key, route, caller]',
        payloadValidationJmesPath: 'asked',
      }),
  );
  return async ({ key, route, caller, asked, work }: Once, context: Context): Promise<unknown> => {
    config().registerLambdaContext(context);
    const once = makeIdempotent(
      async (_: { key: string; route: string; caller: string; asked: string }) => Object(await work()),
      {
        persistenceStore: store(),
        config: config(),
      },
    );
    try {
      return await once({ key, route: `${route.method} ${route.path}`, caller: caller.sub, asked });
    } catch (error) {
      if (error instanceof Error && error.name === 'IdempotencyValidationError')
        throw new Problem('rule-broken', {
          zh: '这个 Idempotency-Key 已用于另一个请求，请为新的请求换一个。',
          en: 'This Idempotency-Key was used for another request: take a new one for a new request.',
        });
      if (error instanceof Error && error.name === 'IdempotencyAlreadyInProgressError')
        throw new Problem('busy');
      throw error;
    }
  };
};

/** The Lambda handler of an API module: middy with Powertools around the router; dependencies are made on first use. */
export const apiHandler = <D>(of: {
  deps: () => D;
  implementations: readonly Implementation<D>[];
  tableName?: () => string;
}) => {
  const deps = lazy(of.deps);
  const once = lazy(() => (of.tableName === undefined ? undefined : onceBy(of.tableName())));
  const handle = async (event: unknown, context: Context): Promise<Answer> => {
    const single = once();
    const route = router({
      deps,
      implementations: of.implementations,
      ...(single === undefined ? {} : { once: (of: Once) => single(of, context) }),
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
