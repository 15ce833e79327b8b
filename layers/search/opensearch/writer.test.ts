import { describe, expect, jest, test } from '@jest/globals';
import type { Change } from '../port.ts';
import { ask, put } from '../testing/contract.ts';
import { syntheticRecord } from '../testing/records.ts';
import { createOpenSearchEngine } from './engine.ts';
import { type Fetch, OpenSearchProblem } from './http.ts';
import { createOpenSearchWriter } from './writer.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

type Answer = { status: number; body: unknown };

/** Answers requests as told and keeps them; it does not search. */
const recorder = (answer: (request: string, body: string) => Answer | undefined = () => undefined) => {
  const requests: string[] = [];
  const bodies: string[] = [];
  const fetch: Fetch = async (url, { method, body = '' }) => {
    const request = `${method} ${url.replace('http://os/', '')}`;
    requests.push(request);
    bodies.push(body);
    const ids = body.split('\n').flatMap((line) => /^\{"index":\{"_id":"([^"]+)"/.exec(line)?.[1] ?? []);
    const fallback = request.includes('_bulk')
      ? { errors: false, items: ids.map((_id) => ({ index: { _id, status: 200 } })) }
      : request.includes('_delete_by_query')
        ? { deleted: 0, failures: [] }
        : {};
    const { status, body: reply } = answer(request, body) ?? { status: 200, body: fallback };
    return { status, text: async () => JSON.stringify(reply) };
  };
  const deps = { endpoint: 'http://os', index: 'catalogue', fetch, now: () => 1000 };
  return { requests, bodies, writer: createOpenSearchWriter(deps), engine: createOpenSearchEngine(deps) };
};

const bulk = (status: number): Answer => ({
  status: 200,
  body: { errors: true, items: [{ index: { _id: 'a', status, error: { type: 'x' } } }] },
});

describe('the writer', () => {
  test('makes the index once, and sends the newest change of each record with its rank', async () => {
    const { writer, requests, bodies } = recorder();
    const record = syntheticRecord(3);
    const changes: Change[] = [
      put(record),
      { op: 'remove', id: record.id, version: 1 },
      put({ ...syntheticRecord(4), version: 5 }),
    ];
    await writer.apply(changes);
    await writer.apply(changes.slice(0, 1));
    expect(requests).toEqual(['PUT catalogue-v3', 'POST catalogue-v3/_bulk', 'POST catalogue-v3/_bulk']);
    const lines = (bodies[1] ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(4);
    expect(lines.slice(0, 2)).toEqual([
      { index: { _id: record.id, version: 3, version_type: 'external_gte' } },
      { id: record.id, removed: true, seenAt: 1000 },
    ]);
    expect(lines[2]).toEqual({
      index: { _id: syntheticRecord(4).id, version: 10, version_type: 'external_gte' },
    });
    expect(lines[3]).toMatchObject({ removed: false, number: 'd00000004', term: { kind: ['dossier'] } });
    expect(bodies[1]?.endsWith('\n')).toBe(true);
  });

  test('goes on when the index is there, and tries again when making it failed', async () => {
    const there = recorder((r) =>
      r.startsWith('PUT')
        ? { status: 400, body: { error: { type: 'resource_already_exists_exception' } } }
        : undefined,
    );
    await there.writer.apply([put(syntheticRecord(1))]);
    expect(there.requests).toHaveLength(2);
    let down = true;
    const weak = recorder((r) => (r.startsWith('PUT') && down ? { status: 503, body: {} } : undefined));
    await expect(weak.writer.apply([put(syntheticRecord(1))])).rejects.toThrow(OpenSearchProblem);
    down = false;
    await weak.writer.apply([put(syntheticRecord(1))]);
    expect(weak.requests).toEqual(['PUT catalogue-v3', 'PUT catalogue-v3', 'POST catalogue-v3/_bulk']);
  });

  test('takes a conflict for done and anything else for a failure', async () => {
    const older = recorder((r) => (r.includes('_bulk') ? bulk(409) : undefined));
    await older.writer.apply([put(syntheticRecord(1))]);
    for (const status of [400, 429, 503]) {
      const failing = recorder((r) => (r.includes('_bulk') ? bulk(status) : undefined));
      await expect(failing.writer.apply([put(syntheticRecord(1))])).rejects.toMatchObject({ status });
    }
  });

  test('splits what is too much for one request', async () => {
    const { writer, bodies } = recorder();
    const abstract = '矿'.repeat(20_000);
    await writer.apply(Array.from({ length: 60 }, (_, n) => put({ ...syntheticRecord(n), abstract })));
    expect(bodies.length).toBeGreaterThan(2);
    for (const body of bodies) expect(Buffer.byteLength(body)).toBeLessThan(5 * 1024 * 1024);
    const ids = bodies
      .slice(1)
      .join('')
      .match(/"_id":/g);
    expect(ids).toHaveLength(60);
  });

  test('rebuilding removes what it has not met, and only that', async () => {
    const { writer, requests, bodies } = recorder();
    await writer.rebuild(
      (async function* () {
        yield syntheticRecord(1);
      })(),
    );
    expect(requests.map((r) => r.replace(/\?.*/, ''))).toEqual([
      'PUT catalogue-v3',
      'POST catalogue-v3/_bulk',
      'POST catalogue-v3/_refresh',
      'POST catalogue-v3/_delete_by_query',
    ]);
    expect(JSON.parse(bodies[3] ?? '')).toEqual({
      query: { bool: { filter: [{ term: { removed: false } }, { range: { seenAt: { lt: 1000 } } }] } },
    });
  });

  test('a removal that failed is a failure', async () => {
    const failing = recorder((r) =>
      r.includes('_delete_by_query') ? { status: 200, body: { failures: [{ id: 'a' }] } } : undefined,
    );
    await expect(failing.writer.rebuild((async function* () {})())).rejects.toThrow();
  });

  test('compacting frees the place of what was replaced', async () => {
    const { writer, requests } = recorder();
    await writer.compact();
    expect(requests[1]).toBe('POST catalogue-v3/_forcemerge?only_expunge_deletes=true');
  });
});

describe('the engine', () => {
  test('asks its index, and passes a refusal on', async () => {
    const { engine, requests } = recorder(() => ({ status: 429, body: { error: 'busy' } }));
    await expect(engine.search(ask())).rejects.toMatchObject({ status: 429 });
    expect(requests).toEqual(['POST catalogue-v3/_search?ignore_unavailable=true']);
  });
});
