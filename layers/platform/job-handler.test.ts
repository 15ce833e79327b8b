import { beforeEach, describe, expect, test } from '@jest/globals';
import { jobHandler } from './job-handler.ts';
import { metricNames } from './metric-names.ts';
import { logger, metrics, wideEvent } from './telemetry.ts';
import { contextOf, quietPowertools, watchMetrics } from './testing/lambda.ts';

quietPowertools();
let seen: Record<string, number>;
beforeEach(() => {
  seen = watchMetrics(metrics());
});

describe('a job', () => {
  test('run to its end says so', async () => {
    let runs = 0;
    const handler = jobHandler({
      deps: () => ({ by: 2 }),
      run: async ({ by }) => {
        runs += by;
        return { runs };
      },
    });
    await handler({ job: 'x' }, contextOf('job'));
    await handler({ job: 'x' }, contextOf('job'));
    expect([runs, seen]).toEqual([4, { [metricNames.jobDone]: 1 }]);
  });
  test('is told what it was called with and how long it may still run, and its caller what it did', async () => {
    const handler = jobHandler({
      deps: () => ({}),
      run: async (_, { event, msLeft }) => ({ event, left: msLeft() }),
    });
    expect(await handler({ job: 'x' }, contextOf('job'))).toEqual({ event: { job: 'x' }, left: 10_000 });
  });
  test('makes what it works with once, and not before it runs', async () => {
    let made = 0;
    const handler = jobHandler({
      deps: () => {
        made += 1;
        return {};
      },
      run: async () => undefined,
    });
    expect(made).toBe(0);
    await handler({}, contextOf('job'));
    await handler({}, contextOf('job'));
    expect(made).toBe(1);
  });
  test('that fails does not say so, and its error goes on', async () => {
    const handler = jobHandler({ deps: () => ({}), run: () => Promise.reject(new Error('broken')) });
    await expect(handler({}, contextOf('job'))).rejects.toThrow('broken');
    expect(seen).toEqual({});
  });
});

describe('telemetry', () => {
  test('is made once', () => {
    expect(logger()).toBe(logger());
    expect(metrics()).toBe(metrics());
  });
  test('a wide event collects fields, the later of one name, and adds up the time of a step', async () => {
    const wide = wideEvent({ method: 'GET', status: 0 });
    wide.set({ status: 200 });
    expect(await wide.time('table', Promise.resolve('row'))).toBe('row');
    await wide.time('table', new Promise((resolve) => setTimeout(resolve, 15)));
    const done = wide.done();
    expect(done).toMatchObject({ method: 'GET', status: 200 });
    expect(done.timings['table']).toBeGreaterThanOrEqual(10);
    expect(done.ms).toBeGreaterThanOrEqual(done.timings['table'] ?? 0);
  });
  test('the time of a step that fails counts too, and the failure goes on', async () => {
    const wide = wideEvent({});
    await expect(wide.time('s3', Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(wide.done().timings).toHaveProperty('s3');
  });
});
