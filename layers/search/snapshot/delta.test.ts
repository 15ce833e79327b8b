import { describe, expect, test } from '@jest/globals';
import { type Change, newest } from '../port.ts';
import { syntheticRecord } from '../testing/records.ts';
import { decodeDelta, encodeDelta } from './delta.ts';
import { deltaKey, newName, partKey, stampIn, stampOf } from './keys.ts';

describe('a delta', () => {
  test('comes back as it was', async () => {
    const changes: Change[] = [
      { op: 'put', record: syntheticRecord(1) },
      { op: 'remove', id: 'x', version: 3 },
    ];
    expect(await decodeDelta(await encodeDelta(changes))).toEqual(changes);
  });

  test('damaged is an error', async () => {
    const body = await encodeDelta([{ op: 'remove', id: 'x', version: 3 }]);
    await expect(decodeDelta(body.slice(0, -2))).rejects.toThrow();
    await expect(decodeDelta(Buffer.from('[]'))).rejects.toThrow();
  });

  test('keeps of each record the last change', () => {
    const [a, b] = [syntheticRecord(1), syntheticRecord(2)];
    expect(
      newest([
        { op: 'remove', id: a.id, version: 1 },
        { op: 'put', record: a },
        { op: 'put', record: b },
        { op: 'put', record: { ...b, version: 2 } },
      ]),
    ).toEqual([
      { op: 'remove', id: a.id, version: 1 },
      { op: 'put', record: { ...b, version: 2 } },
    ]);
  });
});

describe('keys', () => {
  const now = Date.UTC(2026, 10, 22, 19, 56, 1, 999);
  test('tell their time, and sort by it', () => {
    expect(stampOf(now)).toBe('20261122T195601Z');
    const [early, late] = [newName(now), newName(now + 1000)];
    expect(early < late).toBe(true);
    expect(newName(now)).not.toBe(early);
    for (const key of [deltaKey('p/', early), partKey('p/', early, 12)])
      expect(stampIn('p/', key)).toBe('20261122T195601Z');
  });

  test.each(['p/pointer.json', 'p/other/20261122T195601Z-1', 'q/delta/20261122T195601Z-1', 'p/delta/x'])(
    '%s is no segment',
    (key) => {
      expect(stampIn('p/', key)).toBeUndefined();
    },
  );
});
