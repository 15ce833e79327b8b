import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { clientOf } from './clients.ts';
import { type Operation, secondsOf } from './context.ts';
import { fail, notAuthorized } from './fail.ts';
import { read, text } from './input.ts';
import { writeLetter } from './outbox.ts';
import { checkPassword, withPassword } from './passwords.ts';
import { poolOf } from './pools.ts';
import { endGrants, findUser, saveUser } from './users.ts';

const userInput = z.object({ ClientId: text, Username: text });
const confirmInput = userInput.extend({ ConfirmationCode: text, Password: text });

const codeSeconds = 3600;
const maxTries = 5;

const masked = (email: string) => email.replace(/^(.)[^@]*@(.)[^.]*/, '$1***@$2***');

/** The forgotten password: a code by e-mail (here: into the outbox), then a new password with it. */
export const forgottenOperations: Readonly<Record<string, Operation>> = {
  ForgotPassword(context, input) {
    const { ClientId, Username } = read(userInput, input);
    const client = clientOf(context, ClientId);
    const pool = poolOf(context, client.poolId);
    const user = findUser(context, pool, Username);
    const delivery = (email: string) => ({
      CodeDeliveryDetails: { Destination: masked(email), DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    if (!user) {
      if (!client.hidesUsers) throw fail('UserNotFoundException', 'User does not exist.');
      return delivery(Username.includes('@') ? Username : `${Username}@example.com`);
    }
    if (!user.enabled) throw notAuthorized('User is disabled.');
    if (user.status === 'FORCE_CHANGE_PASSWORD')
      throw notAuthorized('User password cannot be reset in the current state.');
    const email = user.attributes['email'];
    if (!email || user.attributes['email_verified'] !== 'true')
      throw fail(
        'InvalidParameterException',
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    saveUser(context, { ...user, reset: { code, until: secondsOf(context.now()) + codeSeconds, tries: 0 } });
    context.outbox.send(writeLetter('reset-code', pool, user, code, context.now()));
    return delivery(email);
  },
  ConfirmForgotPassword(context, input) {
    const { ClientId, Username, ConfirmationCode, Password } = read(confirmInput, input);
    const client = clientOf(context, ClientId);
    const pool = poolOf(context, client.poolId);
    const user = findUser(context, pool, Username);
    const mismatch = fail('CodeMismatchException', 'Invalid verification code provided, please try again.');
    if (!user && !client.hidesUsers) throw fail('UserNotFoundException', 'User does not exist.');
    if (!user?.reset) throw mismatch;
    if (user.reset.until < secondsOf(context.now()) || user.reset.tries >= maxTries)
      throw fail('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    if (user.reset.code !== ConfirmationCode) {
      saveUser(context, { ...user, reset: { ...user.reset, tries: user.reset.tries + 1 } });
      throw mismatch;
    }
    checkPassword(pool, Password);
    const { reset: _used, ...rest } = withPassword(user, Password);
    saveUser(context, { ...rest, status: 'CONFIRMED' });
    endGrants(context, user);
    return {};
  },
};
