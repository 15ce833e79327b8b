import { createHash } from 'node:crypto';
import { archive, cases, reports } from '@geoarchive/contract/routes.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { description, handIn, reviewOf } from '../support/path.ts';
import { person } from '../support/people.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

const stamp = Date.now();
const pdf = Buffer.from(`%PDF-1.4\n%证据 ${stamp}\n`);
const note = `内部备注 ${stamp}，不得外传`;

test('a case goes in as signed letters with its evidence and comes back decided; a note stays inside', async () => {
  const submitter = await people.as('SUBMITTER');
  const checker = await people.as('ARCHIVE_CHECKER');
  const officer = await people.as('CERTIFICATE_OFFICER');
  const folder = folderOf({ '报告.txt': '有异议的报告\n' });
  const { id: deposit } = await handIn(people, folder, description(`异议 ${stamp}`));
  const review = await reviewOf(people, deposit);
  await checker.call(archive.returnReview, { params: { id: review.id }, body: { reason: '缺附图 2' } });

  const sha256 = createHash('sha256').update(pdf).digest('hex');
  const signed = await submitter.call(cases.signEvidence, {
    body: { files: [{ name: '附图 2.pdf', size: pdf.length, sha256 }] },
  });
  const [file] = signed.files;
  if (file === undefined) throw new Error('no signature');
  const put = (body: Buffer) =>
    fetch(file.url, { method: 'PUT', headers: file.headers, body: new Uint8Array(body) });
  expect((await put(Buffer.from(`${pdf}`.replace('证', '假')))).status).toBe(400);
  expect((await put(pdf)).status).toBe(200);
  const opened = await submitter.call(cases.openOwnCase, {
    body: {
      kind: 'objection',
      title: '附图 2 已提交',
      text: '附图 2 在提交的文件中。',
      evidence: [file.id],
      about: { kind: 'deposit', id: deposit },
    },
  });
  const params = { id: opened.id };
  const numbered = await until(
    () => submitter.call(cases.getOwnCase, { params }),
    ({ number }) => number !== undefined,
  );
  expect(numbered.number).toMatch(/^AJ-NGA-\d{4}-\d{6}$/);

  const found = await officer.call(cases.listCases, { query: { of: deposit } });
  expect(found.items.map(({ id }) => id)).toEqual([opened.id]);
  const { url } = await officer.call(cases.openCaseEvidence, { params: { ...params, evidence: file.id } });
  expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(pdf)).toBe(true);

  await officer.call(cases.assignCase, { params, body: { to: 'me' } });
  await officer.call(cases.writeCaseMessage, { params, body: { as: 'note', text: note } });
  await officer.call(cases.writeCaseMessage, { params, body: { as: 'ask', text: '请说明是哪个文件。' } });
  await until(
    () => submitter.call(cases.getOwnCase, { params }),
    ({ can }) => can.includes('answer'),
  );
  await submitter.call(cases.writeOwnCase, { params, body: { text: '即所附 PDF。' } });
  await until(
    () => officer.call(cases.getCase, { params }),
    ({ state }) => state === 'in-hand',
  );
  await officer.call(cases.decideCase, { params, body: { outcome: 'granted', reasons: '附图确已提交。' } });
  const decided = await until(
    () => submitter.call(cases.getOwnCase, { params }),
    ({ state }) => state === 'decided',
  );
  expect(decided).toMatchObject({
    decision: { outcome: 'granted', reasons: '附图确已提交。' },
    can: ['appeal'],
  });
  expect(decided.messages.map(({ text }) => text)).toEqual([
    '附图 2 在提交的文件中。',
    '请说明是哪个文件。',
    '即所附 PDF。',
  ]);

  // The effect: the review that returned says so.
  const marked = await until(
    () => checker.call(archive.getReview, { params: { id: review.id } }),
    ({ contested }) => contested !== undefined,
  );
  expect(marked.contested).toMatchObject([{ caseId: opened.id, outcome: 'granted' }]);

  // The note is nowhere outside.
  expect(JSON.stringify(await officer.call(cases.getCase, { params }))).toContain(note);
  const { rows } = await inside.table('intake').query({ partition: `own-case#${opened.id}` });
  expect(rows.length).toBeGreaterThan(3);
  expect(JSON.stringify([rows, decided])).not.toContain(note);

  const other = await person(endpoints, inside, {
    username: `other-${stamp}`,
    role: 'SUBMITTER',
    organisation: 'OTHER',
  });
  expect((await problemOf(other.call(cases.getOwnCase, { params }))).status).toBe(404);
  expect((await other.call(cases.listOwnCases)).items).toEqual([]);
  await inside.quiet();
  expect(await inside.deadLetters()).toEqual({});
});

test('a visitor of the portal reports an error and reads the answer by the code, without an account', async () => {
  const checker = await people.as('ARCHIVE_CHECKER');
  const visitor = people.stranger();
  const { code } = await visitor.call(reports.sendReport, {
    body: {
      kind: 'error-report',
      record: { id: '01KAHZ6YB8RECRD00000000001', node: 'NGA', archiveNumber: 'd99999999' },
      field: 'place',
      title: `图幅号有误 ${stamp}`,
      text: '应为 H50E001001。',
    },
  });
  const read = () => visitor.call(reports.readReport, { query: { code } });
  const { number } = await until(read, (of) => of.number !== undefined);
  const { items } = await checker.call(cases.listCases, { query: { show: 'unassigned', limit: 100 } });
  const found = items.find((one) => one.number === number);
  expect(found).toMatchObject({ asker: { visitor: true }, subject: { label: 'd99999999', field: 'place' } });
  const params = { id: found?.id ?? '' };
  await checker.call(cases.assignCase, { params, body: { to: 'me' } });
  await checker.call(cases.decideCase, { params, body: { outcome: 'granted', reasons: '已更正。' } });
  const decided = await until(read, ({ state }) => state === 'decided');
  expect(decided.decision).toMatchObject({ outcome: 'granted', reasons: '已更正。' });
  await inside.quiet();
  expect(await inside.deadLetters()).toEqual({});
});
