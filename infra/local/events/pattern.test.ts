import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fits, parsePattern } from './pattern.ts';

const check = (pattern: unknown, value: unknown) => fits(parsePattern(JSON.stringify(pattern)), value);
const record = { eventName: 'INSERT', dynamodb: { Keys: { sk: { S: 'outbox#1' } }, n: 5 }, tags: ['a', 'b'] };

describe('event patterns', () => {
  test.each([
    [{ eventName: ['INSERT', 'MODIFY'] }, true],
    [{ eventName: ['REMOVE'] }, false],
    [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'outbox#' }] } } } }, true],
    [{ dynamodb: { Keys: { sk: { S: [{ prefix: 'other#' }] } } } }, false],
    [{ eventName: [{ suffix: 'ERT' }] }, true],
    [{ eventName: [{ 'equals-ignore-case': 'insert' }] }, true],
    [{ eventName: [{ 'anything-but': ['REMOVE'] }] }, true],
    [{ eventName: [{ 'anything-but': 'INSERT' }] }, false],
    [{ missing: [{ exists: false }] }, true],
    [{ eventName: [{ exists: false }] }, false],
    [{ missing: [{ exists: true }] }, false],
    [{ dynamodb: { n: [5] } }, true],
    [{ dynamodb: { n: ['5'] } }, false],
    [{ tags: ['b'] }, true],
    [{ tags: ['c'] }, false],
    [{ deep: { missing: ['x'] } }, false],
    [{}, true],
  ])('%j → %s', (pattern, expected) => {
    expect(check(pattern, record)).toBe(expected);
  });
  test('an operator it does not know is an error', () => {
    expect(() => parsePattern('{"n":[{"numeric":[">",1]}]}')).toThrow();
  });
  test('a text fits its own value and each of its prefixes', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(20), (text, length) => {
        expect(check({ a: [text] }, { a: text })).toBe(true);
        expect(check({ a: [{ prefix: text.slice(0, length) }] }, { a: text })).toBe(true);
        expect(check({ a: [{ 'anything-but': text }] }, { a: text })).toBe(false);
      }),
    );
  });
});
