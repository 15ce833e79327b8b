/**
 * Signs in through Amplify as the sites do, and sends what happened to the parent. In a process of its own: Amplify's
 * big numbers are some twenty times slower inside Jest's sandbox. Arguments: endpoint, pool, client.
 */
import { Amplify } from 'aws-amplify';
import {
  confirmSignIn,
  fetchAuthSession,
  fetchUserAttributes,
  getCurrentUser,
  type SignInInput,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { totp } from '../../cognito/totp.ts';

const [userPoolEndpoint = '', userPoolId = '', userPoolClientId = ''] = process.argv.slice(2);
Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId, userPoolEndpoint } } });

const username = 'zhang@example.cn';
const password = 'Correct-Horse-1';
const failure = (run: Promise<unknown>) =>
  run.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );

async function inAndOut(authFlowType: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH') {
  const options: NonNullable<SignInInput['options']> = { authFlowType };
  const wrong = await failure(signIn({ username, password: 'wrong', options }));
  const ghost = await failure(signIn({ username: 'ghost@example.cn', password, options }));
  const { isSignedIn } = await signIn({ username, password, options });
  const before = (await fetchAuthSession()).tokens?.idToken;
  const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.idToken;
  const renewed = after !== undefined && after.toString() !== before?.toString();
  const attributes = await fetchUserAttributes();
  await signOut({ global: true });
  const afterwards = await failure(getCurrentUser());
  return {
    wrong,
    ghost,
    isSignedIn,
    renewed,
    aud: after?.payload['aud'],
    email: attributes.email,
    afterwards,
  };
}

async function secondFactor() {
  await signIn({ username, password });
  const { sharedSecret } = await setUpTOTP();
  await verifyTOTPSetup({ code: totp(sharedSecret, new Date()) });
  await updateMFAPreference({ totp: 'PREFERRED' });
  await signOut();
  const asked = (await signIn({ username, password })).nextStep.signInStep;
  const { isSignedIn } = await confirmSignIn({ challengeResponse: totp(sharedSecret, new Date()) });
  await updateMFAPreference({ totp: 'DISABLED' });
  await signOut();
  return { asked, isSignedIn };
}

async function invited() {
  const first = await signIn({ username: 'new@example.cn', password: 'Temporary-1' });
  const { isSignedIn } = await confirmSignIn({ challengeResponse: 'Chosen-Horse-2' });
  await signOut();
  return { asked: first.nextStep.signInStep, isSignedIn };
}

process.send?.({
  srp: await inAndOut('USER_SRP_AUTH'),
  password: await inAndOut('USER_PASSWORD_AUTH'),
  secondFactor: await secondFactor(),
  invited: await invited(),
});
process.disconnect();
