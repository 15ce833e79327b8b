import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive, intake, portal } from '@geoarchive/contract/routes.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import type { LocalFile } from '@geoarchive/frontend-cli/local-file.ts';
import { uploadAll } from '@geoarchive/frontend-cli/upload.ts';
import { dossierKey } from '@geoarchive/functions/archive/dossier-store.ts';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Actors, actors } from '../support/actors.ts';
import { folderOf, manyTexts } from '../support/folders.ts';
import { type Inside, openInside } from '../support/inside.ts';
import { description, handIn, publicFiles, reviewOf } from '../support/path.ts';
import { type Run, startRun } from '../support/run.ts';
import { until } from '../support/until.ts';

/*
 * One deposit of four pages of files and a file in parts goes the whole way, and in each phase the whole system is
 * killed with SIGKILL (functions, queues, database, gateway: one power cut) and started again on the same state. The
 * tests build on each other.
 */
jest.setTimeout(300_000);

const TEXTS = 350;
let state: string;
let run: Run;
let people: Actors;
let inside: Inside;
let files: LocalFile[];
let id: string;
let others: string[];
let dossierId: string;

const start = async () => {
  run = await startRun({ state });
  people = actors(run.endpoints);
  inside = openInside(run.endpoints);
};
const kill = async () => {
  inside.close();
  await run.stop('SIGKILL');
  await start();
};
const deposit = async () => (await people.as('SUBMITTER')).call(intake.getDeposit, { params: { id } });
const review = async (depositId = id) => {
  const { id: reviewId } = await reviewOf(people, depositId);
  return (await people.as('ARCHIVE_CHECKER')).call(archive.getReview, { params: { id: reviewId } });
};

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'geoarchive-killed-'));
  const large = Buffer.alloc(20 * 1024 ** 2, '地震');
  files = await listFolder(folderOf({ ...manyTexts(TEXTS), 'seismic.dat': large }));
  await start();
});
afterAll(async () => {
  inside?.close();
  await run?.stop();
  rmSync(state, { recursive: true, force: true });
});

test('killed while files go up: the upload goes on where it stopped', async () => {
  const submitter = await people.as('SUBMITTER');
  ({ id } = await submitter.call(intake.createDeposit, { body: description('断电四次的汇交') }));
  const reached = new Promise<void>((resolve, reject) => {
    uploadAll(submitter, id, files, ({ files: done }) => {
      if (done === 120) resolve();
    }).then(
      () => reject(new Error('The upload was over before the kill')),
      () => undefined, // what it is here for: its server is gone
    );
  });
  await reached;
  await kill();
  const before = await deposit();
  expect(before).toMatchObject({ state: 'open', counts: { registered: files.length } });
});

test('killed while files are inspected: each is inspected in the end', async () => {
  // Nothing is inspected while the rest goes up, so that there is a middle to be killed in.
  await inside.fault({
    kind: 'throttle',
    service: 'sqs',
    action: 'sqs:ReceiveMessage',
    principal: 'inspect',
    times: 1e9,
  });
  await uploadAll(await people.as('SUBMITTER'), id, files, () => undefined);
  await (await people.as('SUBMITTER')).call(intake.completeDeposit, { params: { id } });
  const { inspected } = (await deposit()).counts;
  await inside.clearFaults();
  const middle = await until(deposit, ({ counts }) => counts.inspected > inspected);
  expect(middle).toMatchObject({ state: 'checking' });
  expect(middle.counts.inspected).toBeLessThan(files.length);
  await kill();
  const checked = await until(deposit, ({ state: now }) => now === 'checked', 120);
  expect(checked).toMatchObject({ counts: { inspected: files.length }, verdict: { errors: 0 } });
});

