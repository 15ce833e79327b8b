import { describe, expect, jest, test } from '@jest/globals';
import { memoryStore } from '../testing/memory-store.ts';
import { pointerKey, readPointer, updatePointer } from './pointer.ts';
import { ConditionFailed } from './store.ts';

/** Minutes, not seconds: the machine may be busy with other tests. */
jest.setTimeout(120_000);

const delta = (key: string) => ({ key, bytes: 1 });

describe('the pointer', () => {
  test('that is not there yet names nothing', async () => {
    const { pointer, etag } = await readPointer(memoryStore(), 'p/');
    expect(pointer).toMatchObject({ base: [], deltas: [], lease: null });
    expect(etag).toBeUndefined();
  });

  test('that is damaged is an error, not an empty index', async () => {
    const store = memoryStore();
    await store.put(pointerKey('p/'), Buffer.from('{"schema":1}'));
    await expect(readPointer(store, 'p/')).rejects.toThrow();
  });

  test('loses no change when many change it', async () => {
    const store = memoryStore();
    const names = Array.from({ length: 10 }, (_, n) => `d${n}`);
    await Promise.all(
      names.map((name) => updatePointer(store, 'p/', (p) => ({ ...p, deltas: [...p.deltas, delta(name)] }))),
    );
    const { pointer } = await readPointer(store, 'p/');
    expect(pointer.deltas.map(({ key }) => key).sort()).toEqual(names);
  });

  test('is left alone when the change gives up', async () => {
    const store = memoryStore();
    const giveUp = () => {
      throw new Error('no');
    };
    await expect(updatePointer(store, 'p/', giveUp)).rejects.toThrow('no');
    expect(store.objects.size).toBe(0);
  });

  test('gives up when others are always faster', async () => {
    const store = memoryStore();
    let calls = 0;
    const lost = { ...store, put: () => Promise.reject(new ConditionFailed(String(++calls))) };
    await expect(updatePointer(lost, 'p/', (p) => p)).rejects.toThrow(ConditionFailed);
    expect(calls).toBe(20);
  }, 20_000);

  test('is tried once when the store fails otherwise', async () => {
    let calls = 0;
    const broken = { ...memoryStore(), put: () => Promise.reject(new Error(String(++calls))) };
    await expect(updatePointer(broken, 'p/', (p) => p)).rejects.toThrow('1');
    expect(calls).toBe(1);
  });
});

describe('the store for tests', () => {
  test('keeps its conditions', async () => {
    const store = memoryStore();
    const { etag } = await store.put('a', Buffer.from('1'), { ifNoneMatch: '*' });
    await expect(store.put('a', Buffer.from('2'), { ifNoneMatch: '*' })).rejects.toThrow(ConditionFailed);
    await expect(store.put('a', Buffer.from('2'), { ifMatch: '"x"' })).rejects.toThrow(ConditionFailed);
    await expect(store.put('b', Buffer.from('2'), { ifMatch: etag })).rejects.toThrow(ConditionFailed);
    await store.put('a', Buffer.from('2'), { ifMatch: etag });
    expect(String(Buffer.from((await store.get('a'))?.body ?? []))).toBe('2');
    await store.delete('a');
    await store.delete('a');
    expect(await store.get('a')).toBeUndefined();
  });
});
