import { noticeRule } from '@geoarchive/domain/notices/rules.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type IntakeKit, intakeKit } from '../intake/testing/kit.ts';
import { type DeliverDeps, deliver } from './deliver.ts';
import { deliveryStore } from './delivery-store.ts';
import { type DigestDeps, sendDigests } from './digest.ts';
import { digestStore } from './digest-store.ts';
import { noticeStore } from './notice-store.ts';
import type { Addressee } from './people.ts';
import { allowedBy, publicInbox, publicNoticeRoutes } from './public.ts';
import { readerStore } from './reader-store.ts';

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
  people = { MINE: [person('li'), person('wang')] };
  sent = [];
  refuse = () => undefined;
});
const person = (username: string, roles: Addressee['roles'] = ['SUBMITTER']): Addressee => ({
  username,
  email: `${username}@mine.example`,
  roles,
});
const deps = (): DeliverDeps & DigestDeps => ({
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
const choose = (who: string, mail: string, language = 'zh') =>
  caller(() => publicInbox(intake), publicNoticeRoutes).call({
    method: 'PUT',
    path: '/notices/mail',
    claims: claimsOf(who, ['SUBMITTER'], { 'custom:organisation': 'MINE' }),
    headers: { 'Accept-Language': language },
    body: { mail },
  });
type Kind = 'deposit-received' | 'deposit-returned' | 'task-recorded';
const mailbox = { organisation: 'MINE' };
/** A notice that comes and is delivered; gives the message of its delivery. */
const comes = async (kind: Kind = 'deposit-received', title = kind as string, more = {}) => {
  const id = `${ulid(intake.time.now.getTime())}.${kind}`;
  const says = { title: { zh: `《${title}》`, en: `<${title}>` }, text: { zh: '正文', en: 'Text' } };
  await noticeStore(intake.table, intake.clock).put(
    [
      {
        mailbox: mailbox,
        notice: {
          id,
          kind,
          at: '2026-11-22T02:00:00.000Z',
          about: ulid(),
          ...says,
          link: '/deposits/1',
          ...more,
        },
      },
    ],
    'test',
  );
  const message = { mailbox, id };
  if (noticeRule(kind).mail) await deliver(deps(), message);
  return message;
};
const days = (count: number) => {
  intake.time.now = new Date(intake.time.now.getTime() + count * 86_400_000);
};
const to = (name: string) => sent.filter((one) => one.to.startsWith(`${name}@`));
const mailRows = async (state: string) =>
  (await tables.all(intake.table)).filter(
    (row) => String(row['sk']).startsWith('mail#') && row['state'] === state,
  );

test('who chose a mail a day gets one in the morning, in their language; others at once; what has legal effect at once', async () => {
  expect((await choose('li', 'daily', 'en')).body).toMatchObject({ mail: 'daily' });
  await comes('deposit-received', '甲');
  days(0.01);
  await comes('deposit-received', '乙');
  await comes('deposit-returned', '丙');
  expect(to('wang')).toHaveLength(3);
  expect(to('li').map(({ subject }) => subject)).toEqual([expect.stringContaining('《丙》')]);
  expect(await sendDigests(deps())).toEqual({ people: 1 });
  const [, digest, ...more] = to('li');
  expect(more).toEqual([]);
  expect(digest?.subject).toBe('Notices: 2');
  expect(digest?.text.indexOf('<甲>')).toBeLessThan(digest?.text.indexOf('<乙>') ?? -1);
  expect(digest?.text).toContain('https://submit.example/deposits/1');
  expect(digest?.text).not.toContain('正文');
  expect(await mailRows('aside')).toEqual([]);
  const proof = (await tables.all(intake.table)).filter(({ action }) => action === 'notice.digest-sent');
  expect(proof).toMatchObject([
    { about: 'notice-reader#li', detail: { notices: [expect.anything(), expect.anything()] } },
  ]);
});

test('run again, and the message of a delivery again, there is no second mail', async () => {
  await choose('li', 'daily');
  const message = await comes();
  await deliver(deps(), message);
  await sendDigests(deps());
  await deliver(deps(), message);
  for (let again = 0; again < 3; again += 1) await sendDigests(deps());
  expect(to('li')).toHaveLength(1);
});

test('after days of not running what waited comes in one mail, and the next day brings only what is new', async () => {
  await choose('li', 'daily');
  for (const title of ['一', '二', '三']) {
    await comes('deposit-received', title);
    days(1);
  }
  await sendDigests(deps());
  expect(to('li').map(({ subject }) => subject)).toEqual(['通知汇总：3 条']);
  await comes('deposit-received', '四');
  days(1);
  await sendDigests(deps());
  expect(to('li').map(({ subject }) => subject)).toEqual(['通知汇总：3 条', '通知汇总：1 条']);
  expect(to('li')[1]?.text).not.toContain('《三》');
});

test('more than a mail holds comes in several, each notice once', async () => {
  await choose('li', 'daily');
  people = { MINE: [person('li')] };
  for (let n = 0; n < 50; n += 1) await comes('deposit-received', `第${n}份`);
  await sendDigests(deps());
  expect(sent).toHaveLength(2);
  const titles = sent.flatMap(({ text }) => [...text.matchAll(/《(第\d+份)》/g)].map(([, title]) => title));
  expect([titles.length, new Set(titles).size]).toEqual([50, 50]);
});

test('what the reader may not see any more, or does not want by then, is left out', async () => {
  await choose('li', 'daily');
  await comes('deposit-received', '自己的');
  await comes('deposit-received', '别人的', { principal: 'OTHER' });
  expect(await sendDigests(deps())).toEqual({ people: 1 });
  expect(to('li')[0]?.text).not.toContain('别人的');

  await comes();
  await choose('li', 'none');
  await comes();
  await sendDigests(deps());
  await choose('li', 'daily');
  await comes();
  people = { MINE: [person('wang')] };
  await sendDigests(deps());
  people = { MINE: [person('li')] };
  await sendDigests(deps());
  expect(to('li')).toHaveLength(1);
});

test('trouble with one keeps nobody from theirs and is made good the next time; a refusal for good is recorded', async () => {
  await choose('li', 'daily');
  await choose('wang', 'daily');
  await comes();
  refuse = (address) =>
    address.startsWith('li@') ? Object.assign(new Error('slow'), { name: 'TooManyRequests' }) : undefined;
  await expect(sendDigests(deps())).rejects.toThrow('1 digests');
  expect([to('li').length, to('wang').length]).toEqual([0, 1]);
  refuse = () => undefined;
  await sendDigests(deps());
  expect([to('li').length, to('wang').length]).toEqual([1, 1]);

  await comes();
  refuse = (address) =>
    address.startsWith('li@') ? Object.assign(new Error('no'), { name: 'MessageRejected' }) : undefined;
  await sendDigests(deps());
  refuse = () => undefined;
  await sendDigests(deps());
  expect([to('li').length, to('wang').length]).toEqual([1, 2]);
  expect(await mailRows('failed')).toHaveLength(1);
});

test('two executions at once send one mail', async () => {
  await choose('li', 'daily');
  people = { MINE: [person('li')] };
  await comes();
  await Promise.all([sendDigests(deps()), sendDigests(deps())]);
  expect(sent).toHaveLength(1);
});

test('the way of mail and the kinds that are muted are chosen apart', async () => {
  const api = caller(() => publicInbox(intake), publicNoticeRoutes);
  const claims = claimsOf('li', ['SUBMITTER'], { 'custom:organisation': 'MINE' });
  await choose('li', 'daily');
  await api.call({ method: 'PUT', path: '/notices/settings', claims, body: { muted: ['deposit-accepted'] } });
  const { body } = await choose('li', 'none');
  expect(body).toMatchObject({ mail: 'none' });
  expect(body['kinds']).toContainEqual(expect.objectContaining({ kind: 'deposit-accepted', muted: true }));
});
