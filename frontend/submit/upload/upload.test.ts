import { limits, partBytes, partCount } from '@geoarchive/domain/limits.ts';
import { joinCrc64 } from '@geoarchive/frontend-shared/files/crc64.ts';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { type LocalFile, PutError, type SignedPart, type UploadPorts } from './ports.ts';
import { type RefusedFile, uploadFiles } from './upload.ts';

const mebibyte = 1024 ** 2;
/** Stands in for a checksum: another one for every size, and for what starts with another byte. */
const checksumOf = async (blob: Blob): Promise<string> => {
  const [first = 0] = new Uint8Array(await blob.slice(0, 1).arrayBuffer());
  const hex = (blob.size + first * 2 ** 40).toString(16).padStart(16, '0');
  return Buffer.from(hex, 'hex').toString('base64');
};
const fileOf = (path: string, size: number): LocalFile => ({
  path,
  size,
  blob: new Blob([new Uint8Array(size)]),
});

/** A store that keeps what it was sent and can be told to fail. */
const createStore = () => {
  const numbers = new Map<string, { no: number; size: number }>();
  const parts = new Map<number, Map<number, { size: number; crc64: string }>>();
  const joined = new Map<number, string>();
  const done = new Set<number>();
  const calls = { sign: [] as number[], put: 0, register: [] as number[], waits: [] as number[] };
  const faults: ((signed: SignedPart) => number | PutError | undefined)[] = [];
  const ports: UploadPorts = {
    register: async (files) => {
      calls.register.push(files.length);
      const accepted = files.filter((file) => !file.path.includes('..'));
      for (const { path, size } of accepted)
        if (!numbers.has(path)) numbers.set(path, { no: numbers.size + 1, size });
      return {
        files: accepted.map(({ path }) => {
          const no = numbers.get(path)?.no ?? 0;
          return { no, path, uploaded: done.has(no) };
        }),
        refused: files
          .filter((file) => file.path.includes('..'))
          .map(({ path }) => ({ path, code: 'path-not-plain', message: { zh: '路径', en: 'path' } })),
      };
    },
    listParts: async (no) => {
      const size = [...numbers.values()].find((file) => file.no === no)?.size ?? 0;
      return {
        partBytes: partBytes(size),
        partCount: partCount(size),
        uploaded: done.has(no),
        parts: [...(parts.get(no) ?? [])].map(([part, { crc64 }]) => ({ part, crc64 })),
      };
    },
    sign: async (asked) => {
      calls.sign.push(asked.length);
      return asked.map(({ no, part, ...checksum }) => ({
        no,
        part,
        url: `store/${no}/${part}`,
        headers: {
          checksum: 'crc64' in checksum ? `crc64 ${checksum.crc64}` : `sha256 ${checksum.sha256}`,
        },
        offset: 0,
        length: 0,
      }));
    },
    complete: async (no, crc64) => {
      joined.set(no, crc64);
      done.add(no);
    },
    sha256: checksumOf,
    crc64: checksumOf,
    put: async (signed, blob, onBytes, signal) => {
      signal.throwIfAborted();
      calls.put++;
      const status = faults.map((fault) => fault(signed)).find((each) => each !== undefined);
      if (status !== undefined) throw typeof status === 'number' ? new PutError(status) : status;
      const size = [...numbers.values()].find((file) => file.no === signed.no)?.size ?? 0;
      const crc64 = await checksumOf(blob);
      const right = `${partCount(size) === 1 ? 'sha256' : 'crc64'} ${crc64}`;
      if (signed.headers['checksum'] !== right) throw new PutError(400);
      onBytes(blob.size);
      const held = parts.get(signed.no) ?? new Map();
      parts.set(signed.no, held.set(signed.part, { size: blob.size, crc64 }));
      if (partCount(size) === 1) done.add(signed.no);
    },
    wait: async (ms) => void calls.waits.push(ms),
  };
  const bytesOf = (path: string) =>
    [...(parts.get(numbers.get(path)?.no ?? 0)?.values() ?? [])].reduce((sum, { size }) => sum + size, 0);
  return { ports, calls, faults, done, joined, bytesOf };
};

let store = createStore();
let events: { progress: [string, number][]; done: string[]; failed: [string, unknown][] };
const run = (files: LocalFile[], signal = new AbortController().signal) =>
  uploadFiles(
    files,
    store.ports,
    {
      progress: (path, bytes) => void events.progress.push([path, bytes]),
      done: (path) => void events.done.push(path),
      failed: (path, error) => void events.failed.push([path, error]),
    },
    signal,
  );

beforeEach(() => {
  store = createStore();
  events = { progress: [], done: [], failed: [] };
});

