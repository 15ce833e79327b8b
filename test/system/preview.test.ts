import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive, intake, preview } from '@geoarchive/contract/routes.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { openInside } from '../support/inside.ts';
import { description, handIn, handInFiles, reviewOf } from '../support/path.ts';
import { person } from '../support/people.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

// The first call of a function loads its bundle.
jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

const text = '孔号,X,Y\nZK01,110.2,30.3\n';
let reviewId = '';
let depositId = '';
const path = (no = 1) => ({ params: { id: reviewId, no } });
const checker = () => people.as('ARCHIVE_CHECKER');

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'geoarchive-preview-'));
  writeFileSync(join(folder, '钻孔 1.csv'), text);
  const sealed = await handIn(people, folder, description(`先看后收 ${Date.now()}`));
  depositId = sealed.id;
  reviewId = (await reviewOf(people, depositId)).id;
}, 120_000);

test('whoever checks opens a file before accepting it, byte for byte and under its own name', async () => {
  for (const role of ['ARCHIVE_CHECKER', 'ARCHIVE_CLERK', 'ARCHIVE_KEEPER'] as const) {
    const { url } = await (await people.as(role)).call(preview.openReviewFile, path());
    const reply = await fetch(url);
    expect(await reply.text()).toBe(text);
    expect(reply.headers.get('content-disposition')).toContain(encodeURIComponent('钻孔 1.csv'));
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('900');
  }
});

test('who does not check cannot: a certificate officer, a submitter, nobody at all', async () => {
  const officer = await people.as('CERTIFICATE_OFFICER');
  expect((await problemOf(officer.call(preview.openReviewFile, path()))).status).toBe(403);
  const path1 = `/api/preview/reviews/${reviewId}/files/1/content`;
  expect((await fetch(endpoints.admin + path1)).status).toBe(401);
  expect((await fetch(endpoints.submit + path1)).status).toBeGreaterThanOrEqual(400);
});

test('for a checker of another archive there is no such review', async () => {
  const other = await person(endpoints, inside, {
    username: 'hb-checker',
    role: 'ARCHIVE_CHECKER',
    node: 'HB',
  });
  expect((await problemOf(other.call(preview.openReviewFile, path()))).status).toBe(404);
});

test('a number that the deposit does not have is not found', async () => {
  expect((await problemOf((await checker()).call(preview.openReviewFile, path(2)))).status).toBe(404);
});

test('a changed link opens nothing else', async () => {
  const { url } = await (await checker()).call(preview.openReviewFile, path());
  const bundle = new URL(url);
  bundle.pathname = bundle.pathname.replace('/files/', '/bundles/');
  expect((await fetch(bundle)).status).toBe(403);
});

test('after a return the files can still be opened, as they were handed in then', async () => {
  await (await checker()).call(archive.returnReview, {
    params: { id: reviewId },
    body: { reason: '坐标有误', items: [] },
  });
  const { url } = await (await checker()).call(preview.openReviewFile, path());
  expect(await (await fetch(url)).text()).toBe(text);
  const submitter = await people.as('SUBMITTER');
  await until(
    () => submitter.call(intake.getDeposit, { params: { id: depositId } }),
    ({ state }) => state === 'returned',
  );
});

test('a stub of a state secret has nothing to open', async () => {
  const submitter = await people.as('SUBMITTER');
  const stub = await submitter.call(intake.createDeposit, {
    body: description(`涉密目录 ${Date.now()}`, {
      secrecy: 'secret',
      stub: { carrierSlip: 'S-1', place: '保密室 1 柜' },
    }),
  });
  await handInFiles(people, stub.id, []);
  const review = await reviewOf(people, stub.id);
  expect(
    (await problemOf((await checker()).call(preview.openReviewFile, { params: { id: review.id, no: 1 } })))
      .status,
  ).toBe(404);
}, 120_000);
