import { Amplify } from 'aws-amplify';
import {
  confirmResetPassword,
  confirmSignIn,
  fetchAuthSession,
  resetPassword,
  type SignInOutput,
  signIn,
  signOut,
} from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import type { CognitoConfig } from '../config/schema.ts';
import { personOf } from './claims.ts';
import { SignInError, toSignInError } from './errors.ts';
import type { Identity, Step } from './port.ts';

const issuerName = 'GeoArchive';

/** Maps what Amplify asks for next to a step of ours. */
export const stepOf = (next: SignInOutput['nextStep'], username: string): Step => {
  switch (next.signInStep) {
    case 'DONE':
      return { kind: 'done' };
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return { kind: 'new-password' };
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return { kind: 'code' };
    case 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP':
      return {
        kind: 'enrol',
        secret: next.totpSetupDetails.sharedSecret,
        uri: next.totpSetupDetails.getSetupUri(issuerName, username).toString(),
      };
    case 'RESET_PASSWORD':
      throw new SignInError('reset-required');
    default:
      throw new SignInError('unknown', next.signInStep);
  }
};

const named = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw toSignInError(error);
  }
};

/** Identity by a Cognito user pool through Amplify: SRP in the cloud, the password itself in the local run. */
export const cognitoIdentity = (config: CognitoConfig): Identity => {
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: config.userPoolId,
        userPoolClientId: config.clientId,
        ...(config.endpoint === undefined ? {} : { userPoolEndpoint: config.endpoint }),
      },
    },
  });
  const authFlowType = config.flow === 'srp' ? 'USER_SRP_AUTH' : 'USER_PASSWORD_AUTH';
  /** A valid token; nothing where nobody is signed in or the renewal was refused. Throws `unreachable` where nothing answered. */
  const idToken = async () => {
    try {
      return (await fetchAuthSession()).tokens?.idToken;
    } catch (error) {
      const why = toSignInError(error);
      if (why.code === 'unreachable') throw why;
      return undefined;
    }
  };
  /** The token as it lies on the device, ended or not: a refusal takes it away, a missing network does not. */
  const keptToken = async () => (await cognitoUserPoolsTokenProvider.authTokenStore.loadTokens())?.idToken;
  let username = '';
  return {
    signIn: {
      kind: 'form',
      begin: (given, password) =>
        named(async () => {
          username = given;
          // A session left over from a closed tab would be refused as "already signed in".
          if ((await idToken().catch(() => undefined)) !== undefined) await signOut();
          const { nextStep } = await signIn({ username, password, options: { authFlowType } });
          return stepOf(nextStep, username);
        }),
      answer: (value) =>
        named(async () => stepOf((await confirmSignIn({ challengeResponse: value })).nextStep, username)),
      forgot: (given) =>
        named(async () => {
          await resetPassword({ username: given });
          return { kind: 'forgotten', username: given };
        }),
      reset: (given, code, password) =>
        named(() => confirmResetPassword({ username: given, confirmationCode: code, newPassword: password })),
    },
    person: async () => {
      const token = await idToken().catch(keptToken);
      return token === undefined ? undefined : personOf(token.payload);
    },
    token: async () => (await idToken())?.toString(),
    signOut: () => signOut(),
  };
};