test('killed while the archive copies: every file is there once, with one number', async () => {
  const submitter = await people.as('SUBMITTER');
  const small = [1, 2].map((no) => folderOf(manyTexts(2, `对照${no}-`)));
  const [, ...sealed] = await Promise.all([
    submitter.call(intake.submitDeposit, { params: { id } }),
    ...small.map((folder, at) => handIn(people, folder, description(`对照 ${at}`))),
  ]);
  others = sealed.map((other) => other.id);
  const checker = await people.as('ARCHIVE_CHECKER');
  for (const each of [...others, id]) {
    const { id: reviewId } = await reviewOf(people, each);
    await checker.call(archive.acceptReview, { params: { id: reviewId } });
  }
  const middle = await until(
    review,
    ({ state: now, progress }) => now === 'accepted' || (progress?.copied ?? 0) > 0,
  );
  expect(middle).toMatchObject({ state: 'accepting', progress: { total: 4 } });
  expect(middle.progress?.copied).toBeLessThan(4);
  await kill();
  for (const each of [...others, id])
    await until(
      () => review(each),
      ({ state: now }) => now === 'accepted',
      120,
    );
  dossierId = (await review()).dossierId ?? '';
});

test('killed while the release goes through the door: the portal has the whole record', async () => {
  const keeper = await people.as('ARCHIVE_KEEPER');
  const params = { id: dossierId };
  const numbers = files.map((_, at) => at + 1);
  await keeper.call(archive.proposeRelease, { params, body: { files: numbers, note: '可公开' } });
  await (await people.as('SECRECY_OFFICER')).call(archive.decideRelease, {
    params,
    body: { approve: true, note: '同意' },
  });
  const inbox = inside.named('portal/InboxBucket');
  const sent = await until(
    async () => (await inside.list(inbox, 'bundles/')).length,
    (count) => count > 0,
  );
  expect(sent).toBeLessThan(files.length);
  expect(await keeper.call(archive.getDossier, { params })).toMatchObject({ release: 'releasing' });
  await kill();
  const record = await until(
    () =>
      people
        .stranger()
        .call(portal.getRecord, { params })
        .catch(() => undefined),
    (found) => found !== undefined,
    120,
  );
  expect(record?.fileCount).toBe(files.length);
  expect((await publicFiles(people, dossierId)).map(({ path, sha256 }) => [path, sha256]).sort()).toEqual(
    files.map(({ path, sha256 }) => [path, sha256]).sort(),
  );
});

test('certificates at the same time: no number is used twice or left out', async () => {
  const certify = async (depositId: string) => {
    const { id: reviewId } = await reviewOf(people, depositId);
    return (await people.as('CERTIFICATE_OFFICER')).call(archive.certifyReview, { params: { id: reviewId } });
  };
  await Promise.all([id, ...others].map(certify));
  const submitter = await people.as('SUBMITTER');
  const seen = await until(
    async () => (await submitter.call(intake.listDeposits)).items,
    (items) => items.every(({ state: now }) => now === 'certified'),
  );
  const series = (numbers: (string | undefined)[]) =>
    numbers.map((one) => Number(one?.match(/\d+$/)?.[0])).sort();
  expect(seen).toHaveLength(3);
  expect(series(seen.map(({ receipt }) => receipt?.number))).toEqual([1, 2, 3]);
  expect(series(seen.map(({ archiveNumber }) => archiveNumber))).toEqual([1, 2, 3]);
  expect(series(seen.map(({ certificateNumber }) => certificateNumber))).toEqual([1, 2, 3]);
});

test('after all of it no byte is lost, no event waits, nothing was put aside', async () => {
  const keeper = await people.as('ARCHIVE_KEEPER');
  const bucket = inside.named('archive/ArchiveBucket');
  const wanted = new Map(files.map((file) => [file.path, file.sha256]));
  const stored = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const page = await keeper.call(archive.listDossierFiles, {
      params: { id: dossierId },
      query: cursor === undefined ? {} : { cursor },
    });
    for (const file of page.items) {
      const key = dossierKey(dossierId, file.no);
      stored.set(file.path, await inside.sha256Of(bucket, key, file.versionId));
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect([...stored].sort()).toEqual([...wanted].sort());

  const { url } = await people
    .stranger()
    .call(portal.downloadFile, { params: { id: dossierId, no: files.length } });
  const last = files.at(-1)?.file ?? '';
  expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(readFileSync(last))).toBe(true);

  for (const plane of ['intake', 'archive', 'portal'] as const)
    await until(
      () => inside.outbox(plane),
      (count) => count === 0,
    );
  expect(await inside.deadLetters()).toEqual({});
});
