import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive, audit, notices } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { actors } from '../support/actors.ts';
import { description, handIn, reviewOf } from '../support/path.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(420_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);

const mails = z.array(z.object({ messageId: z.string(), to: z.array(z.string()), text: z.string() }));
const captured = async () =>
  mails.parse(await (await fetch(`${endpoints.aws.endpoint}/_local/mails`)).json());

test('a deposit and its return reach the inboxes of both sides and the mail of the people, once, with proof', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-notices-'));
  writeFileSync(join(folder, '钻孔.csv'), '孔号,X,Y\nZK01,110.2,30.3\n');
  const title = `通知 ${Date.now()}`;
  const { id } = await handIn(people, folder, description(title));
  const checker = await people.as('ARCHIVE_CHECKER');
  const review = await reviewOf(people, id);
  const arrived = await until(
    async () => {
      const { items } = await checker.call(notices.listNotices, { query: { kind: 'review-arrived' } });
      return items.filter(({ link }) => link === `/reviews/${review.id}`);
    },
    (found) => found.length > 0,
  );
  expect(arrived).toHaveLength(1);
  expect(arrived[0]?.text.zh).toContain(title);

  await checker.call(archive.returnReview, {
    params: { id: review.id },
    body: { reason: '缺少附图二', items: ['附图 2'] },
  });
  const submitter = await people.as('SUBMITTER');
  // Asked by kind: what other tests of the shared run cause would push these off the first page.
  const told = async (kind: 'deposit-received' | 'deposit-returned') => {
    const { items } = await submitter.call(notices.listOwnNotices, { query: { kind, limit: 100 } });
    return items.filter(({ link }) => link === `/deposits/${id}`);
  };
  // A message that failed at first comes back after some tries, each later than the one before.
  const [received, returned] = await until(
    async () => [await told('deposit-received'), await told('deposit-returned')] as const,
    (both) => both.every(({ length }) => length > 0),
    150,
  );
  expect(received).toHaveLength(1);
  expect(returned).toHaveLength(1);
  expect((received[0]?.id ?? '') < (returned[0]?.id ?? '')).toBe(true);

  const account = endpoints.accounts.find(({ role }) => role === 'SUBMITTER');
  const organisation = account?.organisation ?? '';
  const [notice] = returned;
  if (notice === undefined) throw new Error('No notice');
  const about = `notice#organisation#${organisation}#${notice.id}`;
  const auditor = await people.as('AUDITOR');
  const actsOfNotice = async () =>
    (await auditor.call(audit.auditOfThing, { params: { plane: 'intake' }, query: { about } })).items;
  const mailIds = (trail: Awaited<ReturnType<typeof actsOfNotice>>) =>
    trail.filter(({ action }) => action === 'notice.mail-sent').map(({ detail }) => detail['messageId']);
  // How many people an organisation has is up to the other tests of the shared run: each gets one mail, in its time.
  const proven = mailIds(await until(actsOfNotice, (trail) => mailIds(trail).length >= 2, 150));
  const returns = (await captured()).filter(({ messageId }) => proven.includes(messageId));
  expect(returns).toHaveLength(new Set(proven).size);
  for (const { text } of returns) {
    expect(text).toContain(`/deposits/${id}`);
    expect(text).toContain('补充修改');
  }
  expect(new Set(returns.flatMap(({ to }) => to)).size).toBe(returns.length);
  expect(JSON.stringify(returns)).not.toContain('缺少附图二');

  const before = await submitter.call(notices.countOwnUnread);
  await submitter.call(notices.markOwnNoticeRead, { params: { id: notice.id } });
  const after = await submitter.call(notices.countOwnUnread);
  expect(after.more || after.count === before.count - 1).toBe(true);

  const trail = await actsOfNotice();
  const acts = trail.map(({ action }) => action);
  expect(acts[0]).toBe('notice.put');
  expect(acts).toContain('notice.read-own');
  const sent = mailIds(trail);
  expect(new Set(sent).size).toBe(sent.length);
  const today = dayOf(new Date());
  const days = await auditor.call(audit.listAudit, {
    params: { plane: 'intake' },
    query: { from: addDays(today, -1), to: addDays(today, 1), action: 'notice.read-own' },
  });
  expect(days.items.map((entry) => entry.about)).toContain(about);
});
