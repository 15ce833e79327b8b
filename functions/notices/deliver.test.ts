import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { depositId, type IntakeKit, intakeKit } from '../intake/testing/kit.ts';
import { type DeliverDeps, deliver } from './deliver.ts';
import { deliveryStore } from './delivery-store.ts';
import { digestStore } from './digest-store.ts';
import { intakeNotices } from './intake-notify.ts';
import { noticeStore } from './notice-store.ts';
import type { Addressee } from './people.ts';
import { allowedBy } from './public.ts';
import { readerStore } from './reader-store.ts';
import { webhookStore } from './webhook-store.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let intake: IntakeKit;
let people: Record<string, Addressee[]>;
let sent: { to: string; subject: string; text: string }[];
let refuse: (to: string) => Error | undefined;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  intake = await intakeKit(tables);
  people = { MINE: [person('li'), person('boss', ['SUBMITTER_ADMIN'])] };
  sent = [];
  refuse = () => undefined;
});

const person = (name: string, roles: Addressee['roles'] = ['SUBMITTER']): Addressee => ({
  username: name,
  email: `${name}@mine.example`,
  roles,
});
const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

const deps = (): DeliverDeps => ({
  notices: noticeStore(intake.table, intake.clock),
  readers: readerStore(intake.table, intake.clock),
  deliveries: deliveryStore(intake.table, intake.clock),
  digests: digestStore(intake.table, intake.clock),
  people: {
    of: async (mailbox) => ('organisation' in mailbox ? (people[mailbox.organisation] ?? []) : []),
  },
  async mail(mail) {
    const error = refuse(mail.to);
    if (error !== undefined) throw error;
    sent.push(mail);
    return `message-${sent.length}`;
  },
  site: 'https://submit.example',
  still: async (mailbox, notice) =>
    'organisation' in mailbox && (await allowedBy(intake.mandates, mailbox.organisation))(notice),
});

/** Has a return told of; gives the messages for the deliver worker. */
const returned = async (more: Parameters<IntakeKit['open']>[1] = {}): Promise<unknown[]> => {
  const messages: unknown[] = [];
  await intake.open(
    depositId,
    { returned: { reason: '缺附图', correctBy: '2026-12-24', items: ['附图 2'] }, ...more },
    'returned',
  );
  await intakeNotices.DepositReturnSeen(
    {
      ...intake,
      notices: noticeStore(intake.table, intake.clock),
      webhooks: webhookStore(intake.table, intake.clock),
      send: async (mailbox, id) => void messages.push({ mailbox, id }),
      by: 'intake-notify',
    },
    { depositId, round: 1 },
    { id: ulid(), at: '2026-11-22T02:00:00.000Z' },
  );
  return messages;
};
const deliveries = async () =>
  (await tables.all(intake.table))
    .filter((row) => String(row['sk']).startsWith('mail#'))
    .map((row) => [row['sk'], row['state'], Object(row['detail'])])
    .sort();
const trail = async () =>
  (await tables.all(intake.table))
    .map((row) => String(row['action']))
    .filter((action) => action.startsWith('notice.mail'))
    .sort();

test('each person of the organisation gets one mail, in both languages, with the way in and no more than the inbox says', async () => {
  const [message] = await returned();
  for (let again = 0; again < 3; again += 1) await deliver(deps(), message);
  expect(sent.map(({ to }) => to)).toEqual(['li@mine.example', 'boss@mine.example']);
  const [mail] = sent;
  expect(mail?.subject).toBe(
    '补充修改通知：请于 2026-12-24 前改正 / Notice of correction: correct by 2026-12-24',
  );
  expect(mail?.text).toContain(`https://submit.example/deposits/${depositId}`);
  expect(mail?.text).toContain('legal effect');
  expect(mail?.text).not.toContain('附图');
  expect(await deliveries()).toEqual([
    ['mail#boss', 'sent', { messageId: 'message-2' }],
    ['mail#li', 'sent', { messageId: 'message-1' }],
  ]);
  expect(await trail()).toEqual(['notice.mail-sent', 'notice.mail-sent']);
});

test('who left before it was delivered gets none', async () => {
  const [message] = await returned();
  people['MINE'] = [person('boss', ['SUBMITTER_ADMIN'])];
  await deliver(deps(), message);
  expect(sent.map(({ to }) => to)).toEqual(['boss@mine.example']);
});

