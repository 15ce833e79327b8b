/** Operations that a browser calls without a signature: they carry a password, a session or a token instead. */
const operations = new Set([
  'InitiateAuth',
  'RespondToAuthChallenge',
  'GetTokensFromRefreshToken',
  'ForgotPassword',
  'ConfirmForgotPassword',
  'AssociateSoftwareToken',
  'VerifySoftwareToken',
  'SetUserMFAPreference',
  'GetUser',
  'UpdateUserAttributes',
  'SignUp',
  'GlobalSignOut',
  'RevokeToken',
  'ChangePassword',
]);

/** True for the operations that need no signature. */
export const isPublic = (operation: string): boolean => operations.has(operation);
