import type { DocumentSays } from '@geoarchive/contract/documents.ts';
import { packageFonts } from '@geoarchive/documents/testing/fonts.ts';
import { readPdf } from '@geoarchive/documents/testing/read-pdf.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import { caller, claimsOf } from '@geoarchive/platform/testing/call.ts';
import { messageOf } from '@geoarchive/platform/testing/queue.ts';
import { startTestTables, type TestTables } from '@geoarchive/platform/testing/table.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ulid } from 'ulid';
import { type ArchiveKit, archiveKit } from '../archive/testing/kit.ts';
import { inspectBatch } from '../intake/inspect.ts';
import { projections } from '../intake/project.ts';
import { sealDeposit } from '../intake/seal.ts';
import { depositId, type IntakeKit, intakeKit } from '../intake/testing/kit.ts';
import { documentView } from './document-store.ts';
import { internalDocumentRoutes } from './internal.ts';
import { publicDocumentRoutes } from './public.ts';
import { verificationRoutes } from './verification.ts';

jest.setTimeout(60_000);
let tables: TestTables;
let archive: ArchiveKit;
let intake: IntakeKit;
beforeAll(async () => {
  tables = await startTestTables();
}, 120_000);
afterAll(() => tables.close());
beforeEach(async () => {
  archive = await archiveKit(tables);
  intake = await intakeKit(tables);
});

const staffApi = (who: string, role: string, node = 'NGA') => {
  const deps = { ...archive, bucket: archive.archive, fonts: packageFonts, held: true };
  const api = caller(() => deps, internalDocumentRoutes);
  return (method: 'GET' | 'POST', path: string, body?: unknown) =>
    api.call({ method, path, claims: claimsOf(who, [role], { 'custom:node': node }), body });
};
const publicApi = (organisation = 'MINE') => {
  const deps = { ...intake, fonts: packageFonts, held: false };
  const api = caller(() => deps, [...publicDocumentRoutes, ...verificationRoutes]);
  const claims = claimsOf('li', ['SUBMITTER'], { 'custom:organisation': organisation });
  return (method: 'GET' | 'POST', path: string, body?: unknown, query?: Record<string, string[]>) =>
    api.call({ method, path, claims, body, ...(query === undefined ? {} : { query }) });
};

/** Returns a review with reasons; gives the notice's number. */
const returned = async (more: Record<string, unknown> = {}, who = archive): Promise<string> => {
  const id = await who.review({ depositId, title: '某金矿普查报告', submitterName: '示例矿业公司', ...more });
  const reply = await who.as('checker', {
    method: 'POST',
    path: `/archive/reviews/${id}/return`,
    body: { reason: '缺附图', items: ['附图 2'] },
  });
  expect(reply.status).toBe(200);
  const { items } = await who.documents.list('gsi3', `documents-of#${reply.body['depositId']}`, {});
  return items.at(-1)?.id ?? '';
};
/** What the archive issued, as its events tell it to intake. */
const project = async (number: string): Promise<void> => {
  const item = await archive.documents.get(number);
  if (item === undefined) throw new Error(`no ${number}`);
  const { state: _, version: _v, voided: _n, ...paper } = documentView(item);
  await projections.DocumentIssued(intake, paper);
};

