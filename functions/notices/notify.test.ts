import { type Envelope, type EventType, events } from '@geoarchive/contract/events.ts';
import { noticeKinds, noticeRule } from '@geoarchive/domain/notices/rules.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { monotonicFactory } from 'ulid';
import { type ArchiveKit, archiveKit, dossierBodyOf, reviewBodyOf } from '../archive/testing/kit.ts';
import { depositId, type IntakeKit, intakeKit, taskId } from '../intake/testing/kit.ts';
import { archiveNotices } from './archive-notify.ts';
import { intakeNotices } from './intake-notify.ts';
import { internalInbox, internalNoticeRoutes } from './internal.ts';
import { noticeStore } from './notice-store.ts';
import { publicInbox, publicNoticeRoutes, stillFor } from './public.ts';
import { paper } from './testing/paper.ts';
import { webhookStore } from './webhook-store.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let intake: IntakeKit;
let archive: ArchiveKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  intake = await intakeKit(tables);
  archive = await archiveKit(tables);
});

const by = { worker: 'test' };
/** Each later than the one before, also within a millisecond: what comes later stands first. */
const ulid = monotonicFactory();
const ofNow = (id = ulid()) => ({ id, at: '2026-11-22T02:00:00.000Z' });
const notify = () => ({
  ...intake,
  notices: noticeStore(intake.table, intake.clock),
  webhooks: webhookStore(intake.table, intake.clock),
  send: undefined,
  by: 'intake-notify',
});
const notifyStaff = () => ({
  ...archive,
  notices: noticeStore(archive.table, archive.clock),
  send: undefined,
  by: 'archive-notify',
});

type Shown = { id: string; kind: string; title: { zh: string }; text: { zh: string }; readAt?: string };
/** The inbox of somebody of an organisation. */
const inboxOf = (organisation: string, who = 'li', roles = ['SUBMITTER_ADMIN']) => {
  const api = caller(() => publicInbox(intake), publicNoticeRoutes);
  const claims = claimsOf(who, roles, { 'custom:organisation': organisation });
  const call = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown, query = {}) =>
    api.call({ method, path: `/notices/${path}`, claims, body, query });
  return {
    call,
    async shown(query: Record<string, string[]> = {}): Promise<Shown[]> {
      const { status, body } = await call('GET', 'inbox', undefined, query);
      expect(status).toBe(200);
      return Object(body)['items'];
    },
    unread: async () => (await call('GET', 'unread')).body['count'],
  };
};
const returned = { reason: '缺附图', correctBy: '2026-12-24', items: ['附图 2'] };
const seeReturn = async (more: Parameters<IntakeKit['open']>[1] = {}, id = ulid()) => {
  await intake.open(depositId, { returned, ...more }, 'returned');
  await intakeNotices.DepositReturnSeen(notify(), { depositId, round: 1 }, ofNow(id));
  return id;
};

test('each kind has an event that is sent to the worker which makes it, and each event a kind', () => {
  const workers = { intake: intakeNotices, archive: archiveNotices };
  for (const plane of ['intake', 'archive'] as const) {
    const heard = Object.keys(workers[plane]).sort();
    // The event of many tasks tells what that of one does.
    const kindsOf = heard.filter((type) => type !== 'TasksSeen');
    const rules = noticeKinds.map(noticeRule).filter((rule) => rule.plane === plane);
    expect([...new Set(rules.map(({ on }) => on))].sort()).toEqual(kindsOf);
    for (const type of heard) {
      const to: readonly string[] = events[type as EventType].listeners;
      expect(to).toContain(`${plane}-notify`);
    }
  }
});

test('a return is told once, to the organisation, however often its event comes', async () => {
  const id = await seeReturn();
  for (let again = 0; again < 3; again += 1)
    await intakeNotices.DepositReturnSeen(notify(), { depositId, round: 1 }, ofNow(id));
  const [first, ...more] = await inboxOf('MINE').shown();
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    id: `${id}.deposit-returned`,
    legal: true,
    title: { zh: '补充修改通知：请于 2026-12-24 前改正' },
    link: `/deposits/${depositId}`,
  });
  // Why it was returned stands in the deposit, not in what goes out by e-mail.
  expect(JSON.stringify(first)).not.toContain('附图');
  expect(await inboxOf('OTHER').shown()).toEqual([]);
  const trail = (await tables.all(intake.table)).filter((row) => row['action'] === 'notice.put');
  expect(trail).toHaveLength(1);
});

