import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Definition } from './definition.ts';
import { openLog } from './log.ts';
import { createPool, type Pool, REPLY_LIMIT, REQUEST_LIMIT } from './pool.ts';
import { keepWarm, type Warm } from './warm.ts';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
const open: Pool[] = [];
let count = 0;

function pool(
  code: string,
  more: Partial<Definition> = {},
  options: { size?: number; env?: Record<string, string>; warm?: Warm } = {},
) {
  count += 1;
  const file = join(folder, `f${count}.mjs`);
  writeFileSync(file, code);
  const definition: Definition = {
    name: `f${count}`,
    functionName: `stack-f${count}`,
    arn: `arn:aws:lambda:r:0:function:f${count}`,
    roleName: 'role',
    file,
    exported: 'handler',
    timeoutMs: 3000,
    memoryMb: 128,
    environment: {},
    layers: [],
    deadLetterArn: undefined,
    ...more,
  };
  const log = join(folder, `f${count}.log`);
  const made = createPool({
    definition,
    environment: options.env ?? {},
    log: openLog(log),
    size: options.size ?? 2,
    warm: options.warm ?? keepWarm(100),
  });
  open.push(made);
  return { invoke: (event: unknown) => made.invoke(JSON.stringify(event)), close: made.close, log };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((p) => p.close()));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a function in its thread', () => {
  test('gets event, context and only its own environment', async () => {
    const f = pool(
      `export const handler = async (event, context) => ({ event, id: context.awsRequestId, name: context.functionName,
         left: context.getRemainingTimeInMillis(), env: Object.keys(process.env) })`,
      {},
      { env: { TABLE_NAME: 't' } },
    );
    const outcome = await f.invoke({ a: '中' });
    const payload: unknown = 'payload' in outcome ? JSON.parse(outcome.payload) : outcome;
    expect(payload).toMatchObject({ event: { a: '中' }, name: 'stack-f1', env: ['TABLE_NAME'] });
    expect(payload).toHaveProperty('id', expect.stringMatching(/^[0-9a-f-]{36}$/));
    expect(Number(payload instanceof Object && 'left' in payload ? payload.left : 0)).toBeGreaterThan(2000);
  });

  test('stays warm between calls', async () => {
    const f = pool('let n = 0; export const handler = () => ++n');
    expect([await f.invoke(1), await f.invoke(2)]).toEqual([{ payload: '1' }, { payload: '2' }]);
  });

  test('runs as many at once as it may, the rest in turn', async () => {
    const f = pool(
      `import { threadId } from 'node:worker_threads';
       export const handler = () => new Promise(r => setTimeout(() => r(threadId), 80))`,
    );
    const threads = await Promise.all([1, 2, 3, 4, 5].map((n) => f.invoke(n)));
    expect(new Set(threads.map((t) => JSON.stringify(t))).size).toBe(2);
  });

  test('of all functions together only so many stay warm, those that were called last', async () => {
    const warm = keepWarm(2);
    const code = 'let n = 0; export const handler = () => ++n';
    const [a, b, c] = [pool(code, {}, { warm }), pool(code, {}, { warm }), pool(code, {}, { warm })];
    const calls = async (...of: (typeof a)[]) => {
      const found: unknown[] = [];
      for (const one of of) found.push(await one.invoke(0));
      return found;
    };
    const payloads = (...counts: number[]) => counts.map((count) => ({ payload: String(count) }));
    expect(await calls(a, b, a, b)).toEqual(payloads(1, 1, 2, 2));
    // The third one's thread takes the place of the one that has waited longest.
    expect(await calls(c, b, c, a)).toEqual(payloads(1, 3, 2, 1));
    expect(await calls(c, b)).toEqual(payloads(3, 1));
  });

  test('an error of the handler is told and the thread stays', async () => {
    const f = pool(
      `let n = 0; export const handler = () => { n++; if (n === 1) throw new RangeError('too far'); return n }`,
    );
    const first = await f.invoke(1);
    expect(first).toMatchObject({ error: { errorType: 'RangeError', errorMessage: 'too far' } });
    expect(await f.invoke(2)).toEqual({ payload: '2' });
  });
});

describe('a function that goes wrong is ended alone', () => {
  test('out of time', async () => {
    const f = pool(`export const handler = (e) => e === 1 ? new Promise(() => {}) : 'fine'`, {
      timeoutMs: 150,
    });
    expect(await f.invoke(1)).toMatchObject({
      error: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/Task timed out after 0\.15 seconds/),
      },
    });
    expect(await f.invoke(2)).toEqual({ payload: '"fine"' });
  });

  test('busy without end', async () => {
    const f = pool('export const handler = () => { for (;;) {} }', { timeoutMs: 150 });
    expect(await f.invoke(1)).toMatchObject({ error: { errorType: 'Sandbox.Timedout' } });
  });

  test('out of memory', async () => {
    const f = pool(
      'export const handler = () => { const a = []; for (;;) a.push(new Array(1e5).fill({})) }',
      {
        memoryMb: 32,
        timeoutMs: 20_000,
      },
    );
    expect(await f.invoke(1)).toMatchObject({ error: { errorType: 'Runtime.OutOfMemory' } });
  });

  test('leaves by itself', async () => {
    const f = pool(`export const handler = (e) => e === 1 ? process.exit(7) : 'fine'`);
    expect(await f.invoke(1)).toMatchObject({
      error: { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 7') },
    });
    expect(await f.invoke(2)).toEqual({ payload: '"fine"' });
  });

  test('throws outside of the call', async () => {
    const f = pool(
      `export const handler = () => new Promise(() => setTimeout(() => { throw new Error('late') }, 1))`,
    );
    expect(await f.invoke(1)).toMatchObject({
      error: { errorType: 'Runtime.UnhandledError', errorMessage: 'late' },
    });
  });

  test('cannot be loaded', async () => {
    const broken = pool(`throw new Error('no settings')`);
    expect(await broken.invoke(1)).toMatchObject({ error: { errorMessage: 'no settings' } });
    const nameless = pool('export const other = 1');
    expect(await nameless.invoke(1)).toMatchObject({ error: { errorType: 'Runtime.HandlerNotFound' } });
  });
});

describe('limits of a call', () => {
  const echo = 'export const handler = (n) => typeof n === "string" ? n.length : "x".repeat(n)';
  test('request', async () => {
    const f = pool(echo);
    expect(await f.invoke('x'.repeat(REQUEST_LIMIT - 2))).toEqual({ payload: String(REQUEST_LIMIT - 2) });
    expect(await f.invoke('x'.repeat(REQUEST_LIMIT - 1))).toMatchObject({
      error: { errorType: 'RequestTooLarge' },
    });
  });
  test('reply', async () => {
    const f = pool(echo);
    expect(await f.invoke(REPLY_LIMIT - 2)).toHaveProperty('payload');
    expect(await f.invoke(REPLY_LIMIT - 1)).toMatchObject({
      error: { errorType: 'Function.ResponseSizeTooLarge' },
    });
  });
});

test('output and reports go to the log', async () => {
  const f = pool(`export const handler = () => { console.log('做完了'); }`);
  await f.invoke(1);
  await f.close();
  const text = readFileSync(f.log, 'utf8');
  expect(text).toContain('做完了');
  expect(text).toMatch(
    /REPORT RequestId: [0-9a-f-]+\tDuration: [0-9.]+ ms\tMemory Size: 128 MB\tStatus: success/,
  );
  open.splice(0);
});
