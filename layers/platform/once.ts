import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { Context } from 'aws-lambda';
import { lazy } from './lazy.ts';
import { Problem } from './problem.ts';
import type { Once } from './router.ts';

const day = 24 * 60 * 60;

/**
 * Runs a write once per caller, route and Idempotency-Key; the same key again gets the first reply, unless something else is
 * asked with it.
 */
export const onceBy = (tableName: string) => {
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
