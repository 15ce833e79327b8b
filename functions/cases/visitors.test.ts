import { visitorLettersADay } from '@geoarchive/domain/cases/visitors.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { depositId } from '../intake/testing/kit.ts';
import { type CaseKit, caseKit } from './testing/kit.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let kit: CaseKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  kit = await caseKit(tables);
});

const record = { id: '01KAHZ6YB8RECRD00000000001', node: 'NGA', archiveNumber: 'd00000001' };
const report = {
  kind: 'error-report',
  record,
  field: 'place',
  title: '图幅号有误',
  text: '应为 H50E001001。',
};
const send = (body: Record<string, unknown> = report, address?: string, peer?: string) =>
  kit.visitor({ method: 'POST', path: '/reports/items', body }, address, peer);
const codeOf = (reply: { body: Record<string, unknown> }): string => String(reply.body['code']);
const lookUp = (code: string) => kit.visitor({ path: '/reports/answer', query: { code: [code] } });
const cases = async (of?: string) =>
  (
    await kit.as('wang', 'ARCHIVE_CHECKER', {
      path: '/cases/items',
      ...(of === undefined ? {} : { query: { of: [of] } }),
    })
  ).body['items'] as { id: string; subject: { label: string }; asker: Record<string, unknown> }[];
const act = (id: string, what: string, body: unknown) =>
  kit.as('wang', 'ARCHIVE_CHECKER', { method: 'POST', path: `/cases/items/${id}/${what}`, body });

describe('the way of a report from the portal', () => {
  test('sent, taken in, asked back, answered, decided; its code leads to all of it', async () => {
    const sent = await send({ ...report, name: '张三', contact: 'zhang@example.org' });
    expect([sent.status, kit.errors()]).toEqual([201, []]);
    const code = codeOf(sent);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await lookUp(code)).body).toMatchObject({ state: 'opened', messages: [{ text: report.text }] });
    await kit.deliver();
    const [found] = await cases();
    const id = found?.id ?? '';
    expect(found).toMatchObject({
      kind: 'error-report',
      subject: { kind: 'record', label: 'd00000001', field: 'place' },
      asker: { visitor: true, name: '张三', contact: 'zhang@example.org' },
    });
    expect((await lookUp(code)).body).toMatchObject({ number: 'AJ-NGA-2026-000001', can: [] });

    await act(id, 'assignment', { to: 'me' });
    await act(id, 'messages', { text: '请说明依据。', as: 'ask' });
    await act(id, 'messages', { text: '内部：核对原图', as: 'note' });
    await kit.deliver();
    expect((await lookUp(code)).body).toMatchObject({ state: 'waiting', can: ['answer'] });
    const more = { method: 'POST' as const, path: '/reports/messages' };
    // As people type it.
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect((await kit.visitor({ ...more, body: { code: typed, text: '见图廓注记。' } })).status).toBe(201);
    await kit.deliver();
    const content = Buffer.from('%PDF-1.4\n更正说明').toString('base64');
    const letter = (await act(id, 'attachments', { name: '更正说明.pdf', content })).body['id'];
    const decision = { outcome: 'granted', reasons: '确有误，已更正。', evidence: [letter] };
    expect((await act(id, 'decision', decision)).status).toBe(200);
    await kit.deliver();
    const answer = (await lookUp(code)).body;
    expect(answer).toMatchObject({
      state: 'decided',
      decision: { outcome: 'granted', reasons: '确有误，已更正。' },
      messages: [{ text: report.text }, { text: '请说明依据。' }, { text: '见图廓注记。' }],
      can: [],
    });
    const openLetter = (by: string) =>
      kit.visitor({ path: `/reports/evidence/${letter}`, query: { code: [by] } });
    expect((await openLetter(code)).body['url']).toContain(`answers/${id}/${letter}`);
    expect((await openLetter('0000-0000-0000-0000-0000-0000')).status).toBe(404);
    // Whoever finds the code learns neither who wrote nor who answered.
    for (const secret of ['张三', 'zhang@example.org', 'wang', '内部', '01KAHZ6YB8Q'])
      expect(JSON.stringify(answer)).not.toContain(secret);
    expect(kit.errors()).toEqual([]);
  });

  test('of a record that was published, staff find it at its dossier; its submitter does not see it', async () => {
    const id = await kit.staff.dossier({ releaseVersion: 1, title: '某地金矿普查报告' }, 'released');
    const known = { ...record, id };
    await send({ ...report, record: known });
    await kit.deliver();
    const dossier = await kit.staff.dossiers.get(id);
    const found = await cases(dossier?.body.depositId);
    expect(found.map(({ subject }) => subject.label)).toEqual([
      `${dossier?.body.archiveNumber} 某地金矿普查报告`,
    ]);
    await kit.own.open(depositId, {}, 'returned');
    for (const query of [{}, { deposit: [depositId] }])
      expect((await kit.asker({ path: '/cases/own', query })).body).toEqual({ items: [] });
    expect((await kit.dataOf('intake', 'CaseUpdateSeen')).length).toBe(0);
  });

  test('a dossier that was never published gives nothing of itself away', async () => {
    const id = await kit.staff.dossier({ releaseVersion: 0, title: '未公开的报告' });
    const code = codeOf(await send({ ...report, record: { ...record, id } }));
    await kit.deliver();
    expect((await cases())[0]?.subject.label).toBe('d00000001');
    expect(JSON.stringify(await tables.all(kit.own.table))).not.toContain('未公开的报告');
    expect(JSON.stringify((await lookUp(code)).body)).not.toContain('未公开');
  });

  test('the table of intake keeps no code and no address', async () => {
    const code = codeOf(await send(report, '198.51.100.77'));
    const everything = JSON.stringify(await tables.all(kit.own.table));
    expect(everything).toContain(report.text);
    for (const secret of [code, code.replaceAll('-', ''), '198.51.100.77', '130.176.0.1'])
      expect(everything).not.toContain(secret);
  });
});

