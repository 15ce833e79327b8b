import { describe, expect, test } from '@jest/globals';
import { SignInError, toSignInError } from './errors.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });

describe('toSignInError', () => {
  test('an unknown user and a wrong password look the same', () => {
    expect(toSignInError(named('UserNotFoundException')).code).toBe('wrong');
    expect(toSignInError(named('NotAuthorizedException')).code).toBe('wrong');
  });

  test('a disabled account and an ended session are told apart by their message', () => {
    expect(toSignInError(named('NotAuthorizedException', 'User is disabled.')).code).toBe('disabled');
    expect(toSignInError(named('NotAuthorizedException', 'Invalid session: session is expired.')).code).toBe(
      'expired',
    );
  });

  test('codes, networks and the rest', () => {
    expect(toSignInError(named('CodeMismatchException')).code).toBe('code-wrong');
    expect(toSignInError(new TypeError('Failed to fetch')).code).toBe('unreachable');
    expect(toSignInError(named('Odd')).code).toBe('unknown');
    expect(toSignInError('text').code).toBe('unknown');
  });

  test('keeps what is already named, and its cause', () => {
    const known = new SignInError('too-many');
    expect(toSignInError(known)).toBe(known);
    const cause = named('CodeMismatchException');
    expect(toSignInError(cause).cause).toBe(cause);
  });
});
