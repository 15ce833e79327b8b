import { dayOf } from '@geoarchive/domain/dates.ts';
import { archiveNumber, dossierCode } from '@geoarchive/domain/numbers.ts';
import { publicationWindow, type ReleaseWindow } from '@geoarchive/domain/release-rules.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import type { ArchiveDeps } from './deps.ts';
import type { DossierBody } from './dossier-store.ts';
import { isTakenIn, type ReviewItem } from './review-store.ts';
import { unstalled } from './stall.ts';

const tries = 8;

const submittedOn = ({ body }: ReviewItem) => dayOf(new Date(body.receipt.handedInAt));

/** The days of publication by the rules of now; on the dossier they stay as they are fixed here. */
const windowOf = async (
  { rules, holidays }: ArchiveDeps,
  item: ReviewItem,
): Promise<ReleaseWindow | undefined> => {
  const [release, calendar] = await Promise.all([rules.release.all(), holidays.calendar()]);
  const { source, licenceEnd } = item.body;
  return publicationWindow({ source, submitted: submittedOn(item), licenceEnd }, { release, calendar });
};

type Dossiered = { number: string; acceptedAt: string; window: ReleaseWindow | undefined };
const dossierOf = (item: ReviewItem, { number, acceptedAt, window }: Dossiered): DossierBody => {
  const { body } = item;
  return {
    ...body,
    archiveNumber: number,
    code: dossierCode(body.node, number),
    submitted: submittedOn(item),
    acceptedAt,
    ...(window === undefined ? {} : { window }),
    releasedFiles: 0,
    releaseVersion: 0,
    releasedNumbers: '',
    overdueTold: false,
  };
};

const tryFinish = async (deps: ArchiveDeps, item: ReviewItem): Promise<void> => {
  const { node, depositId, round, dossierId, taskId, stage } = item.body;
  if (dossierId === undefined) throw new Error(`Review ${item.id} is being accepted without a dossier id`);
  const now = deps.clock().toISOString();
  const next = await nextNumber(deps.table, `archive#${node}`);
  const number = archiveNumber(next.value);
  const dossier = dossierOf(item, { number, acceptedAt: now, window: await windowOf(deps, item) });
  const by = { worker: 'copy' };
  await deps.reviews.move(
    item,
    'finish',
    { ...unstalled(item.body), archiveNumber: number },
    {
      action: 'review.finish',
      by,
      detail: { archiveNumber: number },
      events: [
        { type: 'DepositAccepted', data: { depositId, round, archiveNumber: number, reviewId: item.id } },
      ],
      with: [
        next.take,
        ...deps.dossiers.creation(dossierId, dossier, {
          action: 'dossier.create',
          by,
          detail: { archiveNumber: number },
        }),
        ...(await deps.tasks.following(taskId, depositId, { as: stage ? 'stage' : 'accepted' }, 'copy')),
      ],
    },
  );
};

/** The last step of taking in: archive number, dossier, event, in one transaction; a second call finds it done. */
export const finishAcceptance = async (deps: ArchiveDeps, reviewId: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    const item = await deps.reviews.get(reviewId);
    if (item === undefined || !isTakenIn(item.state)) return;
    try {
      await tryFinish(deps, item);
      return;
    } catch (error) {
      const raced = error instanceof ConditionFailed || (error instanceof Problem && error.kind === 'stale');
      if (!raced || attempt >= tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt * Math.random()));
    }
  }
};
