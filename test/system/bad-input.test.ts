import { createHash } from 'node:crypto';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Client } from '@geoarchive/contract/client.ts';
import type { ProblemDocument } from '@geoarchive/contract/problem.ts';
import { archive, intake } from '@geoarchive/contract/routes.ts';
import { limits } from '@geoarchive/domain/limits.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, checkUp, description, handIn, handInFiles } from '../support/path.ts';
import { person } from '../support/people.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const inside = openInside(endpoints);
const people = actors(endpoints);
const chinese = actors(endpoints, 'zh');
afterAll(() => inside.close());

const nowhere = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const submitter = () => people.as('SUBMITTER');
const start = async (more = {}) =>
  (await submitter()).call(intake.createDeposit, { body: description('错误输入', more) });
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The same wrong call in both languages: each says in its own what is wrong and what to do. */
const inBoth = async (call: (client: Client) => Promise<unknown>): Promise<ProblemDocument> => {
  const en = await problemOf(call(await submitter()));
  const zh = await problemOf(call(await chinese.as('SUBMITTER')));
  expect(zh).toMatchObject({ type: en.type, status: en.status });
  expect(`${zh.title}${zh.remedy}${zh.detail ?? '。'}`).toMatch(/\p{Script=Han}/u);
  expect(zh.remedy).toMatch(/\p{Script=Han}/u);
  expect(en.remedy).toMatch(/^[\u0020-\u007e…“”]{10,}$/);
  expect(en.instance).toEqual(expect.any(String));
  return en;
};

describe('fields', () => {
  test.each([
    ['title', { title: ' ' }],
    ['title', { title: 'x'.repeat(256) }],
    ['secrecy', { secrecy: 'very' }],
    ['bbox', { bbox: [120, 30, 110, 31] }],
    ['bbox', { bbox: [110, 30, 190, 31] }],
    ['formedOn', { formedOn: '2026-02-30' }],
    ['source', { source: undefined }],
    ['regions', { regions: [{ code: 'x', name: '湖北' }] }],
    ['taskId', { taskId: '1; DROP TABLE' }],
  ])('%s %j is named', async (field, wrong) => {
    const before = await (await submitter()).call(intake.listDeposits, { query: { limit: 1 } });
    const problem = await inBoth((client) =>
      // A wrong body cannot have the type of a right one.
      client.call(intake.createDeposit, { body: { ...description('x'), ...wrong } as never }),
    );
    expect(problem).toMatchObject({ type: 'invalid-input', status: 400 });
    expect(problem.fields?.[0]?.field).toMatch(new RegExp(`^body\\.${field}`));
    const after = await (await submitter()).call(intake.listDeposits, { query: { limit: 1 } });
    expect(after.items[0]?.id).toBe(before.items[0]?.id);
  });

  test('no body, no JSON, a cursor and an id that are none', async () => {
    await inBoth((client) => client.call(intake.createDeposit, { body: {} as never }));
    const cursor = await inBoth((c) => c.call(intake.listDeposits, { query: { cursor: 'nonsense' } }));
    expect(cursor).toMatchObject({ type: 'invalid-input', fields: [{ field: 'cursor' }] });
    expect(await inBoth((c) => c.call(intake.getDeposit, { params: { id: '../1' } }))).toMatchObject({
      status: 400,
    });
    for (const call of [
      (c: Client) => c.call(intake.getDeposit, { params: { id: nowhere } }),
      (c: Client) => c.call(intake.submitDeposit, { params: { id: nowhere } }),
      (c: Client) => c.call(intake.getFileReport, { params: { id: nowhere, no: 1 } }),
    ])
      expect(await inBoth(call)).toMatchObject({ type: 'not-found', status: 404 });
    expect(
      await inBoth((c) => c.call(intake.createDeposit, { body: description('x', { taskId: nowhere }) })),
    ).toMatchObject({ fields: [{ field: 'body.taskId' }] });
    expect(
      await inBoth((c) => c.call(intake.createDeposit, { body: description('x', { node: 'XXX' }) })),
    ).toMatchObject({ fields: [{ field: 'body.node' }] });
  });
});

