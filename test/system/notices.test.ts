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

jest.setTimeout(240_000);
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
  const inbox = async () => {
    const { items } = await submitter.call(notices.listOwnNotices);
    return items.filter(({ link }) => link === `/deposits/${id}`).map(({ kind }) => kind);
  };
  expect(
    await until(inbox, (kinds) => kinds.includes('deposit-returned') && kinds.includes('deposit-received')),
  ).toEqual(['deposit-returned', 'deposit-received']);

  const account = endpoints.accounts.find(({ role }) => role === 'SUBMITTER');
  const organisation = account?.organisation ?? '';
  const toPeople = await until(
    async () => (await captured()).filter(({ text }) => text.includes(`/deposits/${id}`)),
    (found) => found.filter(({ text }) => text.includes('补充修改')).length >= 2,
  );
  const returns = toPeople.filter(({ text }) => text.includes('补充修改'));
  expect(new Set(returns.flatMap(({ to }) => to)).size).toBe(returns.length);
  expect(JSON.stringify(returns)).not.toContain('缺少附图二');

  const before = await submitter.call(notices.countOwnUnread);
  const [notice] = (await submitter.call(notices.listOwnNotices, { query: { kind: 'deposit-returned' } }))
    .items;
  if (notice === undefined) throw new Error('No notice');
  await submitter.call(notices.markOwnNoticeRead, { params: { id: notice.id } });
  const after = await submitter.call(notices.countOwnUnread);
  expect(after.more || after.count === before.count - 1).toBe(true);

  const auditor = await people.as('AUDITOR');
  const about = `notice#organisation#${organisation}#${notice.id}`;
  const trail = await auditor.call(audit.auditOfThing, { params: { plane: 'intake' }, query: { about } });
  const acts = trail.items.map(({ action }) => action);
  expect(acts[0]).toBe('notice.put');
  expect(acts.filter((act) => act === 'notice.mail-sent')).toHaveLength(returns.length);
  expect(acts.at(-1)).toBe('notice.read-own');
  const ids = trail.items.map(({ detail }) => detail['messageId']).filter((one) => one !== undefined);
  expect(ids.toSorted()).toEqual(returns.map(({ messageId }) => messageId).sort());
  const today = dayOf(new Date());
  const days = await auditor.call(audit.listAudit, {
    params: { plane: 'intake' },
    query: { from: addDays(today, -1), to: addDays(today, 1), action: 'notice.read-own' },
  });
  expect(days.items.map((entry) => entry.about)).toContain(about);
});
