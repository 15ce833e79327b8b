import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { openMailer } from '@geoarchive/platform/mail.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Endpoint, startAwsEndpoint } from './endpoint.ts';

const region = 'ap-southeast-1';
const from = 'notices@geoarchive.invalid';
let dataDir: string;
let endpoint: Endpoint;
const clients: SESv2Client[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ses-'));
  const unused = { url: 'http://127.0.0.1:1' };
  endpoint = await startAwsEndpoint({
    port: 0,
    region,
    dataDir,
    engines: { dynamodb: unused, queues: unused },
  });
  endpoint.addPrincipal({
    accessKeyId: 'DELIVER',
    secretAccessKey: 's',
    name: 'intake-deliver',
    statements: [
      {
        Effect: 'Allow',
        Action: ['ses:SendEmail'],
        Resource: `arn:aws:ses:${region}:000000000000:identity/${from}`,
      },
    ],
  });
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await endpoint?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const mailer = (sender = from, secretAccessKey = 's') => {
  const client = new SESv2Client({
    endpoint: endpoint.url,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId: 'DELIVER', secretAccessKey },
  });
  clients.push(client);
  return openMailer(sender, () => client);
};
const mail = { to: 'li@mine.example', subject: '通知 / Notice', text: '<b>请看</b> http://localhost:4500/x' };

test('a mail is captured with the id that its sender was given, and shown as a page that runs nothing', async () => {
  const messageId = await mailer()(mail);
  const address = `${endpoint.url}/_local/mails`;
  const told: unknown = await (await fetch(address)).json();
  expect(told).toEqual([
    expect.objectContaining({ messageId, from, to: [mail.to], subject: mail.subject, text: mail.text }),
  ]);
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  const html = await page.text();
  expect(html).toContain('通知 / Notice');
  expect(html).toContain('<a href="http://localhost:4500/x">');
  expect(html).not.toContain('<b>');
});

test('another sender, a wrong signature and a rejected address are refused as by SES', async () => {
  await expect(mailer('minister@mnr.invalid')(mail)).rejects.toMatchObject({
    $metadata: { httpStatusCode: 403 },
  });
  await expect(mailer(from, 'wrong')(mail)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
  await expect(mailer()({ ...mail, to: 'reject@mine.example' })).rejects.toMatchObject({
    name: 'MessageRejected',
  });
});
