import type { Review } from '@geoarchive/contract/archive.ts';
import * as archive from '@geoarchive/contract/archive.ts';
import { lastDayOf } from '@geoarchive/domain/calendar/term.ts';
import { mayCertify } from '@geoarchive/domain/certificate.ts';
import { correctionTerm } from '@geoarchive/domain/check-clock.ts';
import { type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { reviewLifecycle } from '@geoarchive/domain/review.ts';
import type { RoleCode } from '@geoarchive/domain/roles.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ulid } from 'ulid';
import { askedNode, masked, ofNode } from './access.ts';
import { standings } from './check-term.ts';
import { correctionNotice } from './correction.ts';
import type { ArchiveDeps } from './deps.ts';
import { isTakenIn, pageCount, type ReviewItem } from './review-store.ts';
import { noteReturned, roundBefore } from './rounds.ts';
import { unstalled } from './stall.ts';

/** The caller's roles towards this review: whoever may issue its certificate stands in for the officer, and nobody else does. */
const actorsOf = (deps: Pick<ArchiveDeps, 'settings'>, item: ReviewItem, caller: Caller): RoleCode[] => {
  const { acceptedBy } = item.body;
  const others = caller.roles.filter((role) => role !== 'CERTIFICATE_OFFICER');
  return mayCertify({ by: caller, acceptedBy, delegated: deps.settings.delegateCertificates })
    ? [...others, 'CERTIFICATE_OFFICER']
    : others;
};

/** Shows reviews as this caller sees them; `moves` says what they may do with it, `term` how the check stands today. */
export const reviewViews = async (deps: ArchiveDeps, caller: Caller) => {
  const standing = await standings(deps);
  return (item: ReviewItem): Review => {
    const term = standing(item);
    return masked(caller, {
      ...item.body,
      id: item.id,
      state: item.state,
      version: item.version,
      moves: movesFrom(reviewLifecycle, item.state, actorsOf(deps, item, caller)),
      ...(term?.due === undefined ? {} : { checkBy: term.due }),
      ...(term === undefined ? {} : { term }),
    });
  };
};

export const reviewView = async (deps: ArchiveDeps, item: ReviewItem, caller: Caller): Promise<Review> =>
  (await reviewViews(deps, caller))(item);

const withProgress = async (deps: ArchiveDeps, item: ReviewItem, caller: Caller): Promise<Review> => {
  if (!isTakenIn(item.state)) return reviewView(deps, item, caller);
  const progress = {
    copied: await deps.reviewFiles.copiedPages(item.id),
    total: pageCount(item.body.fileCount),
  };
  return { ...(await reviewView(deps, item, caller)), progress };
};

export const loadReview = async (deps: ArchiveDeps, caller: Caller, id: string): Promise<ReviewItem> =>
  ofNode(caller, await deps.reviews.get(id));

const list = async (deps: ArchiveDeps, { caller, query }: Call<typeof archive.listReviews>) => {
  const node = askedNode(caller, query.node);
  const page =
    query.state === undefined
      ? await deps.reviews.list('gsi1', `reviews#${node}`, query)
      : await deps.reviews.list('gsi2', `reviews#${node}#${query.state}`, query);
  return { ...page, items: page.items.map(await reviewViews(deps, caller)) };
};

/** A checker may not check what they handed in themselves (domain.md §9.3). */
const notOwn = (item: ReviewItem, caller: Caller): void => {
  if (item.body.createdBy === caller.username)
    throw new Problem('forbidden', {
      zh: '不能验收自己提交的资料。',
      en: 'Nobody checks what they handed in themselves.',
    });
};

/** The last day to correct by where the checker names none. */
const correctionDay = async ({ holidays, settings }: ArchiveDeps, today: Day): Promise<Day> =>
  lastDayOf(await holidays.calendar(), today, correctionTerm(settings));

/** Returns a review to its submitter: one being checked, or one that could not be taken in. */
const returnBy =
  (route: typeof archive.returnReview | typeof archive.giveUpReview, move: 'return' | 'giveUp') =>
  async (
    deps: ArchiveDeps,
    { caller, params, body, ifMatch }: Call<typeof archive.returnReview>,
  ): Promise<Review> => {
    const item = await loadReview(deps, caller, params.id);
    expectVersion(item, ifMatch);
    notOwn(item, caller);
    const today = dayOf(deps.clock());
    const correctBy = body.correctBy ?? (await correctionDay(deps, today));
    if (correctBy < today)
      throw new Problem(
        'invalid-input',
        { zh: '补充期限不能早于今天。', en: 'The date to correct by cannot be in the past.' },
        [{ field: 'body.correctBy', message: correctBy }],
      );
    const { reason, items } = body;
    const { depositId, round, taskId } = item.body;
    const at = deps.clock().toISOString();
    const moved = await againWhenRaced(async () =>
      deps.reviews.move(
        item,
        move,
        { ...unstalled(item.body), returned: { reason, items, correctBy, by: caller.name, at } },
        {
          action: route.audit,
          by: caller,
          detail: { reason, correctBy },
          events: [{ type: 'DepositReturned', data: { depositId, round, reason, correctBy, items } }],
          with: [
            noteReturned(deps, item),
            ...(await correctionNotice(deps, item, { reason, items, correctBy }, caller)),
            ...(await deps.tasks.following(taskId, depositId, { as: 'returned', correctBy }, 'review')),
          ],
        },
      ),
    );
    return reviewView(deps, moved, caller);
  };

/** Takes a stalled review in anew: what is copied already stays, the rest is tried again. */
const retry = async (
  deps: ArchiveDeps,
  { caller, params, ifMatch }: Call<typeof archive.retryReview>,
): Promise<Review> => {
  const item = await loadReview(deps, caller, params.id);
  expectVersion(item, ifMatch);
  notOwn(item, caller);
  const copyingSince = deps.clock().toISOString();
  const moved = await deps.reviews.move(
    item,
    'retry',
    { ...unstalled(item.body), copyingSince },
    {
      action: archive.retryReview.audit,
      by: caller,
      events: [{ type: 'AcceptanceStarted', data: { reviewId: item.id } }],
    },
  );
  return withProgress(deps, moved, caller);
};

type Accepting = Pick<Call<typeof archive.acceptReview>, 'caller' | 'params' | 'ifMatch'>;
const accepting = async (
  deps: ArchiveDeps,
  { caller, params, ifMatch }: Accepting,
  { audit, stage }: { audit: string; stage: boolean },
): Promise<Review> => {
  const item = await loadReview(deps, caller, params.id);
  expectVersion(item, ifMatch);
  notOwn(item, caller);
  if (stage && item.body.taskId === undefined)
    throw new Problem('rule-broken', {
      zh: '该汇交没有对应的汇交任务，不能按分阶段汇交验收。',
      en: 'This deposit is for no task, so it is no stage of one.',
    });
  const dossierId = ulid(deps.clock().getTime());
  const moved = await deps.reviews.move(
    item,
    'accept',
    {
      ...item.body,
      dossierId,
      acceptedBy: caller.sub,
      copyingSince: deps.clock().toISOString(),
      accepted: { by: caller.name, at: deps.clock().toISOString() },
      ...(stage ? { stage } : {}),
    },
    {
      action: audit,
      by: caller,
      events: [{ type: 'AcceptanceStarted', data: { reviewId: item.id } }],
    },
  );
  return withProgress(deps, moved, caller);
};

const tick = async (deps: ArchiveDeps, { caller, params, body }: Call<typeof archive.tickReview>) => {
  const item = await loadReview(deps, caller, params.id);
  notOwn(item, caller);
  await deps.ticks.set(item, body, caller);
  return { ticks: await deps.ticks.list(item.id) };
};

export const reviewRoutes = [
  implement(archive.listReviews, list),
  implement(archive.getReview, async (deps: ArchiveDeps, { caller, params }) => {
    const item = await loadReview(deps, caller, params.id);
    const seen = await withProgress(deps, item, caller);
    const before = await roundBefore(deps, item.body);
    return {
      ...(before === undefined ? seen : masked(caller, { ...seen, before })),
      findings: await deps.reviewFiles.findings(item.id),
      ticks: await deps.ticks.list(item.id),
    };
  }),
  implement(archive.listReviewFiles, async (deps: ArchiveDeps, { caller, params, query }) => {
    const item = await loadReview(deps, caller, params.id);
    const page = await deps.reviewFiles.list(item.id, query.cursor);
    return { ...page, items: page.items.map((file) => ({ ...file, state: 'inspected' as const })) };
  }),
  implement(archive.tickReview, tick),
  implement(archive.returnReview, returnBy(archive.returnReview, 'return')),
  implement(archive.retryReview, retry),
  implement(archive.giveUpReview, returnBy(archive.giveUpReview, 'giveUp')),
  implement(archive.acceptReview, (deps: ArchiveDeps, call) =>
    accepting(deps, call, { audit: archive.acceptReview.audit, stage: false }),
  ),
  implement(archive.acceptStage, (deps: ArchiveDeps, call) =>
    accepting(deps, call, { audit: archive.acceptStage.audit, stage: true }),
  ),
];
