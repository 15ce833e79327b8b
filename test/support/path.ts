import type { Dossier } from '@geoarchive/contract/archive.ts';
import type { Deposit, depositInput } from '@geoarchive/contract/deposits.ts';
import type { PublicFile } from '@geoarchive/contract/portal.ts';
import { archive, intake, portal } from '@geoarchive/contract/routes.ts';
import { listFolder } from '@geoarchive/frontend-cli/deposit-flow.ts';
import type { LocalFile } from '@geoarchive/frontend-cli/local-file.ts';
import { uploadAll } from '@geoarchive/frontend-cli/upload.ts';
import type { z } from 'zod';
import type { Actors } from './actors.ts';
import { until } from './until.ts';

export const description = (
  title: string,
  more: Partial<z.input<typeof depositInput>> = {},
): z.input<typeof depositInput> => ({
  title,
  dataKind: 'result',
  dataClass: 'mineral-exploration',
  source: 'other',
  secrecy: 'public',
  keywords: ['金矿', 'drilling'],
  regions: [{ code: '420000', name: '湖北省' }],
  bbox: [110.1, 30.2, 110.4, 30.5],
  ...more,
});

/** A submitter's deposit of a folder, up to the receipt. */
export const handIn = async (
  people: Actors,
  folder: string,
  input: z.input<typeof depositInput>,
): Promise<Deposit> => {
  const submitter = await people.as('SUBMITTER');
  const deposit = await submitter.call(intake.createDeposit, { body: input });
  return handInFiles(people, deposit.id, await listFolder(folder));
};

export const checkUp = async (people: Actors, id: string, files: LocalFile[]): Promise<Deposit> => {
  const submitter = await people.as('SUBMITTER');
  const params = { id };
  if (files.length > 0) await uploadAll(submitter, id, files, () => undefined);
  await submitter.call(intake.completeDeposit, { params });
  return until(
    () => submitter.call(intake.getDeposit, { params }),
    ({ state }) => state === 'checked',
    120,
  );
};

export const handInFiles = async (people: Actors, id: string, files: LocalFile[]): Promise<Deposit> => {
  const submitter = await people.as('SUBMITTER');
  const params = { id };
  await checkUp(people, id, files);
  await submitter.call(intake.submitDeposit, { params });
  return until(
    () => submitter.call(intake.getDeposit, { params }),
    ({ state }) => state === 'sealed',
  );
};

/** The review of a deposit's round, once the archive has received it. */
export const reviewOf = async (people: Actors, depositId: string, round = 1) => {
  const checker = await people.as('ARCHIVE_CHECKER');
  const found = await until(
    async () => {
      let cursor: string | undefined;
      do {
        const page = await checker.call(archive.listReviews, {
          query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) },
        });
        const hit = page.items.find((review) => review.depositId === depositId && review.round === round);
        if (hit !== undefined) return hit;
        cursor = page.cursor;
      } while (cursor !== undefined);
      return undefined;
    },
    (review) => review !== undefined,
  );
  if (found === undefined) throw new Error('No review');
  return found;
};

/** Accepts a received deposit and waits until it is in the archive. */
export const acceptDeposit = async (people: Actors, depositId: string, round = 1) => {
  const checker = await people.as('ARCHIVE_CHECKER');
  const { id } = await reviewOf(people, depositId, round);
  await checker.call(archive.acceptReview, { params: { id } });
  return until(
    () => checker.call(archive.getReview, { params: { id } }),
    ({ state }) => state === 'accepted',
    120,
  );
};

/** Proposes and approves the release of these files and waits until the portal shows the record. */
export const releaseFiles = async (people: Actors, dossierId: string, files: number[]): Promise<Dossier> => {
  const params = { id: dossierId };
  const keeper = await people.as('ARCHIVE_KEEPER');
  const officer = await people.as('SECRECY_OFFICER');
  await keeper.call(archive.proposeRelease, { params, body: { files, note: '可公开' } });
  await officer.call(archive.decideRelease, { params, body: { approve: true, note: '同意' } });
  const released = await until(
    () => keeper.call(archive.getDossier, { params }),
    ({ release }) => release === 'released',
  );
  await until(
    () =>
      people
        .stranger()
        .call(portal.getRecord, { params })
        .catch(() => undefined),
    (record) => record !== undefined,
  );
  return released;
};

/** Every public file of a record, page by page, as a stranger sees them. */
export const publicFiles = async (people: Actors, id: string): Promise<PublicFile[]> => {
  const files: PublicFile[] = [];
  let cursor: string | undefined;
  do {
    const page = await people.stranger().call(portal.listRecordFiles, {
      params: { id },
      query: cursor === undefined ? {} : { cursor },
    });
    files.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return files;
};
