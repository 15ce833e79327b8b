import type { EventType } from '@geoarchive/contract/events.ts';
import { addDays } from '@geoarchive/domain/dates.ts';
import { contextOf, quietPowertools } from '@geoarchive/platform/testing/lambda.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { finishAcceptance } from '../archive/finish.ts';
import { replayToIntake } from '../archive/replay.ts';
import { type ServiceKit, serviceKit } from '../service/testing/kit.ts';
import { plays } from '../service/testing/play.ts';
import { eventsIn } from '../testing/written.ts';
import { projector } from './projector.ts';

/* Both planes, with what `project` hears between them: all that intake knows by projection is lost, and told again. */
quietPowertools();
// Longer than a test needs: DynamoDB Local shares two cores with everything else.
jest.setTimeout(120_000);
let tables: TestTables;
let kit: ServiceKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await serviceKit(tables);
});
const { post, filed, keeper, take, firstItem, consent } = plays(() => kit);
const staff = () => kit.cases.staff;
const own = () => kit.outside;
const by = { worker: 'test' };
/** However new it is. */
const whatever = { before: '2099-01-01T00:00:00.000Z' };

/** What the topic hands to `project`, each message twice; of these types only, if any are named. */
const hear = async (...only: EventType[]): Promise<void> => {
  const handler = projector(() => ({ table: own().table, clock: own().clock }));
  const records = (await eventsIn(tables, staff().table))
    .filter(({ type }) => only.length === 0 || only.includes(type))
    .flatMap((event) => [event, event])
    .map((event, n) => ({
      ...{ messageId: `m${n}`, receiptHandle: 'h', eventSource: 'aws:sqs', body: JSON.stringify(event) },
      attributes: { ApproximateReceiveCount: '1' },
    }));
  // As from the queue: an event that comes before its predecessor comes again.
  await handler({ Records: records }, contextOf('project'));
  await handler({ Records: records }, contextOf('project'));
};
const heardOnly: EventType[] = [
  ...['OrganisationRecorded', 'CodeListEdited', 'BarBegan', 'BarEnded', 'BarRecipientRecorded'],
  ...['DepositReturned', 'DepositAccepted', 'CertificateIssued', 'DocumentIssued', 'DocumentVoided'],
  ...['PublicNoticeMoved', 'ConsentAsked', 'ConsentClosed', 'CaseTold', 'TaskRecorded', 'TasksRecorded'],
] as EventType[];
const forget = async (plane: 'archive' | 'intake'): Promise<void> => {
  const { table } = plane === 'archive' ? staff() : own();
  const keys = (await tables.all(table)).filter(({ pk }) => pk === 'outbox');
  await table.writeMany(
    [],
    keys.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
  );
};

const get = (path: string, query: Record<string, string[]> = {}) =>
  own()
    .as('MINE', { path, query })
    .then(({ body }) => body);
/** What the routes of intake answer to the party, and what its workers go by. */
const known = async (of: { deposit: string; tasks: string[]; cases: string[] }) => ({
  tasks: await get('/intake/tasks'),
  each: await Promise.all(of.tasks.map((id) => get(`/intake/tasks/${id}`))),
  bars: await get('/intake/bars'),
  notices: await get('/intake/public-notices'),
  codes: await get('/intake/codes'),
  deposit: await get(`/intake/deposits/${of.deposit}`).then(({ updatedAt: _, ...deposit }) => deposit),
  cases: (await kit.cases.asker({ path: '/cases/own' })).body,
  case: await Promise.all(
    of.cases.map((id) => kit.cases.asker({ path: `/cases/own/${id}` }).then(({ body }) => body)),
  ),
  requests: (await kit.person('zhao', { path: '/service/requests' })).body,
  consents: (await kit.submitter('MINE', { path: '/service/consents' })).body,
  papers: (await own().documents.list('gsi3', `documents-of#${of.deposit}`, {})).items.map(
    ({ version: _, ...paper }) => paper,
  ),
  recipients: await own().barRecipients.told(),
  organisation: await own().organisations.named('MINE'),
});

const bar = (number: string) => {
  const cause = { kind: 'chase' as const, id: ulid(), number };
  const tasks = [{ id: ulid(), number: 'RW-1', due: '2026-06-30' }];
  const kind = 'until-complete' as const;
  return { organisation: 'MINE', node: 'NGA', kind, cause, tasks, from: '2026-11-22' };
};
const begun = async (number: string) => {
  await staff().table.transact(await staff().bars.beginning(bar(number), by));
};
const owe = async () => {
  const id = ulid();
  const of = { name: '某勘查', source: 'other' as const, organisation: 'MINE', node: 'NGA' };
  const body = { ...of, number: `RW-${id}`, due: addDays('2026-11-22', -10), deposits: {} };
  const created = await staff().tasks.create(id, body, { action: 'test', by });
  const { version, state } = created;
  const task = staff().tasks.shown(id, state, body);
  return { id, task: { task, version } };
};

