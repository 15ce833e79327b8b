import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { archive, portal } from '@geoarchive/contract/routes.ts';
import { dossierKey } from '@geoarchive/functions/archive/dossier-store.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { createClients } from '../../infra/local/provision/clients.ts';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openFunctions } from '../support/functions.ts';
import { openInside } from '../support/inside.ts';
import { acceptDeposit, description, handIn, publicFiles, releaseFiles, reviewOf } from '../support/path.ts';
import { person } from '../support/people.ts';
import { problemOf } from '../support/problems.ts';
import { sharedEndpoints, sharedState } from '../support/shared-run.ts';
import { accountOf } from '../support/tokens.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
const functions = openFunctions(endpoints, sharedState());
afterAll(async () => {
  await inside.resetClock();
  inside.close();
  await functions.close();
});
const stranger = people.stranger();
const stamp = Date.now();
const status = async (url: string): Promise<number> => {
  const reply = await fetch(url);
  await reply.arrayBuffer();
  return reply.status;
};
const accepted = async (title: string, more = {}) => {
  const files = folderOf({ '公开.txt': `可以公开 ${title}\n`, '内部.txt': `不公开 ${title}\n` });
  const { id } = await handIn(people, files, description(title, more));
  const { dossierId = '' } = await acceptDeposit(people, id);
  const keeper = await people.as('ARCHIVE_KEEPER');
  const { items } = await keeper.call(archive.listDossierFiles, { params: { id: dossierId } });
  const numberOf = (path: string) => items.find((file) => file.path === path)?.no ?? 0;
  return { dossierId, open: numberOf('公开.txt'), closed: numberOf('内部.txt') };
};
const found = async (word: string) =>
  (await stranger.call(portal.searchRecords, { query: { q: word } })).items.map(({ id }) => id);

test('four eyes: nobody decides on their own proposal or accepts their own deposit', async () => {
  const { id } = await handIn(people, folderOf({ 'a.txt': `四眼 ${stamp}\n` }), description('四眼原则'));
  const { id: reviewId } = await reviewOf(people, id);
  const creator = await person(endpoints, inside, {
    // The same person with a staff account: names are what both pools share.
    username: accountOf(endpoints, 'SUBMITTER').username,
    role: 'ARCHIVE_CHECKER',
    node: 'NGA',
  });
  const review = { id: reviewId };
  for (const call of [
    creator.call(archive.acceptReview, { params: review }),
    creator.call(archive.returnReview, { params: review, body: { reason: '自己退回' } }),
  ])
    expect(await problemOf(call)).toMatchObject({ type: 'forbidden', status: 403 });
  const { dossierId = '' } = await acceptDeposit(people, id);

  const officer = await people.as('SECRECY_OFFICER');
  const params = { id: dossierId };
  await officer.call(archive.proposeRelease, { params, body: { files: [1], note: '我提出' } });
  const own = await problemOf(
    officer.call(archive.decideRelease, { params, body: { approve: true, note: '我批准' } }),
  );
  expect(own).toMatchObject({ type: 'forbidden', status: 403, detail: expect.stringContaining('Four eyes') });
  expect(await officer.call(archive.getDossier, { params })).toMatchObject({ release: 'proposed' });
  const second = await person(endpoints, inside, {
    username: 'second-officer',
    role: 'SECRECY_OFFICER',
    node: 'NGA',
  });
  expect(
    await second.call(archive.decideRelease, { params, body: { approve: false, note: '不同意' } }),
  ).toMatchObject({ release: 'closed' });
});

