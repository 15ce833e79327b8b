import { createInterface } from 'node:readline/promises';

/**
 * The six digits of the authenticator: from GEOARCHIVE_TOTP, else asked on the terminal. Throws where there is neither.
 * They are good for half a minute and asked for once: afterwards the session is renewed without them.
 */
export const askCode = async (): Promise<string> => {
  const given = process.env['GEOARCHIVE_TOTP'];
  if (given !== undefined) return given.trim();
  if (!process.stdin.isTTY)
    throw new Error(
      'This account has a second factor: give the six digits of its authenticator in GEOARCHIVE_TOTP.',
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question('身份验证器中的六位验证码 / six digits of the authenticator: ')).trim();
  } finally {
    terminal.close();
  }
};