/** Something of everything that is projected, each in a state that took more than one event where there is such. */
const everything = async () => {
  const ministry = (request: Parameters<ReturnType<typeof staff>['as']>[1]) =>
    staff().as('ministry', request);
  const put = (path: string, body: object) => ministry({ method: 'PUT', path, body });
  for (const [code, name] of [
    ['MINE', '某矿业公司'],
    ['LAND-OFFICE', '某省自然资源厅'],
  ])
    await put(`/supervision/organisations/${code}`, { name, reason: '登记' });
  await put('/supervision/bar-recipients/LAND-OFFICE', { told: true, reason: '登记机关' });
  const edit = { kind: 'add', slug: 'tellurium', code: '', name: { zh: '碲矿', en: 'Te' }, parent: 'rare' };
  await ministry(post('/codes/lists/minerals/edits', { edit, reason: '按通知' }));
  for (const number of ['TB-NGA-2026-000001', 'TB-NGA-2026-000002']) await begun(number);
  const [first] = (await staff().bars.list('gsi2', 'bars-of#MINE', {})).items;
  if (first === undefined) throw new Error('no bar');
  const standing = { is: 'ended', on: '2026-12-01', reason: 'submitted' } as const;
  await staff().table.transact(await staff().bars.ending([{ item: first, standing }], 'test'));
  const [kept, gone] = [await owe(), await owe()];
  const withdrawn = await staff().tasks.get(gone.id);
  if (withdrawn === undefined) throw new Error('no task');
  for (const one of [kept, gone]) await own().tasks.put(one.task.task, one.task.version);
  await staff().tasks.move(withdrawn, 'withdraw', withdrawn.body, { action: 'test', by });
  const task = staff().tasks.shown(gone.id, 'withdrawn', withdrawn.body);
  await own().tasks.put(task, 2);

  const path = '/supervision/public-notices';
  const proposed = await staff().as(
    'province',
    post(path, { kind: 'overdue', organisation: 'MINE', text: '逾期未汇交' }),
  );
  const move = (what: string, more: object = {}) =>
    ministry(post(`${path}/${proposed.body['id']}/moves`, { move: what, declared: true, ...more }));
  await move('publish');
  await move('suspend', { reason: '核实中' });

  const deposit = ulid();
  await own().open(deposit, {}, 'sealed');
  const review = await staff().review({ depositId: deposit }, 'received');
  await staff().as('checker', post(`/archive/reviews/${review}/accept`));
  await finishAcceptance(staff(), review);
  await staff().as('officer', post(`/archive/reviews/${review}/certificate`));

  const opened = await kit.cases.asker(
    post('/cases/own', {
      ...{ kind: 'objection', title: '不服公示', text: '已经汇交。', evidence: [] },
      about: { kind: 'task', id: kept.id },
    }),
  );
  await kit.arrive();
  const id = String(opened.body['id']);
  const officer = (to: string, body: object) =>
    kit.cases.as('wang', 'CERTIFICATE_OFFICER', post(`/cases/items/${id}/${to}`, body));
  await officer('assignment', { to: 'me' });
  await officer('messages', { text: '内部：核对', as: 'note' });
  await officer('messages', { text: '请补充。', as: 'ask' });
  await kit.arrive();

  const [answered, waiting] = [await filed([await kit.record()]), await filed([await kit.record()])];
  await take(answered);
  await consent(answered);
  await take(waiting);
  const item = await firstItem(waiting);
  await keeper(post(`/service/requests/${waiting}/items/${item}/consent-question`, { text: '请答复。' }));
  await kit.arrive();
  return { deposit, tasks: [kept.id, gone.id], cases: [id] };
};