test('the title of a state secret is in no notice', async () => {
  await seeReturn({ secrecy: 'secret', title: '某铀矿详查', stub: { carrierSlip: 'S-1', place: '库房' } });
  const all = JSON.stringify((await tables.all(intake.table)).filter((row) => 'notice' in row));
  expect(all).toContain('题名从略');
  expect(all).not.toContain('铀矿');
});

test('old news of a former round tells nothing', async () => {
  await intake.open(depositId, { returned, round: 2 }, 'open');
  await intakeNotices.DepositReturnSeen(notify(), { depositId, round: 1 }, ofNow());
  expect(await inboxOf('MINE').shown()).toEqual([]);
});

test('read marks are of a person; what comes after "all read" stays unread', async () => {
  const [li, wang] = [inboxOf('MINE', 'li'), inboxOf('MINE', 'wang')];
  const id = `${await seeReturn()}.deposit-returned`;
  expect([await li.unread(), await wang.unread()]).toEqual([1, 1]);
  const read = await li.call('POST', `inbox/${id}/read`);
  expect(read.body).toMatchObject({ id, readAt: expect.any(String) });
  expect([await li.unread(), await wang.unread()]).toEqual([0, 1]);
  expect(await li.shown({ show: ['unread'] })).toEqual([]);
  expect(await wang.shown({ show: ['unread'] })).toHaveLength(1);
  // The first reading counts, and stands in the audit trail.
  intake.time.now = new Date('2026-11-23T02:00:00.000Z');
  expect((await li.call('POST', `inbox/${id}/read`)).body['readAt']).toBe(read.body['readAt']);
  expect((await tables.all(intake.table)).filter((row) => row['action'] === 'notice.read-own')).toHaveLength(
    1,
  );

  await intake.documents.create('TZ-NGA-2026-00001', paper(depositId), { action: 'test', by });
  await intakeNotices.DocumentVoidSeen(notify(), { number: 'TZ-NGA-2026-00001' }, ofNow());
  expect(await wang.unread()).toBe(2);
  expect((await wang.call('POST', 'read', { upTo: id })).body).toEqual({ marked: 1 });
  expect(await wang.unread()).toBe(1);
});

describe('mandates', () => {
  const give = (more: Record<string, unknown> = {}) =>
    intake.mandates.create(
      ulid(),
      {
        ...{ from: 'MINE', to: 'TEAM', scope: 'tasks', taskIds: [taskId] },
        ...{ validFrom: '2026-11-01', validTo: '2026-12-31' },
        ...more,
      } as Parameters<IntakeKit['mandates']['create']>[1],
      { action: 'test', by },
    );

  test('who acts for another sees its notices as long as the mandate lasts, and no longer', async () => {
    const mandate = await give();
    await seeReturn({ taskId });
    const team = inboxOf('TEAM', 'zhao');
    const [seen] = await team.shown();
    expect(seen?.kind).toBe('deposit-returned');
    expect(await team.unread()).toBe(1);
    await intake.mandates.move(mandate, 'end', mandate.body, { action: 'test', by });
    expect(await team.shown()).toEqual([]);
    expect(await team.unread()).toBe(0);
    expect((await team.call('GET', `inbox/${seen?.id}`)).status).toBe(404);
    expect((await team.call('POST', `inbox/${seen?.id}/read`)).status).toBe(404);
  });

  test('a mandate for another task tells nothing of this one', async () => {
    await give({ taskIds: ['01KAHZ6YB80000000000000T22'] });
    await seeReturn({ taskId });
    expect(await inboxOf('TEAM').shown()).toEqual([]);
  });

  test('administrators of the agent learn that it began and ended', async () => {
    const { id } = await give({ scope: 'all', taskIds: [] });
    await intakeNotices.MandateChanged(notify(), { mandateId: id, change: 'given' }, ofNow());
    await intakeNotices.MandateChanged(notify(), { mandateId: id, change: 'ended' }, ofNow());
    expect((await inboxOf('TEAM').shown()).map(({ kind }) => kind)).toEqual([
      'mandate-ended',
      'mandate-given',
    ]);
    expect(await inboxOf('TEAM', 'zhao', ['SUBMITTER']).shown()).toEqual([]);
    expect(await inboxOf('MINE').shown()).toEqual([]);
  });
});

