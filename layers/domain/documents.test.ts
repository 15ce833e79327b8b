import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCode, documentText, mayVoid, tidyCode, tidyNumber } from './documents.ts';

const sha = 'f'.repeat(64);
const hex = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));

describe('check code', () => {
  test('is 60 bits of the SHA-256 in three groups', () => {
    expect(checkCode(sha)).toBe('ZZZZ-ZZZZ-ZZZZ');
    expect(checkCode('0'.repeat(64))).toBe('0000-0000-0000');
    expect(checkCode(`${'0'.repeat(14)}1${'f'.repeat(49)}`)).toBe('0000-0000-0001');
  });
  test('survives how people type it', () => {
    fc.assert(
      fc.property(hex, (of) => {
        const code = checkCode(of);
        expect(tidyCode(code)).toBe(code);
        expect(tidyCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code);
        expect(tidyCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });
  test('differs when one bit of the first sixty does', () => {
    fc.assert(
      fc.property(hex, fc.integer({ min: 0, max: 14 }), (of, at) => {
        const other = (Number.parseInt(of.charAt(at), 16) ^ 1).toString(16);
        expect(checkCode(`${of.slice(0, at)}${other}${of.slice(at + 1)}`)).not.toBe(checkCode(of));
      }),
    );
  });
});

test('a number is understood in full width and with other dashes', () => {
  expect(tidyNumber(' hj－ｎｇａ—2026−00001 ')).toBe('HJ-NGA-2026-00001');
});

test('the text of a paper does not depend on the order in which its facts were put', () => {
  const common = {
    kind: 'receipt',
    number: 'HZ-1',
    node: 'NGA',
    issuedAt: '2026-11-24T00:00:00.000Z',
  } as const;
  const text = documentText({ ...common, says: { a: 1, b: 2 } });
  expect(documentText({ ...common, says: { b: 2, a: 1 } })).toBe(text);
  expect(documentText({ ...common, says: { a: 1, b: 3 } })).not.toBe(text);
});

test('who declares which paper void', () => {
  expect(mayVoid('certificate', ['CERTIFICATE_OFFICER'])).toBe(true);
  expect(mayVoid('certificate', ['ARCHIVE_CHECKER'])).toBe(false);
  expect(mayVoid('correction-notice', ['ARCHIVE_CHECKER'])).toBe(true);
  expect(mayVoid('receipt', ['CERTIFICATE_OFFICER', 'ARCHIVE_CHECKER', 'MINISTRY_ADMIN'])).toBe(false);
});
