import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockOf } from './clock.ts';
import { environment, functionSettings, needed } from './environment.ts';
import { callerOf } from './identity.ts';
import { lazy } from './lazy.ts';
import { languageOf, Problem, problemDocument } from './problem.ts';
import { fromCursor, toCursor } from './store/cursor.ts';

describe('the caller’s language', () => {
  test.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en', 'en'],
    [' EN-us,zh;q=0.5', 'en'],
    ['fr,en', 'zh'],
  ])('%j is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('who calls', () => {
  const claims = { sub: 's', 'cognito:username': 'li', name: '李', email: 'l@x.cn', 'custom:node': 'n1' };
  test.each([
    ['A,B text', 'SUBMITTER,SUBMITTER_ADMIN'],
    ['[A B] text', '[SUBMITTER SUBMITTER_ADMIN]'],
    ['[A, B] text', '[SUBMITTER, SUBMITTER_ADMIN]'],
    ['a list', ['SUBMITTER', 'SUBMITTER_ADMIN']],
    ['with unknown groups', 'SUBMITTER,eu-west-1_Google,SUBMITTER_ADMIN,toString'],
  ])('groups as %s', (_, groups) => {
    const found = callerOf({ claims: { ...claims, 'cognito:groups': groups } });
    expect(found?.roles).toEqual(['SUBMITTER', 'SUBMITTER_ADMIN']);
  });

  test('flat, as the JWT authorizer gives them, is the same', () => {
    expect(callerOf({ ...claims, principalId: 's', integrationLatency: 3 })).toEqual(callerOf({ claims }));
    expect(callerOf({ claims })).toMatchObject({ username: 'li', name: '李', node: 'n1', roles: [] });
  });
  test('names fall back to the subject', () => {
    expect(callerOf({ sub: 's' })).toMatchObject({ username: 's', name: 's', organisation: undefined });
  });
  test.each([
    [undefined],
    [null],
    ['text'],
    [7],
    [{}],
    [{ claims: {} }],
    [{ claims: { sub: 7 } }],
    [{ principalId: 'x' }],
  ])('%j is nobody', (authorizer) => {
    expect(callerOf(authorizer)).toBeUndefined();
  });
});

describe('cursors', () => {
  test('come back as they were given', () => {
    // No table names a column so, and objects made of JSON leave it out.
    const name = fc.string().filter((key) => key !== '__proto__');
    const row = fc.dictionary(name, fc.oneof(fc.string(), fc.integer()), { noNullPrototype: true });
    fc.assert(
      fc.property(row, (next) => {
        expect(fromCursor(toCursor(next))).toEqual(next);
      }),
    );
    expect(toCursor(undefined)).toBeUndefined();
    expect(fromCursor(undefined)).toBeUndefined();
  });
  test.each([
    '',
    '!!!',
    'e30x',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('{"pk":{"a":1}}').toString('base64url'),
  ])('a made-up one is the caller’s mistake: %j', (cursor) => {
    expect(() => fromCursor(cursor)).toThrow(expect.objectContaining({ kind: 'invalid-input' }));
  });
  test('no text at all breaks anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          fromCursor(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
    );
  });
});

describe('the clock', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'clock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const ahead = (file: string | undefined) => clockOf({ LOCAL_CLOCK_FILE: file })().getTime() - Date.now();

  test('is the time, without a file or before it was moved', () => {
    expect(Math.abs(ahead(undefined))).toBeLessThan(1000);
    expect(Math.abs(ahead(join(folder, 'none.json')))).toBeLessThan(1000);
  });
  test('moves as the file says, also later', () => {
    const file = join(folder, 'clock.json');
    const clock = clockOf({ LOCAL_CLOCK_FILE: file });
    for (const offsetMs of [86_400_000, -3_600_000]) {
      writeFileSync(file, JSON.stringify({ offsetMs }));
      expect(Math.abs(clock().getTime() - Date.now() - offsetMs)).toBeLessThan(1000);
    }
    writeFileSync(file, 'half writ');
    expect(Math.abs(ahead(file))).toBeLessThan(1000);
  });
});

describe('the environment', () => {
  const env = { PLANE: 'intake', TABLE_NAME: 't', AWS_REGION: 'cn-north-1' };
  test('what is missing is named', () => {
    expect(() => environment({ ...env, TABLE_NAME: undefined })).toThrow(/TABLE_NAME/);
    expect(() => environment({ ...env, PLANE: 'moon' })).toThrow(/PLANE/);
    expect(() => needed(environment(env), 'BUCKET_NAME')).toThrow(/BUCKET_NAME/);
    expect(needed(environment({ ...env, BUCKET_NAME: 'b' }), 'BUCKET_NAME')).toBe('b');
  });
  test('settings have their defaults', () => {
    expect(functionSettings(environment(env))).toMatchObject({
      nodes: [],
      checkDays: 10,
      correctionDays: 30,
      delegateCertificates: false,
    });
    const more = environment({ ...env, SETTINGS: '{"checkDays":5,"more":1}' });
    expect(functionSettings(more)).toMatchObject({ checkDays: 5 });
  });
});

test('a problem’s document has no empty parts', () => {
  expect(problemDocument(new Problem('busy'), 'en', 'r')).toEqual({
    type: 'busy',
    title: 'Somebody else is changing it right now',
    status: 409,
    remedy: 'Try again in a few seconds.',
    instance: 'r',
  });
});

test('lazy makes once, also what is undefined, and again after an error', () => {
  let made = 0;
  const value = lazy(() => {
    made += 1;
    if (made === 1) throw new Error('not yet');
    return undefined;
  });
  expect(value).toThrow('not yet');
  expect([value(), value(), made]).toEqual([undefined, undefined, 2]);
});