test('an address that SES refuses is recorded with the reason, not tried again, and keeps nobody from theirs', async () => {
  const [message] = await returned();
  refuse = (to) => (to.startsWith('li@') ? named('MessageRejected', 'suppressed') : undefined);
  await deliver(deps(), message);
  refuse = () => undefined;
  await deliver(deps(), message);
  expect(sent.map(({ to }) => to)).toEqual(['boss@mine.example']);
  expect(await deliveries()).toContainEqual(['mail#li', 'failed', { reason: 'MessageRejected: suppressed' }]);
  expect(await trail()).toEqual(['notice.mail-failed', 'notice.mail-sent']);
});

test('a trouble that passes sends the message back to the queue; the next try mails those that are left', async () => {
  const [message] = await returned();
  refuse = (to) => (to.startsWith('li@') ? named('TooManyRequestsException', 'slow down') : undefined);
  await expect(deliver(deps(), message)).rejects.toThrow('slow down');
  expect(await deliveries()).toContainEqual([
    'mail#li',
    'waiting',
    { reason: 'TooManyRequestsException: slow down' },
  ]);
  refuse = () => undefined;
  await deliver(deps(), message);
  expect(sent.map(({ to }) => to)).toEqual(['boss@mine.example', 'li@mine.example']);
});

test('two executions with the same message send one mail; one that died is taken over when its claim ran out', async () => {
  people['MINE'] = [person('li')];
  const [message] = await returned();
  const dying: DeliverDeps = {
    ...deps(),
    // The execution ends before it could tell what became of the mail.
    deliveries: { ...deps().deliveries, record: async () => Promise.reject(new Error('killed')) },
  };
  await expect(deliver(dying, message)).rejects.toThrow('killed');
  await expect(deliver(deps(), message)).rejects.toThrow('under way');
  expect(sent).toHaveLength(1);
  intake.time.now = new Date(intake.time.now.getTime() + 4 * 60_000);
  // SES had taken the first one, which nobody could know: twice rather than never.
  await deliver(deps(), message);
  await deliver(deps(), message);
  expect(sent).toHaveLength(2);
});

test('muted kinds are not mailed; what has legal effect is, whatever is in the table', async () => {
  const [legal] = await returned({ archiveNumber: 'd1' });
  await intake.table.transact([
    {
      Put: {
        TableName: intake.table.name,
        Item: { pk: 'notice-reader#li', sk: 'choices', muted: ['deposit-accepted', 'deposit-returned'] },
      },
    },
  ]);
  await deliver(deps(), legal);
  expect(sent).toHaveLength(2);
  const messages: unknown[] = [];
  await intakeNotices.DepositAcceptanceSeen(
    {
      ...intake,
      notices: noticeStore(intake.table, intake.clock),
      webhooks: webhookStore(intake.table, intake.clock),
      send: async (mailbox, id) => void messages.push({ mailbox, id }),
      by: 'intake-notify',
    },
    { depositId, round: 1 },
    { id: ulid(), at: '2026-11-22T02:00:00.000Z' },
  );
  await deliver(deps(), messages[0]);
  expect(sent.slice(2).map(({ to }) => to)).toEqual(['boss@mine.example']);
});

test('an agent whose mandate ended before delivery gets none', async () => {
  const mandate = await intake.mandates.create(
    ulid(),
    {
      ...{ from: 'MINE', to: 'TEAM', scope: 'all', taskIds: [] },
      ...{ validFrom: '2026-11-01', validTo: '2026-12-31' },
    },
    { action: 'test', by: { worker: 'test' } },
  );
  people['TEAM'] = [person('zhao')];
  const messages = await returned();
  expect(messages).toHaveLength(2);
  await intake.mandates.move(mandate, 'end', mandate.body, { action: 'test', by: { worker: 'test' } });
  for (const message of messages) await deliver(deps(), message);
  expect(sent.map(({ to }) => to)).toEqual(['li@mine.example', 'boss@mine.example']);
});

test('what is no message of ours, or names no notice, is put aside', async () => {
  await expect(deliver(deps(), { mailbox: { organisation: 'MINE' }, id: 'x' })).rejects.toThrow();
  await expect(
    deliver(deps(), { mailbox: { organisation: 'MINE' }, id: `${ulid()}.deposit-returned` }),
  ).rejects.toThrow('not in its mailbox');
});