describe('uploadFiles', () => {
  test('small files are signed 16 at a time and sent once each', async () => {
    await run(Array.from({ length: 40 }, (_, n) => fileOf(`f${n}`, 10 + n)));
    expect(store.calls.sign).toEqual([16, 16, 8]);
    expect(store.calls.put).toBe(40);
    expect(events.done).toHaveLength(40);
    expect(events.failed).toEqual([]);
  });

  test('an empty file is sent too', async () => {
    await run([fileOf('empty', 0)]);
    expect(events.done).toEqual(['empty']);
    expect(store.calls.put).toBe(1);
  });

  test('a large file goes up in parts and is joined', async () => {
    const size = 20 * mebibyte + 5;
    await run([fileOf('big', size)]);
    expect(store.calls.put).toBe(3);
    expect(store.bytesOf('big')).toBe(size);
    expect(store.done.has(1)).toBe(true);
    const whole = [8, 8, 4 + 5 / mebibyte].map((mib) => ({ size: mib * mebibyte, crc64: '' }));
    for (const part of whole) part.crc64 = await checksumOf(new Blob([new Uint8Array(part.size)]));
    expect(store.joined.get(1)).toBe(joinCrc64(whole));
    expect(Math.max(...events.progress.map(([, bytes]) => bytes))).toBe(size);
  });

  test('files are registered at most 1 000 a call', async () => {
    await run(Array.from({ length: limits.filesPerCall + 1 }, (_, n) => fileOf(`f${n}`, 1)));
    expect(store.calls.register).toEqual([limits.filesPerCall, 1]);
    expect(events.done).toHaveLength(limits.filesPerCall + 1);
  });

  test('a refused file is told, the others go up', async () => {
    await run([fileOf('../x', 1), fileOf('ok', 1)]);
    expect(events.done).toEqual(['ok']);
    const [path, error] = events.failed[0] ?? [];
    expect(path).toBe('../x');
    expect((error as RefusedFile).refusal.code).toBe('path-not-plain');
  });

  test('doing it again sends nothing twice', async () => {
    const files = [fileOf('a', 5), fileOf('b', 17 * mebibyte)];
    await run(files);
    const before = store.calls.put;
    await run(files);
    expect(store.calls.put).toBe(before);
    expect(events.done).toEqual(['a', 'b', 'a', 'b']);
  });

  test('an interrupted large file goes on with the missing parts only', async () => {
    const stop = new AbortController();
    store.faults.push((signed) => {
      if (signed.part === 3) stop.abort();
      return signed.part === 3 && stop.signal.aborted ? 0 : undefined;
    });
    const files = [fileOf('big', 33 * mebibyte)];
    await expect(run(files, stop.signal)).rejects.toThrow();
    store.faults.length = 0;
    const sent = store.calls.put;
    const there = store.bytesOf('big') / (8 * mebibyte);
    await run(files);
    expect(store.bytesOf('big')).toBe(33 * mebibyte);
    expect(store.calls.put - sent).toBe(5 - Math.floor(there));
    expect(events.done).toEqual(['big']);
  });

  test('an expired link is signed anew without a rest', async () => {
    let once = true;
    store.faults.push(() => {
      const status = once ? 403 : undefined;
      once = false;
      return status;
    });
    await run([fileOf('a', 5)]);
    expect(events.done).toEqual(['a']);
    expect(store.calls.sign).toEqual([1, 1]);
    expect(store.calls.waits).toEqual([]);
  });

  test('a busy store is tried again after longer and longer rests, then the file fails', async () => {
    store.faults.push((signed) => (signed.no === 1 ? 503 : undefined));
    await run([fileOf('a', 5), fileOf('b', 5)]);
    expect(events.done).toEqual(['b']);
    expect(events.failed).toHaveLength(1);
    expect(store.calls.waits).toEqual([500, 2_000, 8_000, 20_000]);
  });

  test('a part that is there with other bytes than the file has now is sent again', async () => {
    const stop = new AbortController();
    store.faults.push((signed) => {
      if (signed.part === 3) stop.abort();
      return stop.signal.aborted ? 0 : undefined;
    });
    const before = new Uint8Array(33 * mebibyte);
    const file = (content: Uint8Array<ArrayBuffer>) => ({
      ...fileOf('big', 0),
      size: content.length,
      blob: new Blob([content]),
    });
    await expect(run([file(before)], stop.signal)).rejects.toThrow();
    store.faults.length = 0;
    const there = await store.ports.listParts(1, new AbortController().signal);
    expect(there.parts.map(({ part }) => part)).toContain(1);
    const sent = store.calls.put;
    await run([file(Uint8Array.from(before).fill(9, 0, 1))]);
    expect(store.calls.put - sent).toBe(5 - there.parts.length + 1);
    expect(events.done).toEqual(['big']);
  });

  test('bytes that come damaged are sent again', async () => {
    let left = 2;
    store.faults.push(({ part }) => (part === 2 && left-- > 0 ? new PutError(400, 'BadDigest') : undefined));
    await run([fileOf('big', 20 * mebibyte)]);
    expect(events.done).toEqual(['big']);
    expect(store.calls.put).toBe(5);
    expect(store.calls.waits).toEqual([500, 2_000]);
  });

  test('what the store refuses for good is not tried again', async () => {
    store.faults.push(() => 400);
    await run([fileOf('a', 5)]);
    expect(events.failed).toHaveLength(1);
    expect(store.calls.put).toBe(1);
  });
});