describe('tasks', () => {
  const task = {
    ...{ id: taskId, number: 'HJRW-1', name: '某铜矿', source: 'mining-right', organisation: 'MINE' },
    ...{ node: 'NGA', due: '2027-01-31', state: 'open' },
  } as Parameters<IntakeKit['tasks']['put']>[0];
  const seen = async () =>
    (await tables.all(intake.table))
      .filter((row) => row['pk'] === 'outbox')
      .map((row) => row['event'] as Envelope<'TaskSeen'>);

  test('a new one, another day and a withdrawal are told; what follows from a deposit is not', async () => {
    await intake.tasks.put(task, 1);
    await intake.tasks.put({ ...task, state: 'handed-in' }, 2);
    await intake.tasks.put({ ...task, state: 'open', due: '2027-03-31' }, 4);
    await intake.tasks.put({ ...task, due: '2027-02-28' }, 3);
    await intake.tasks.put({ ...task, state: 'withdrawn' }, 5);
    for (const { id, at, data } of await seen()) await intakeNotices.TaskSeen(notify(), data, { id, at });
    expect((await inboxOf('MINE').shown()).map(({ title }) => title.zh)).toEqual([
      '汇交任务 HJRW-1 已撤销',
      '汇交任务 HJRW-1 的期限改为 2027-03-31',
      '新汇交任务 HJRW-1，2027-01-31 前汇交',
    ]);
  });

  test('one that goes to another archive is told with its day; what is handed in already stays unsaid', async () => {
    intake.settings.nodes.push({ code: 'HB', name: { zh: '湖北馆', en: 'Hubei' } });
    await intake.tasks.put(task, 1);
    await intake.tasks.put({ ...task, node: 'HB', due: '2027-02-28' }, 2);
    await intake.tasks.put({ ...task, node: 'NGA', due: '2027-02-28', state: 'handed-in' }, 3);
    for (const { id, at, data } of await seen()) await intakeNotices.TaskSeen(notify(), data, { id, at });
    const [moved, ...more] = await inboxOf('MINE').shown();
    expect(more.map(({ title }) => title.zh)).toEqual(['新汇交任务 HJRW-1，2027-01-31 前汇交']);
    expect(moved).toMatchObject({
      legal: true,
      title: { zh: '汇交任务 HJRW-1 改由 湖北馆 接收' },
      text: { zh: expect.stringContaining('应于 2027-02-28 前汇交') },
    });
  });

  test('many that come together are projected together; old news and what comes again tell nothing', async () => {
    const many = Array.from({ length: 120 }, (_, n) => ({
      task: { ...task, id: ulid(), number: `HJRW-${n}`, organisation: n < 3 ? 'MINE' : 'OTHER' },
      version: 2,
    }));
    const [first, second] = many;
    if (first === undefined || second === undefined) throw new Error('none');
    await intake.tasks.put({ ...second.task, due: '2027-05-31' }, 3);
    const all = [...many, { task: { ...first.task, due: '2026-01-01' }, version: 1 }];
    await Promise.all([intake.tasks.putMany(all), intake.tasks.putMany(all.slice(0, 50))]);
    await intake.tasks.putMany(all);
    expect(await intake.tasks.get(first.task.id)).toEqual(first.task);
    expect((await intake.tasks.get(second.task.id))?.due).toBe('2027-05-31');
    const told = (await tables.all(intake.table))
      .filter((row) => row['pk'] === 'outbox')
      .map((row) => row['event'] as Envelope)
      .filter((event): event is Envelope<'TasksSeen'> => event.type === 'TasksSeen');
    expect(told.flatMap(({ data }) => data.news)).toHaveLength(119);
    // Each message may come twice, and in two workers at once.
    for (const { id, at, data } of told)
      await Promise.all([1, 2].map(() => intakeNotices.TasksSeen(notify(), data, { id, at })));
    expect((await inboxOf('MINE').shown()).map(({ title }) => title.zh).sort()).toEqual([
      '新汇交任务 HJRW-0，2027-01-31 前汇交',
      '新汇交任务 HJRW-2，2027-01-31 前汇交',
    ]);
    const rows = await tables.all(intake.table);
    expect(rows.filter(({ pk }) => String(pk).startsWith('notices#organisation#'))).toHaveLength(119);
  });

  test('reminders are told once each, before the day and after it; none of what was handed in', async () => {
    const { due } = task;
    await intake.tasks.put(task, 1);
    await intake.tasks.put({ ...task, reminded: { stage: 30, due } }, 2);
    await intake.tasks.put({ ...task, name: '改名', reminded: { stage: 30, due } }, 3);
    await intake.tasks.put({ ...task, reminded: { stage: -1, due } }, 4);
    await intake.tasks.put({ ...task, state: 'handed-in', reminded: { stage: -31, due } }, 5);
    for (const { id, at, data } of await seen()) await intakeNotices.TaskSeen(notify(), data, { id, at });
    expect((await inboxOf('MINE').shown()).map(({ kind }) => kind)).toEqual([
      'task-overdue',
      'task-due-soon',
      'task-recorded',
    ]);
  });

  test('that its stages settle it is told, and that it is owed again; then reminders come again', async () => {
    const { due } = task;
    const reminded = { stage: 30, due };
    const settled = '2026-11-22';
    await intake.tasks.put({ ...task, reminded }, 1);
    await intake.tasks.put({ ...task, state: 'accepted', reminded, settled }, 2);
    await intake.tasks.put({ ...task, state: 'accepted', reminded, settled, name: '改名' }, 3);
    await intake.tasks.put(task, 4);
    await intake.tasks.put({ ...task, reminded }, 5);
    await intake.tasks.put({ ...task, state: 'accepted', settled }, 6);
    await intake.tasks.put({ ...task, state: 'handed-in' }, 7);
    for (const { id, at, data } of await seen()) await intakeNotices.TaskSeen(notify(), data, { id, at });
    expect((await inboxOf('MINE').shown()).map(({ kind }) => kind)).toEqual([
      ...['task-recorded', 'task-settled', 'task-due-soon', 'task-recorded', 'task-settled', 'task-recorded'],
    ]);
  });

  test('a view built anew tells nothing of tasks that are done', async () => {
    await intake.tasks.put({ ...task, state: 'certified' }, 7);
    expect(await seen()).toEqual([]);
  });
});

