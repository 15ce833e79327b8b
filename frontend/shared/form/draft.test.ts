import { describe, expect, test } from '@jest/globals';
import { createDraft } from './draft.ts';

const memory = () => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};

describe('draft', () => {
  test('keeps values until cleared', () => {
    const draft = createDraft('new', memory());
    expect(draft.read()).toBeUndefined();
    expect(draft.write({ title: '铜矿', keywords: ['a'] })).toBe(true);
    expect(draft.read()).toEqual({ title: '铜矿', keywords: ['a'] });
    draft.clear();
    expect(draft.read()).toBeUndefined();
  });

  test('drafts of two forms are apart', () => {
    const store = memory();
    createDraft('one', store).write({ a: 1 });
    expect(createDraft('other', store).read()).toBeUndefined();
  });

  test('damaged storage is no draft', () => {
    const store = memory();
    const draft = createDraft('new', store);
    draft.write({ a: 1 });
    for (const text of ['{', '[1]', '"x"', 'null']) {
      store.held.set([...store.held.keys()][0] ?? '', text);
      expect(draft.read()).toBeUndefined();
    }
  });

  test('full storage is told, not thrown', () => {
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(createDraft('new', full).write({ a: 1 })).toBe(false);
  });
});