describe('issuing', () => {
  test('a return issues its notice in the same transaction, with what was said', async () => {
    const number = await returned();
    expect(number).toBe('BZ-NGA-2026-000001');
    const item = await archive.documents.get(number);
    expect(item).toMatchObject({
      state: 'issued',
      body: {
        kind: 'correction-notice',
        says: { title: '某金矿普查报告', submitterName: '示例矿业公司', reason: '缺附图', items: ['附图 2'] },
      },
    });
    expect(item?.body.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
  });

  test('numbers have neither gaps nor doubles when many are issued at once, and start anew each year', async () => {
    const numbers = await Promise.all(Array.from({ length: 8 }, () => returned({ depositId: ulid() })));
    expect(numbers.toSorted()).toEqual(Array.from({ length: 8 }, (_, at) => `BZ-NGA-2026-00000${at + 1}`));
    archive.time.now = new Date('2027-01-01T00:00:00+08:00');
    expect(await returned({ depositId: ulid() })).toBe('BZ-NGA-2027-000001');
  });

  test('the title of a state secret is on no paper', async () => {
    const number = await returned({ secrecy: 'secret' });
    const says: DocumentSays | undefined = (await archive.documents.get(number))?.body.says;
    expect(says).toBeDefined();
    expect(says).not.toHaveProperty('title');
  });

  test('a receipt is a paper with its files, made with the bundle', async () => {
    await intake.open();
    await intake.enlist({ '一.txt': '甲', '二.txt': '乙乙' });
    for (const [no, text] of ['甲', '乙乙'].entries())
      await inspectBatch(intake, [messageOf(await intake.upload(no + 1, text))]);
    await intake.handIn();
    await sealDeposit(intake, { depositId, round: 1 });
    const reply = await publicApi()('GET', `/documents/deposits/${depositId}`);
    expect(reply.body).toMatchObject({
      items: [
        {
          number: 'HZ-NGA-2026-000001',
          kind: 'receipt',
          says: {
            fileCount: 2,
            bytes: 9,
            files: [{ path: '一.txt' }, { path: '二.txt' }],
            submitter: 'MINE',
          },
        },
      ],
    });
    expect((await publicApi('OTHER')('GET', `/documents/deposits/${depositId}`)).status).toBe(404);
  });
});

describe('printing', () => {
  const stored = async (key: string): Promise<string> => {
    const bytes = await archive.archive.readAll(key);
    if (bytes === undefined) throw new Error(`no ${key}`);
    return (await readPdf(bytes)).pages.join('').replaceAll(/\s/g, '');
  };

  test('the first print is made, kept and locked; a reprint gives the same version and is counted', async () => {
    const number = await returned();
    const print = staffApi('keeper', 'ARCHIVE_KEEPER');
    const first = await print('POST', `/documents/issued/${number}/prints`, { language: 'zh' });
    expect(first.status).toBe(200);
    const key = `documents/${number}/issued-zh-A4.pdf`;
    expect(first.body['url']).toContain(`get:archive/${key}?as=${number}.pdf`);
    expect(await stored(key)).toContain(documentKinds['correction-notice'].name.zh);
    expect(archive.archive.held()).toEqual([expect.stringContaining(key)]);

    const again = await print('POST', `/documents/issued/${number}/prints`, { language: 'zh' });
    expect(again.body['url']).toBe(first.body['url']);
    expect(
      (await print('POST', `/documents/issued/${number}/prints`, { language: 'en', size: 'A3' })).status,
    ).toBe(200);
    expect((await print('GET', `/documents/issued/${number}`)).body).toMatchObject({
      prints: 3,
      state: 'issued',
    });
    expect(archive.archive.keys().filter((one) => one.startsWith('documents/'))).toHaveLength(2);
  });

  test('many printing at once make one print', async () => {
    const number = await returned();
    const print = staffApi('keeper', 'ARCHIVE_KEEPER');
    const all = await Promise.all(
      Array.from({ length: 5 }, () => print('POST', `/documents/issued/${number}/prints`, {})),
    );
    expect(new Set(all.map(({ body }) => body['url'])).size).toBe(1);
    expect((await print('GET', `/documents/issued/${number}`)).body['prints']).toBe(5);
  });

  test('a print that was written but not noted (a crash between) is found and kept', async () => {
    const number = await returned();
    const print = () =>
      staffApi('keeper', 'ARCHIVE_KEEPER')('POST', `/documents/issued/${number}/prints`, {});
    const { url } = (await print()).body;
    const { name: TableName } = archive.table;
    const Key = { pk: `document#${number}`, sk: 'print#issued-zh-A4' };
    await archive.table.transact([{ Delete: { TableName, Key } }]);
    expect((await print()).body['url']).toBe(url);
  });

  test('other archives see nothing of it', async () => {
    const number = await returned();
    const other = staffApi('hb', 'ARCHIVE_KEEPER', 'HB');
    expect((await other('GET', `/documents/issued/${number}`)).status).toBe(404);
    expect((await other('POST', `/documents/issued/${number}/prints`, {})).status).toBe(404);
    expect((await other('GET', '/documents/issued')).body).toEqual({ items: [] });
  });

  test('samples say that they are', async () => {
    const api = staffApi('op', 'OPERATOR');
    const { body } = await api('POST', '/documents/samples', { kind: 'certificate' });
    const { pages } = await readPdf(Buffer.from(String(body['pdf']), 'base64'));
    expect(pages.join('').replaceAll(/\s/g, '')).toContain('样张');
  });
});

describe('void', () => {
  test('by who issues such papers, once, with a reason; the print then says so', async () => {
    const number = await returned();
    const reason = { reason: '发错单位' };
    const path = `/documents/issued/${number}/void`;
    expect((await staffApi('officer', 'CERTIFICATE_OFFICER')('POST', path, reason)).status).toBe(403);
    const checker = staffApi('checker', 'ARCHIVE_CHECKER');
    expect((await checker('POST', path, {})).status).toBe(400);
    expect((await checker('POST', path, reason)).body).toMatchObject({ state: 'void', voided: reason });
    expect((await checker('POST', path, reason)).status).toBe(409);
    await checker('POST', `/documents/issued/${number}/prints`, {});
    const bytes = await archive.archive.readAll(`documents/${number}/void-zh-A4.pdf`);
    expect((await readPdf(bytes ?? new Uint8Array())).pages.join('').replaceAll(/\s/g, '')).toContain('作废');
  });
});

describe('what intake learns', () => {
  test('a paper once, and later that it is void; a void that comes first is tried again', async () => {
    await intake.open();
    const number = await returned();
    const voided = { number, at: '2026-11-23T00:00:00.000Z', by: '王', reason: '错' };
    await expect(projections.DocumentVoided(intake, voided)).rejects.toThrow('not here yet');
    await project(number);
    await project(number);
    await projections.DocumentVoided(intake, voided);
    await projections.DocumentVoided(intake, voided);
    const reply = await publicApi()('GET', `/documents/deposits/${depositId}`);
    expect(reply.body).toMatchObject({ items: [{ number, state: 'void', voided: { reason: '错' } }] });
    const replacedBy = 'BZ-NGA-2026-000009';
    await projections.DocumentVoided(intake, { ...voided, replacedBy });
    await projections.DocumentVoided(intake, voided);
    const again = await publicApi()('GET', `/documents/deposits/${depositId}`);
    expect(again.body).toMatchObject({ items: [{ number, state: 'void', voided: { replacedBy } }] });
    const checked = await publicApi()('GET', `/verification/${number}`);
    expect(checked.body).toMatchObject({ state: 'void', replacedBy, code: 'not-given' });
    expect((await publicApi()('POST', `/documents/issued/${number}/prints`, {})).status).toBe(200);
    expect((await publicApi('OTHER')('POST', `/documents/issued/${number}/prints`, {})).status).toBe(404);
  });
});

describe('verification', () => {
  const check = (number: string, code?: string) =>
    publicApi()('GET', `/verification/${number}`, undefined, code === undefined ? {} : { code: [code] });

  test('the number alone tells that it is there and holds, and nothing of what it says', async () => {
    const number = await returned();
    await project(number);
    const { status, body } = await check(number);
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(['code', 'issuedAt', 'kind', 'node', 'number', 'state']);
    expect(body).toMatchObject({ code: 'not-given', state: 'issued', kind: 'correction-notice' });
    expect(JSON.stringify(body)).not.toContain('金矿');
  });

  test('with its code it says what the paper says, however the code is typed; a wrong code says nothing more', async () => {
    const number = await returned();
    await project(number);
    const code = (await archive.documents.get(number))?.body.code ?? '';
    const right = await check(number, ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(right.body).toMatchObject({ code: 'right', says: { title: '某金矿普查报告', reason: '缺附图' } });
    const wrong = await check(number, 'AAAA-BBBB-CCCC');
    expect(wrong.body).toMatchObject({ code: 'wrong', state: 'issued' });
    expect(wrong.body).not.toHaveProperty('says');
  });

  test('a number that was never issued is unknown; what is no number is told so', async () => {
    expect((await check('HJ-NGA-2026-00009')).status).toBe(404);
    expect((await check('1%20OR%201')).status).toBe(400);
  });
});
