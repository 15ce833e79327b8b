import { AwsError } from '../sigv4/aws-error.ts';

/** An error as Cognito words it; always status 400. */
export const fail = (code: string, message: string): AwsError => new AwsError(code, 400, message);

/** What Cognito says to every wrong sign-in, whatever is wrong. */
export const notAuthorized = (message = 'Incorrect username or password.'): AwsError =>
  fail('NotAuthorizedException', message);
