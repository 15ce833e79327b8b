import { limits } from '@geoarchive/domain/limits.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { largeCopies } from './large-copy.ts';
import type { Table } from './store/table.ts';
import { type MemoryBucket, memoryBuckets } from './testing/bucket.ts';
import { startTestTables, type TestTables } from './testing/table.ts';

// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(60_000);
let tables: TestTables;
let table: Table;
let from: MemoryBucket;
let to: MemoryBucket;
beforeAll(async () => {
  tables = await startTestTables();
}, 90_000);
afterAll(() => tables.close());
beforeEach(async () => {
  table = await tables.fresh();
  const { a, b } = memoryBuckets('a', 'b');
  if (a === undefined || b === undefined) throw new Error('no buckets');
  [from, to] = [a, b];
});

const text = 'a file that goes over in parts of four bytes each.';
const copyOf = async (content = text) => {
  const { size, versionId } = await from.upload('source', content);
  return { from: { bucket: 'a', key: 'source', versionId, size }, key: 'copy' };
};
const copies = (bucket = to) => largeCopies(table, bucket, { whole: 10, part: 4, step: 3 });
const read = async () => Buffer.from((await to.readAll('copy')) ?? []).toString('utf8');
const rows = () => tables.all(table);
/** Steps until it is whole; gives how many it took. */
const finish = async (of: Awaited<ReturnType<typeof copyOf>>, bucket = to) => {
  for (let steps = 1; ; steps += 1) {
    if (await copies(bucket).step('job', of)) return steps;
    expect(steps).toBeLessThan(30);
  }
};

describe('a large copy', () => {
  test('goes on step by step, and is the source byte for byte', async () => {
    const steps = await finish(await copyOf());
    expect([steps, await read()]).toEqual([Math.ceil(Math.ceil(text.length / 4) / 3), text]);
    expect(to.uploads()).toEqual([]);
    expect(await copies().isDone('job', 'copy')).toBe(true);
  });
  test('once whole is not copied again', async () => {
    const of = await copyOf();
    await finish(of);
    const before = (await to.head('copy'))?.versionId;
    expect(await copies().step('job', of)).toBe(true);
    expect((await to.head('copy'))?.versionId).toBe(before);
  });
  test('of the version named, whatever was uploaded since', async () => {
    const of = await copyOf();
    await from.upload('source', 'z'.repeat(text.length));
    await finish(of);
    expect(await read()).toBe(text);
  });
  test('broken off in the middle of a step repeats no part that is there', async () => {
    const of = await copyOf();
    const done: number[] = [];
    const breaking = (after: number): MemoryBucket => ({
      ...to,
      async copyPart(source, key, uploadId, range) {
        if (done.length >= after) throw new Error('killed');
        await to.copyPart(source, key, uploadId, range);
        done.push(range.part);
      },
    });
    await expect(finish(of, breaking(5))).rejects.toThrow('killed');
    await finish(of, breaking(1000));
    expect(await read()).toBe(text);
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1));
  });
  test('killed between joining and noting begins anew and ends the same', async () => {
    const of = await copyOf();
    const killed: Table = { ...table, writeMany: () => Promise.reject(new Error('killed')) };
    const dying = largeCopies(killed, to, { whole: 10, part: 4, step: 100 });
    await expect(dying.step('job', of)).rejects.toThrow('killed');
    expect(await copies().isDone('job', 'copy')).toBe(false);
    await finish(of);
    expect([await read(), to.uploads()]).toEqual([text, []]);
  });
  test('whose upload S3 has forgotten begins anew', async () => {
    const of = await copyOf();
    await copies().step('job', of);
    for (const id of to.uploads()) await to.abortUpload('copy', id);
    await finish(of);
    expect(await read()).toBe(text);
  });
  test('asked for by two chains at once has one upload', async () => {
    const of = await copyOf();
    await Promise.all([copies().step('job', of), copies().step('job', of)]);
    expect(to.uploads()).toHaveLength(1);
    await finish(of);
    expect([await read(), to.uploads()]).toEqual([text, []]);
  });
});

describe('a job that is over', () => {
  test('leaves no upload and no row', async () => {
    await copies().step('job', await copyOf());
    await copies().step('job', { ...(await copyOf()), key: 'other' });
    await copies().notePage('job', 1);
    expect(to.uploads()).toHaveLength(2);
    await copies().forget('job');
    await copies().forget('job');
    expect([to.uploads(), await rows()]).toEqual([[], []]);
  });
  test('says nothing of others', async () => {
    await copies().step('other', await copyOf());
    await copies().forget('job');
    expect(to.uploads()).toHaveLength(1);
  });
  test('counted each page once', async () => {
    const counts = [];
    for (const page of [1, 3, 3, 2, 1]) counts.push(await copies().notePage('job', page));
    expect(counts).toEqual([1, 2, 2, 3, 3]);
  });
});

test('the largest file stays under S3’s number of parts, the copy of a small one is no matter of parts', async () => {
  const parts: number[] = [];
  const counting: MemoryBucket = {
    ...to,
    async copyPart(_from, _key, _upload, { part, offset, end }) {
      expect(end - offset).toBeLessThanOrEqual(5 * 1024 ** 3);
      parts.push(part);
    },
    completeUpload: async () => undefined,
    // As if all were there: what counts is how many there would be.
    listParts: async () => Array.from({ length: 5119 }, (_, at) => ({ part: at + 1, size: 1, etag: '' })),
  };
  const usual = largeCopies(table, counting);
  const whole = { from: { bucket: 'a', key: 'source', size: limits.fileBytes }, key: 'copy' };
  expect(await usual.step('job', whole)).toBe(true);
  expect(parts).toEqual([5120]);
  expect([usual.isLarge(5 * 1024 ** 3), usual.isLarge(5 * 1024 ** 3 + 1)]).toEqual([false, true]);
});
