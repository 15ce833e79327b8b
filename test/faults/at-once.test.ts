import { ProblemError } from '@geoarchive/contract/client.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { afterAll, expect, jest, test } from '@jest/globals';
import { actors } from '../support/actors.ts';
import { folderOf } from '../support/folders.ts';
import { openInside } from '../support/inside.ts';
import { description, handIn, reviewOf } from '../support/path.ts';
import { person } from '../support/people.ts';
import { sharedEndpoints } from '../support/shared-run.ts';
import { until } from '../support/until.ts';

jest.setTimeout(300_000);
const endpoints = sharedEndpoints();
const people = actors(endpoints);
const inside = openInside(endpoints);
afterAll(() => inside.close());

/** How many calls won, and what problem the others got. */
const race = async (calls: Promise<unknown>[]) => {
  const ends = await Promise.allSettled(calls);
  const lost = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  return {
    won: ends.length - lost.length,
    problems: lost.map((reason) =>
      reason instanceof ProblemError ? reason.problem : { type: String(reason) },
    ),
  };
};

test('two staff accept, certify and release at the same time: one wins, the others are told', async () => {
  const { id: depositId } = await handIn(
    people,
    folderOf({ 'a.txt': '同时验收\n' }),
    description('同时验收'),
  );
  const { id } = await reviewOf(people, depositId);
  const params = { id };
  const one = await people.as('ARCHIVE_CHECKER');
  const two = await person(endpoints, inside, {
    username: 'second-checker',
    role: 'ARCHIVE_CHECKER',
    node: 'NGA',
  });
  const accepted = await race([one, two, one, two].map((who) => who.call(archive.acceptReview, { params })));
  expect(accepted.won).toBe(1);
  for (const problem of accepted.problems)
    expect(problem).toMatchObject({
      type: expect.stringMatching(/^(stale|wrong-state)$/),
      remedy: expect.stringMatching(/Reload/),
    });
  const review = await until(
    () => one.call(archive.getReview, { params }),
    ({ state }) => state === 'accepted',
  );

  const officer = await people.as('CERTIFICATE_OFFICER');
  const certified = await race([1, 2, 3].map(() => officer.call(archive.certifyReview, { params })));
  expect(certified).toMatchObject({
    won: 1,
    problems: certified.problems.map(() => ({ type: expect.stringMatching(/^(stale|wrong-state)$/) })),
  });

  const dossier = { id: review.dossierId ?? '' };
  const keeper = await people.as('ARCHIVE_KEEPER');
  const propose = () =>
    keeper.call(archive.proposeRelease, { params: dossier, body: { files: [1], note: '同时' } });
  expect(await race([propose(), propose()])).toMatchObject({ won: 1 });
  const secrecy = await people.as('SECRECY_OFFICER');
  const decide = (approve: boolean) =>
    secrecy.call(archive.decideRelease, { params: dossier, body: { approve, note: '同时' } });
  expect(await race([decide(true), decide(false)])).toMatchObject({ won: 1 });
});

test('who works on an old version is told so, and nothing is changed', async () => {
  const { id: depositId } = await handIn(people, folderOf({ 'b.txt': '旧版本\n' }), description('旧版本'));
  const { id, version } = await reviewOf(people, depositId);
  const checker = await people.as('ARCHIVE_CHECKER');
  const stale = await race([checker.call(archive.acceptReview, { params: { id }, ifMatch: version + 7 })]);
  expect(stale).toMatchObject({ won: 0, problems: [{ type: 'stale', status: 412 }] });
  expect(await checker.call(archive.getReview, { params: { id } })).toMatchObject({
    state: 'received',
    version,
  });
});
