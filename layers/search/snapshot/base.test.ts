import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { memoryStore } from '../testing/memory-store.ts';
import { downloadBase, MissingSegment, uploadBase } from './base.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'base-'));
});
afterEach(async () => rm(folder, { recursive: true }));

describe('a base', () => {
  test('comes back as it was, whatever the size of its parts', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 500 }),
        fc.integer({ min: 1, max: 200 }),
        async (body, part) => {
          const [from, to] = [join(folder, `from-${n}`), join(folder, `to-${n++}`)];
          const store = memoryStore();
          await writeFile(from, body);
          const segments = await uploadBase(store, 'p/', '20260101T000000Z-a', from, part);
          expect(segments).toHaveLength(Math.ceil(body.length / part));
          await downloadBase(store, segments, to);
          expect(new Uint8Array(await readFile(to))).toEqual(new Uint8Array(body));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('with a part missing is an error', async () => {
    const store = memoryStore();
    await writeFile(join(folder, 'from'), Buffer.alloc(100));
    const segments = await uploadBase(store, 'p/', 'n', join(folder, 'from'), 30);
    await store.delete(segments[2]?.key ?? '');
    await expect(downloadBase(store, segments, join(folder, 'to'))).rejects.toThrow(MissingSegment);
  });
});
