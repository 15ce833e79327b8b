import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { lazy } from './lazy.ts';
import { metricNamespace } from './metric-names.ts';

// Powertools read service name and level from POWERTOOLS_SERVICE_NAME and POWERTOOLS_LOG_LEVEL.
export const logger = lazy(() => new Logger());
export const metrics = lazy(() => new Metrics({ namespace: metricNamespace }));
export const tracer = lazy(() => new Tracer({ captureHTTPsRequests: false }));

/** Collects what one wide log line tells of a call: fields and the milliseconds of its steps. */
export const wideEvent = (start: Record<string, unknown>) => {
  const fields: Record<string, unknown> = { ...start };
  const timings: Record<string, number> = {};
  const began = performance.now();
  return {
    set(more: Record<string, unknown>): void {
      Object.assign(fields, more);
    },
    async time<T>(step: string, work: Promise<T>): Promise<T> {
      const from = performance.now();
      try {
        return await work;
      } finally {
        timings[step] = Math.round((timings[step] ?? 0) + performance.now() - from);
      }
    },
    done: () => ({ ...fields, ms: Math.round(performance.now() - began), timings }),
  };
};
export type WideEvent = ReturnType<typeof wideEvent>;