test('kinds are muted by a person; what has legal effect is refused and stays loud', async () => {
  const [li, wang] = [inboxOf('MINE', 'li'), inboxOf('MINE', 'wang')];
  await intake.open(depositId, { archiveNumber: 'd1', returned }, 'accepted');
  await intakeNotices.DepositAcceptanceSeen(notify(), { depositId, round: 1 }, ofNow());
  expect((await li.call('PUT', 'settings', { muted: ['deposit-accepted'] })).status).toBe(200);
  expect([await li.unread(), await wang.unread()]).toEqual([0, 1]);
  // Muted is not gone.
  expect(await li.shown()).toHaveLength(1);
  const refused = await li.call('PUT', 'settings', { muted: ['deposit-accepted', 'deposit-returned'] });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ fields: [{ field: 'body.muted' }] });
  const { body } = await li.call('GET', 'settings');
  expect(body['kinds']).toContainEqual(expect.objectContaining({ kind: 'deposit-accepted', muted: true }));
  expect(JSON.stringify(body)).not.toContain('review-arrived');
});

test('a long inbox comes page by page, each notice once', async () => {
  await intake.open(depositId, { archiveNumber: 'd1' }, 'accepted');
  for (let n = 0; n < 7; n += 1)
    await intakeNotices.DepositAcceptanceSeen(notify(), { depositId, round: 1 }, ofNow());
  const li = inboxOf('MINE');
  const found: string[] = [];
  let cursor: unknown;
  do {
    const { body } = await li.call('GET', 'inbox', undefined, {
      limit: ['3'],
      ...(typeof cursor === 'string' ? { cursor: [cursor] } : {}),
    });
    found.push(...Object(body)['items'].map((one: Shown) => one.id));
    cursor = body['cursor'];
  } while (cursor !== undefined);
  expect(found).toHaveLength(7);
  expect(found).toEqual([...new Set(found)].sort().reverse());
});

