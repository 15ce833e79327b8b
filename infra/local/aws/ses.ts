import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { AwsError } from '../sigv4/aws-error.ts';
import { type LocalHandler, sendJson } from './local.ts';

const text = z.object({ Data: z.string() });
const simple = z.object({
  FromEmailAddress: z.string().min(3),
  Destination: z.object({ ToAddresses: z.array(z.string().includes('@')).min(1).max(50) }),
  Content: z.object({ Simple: z.object({ Subject: text, Body: z.object({ Text: text }) }) }),
});
const captured = z.object({
  messageId: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
});
export type CapturedMail = z.infer<typeof captured>;

export type Ses = {
  call(operation: string, input: Readonly<Record<string, unknown>>): { MessageId: string };
  mails(): CapturedMail[];
};

/** The operation of a request to SES v2, which speaks REST: by its path. */
export const sesOperation = (url: string): string =>
  /^\/v2\/email\/outbound-emails\/?(\?|$)/.test(url) ? 'SendEmail' : 'Unknown';

/**
 * A small SES: takes simple mails of plain text and keeps them in a file, one JSON object a line. Nothing leaves this machine. As SES
 * does for tests, an address that begins with `reject@` is refused.
 */
export function createSes(options: { file: string; now(): Date }): Ses {
  mkdirSync(dirname(options.file), { recursive: true });
  return {
    call(operation, input) {
      const parsed = simple.safeParse(input);
      if (operation !== 'SendEmail' || !parsed.success)
        throw new AwsError('BadRequestException', 400, parsed.error?.message ?? `no ${operation} here`);
      const { FromEmailAddress: from, Destination, Content } = parsed.data;
      if (Destination.ToAddresses.some((to) => to.startsWith('reject@')))
        throw new AwsError('MessageRejected', 400, 'Address is on the suppression list');
      const mail: CapturedMail = {
        messageId: randomUUID(),
        at: options.now().toISOString(),
        from,
        to: Destination.ToAddresses,
        subject: Content.Simple.Subject.Data,
        text: Content.Simple.Body.Text.Data,
      };
      appendFileSync(options.file, `${JSON.stringify(mail)}\n`, { mode: 0o600 });
      return { MessageId: mail.messageId };
    },
    mails: () =>
      existsSync(options.file)
        ? readFileSync(options.file, 'utf8')
            .split('\n')
            .filter(Boolean)
            .map((line) => captured.parse(JSON.parse(line)))
        : [],
  };
}

const escaped = (of: string): string => of.replaceAll(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);
const linked = (of: string): string => escaped(of).replaceAll(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>');

const page = (mails: readonly CapturedMail[]): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>本机截获的邮件 / captured mail</title>
<style>body{font:15px/1.6 sans-serif;max-width:860px;margin:24px auto;padding:0 16px}article{border:1px solid #bbb;border-radius:6px;padding:4px 16px;margin:12px 0}pre{white-space:pre-wrap;font:inherit}</style>
<main><h1>本机截获的邮件 / captured mail</h1><p>${mails.length === 0 ? '还没有邮件 / none yet' : `${mails.length}`}</p>
${mails
  .toReversed()
  .map(
    (mail) =>
      `<article><h2>${escaped(mail.subject)}</h2><p>${escaped(mail.at)} · ${escaped(mail.from)} → ${escaped(mail.to.join(', '))}</p><pre>${linked(mail.text)}</pre></article>`,
  )
  .join('\n')}</main></html>`;

/** The mails as JSON, or as a page for who looks with a browser. */
export const mailsHandler =
  (ses: Ses): LocalHandler =>
  async (req, res) => {
    const mails = ses.mails();
    if (!String(req.headers.accept ?? '').includes('text/html')) return sendJson(res, 200, mails);
    const body = page(mails);
    // What somebody wrote into a title must not run here.
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'content-length': Buffer.byteLength(body),
    };
    res.writeHead(200, headers);
    res.end(body);
  };