test('only what was released is reachable, and nothing after the withdrawal', async () => {
  const word = `门户可见${stamp}`;
  const { dossierId, open, closed } = await accepted(word);
  const params = { id: dossierId };
  expect(await found(word)).not.toContain(dossierId);
  expect(await problemOf(stranger.call(portal.getRecord, { params }))).toMatchObject({ type: 'not-found' });

  await releaseFiles(people, dossierId, [open]);
  await until(
    () => found(word),
    (ids) => ids.includes(dossierId),
  );
  const record = await stranger.call(portal.getRecord, { params });
  const released = await publicFiles(people, dossierId);
  expect(released.map(({ path }) => path)).toEqual(['公开.txt']);
  expect(JSON.stringify({ record, released })).not.toMatch(
    /内部|"key"|"proposal"|DEMO-SURVEY|"submitter"|dossiers\//,
  );
  expect(
    await problemOf(stranger.call(portal.downloadFile, { params: { id: dossierId, no: closed } })),
  ).toMatchObject({ type: 'not-found' });
  const { url } = await stranger.call(portal.downloadFile, { params: { id: dossierId, no: open } });
  expect(await status(url)).toBe(200);

  // The object itself: not without a signature, not another one with this signature, in no bucket.
  const keys = await inside.list(inside.named('portal/PortalBucket'), `files/${dossierId}/`);
  expect(keys).toHaveLength(1);
  const direct = (bucket: string, key: string) => `${endpoints.aws.endpoint}/${inside.named(bucket)}/${key}`;
  expect(await status(direct('portal/PortalBucket', keys[0] ?? ''))).toBe(403);
  expect(await status(direct('archive/ArchiveBucket', dossierKey(dossierId, closed)))).toBe(403);
  expect(await status(direct('portal/PortalBucket', `files/${dossierId}/1/999999`))).toBe(403);
  const signed = new URL(url);
  const other = `${direct('archive/ArchiveBucket', dossierKey(dossierId, closed))}${signed.search}`;
  expect(await status(other)).toBe(403);

  // A link works for its minutes and no longer.
  const { s3, close } = createClients({
    ...endpoints.aws,
    credentials: functions.credentialsOf('portal-api'),
  });
  const link = (secondsAgo: number) =>
    getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket: inside.named('portal/PortalBucket'), Key: keys[0] ?? '' }),
      { expiresIn: 900, signingDate: new Date(Date.now() - secondsAgo * 1000) },
    );
  expect(await status(await link(840))).toBe(200);
  expect(await status(await link(960))).toBe(403);
  close();

  // S3 says 403 of a missing object to whoever may not list the bucket.
  const officer = await people.as('SECRECY_OFFICER');
  await officer.call(archive.withdrawRelease, { params, body: { note: '发现敏感内容' } });
  await until(
    async () => [
      await stranger.call(portal.getRecord, { params }).catch(() => undefined),
      ...(await found(word)),
      await status(url),
    ],
    ([gone, ...rest]) => gone === undefined && rest.length === 1 && rest[0] === 403,
  );
  expect(
    await problemOf(stranger.call(portal.downloadFile, { params: { id: dossierId, no: open } })),
  ).toMatchObject({ type: 'not-found' });
});

test('what is protected or too early stays closed until its day has come', async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const [kept, early] = await Promise.all([
    accepted('保护期内', { protectedUntil: day(20) }),
    accepted('许可证未到期', { source: 'mining-right', licenceEnd: day(20) }),
  ]);
  const keeper = await people.as('ARCHIVE_KEEPER');
  const propose = ({ dossierId, open }: typeof kept) =>
    keeper.call(archive.proposeRelease, {
      params: { id: dossierId },
      body: { files: [open], note: '提前公开' },
    });
  expect(await problemOf(propose(kept))).toMatchObject({
    type: 'rule-broken',
    detail: expect.stringContaining('protected until'),
  });
  expect(await problemOf(propose(early))).toMatchObject({
    type: 'rule-broken',
    detail: expect.stringContaining('may be published from'),
  });

  await inside.advanceClock(22 * 86_400_000);
  try {
    await releaseFiles(people, kept.dossierId, [kept.open]);
    await releaseFiles(people, early.dossierId, [early.open]);
  } finally {
    await inside.resetClock();
  }
});
