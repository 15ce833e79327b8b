import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { common, type Where } from './clients.ts';

export const mailClient = (env: Where): SESv2Client => new SESv2Client(common(env));

export type Mail = { to: string; subject: string; text: string };
/** Hands a mail to SES; gives its message id. Throws as SES refuses. */
export type Mailer = (mail: Mail) => Promise<string>;

/** Mail as plain text, from one sender whose identity SES knows. */
export const openMailer =
  (sender: string, client: () => SESv2Client): Mailer =>
  async ({ to, subject, text }) => {
    const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
    const { MessageId } = await client().send(
      new SendEmailCommand({
        FromEmailAddress: sender,
        Destination: { ToAddresses: [to] },
        Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text) } } },
      }),
    );
    if (MessageId === undefined) throw new Error('SES took the mail and gave no id');
    return MessageId;
  };
