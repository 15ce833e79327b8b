/** Why signing in failed, as a key of the texts under `signIn.error`. */
export const signInErrorCodes = [
  'wrong',
  'code-wrong',
  'code-expired',
  'password-weak',
  'reset-required',
  'disabled',
  'temporary',
  'temporary-expired',
  'no-email',
  'too-many',
  'expired',
  'unreachable',
  'unknown',
] as const;
export type SignInErrorCode = (typeof signInErrorCodes)[number];

export class SignInError extends Error {
  readonly code: SignInErrorCode;
  constructor(code: SignInErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'SignInError';
    this.code = code;
  }
}

const byName: Readonly<Record<string, SignInErrorCode>> = {
  NotAuthorizedException: 'wrong',
  UserNotFoundException: 'wrong',
  EmptySignInUsername: 'wrong',
  EmptySignInPassword: 'wrong',
  CodeMismatchException: 'code-wrong',
  EnableSoftwareTokenMFAException: 'code-wrong',
  ExpiredCodeException: 'code-expired',
  InvalidPasswordException: 'password-weak',
  InvalidParameterException: 'password-weak',
  PasswordHistoryPolicyViolationException: 'password-weak',
  PasswordResetRequiredException: 'reset-required',
  UserDisabledException: 'disabled',
  LimitExceededException: 'too-many',
  TooManyRequestsException: 'too-many',
  TooManyFailedAttemptsException: 'too-many',
  NetworkError: 'unreachable',
  TypeError: 'unreachable',
};

/** What the pool says in words only, under a name that stands for many things. */
const byMessage: readonly (readonly [RegExp, SignInErrorCode])[] = [
  [/disabled/, 'disabled'],
  [/temporary password has expired/i, 'temporary-expired'],
  [/cannot be reset in the current state/i, 'temporary'],
  [/no registered\/verified email/i, 'no-email'],
  [/session (is |has )?expired|invalid session/i, 'expired'],
];

/** Names an error of the pool or of the network in our own terms. A user unknown looks like a wrong password. */
export const toSignInError = (error: unknown): SignInError => {
  if (error instanceof SignInError) return error;
  if (!(error instanceof Error)) return new SignInError('unknown', error);
  const said = byMessage.find(([words]) => words.test(error.message))?.[1];
  return new SignInError(said ?? byName[error.name] ?? 'unknown', error);
};
