import { jest } from '@jest/globals';
import type { Context } from 'aws-lambda';

/** Powertools as a test wants them: no traces, no noise. To be called before a handler is made. */
export const quietPowertools = (): void => {
  process.env['POWERTOOLS_DEV'] = 'false';
  process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
  process.env['POWERTOOLS_TRACE_ENABLED'] = 'false';
  process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
};

/** The context of an execution, with as much as handlers read of it. */
export const contextOf = (functionName: string): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName,
  functionVersion: '1',
  invokedFunctionArn: `arn:aws:lambda:cn-north-1:000000000000:function:${functionName}`,
  memoryLimitInMB: '512',
  awsRequestId: 'r',
  logGroupName: 'g',
  logStreamName: 's',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

/** Metrics emitted from now on, as `name: value`. */
export const watchMetrics = (metrics: { addMetric: (name: string, unit: never, value: number) => void }) => {
  const seen: Record<string, number> = {};
  jest.spyOn(metrics, 'addMetric').mockImplementation((name, _, value) => {
    seen[name] = value;
  });
  return seen;
};