test('staff are told by role and node', async () => {
  const staff = (role: string, node?: string) => {
    const api = caller(() => internalInbox(archive), internalNoticeRoutes);
    const claims = claimsOf(role, [role], node === undefined ? {} : { 'custom:node': node });
    return api.call({ path: '/notices/inbox', claims });
  };
  const [reviewId, dossierId] = [ulid(), ulid()];
  const tellAll = { action: 'test', by };
  await archive.reviews.create(reviewId, reviewBodyOf({ archiveNumber: 'd1' }), tellAll);
  await archive.dossiers.create(dossierId, dossierBodyOf(), tellAll);
  const deps = notifyStaff();
  await archiveNotices.DepositReceived(deps, { depositId, round: 1, reviewId }, ofNow());
  await archiveNotices.AcceptanceStalled(deps, { reviewId }, ofNow());
  await archiveNotices.DepositAccepted(deps, { depositId, round: 1, archiveNumber: 'd1', reviewId }, ofNow());
  // A replay for intake names no review.
  await archiveNotices.DepositAccepted(deps, { depositId, round: 1, archiveNumber: 'd1' }, ofNow());
  await archiveNotices.ReleaseProposed(deps, { dossierId }, ofNow());
  await archiveNotices.ReleaseOverdue(deps, { dossierId }, ofNow());
  const kinds = async (role: string, node = 'NGA') =>
    Object((await staff(role, node)).body)['items'].map((one: Shown) => one.kind);
  expect(await kinds('ARCHIVE_CHECKER')).toEqual(['acceptance-stalled', 'review-arrived']);
  expect(await kinds('ARCHIVE_CLERK')).toEqual(['review-arrived']);
  expect(await kinds('CERTIFICATE_OFFICER')).toEqual(['certificate-due']);
  expect(await kinds('SECRECY_OFFICER')).toEqual(['release-overdue', 'release-proposed']);
  expect(await kinds('ARCHIVE_CHECKER', 'HB')).toEqual([]);
  expect(await kinds('AUDITOR')).toEqual([]);
  expect((await staff('OPERATOR')).body).toEqual({ items: [] });
});

describe('jobs', () => {
  const owner = { sub: 'sub-owner', name: 'owner' };
  const add = async (subject: string): Promise<string> => {
    const id = ulid();
    const of = { kind: 'task-import' as const, subject, total: 3, createdAt: '2026-11-22T02:00:00.000Z' };
    const body = { ...of, owner: owner.sub, ownerName: owner.name };
    await archive.table.transact(archive.jobs.queueing(id, body, owner, 'job.test'));
    return id;
  };
  const move = async (id: string, name: 'start' | 'finish' | 'fail' | 'retry', ended = {}) => {
    const item = await archive.jobs.get(id);
    if (item === undefined) throw new Error('No job');
    await archive.jobs.move(item, name, by, ended);
  };
  const end = (jobId: string) => archiveNotices.JobEnded(notifyStaff(), { jobId, owner: owner.sub }, ofNow());
  const shownTo = async (who: string, node?: string): Promise<Shown[]> => {
    const api = caller(() => internalInbox(archive), internalNoticeRoutes);
    const claims = claimsOf(who, ['MINISTRY_ADMIN'], node === undefined ? {} : { 'custom:node': node });
    return Object((await api.call({ path: '/notices/inbox', claims })).body)['items'];
  };

  test('the owner alone is told of the end, with the reason when it failed', async () => {
    const [done, failed] = [await add('任务.xlsx'), await add('坏表.xlsx')];
    await move(done, 'start');
    await move(done, 'finish');
    await move(failed, 'fail', {
      failure: { reason: { zh: '缺少列', en: 'A column is missing.' }, at: 'A7' },
    });
    await end(done);
    await end(failed);
    expect((await shownTo('owner')).map(({ title, text }) => [title.zh, text.zh])).toEqual([
      ['导入汇交任务已中断：坏表.xlsx', '您的后台作业“坏表.xlsx”（导入汇交任务）已中断。原因：缺少列 (A7)。'],
      ['导入汇交任务已完成：任务.xlsx', '您的后台作业“任务.xlsx”（导入汇交任务）已完成。'],
    ]);
    expect(await shownTo('owner', 'NGA')).toHaveLength(2);
    expect(await shownTo('somebody', 'NGA')).toEqual([]);
  });

  test('one that was tried again meanwhile has not ended', async () => {
    const id = await add('任务.xlsx');
    await move(id, 'fail');
    await move(id, 'retry');
    await end(id);
    expect(await shownTo('owner')).toEqual([]);
  });
});