test('a deposit of another organisation looks as if it did not exist, whatever is tried', async () => {
  const { id } = await start();
  const params = { id };
  const other = await person(endpoints, inside, {
    username: 'other-submitter',
    role: 'SUBMITTER',
    organisation: 'ANOTHER-TEAM',
  });
  const file = { path: 'a.txt', size: 1 };
  const tries = [
    other.call(intake.getDeposit, { params }),
    other.call(intake.changeDeposit, { params, body: description('抢来的') }),
    other.call(intake.registerFiles, { params, body: { files: [file] } }),
    other.call(intake.signUploads, { params, body: { parts: [{ no: 1, part: 1 }] } }),
    other.call(intake.listFiles, { params }),
    other.call(intake.getReport, { params }),
    other.call(intake.getReceipt, { params }),
    other.call(intake.completeDeposit, { params }),
    other.call(intake.submitDeposit, { params }),
    other.call(intake.cancelDeposit, { params }),
  ];
  for (const attempt of tries) expect(await problemOf(attempt)).toMatchObject({ type: 'not-found' });
  expect((await other.call(intake.listDeposits)).items).toEqual([]);
  expect(await (await submitter()).call(intake.getDeposit, { params })).toMatchObject({
    state: 'open',
    version: 1,
    title: '错误输入',
    counts: { registered: 0 },
  });
});

test('a change on an old version is refused and changes nothing', async () => {
  const { id, version } = await start();
  const params = { id };
  const client = await submitter();
  await client.call(intake.changeDeposit, { params, body: description('新标题'), ifMatch: version });
  const stale = await inBoth((c) =>
    c.call(intake.changeDeposit, { params, body: description('旧标题'), ifMatch: version }),
  );
  expect(stale).toMatchObject({ type: 'stale', status: 412 });
  expect(await client.call(intake.getDeposit, { params })).toMatchObject({
    title: '新标题',
    version: version + 1,
  });
});

test('an Idempotency-Key has one effect and one reply, and belongs to one request', async () => {
  const client = await submitter();
  const idempotencyKey = `key-${Date.now()}`;
  const body = description(`一次 ${idempotencyKey}`);
  const first = await client.call(intake.createDeposit, { body, idempotencyKey });
  expect(await client.call(intake.createDeposit, { body, idempotencyKey })).toEqual(first);
  const { items } = await client.call(intake.listDeposits, { query: { limit: 20 } });
  expect(items.filter(({ title }) => title === body.title)).toHaveLength(1);
  const other = await inBoth((c) =>
    c.call(intake.createDeposit, { body: description('另一个'), idempotencyKey }),
  );
  expect(other).toMatchObject({ type: 'rule-broken', status: 422, detail: expect.stringMatching(/new one/) });
});

describe('names', () => {
  const refusals: [string, string][] = [
    ['../../etc/passwd', 'path-not-plain'],
    ['a/../b.txt', 'path-not-plain'],
    ['a//b.txt', 'path-not-plain'],
    ['/etc/passwd', 'path-absolute'],
    ['C:\\报告.doc', 'path-absolute'],
    ['报\u0000告.txt', 'path-control-character'],
    [`${'长'.repeat(300)}.txt`, 'name-too-long'],
    [`${'目录/'.repeat(400)}a.txt`, 'path-too-long'],
    ['报告...', 'name-ends-badly'],
    ['文件夹 /a.txt', 'name-ends-badly'],
    ['', 'path-empty'],
  ];
  const good = ['第一章/报告（终稿）.txt', '⛏️💎.txt', 'é.txt', '.hidden', 'a b.txt', "'; --.txt"];

  test('that no system could keep are refused one by one; the others are registered', async () => {
    const { id } = await start();
    const files = [...refusals.map(([path]) => path), ...good, good[0] ?? '', 'e\u0301.txt'].map((path) => ({
      path,
      size: 3,
    }));
    const reply = await (await submitter()).call(intake.registerFiles, { params: { id }, body: { files } });
    expect(reply.refused.map(({ path, code }) => [path, code])).toEqual([
      ...refusals,
      [good[0], 'path-twice'],
      ['e\u0301.txt', 'path-twice'],
    ]);
    for (const { message } of reply.refused) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en.length).toBeGreaterThan(10);
    }
    expect(reply.files.map(({ path }) => path)).toEqual(good);
    const { counts } = await (await submitter()).call(intake.getDeposit, { params: { id } });
    expect(counts).toMatchObject({ registered: good.length, bytes: 3 * good.length });
  });

  test('of every language go through the pipeline, an empty file with a warning', async () => {
    const { id } = await start();
    const files = await listFolder(
      folderOf({ ...Object.fromEntries(good.map((p, at) => [p, `文${at}`])), '空.txt': '' }),
    );
    await checkUp(people, id, files);
    const report = await (await submitter()).call(intake.getReport, { params: { id } });
    expect(report.verdict).toMatchObject({ errors: 0 });
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'empty-file', at: '空.txt' }));
    const { items } = await (await submitter()).call(intake.listFiles, { params: { id } });
    expect(items.map(({ path }) => path).sort()).toEqual([...good, '空.txt'].sort());
  });
});

