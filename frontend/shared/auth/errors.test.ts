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

  test.each([
    ['User password cannot be reset in the current state.', 'temporary'],
    ['Temporary password has expired and must be reset by an administrator.', 'temporary-expired'],
    ['Invalid session for the user, session is expired.', 'expired'],
  ])('what the pool says in words only: %s', (message, code) => {
    expect(toSignInError(named('NotAuthorizedException', message)).code).toBe(code);
  });

  test('a password that cannot be reset by e-mail is not called weak', () => {
    const message =
      'Cannot reset password for the user as there is no registered/verified email or phone_number';
    expect(toSignInError(named('InvalidParameterException', message)).code).toBe('no-email');
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