test('what is one’s own and what is the archive’s come as one list, page by page', async () => {
  const store = noticeStore(archive.table, archive.clock);
  const ids = Array.from({ length: 7 }, () => ulid()).sort();
  for (const [n, id] of ids.entries())
    await store.put(
      [
        {
          mailbox: n % 2 === 0 ? { person: 'sub-owner' } : { node: 'NGA' },
          notice: {
            ...{ id: `${id}.job-ended`, kind: 'job-ended', at: '2026-11-22T02:00:00.000Z', about: id },
            ...{ title: { zh: '甲', en: 'a' }, text: { zh: '甲', en: 'a' }, link: '/jobs/1' },
          },
        },
      ],
      'test',
    );
  const api = caller(() => internalInbox(archive), internalNoticeRoutes);
  const claims = claimsOf('owner', ['MINISTRY_ADMIN'], { 'custom:node': 'NGA' });
  const call = (path: string, query = {}, body?: unknown) =>
    api.call({ method: body === undefined ? 'GET' : 'POST', path: `/notices/${path}`, claims, query, body });
  const found: string[] = [];
  let cursor: unknown;
  do {
    const { body } = await call('inbox', {
      limit: ['2'],
      ...(typeof cursor === 'string' ? { cursor: [cursor] } : {}),
    });
    found.push(...Object(body)['items'].map((one: Shown) => one.id));
    cursor = body['cursor'];
  } while (cursor !== undefined);
  expect(found).toEqual(ids.map((id) => `${id}.job-ended`).reverse());
  expect((await call('unread')).body['count']).toBe(7);
  expect((await call('read', {}, { upTo: found[2] })).body).toEqual({ marked: 5 });
  expect((await call('unread')).body['count']).toBe(2);
});

test('a submitter learns that its consent is asked; who decides on use, that a request has come', async () => {
  const question = { itemId: ulid(), organisation: 'MINE', number: 'AJ-NGA-2026-000007', title: 'd1 某报告' };
  await intakeNotices.ConsentQuestionSeen(notify(), { ...question, node: 'NGA' }, ofNow());
  expect(await inboxOf('MINE').shown()).toMatchObject([
    { kind: 'consent-asked', text: { zh: expect.stringContaining('d1 某报告') }, link: '/consents' },
  ]);
  expect(await inboxOf('OTHER').shown()).toEqual([]);
  const opened = { caseId: ulid(), number: question.number, node: 'NGA', outside: true };
  const subject = { kind: 'holdings' as const, label: '2 件资料' };
  await archiveNotices.CaseOpened(notifyStaff(), { ...opened, kind: 'use', subject }, ofNow());
  await archiveNotices.CaseOpened(notifyStaff(), { ...opened, kind: 'question', subject }, ofNow());
  const kinds = (await tables.all(archive.table)).flatMap(({ notice }) => Object(notice)['kind'] ?? []);
  expect(kinds).toEqual(['use-requested']);
});

test('a person without an organisation has an inbox of their own; people of one see theirs beside it', async () => {
  const told = { caseId: ulid(), number: 'AJ-NGA-2026-000007', node: 'NGA', news: 'asked' as const };
  await intakeNotices.UseUpdateSeen(notify(), { ...told, person: 'sub-zhao' }, ofNow());
  await intakeNotices.UseUpdateSeen(notify(), { ...told, person: 'sub-li' }, ofNow());
  await seeReturn();
  const zhao = inboxOf('', 'zhao', ['REGISTERED_USER']);
  expect((await zhao.shown()).map(({ kind }) => kind)).toEqual(['use-asked']);
  expect(await zhao.unread()).toBe(1);
  const li = inboxOf('MINE', 'li');
  expect((await li.shown()).map(({ kind }) => kind).sort()).toEqual(['deposit-returned', 'use-asked']);
  expect((await inboxOf('MINE', 'wang').shown()).map(({ kind }) => kind)).toEqual(['deposit-returned']);
  const still = stillFor(intake.mandates);
  const notice = { id: 'x', kind: 'use-asked' as const, at: '', about: 'x', link: '' };
  const texts = { title: { zh: '', en: '' }, text: { zh: '', en: '' } };
  expect(await still({ person: 'sub-zhao' }, { ...notice, ...texts })).toBe(true);
  expect(await still({ node: 'NGA' }, { ...notice, ...texts })).toBe(false);
});