describe('lies', () => {
  const put = async (id: string, no: number, content: string, sha256?: string) => {
    const { parts } = await (await submitter()).call(intake.signUploads, {
      params: { id },
      body: { parts: [{ no, part: 1, ...(sha256 === undefined ? {} : { sha256 }) }] },
    });
    const reply = await fetch(parts[0]?.url ?? '', {
      method: 'PUT',
      headers: parts[0]?.headers ?? {},
      body: content,
    });
    return { status: reply.status, text: await reply.text() };
  };

  test('about a checksum: S3 refuses the bytes, and there is no file', async () => {
    const { id } = await start();
    const params = { id };
    const file = { path: 'a.txt', size: 3, sha256: hash('abc') };
    await (await submitter()).call(intake.registerFiles, { params, body: { files: [file] } });
    expect(await put(id, 1, 'abd')).toMatchObject({
      status: 400,
      text: expect.stringContaining('BadDigest'),
    });
    await checkUp(people, id, []);
    const report = await (await submitter()).call(intake.getReport, { params });
    expect(report.findings).toMatchObject([{ code: 'file-not-uploaded', severity: 'error', at: 'a.txt' }]);
  });

  test('about checksum and size, found after the upload: handing in is refused until it is mended', async () => {
    const { id } = await start();
    const params = { id };
    const client = await submitter();
    const files = [
      { path: 'sum.txt', size: 3, sha256: hash('abc') },
      { path: 'size.txt', size: 3 },
    ];
    await client.call(intake.registerFiles, { params, body: { files } });
    // Signed with another checksum than was registered: S3 has nothing against it.
    expect((await put(id, 1, 'abd', hash('abd'))).status).toBe(200);
    const key = `files/${id}/000002`;
    await inside.clients.s3.send(
      new PutObjectCommand({ Bucket: inside.named('intake/IntakeBucket'), Key: key, Body: 'longer' }),
    );
    await until(
      () => client.call(intake.getDeposit, { params }),
      ({ counts }) => counts.inspected === 2,
    );
    await checkUp(people, id, []);
    const { findings } = await client.call(intake.getReport, { params });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code, at }) => [code, at])).toEqual(
      [
        ['checksum-mismatch', 'sum.txt'],
        ['checksum-mismatch', 'size.txt'],
      ],
    );
    const refused = await inBoth((c) => c.call(intake.submitDeposit, { params }));
    expect(refused).toMatchObject({ type: 'rule-broken', detail: expect.stringContaining('2 errors') });
    expect(await client.call(intake.getDeposit, { params })).toMatchObject({ state: 'checked' });

    await client.call(intake.reopenDeposit, { params });
    for (const no of [1, 2]) await client.call(intake.removeFile, { params: { id, no } });
    const sealed = await handInFiles(people, id, await listFolder(folderOf({ 'sum.txt': 'abc' })));
    expect(sealed.receipt).toMatchObject({ files: 1, bytes: 3 });
  });
});