describe('what is not taken', () => {
  test.each([
    ['an error report that does not say of what', { ...report, field: undefined }, 'body.field'],
    ['a question without a way to answer it', { ...report, kind: 'question' }, 'body.contact'],
    ['an objection', { ...report, kind: 'objection' }, 'body.kind'],
    ['a text without end', { ...report, text: 'x'.repeat(4001) }, 'body.text'],
    ['an empty text', { ...report, text: '  ' }, 'body.text'],
    ['an archive that is none', { ...report, record: { ...record, node: 'XX' } }, 'body.record.node'],
    [
      'a number that is none',
      { ...report, record: { ...record, archiveNumber: '<b>' } },
      'body.record.archiveNumber',
    ],
  ])('%s', async (_, body, field) => {
    const reply = await send(body);
    expect(reply.status).toBe(400);
    expect(reply.body['fields']).toEqual([expect.objectContaining({ field })]);
    expect(await kit.raised('intake')).toEqual([]);
  });

  test('what a machine fills in, which gets a code that leads nowhere', async () => {
    const reply = await send({ ...report, website: 'https://example.org/' });
    expect(reply.status).toBe(201);
    expect((await lookUp(codeOf(reply))).status).toBe(404);
    expect(await tables.all(kit.own.table)).toEqual([]);
  });

  test('a wrong code, and an answer that nobody asked for', async () => {
    expect((await lookUp('0000-0000-0000-0000-0000-0000')).status).toBe(404);
    const code = codeOf(await send());
    const body = { code, text: 'x' };
    expect((await kit.visitor({ method: 'POST', path: '/reports/messages', body })).status).toBe(409);
  });

  test('more letters a day than may from one network; another network and the next day may again', async () => {
    for (let at = 0; at < visitorLettersADay.visitor; at += 1)
      expect((await send(report, `2001:db8:1:2::${at + 1}`)).status).toBe(201);
    const over = await send(report, '2001:db8:1:2:ffff::1');
    expect([over.status, over.body['type']]).toEqual([429, 'too-often']);
    expect((await send(report, '2001:db8:1:3::1')).status).toBe(201);
    kit.days(1);
    expect((await send(report, '2001:db8:1:2::1')).status).toBe(201);
    // The counts and the salt of a day are forgotten by themselves.
    const rows = (await tables.all(kit.own.table)).filter(({ pk }) =>
      String(pk).startsWith('report-sources#'),
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row['expiresAt']).toBeGreaterThan(1_700_000_000);
  });

  test('addresses made up past the site: who connects is counted too', async () => {
    const one = (at: number) => send(report, `198.51.${Math.floor(at / 250)}.${at % 250}`, '192.0.2.66');
    await one(0);
    const [count] = (await tables.all(kit.own.table)).filter(({ sk }) => String(sk).startsWith('peer#'));
    await kit.own.table.update(
      { pk: String(count?.['pk']), sk: String(count?.['sk']) },
      {
        UpdateExpression: 'SET letters = :n',
        ExpressionAttributeValues: { ':n': visitorLettersADay.peer - 1 },
      },
    );
    expect((await one(1)).status).toBe(201);
    expect((await one(2)).status).toBe(429);
  });
});