/** The rows that are there by projection alone. */
const projected =
  /^(task|bar|bar-recipients|codes|own-notice|own-case|use-consent|organisation|document)(#|$)/;

test('what intake knows by projection is lost and told again: it is as it was, and nobody is told a second time', async () => {
  const of = await everything();
  const { table } = own();
  const place = { pk: `deposit#${of.deposit}`, sk: 'item' };
  const sealed = { ...place, ...(await table.get(place)) };
  await hear(...heardOnly);
  const before = await known(of);
  expect(kit.errors()).toEqual([]);
  expect(before).toMatchObject({
    tasks: { items: [{ id: of.tasks[0] }] },
    bars: { items: [{}, {}] },
    notices: { items: [{ state: 'suspended' }] },
    codes: { items: [{ list: 'minerals', edits: [{ slug: 'tellurium' }] }] },
    deposit: { state: 'certified' },
    case: [{ state: 'waiting' }],
    papers: [{ body: { kind: 'certificate' } }],
    recipients: ['LAND-OFFICE'],
    organisation: { name: '某矿业公司' },
  });
  expect(Object(before.consents)['items']).toHaveLength(2);
  expect(JSON.stringify(before.consents)).toMatch(/"given".*"asked"|"asked".*"given"/);

  const rows = (await tables.all(table)).filter(({ pk }) => projected.test(String(pk)));
  expect(new Set(rows.map(({ pk }) => String(pk).split('#')[0])).size).toBe(9);
  await table.writeMany(
    [],
    rows.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })),
  );
  await table.writeMany([sealed]);
  expect(await known(of)).not.toEqual(before);
  for (const plane of ['archive', 'intake'] as const) await forget(plane);

  const { raised } = await replayToIntake(staff(), whatever);
  expect(await replayToIntake(staff(), whatever)).toEqual({ raised });
  const again = await eventsIn(tables, staff().table);
  expect(new Set(again.map((event) => event.again))).toEqual(new Set([true]));
  await hear();

  expect(await known(of)).toEqual(before);
  expect(await eventsIn(tables, table)).toEqual([]);
});

test('a question that is still open in an older copy is closed as it was answered', async () => {
  const request = await filed([await kit.record()]);
  await take(request);
  const item = await firstItem(request);
  const { table } = own();
  const rowOf = { pk: `use-consent#${item}`, sk: 'item' };
  await keeper(post(`/service/requests/${request}/items/${item}/consent-question`, { text: '请答复。' }));
  await kit.arrive();
  const older = { ...rowOf, ...(await table.get(rowOf)) };
  await kit.submitter('MINE', post(`/service/consents/${item}/answer`, { answer: 'given', text: '同意。' }));
  await kit.arrive();
  const consents = async () => (await kit.submitter('MINE', { path: '/service/consents' })).body;
  const before = await consents();
  expect(before).toMatchObject({ items: [{ state: 'given' }] });
  await table.writeMany([older]);
  expect(await consents()).toMatchObject({ items: [{ state: 'asked' }] });
  for (const plane of ['archive', 'intake'] as const) await forget(plane);
  await replayToIntake(staff(), whatever);
  await hear();
  expect(await consents()).toEqual(before);
  expect(await eventsIn(tables, table)).toEqual([]);
});

test('news that is under way while a replay runs is told all the same', async () => {
  await begun('TB-NGA-2026-000001');
  // The replay's own event comes first: it is of nothing that is so new.
  const waiting = await eventsIn(tables, staff().table);
  await forget('archive');
  expect((await replayToIntake(staff())).raised).toBe(0);
  await hear();
  expect(await eventsIn(tables, own().table)).toEqual([]);
  await staff().table.transact(
    waiting.map((event) => ({
      Put: { TableName: staff().table.name, Item: { pk: 'outbox', sk: `outbox#${event.id}`, event } },
    })),
  );
  await hear();
  expect((await eventsIn(tables, own().table)).map(({ type }) => type)).toEqual(['BarSeen']);
});

test('news that comes after a replay is told as ever', async () => {
  await begun('TB-NGA-2026-000001');
  await replayToIntake(staff(), whatever);
  await forget('archive');
  const [only] = (await staff().bars.list('gsi2', 'bars-of#MINE', {})).items;
  if (only === undefined) throw new Error('no bar');
  await staff().bars.lift(only, '情况属实', {
    sub: 'b',
    name: 'boss',
    username: 'boss',
    node: 'NGA',
    roles: [],
  });
  await hear();
  expect((await eventsIn(tables, own().table)).map(({ type }) => type)).toEqual(['BarSeen']);
});

test('what the asker of a use may see says nothing of how the submitter was asked', async () => {
  const request = await filed([await kit.record()]);
  await take(request);
  await consent(request, 'refused');
  const reply = await kit.person('zhao', { path: `/service/requests/${request}` });
  expect(reply.body).toMatchObject({ uses: [{ state: 'denied', consent: 'refused' }] });
  for (const { data } of await kit.cases
    .raised('archive')
    .then((all) => all.filter(({ type }) => type === 'CaseTold')))
    expect(JSON.stringify(data)).not.toContain('请答复是否同意');
});