describe('too many', () => {
  const files = (count: number) => Array.from({ length: count }, (_, at) => ({ path: `${at}.txt`, size: 1 }));

  test('1 001 files in a call are refused, none is registered', async () => {
    const { id } = await start();
    const params = { id };
    const many = await inBoth((c) =>
      c.call(intake.registerFiles, { params, body: { files: files(limits.filesPerCall + 1) } }),
    );
    expect(many).toMatchObject({ type: 'invalid-input', fields: [{ field: 'body.files' }] });
    expect((await (await submitter()).call(intake.getDeposit, { params })).counts.registered).toBe(0);
  });

  test('the 100 000th file is taken, the next is not', async () => {
    const { id } = await start();
    const params = { id };
    const client = await submitter();
    await client.call(intake.registerFiles, { params, body: { files: files(1) } });
    // As if all but one had been registered: the head row is what counts them.
    await inside.table('intake').update(
      { pk: `deposit#${id}`, sk: 'files' },
      {
        UpdateExpression: 'SET nextNo = :n, live = :l',
        ExpressionAttributeValues: { ':n': limits.filesPerDeposit, ':l': limits.filesPerDeposit - 1 },
      },
    );
    const two = [
      { path: 'y.txt', size: 1 },
      { path: 'z.txt', size: 1 },
    ];
    const over = await inBoth((c) => c.call(intake.registerFiles, { params, body: { files: two } }));
    expect(over).toMatchObject({ type: 'too-many', status: 422, detail: expect.stringContaining('100000') });
    const last = await client.call(intake.registerFiles, { params, body: { files: two.slice(0, 1) } });
    expect(last.files).toMatchObject([{ no: limits.filesPerDeposit, path: 'y.txt' }]);
    await inBoth((c) => c.call(intake.registerFiles, { params, body: { files: two } }));
    expect((await client.call(intake.getDeposit, { params })).counts.registered).toBe(limits.filesPerDeposit);
  });
});

describe('a state secret', () => {
  const stub = { carrierSlip: 'ZT-2026-017', place: '三号库 4-2-1' };
  test('needs its carrier slip and takes no files; what is not secret has no slip', async () => {
    expect(
      await inBoth((c) => c.call(intake.createDeposit, { body: description('x', { secrecy: 'secret' }) })),
    ).toMatchObject({ type: 'rule-broken', fields: [{ field: 'body.stub' }] });
    expect(
      await inBoth((c) => c.call(intake.createDeposit, { body: description('x', { stub }) })),
    ).toMatchObject({ type: 'rule-broken', fields: [{ field: 'body.stub' }] });
    const { id } = await start({ secrecy: 'secret', stub });
    const files = [{ path: '绝密.txt', size: 1 }];
    expect(
      await inBoth((c) => c.call(intake.registerFiles, { params: { id }, body: { files } })),
    ).toMatchObject({ type: 'rule-broken', detail: expect.stringContaining('no files') });
  });

  test('goes to the archive as a stub, its title seen by those entitled only', async () => {
    const title = `某国家秘密项目 ${Date.now()}`;
    const sealed = await handIn(people, folderOf({}), description(title, { secrecy: 'secret', stub }));
    expect(sealed.receipt).toMatchObject({ files: 0 });
    const { dossierId = '' } = await acceptDeposit(people, sealed.id);
    const read = async (role: 'ARCHIVE_KEEPER' | 'SECRECY_OFFICER' | 'MINISTRY_ADMIN' | 'ARCHIVE_CLERK') =>
      (await people.as(role)).call(archive.getDossier, { params: { id: dossierId } });
    expect(await read('ARCHIVE_KEEPER')).toMatchObject({ title, stub, fileCount: 0 });
    expect(await read('SECRECY_OFFICER')).toMatchObject({ title });
    for (const role of ['ARCHIVE_CLERK', 'MINISTRY_ADMIN'] as const) {
      const masked = await read(role);
      expect(masked.title).toMatch(/^〔.+〕$/);
      expect(JSON.stringify(masked)).not.toContain(title);
      expect(masked).toMatchObject({ keywords: [], authors: [] });
      const listed = await (await people.as(role)).call(archive.listDossiers, { query: { limit: 100 } });
      expect(JSON.stringify(listed)).not.toContain(title);
    }
    const keeper = await people.as('ARCHIVE_KEEPER');
    expect(
      await problemOf(
        keeper.call(archive.proposeRelease, {
          params: { id: dossierId },
          body: { files: [], note: '公开目录' },
        }),
      ),
    ).toMatchObject({ type: 'rule-broken' });
  });
});
