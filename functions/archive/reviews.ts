import type { Review } from '@geoarchive/contract/archive.ts';
import { archive } from '@geoarchive/contract/routes.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { certificateNumber } from '@geoarchive/domain/numbers.ts';
import { reviewLifecycle } from '@geoarchive/domain/review.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import { masked, nodeOf, ofNode } from './access.ts';
import type { ArchiveDeps } from './deps.ts';
import { pageCount, type ReviewItem } from './review-store.ts';

const view = (item: ReviewItem, caller: Caller): Review =>
  masked(caller, {
    ...item.body,
    id: item.id,
    state: item.state,
    version: item.version,
    moves: movesFrom(reviewLifecycle, item.state, caller.roles),
  });

const withProgress = async (deps: ArchiveDeps, item: ReviewItem, caller: Caller): Promise<Review> => {
  if (item.state !== 'accepting') return view(item, caller);
  const progress = {
    copied: await deps.reviewFiles.copiedPages(item.id),
    total: pageCount(item.body.fileCount),
  };
  return { ...view(item, caller), progress };
};

const load = async (deps: ArchiveDeps, caller: Caller, id: string): Promise<ReviewItem> =>
  ofNode(caller, await deps.reviews.get(id));

const list = async (deps: ArchiveDeps, { caller, query }: Call<typeof archive.listReviews>) => {
  const node = nodeOf(caller);
  const page =
    query.state === undefined
      ? await deps.reviews.list('gsi1', `reviews#${node}`, query)
      : await deps.reviews.list('gsi2', `reviews#${node}#${query.state}`, query);
  return { ...page, items: page.items.map((item) => view(item, caller)) };
};

/** A checker may not check what they handed in themselves (domain.md §9.3). */
const notOwn = (item: ReviewItem, caller: Caller): void => {
  if (item.body.createdBy === caller.username)
    throw new Problem('forbidden', {
      zh: '不能验收自己提交的资料。',
      en: 'Nobody checks what they handed in themselves.',
    });
};

const returnIt = async (
  deps: ArchiveDeps,
  { caller, params, body, ifMatch }: Call<typeof archive.returnReview>,
): Promise<Review> => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  notOwn(item, caller);
  const today = dayOf(deps.clock());
  const correctBy = body.correctBy ?? addDays(today, deps.settings.correctionDays);
  if (correctBy < today)
    throw new Problem(
      'invalid-input',
      { zh: '补充期限不能早于今天。', en: 'The date to correct by cannot be in the past.' },
      [{ field: 'body.correctBy', message: correctBy }],
    );
  const { depositId, round } = item.body;
  const returned = {
    reason: body.reason,
    items: body.items,
    correctBy,
    by: caller.name,
    at: deps.clock().toISOString(),
  };
  const moved = await deps.reviews.move(
    item,
    'return',
    { ...item.body, returned },
    {
      action: archive.returnReview.audit,
      by: caller,
      detail: { reason: body.reason, correctBy },
      events: [
        {
          type: 'DepositReturned',
          data: { depositId, round, reason: body.reason, correctBy, items: body.items },
        },
      ],
      with: await deps.tasks.following(item.body.taskId, 'return', {}, 'review'),
    },
  );
  return view(moved, caller);
};

const accept = async (
  deps: ArchiveDeps,
  { caller, params, ifMatch }: Call<typeof archive.acceptReview>,
): Promise<Review> => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  notOwn(item, caller);
  const dossierId = ulid(deps.clock().getTime());
  const moved = await deps.reviews.move(
    item,
    'accept',
    { ...item.body, dossierId },
    {
      action: archive.acceptReview.audit,
      by: caller,
      events: [{ type: 'AcceptanceStarted', data: { reviewId: item.id } }],
    },
  );
  return withProgress(deps, moved, caller);
};

const tries = 5;

/** The certificate is the authority's act: a second one, by another role than the check (art. 13). */
const certify = async (
  deps: ArchiveDeps,
  { caller, params, ifMatch }: Call<typeof archive.certifyReview>,
): Promise<Review> => {
  for (let attempt = 1; ; attempt += 1) {
    const item = await load(deps, caller, params.id);
    expectVersion(item, ifMatch);
    const { depositId, round, node, dossierId } = item.body;
    const year = dayOf(deps.clock()).slice(0, 4);
    const number = await nextNumber(deps.table, `certificate#${node}#${year}`);
    const certificate = certificateNumber(node, year, number.value);
    const found = dossierId === undefined ? undefined : await deps.dossiers.get(dossierId);
    try {
      const moved = await deps.reviews.move(
        item,
        'certify',
        { ...item.body, certificateNumber: certificate },
        {
          action: archive.certifyReview.audit,
          by: caller,
          detail: { certificate },
          events: [{ type: 'CertificateIssued', data: { depositId, round, certificateNumber: certificate } }],
          with: [
            number.take,
            ...(found === undefined
              ? []
              : deps.dossiers.changing(
                  found,
                  { ...found.body, certificateNumber: certificate },
                  { action: 'dossier.certify', by: caller },
                )),
            ...(await deps.tasks.following(item.body.taskId, 'certify', {}, 'review')),
          ],
        },
      );
      return view(moved, caller);
    } catch (error) {
      // Another certificate took the number in the same instant: take the next.
      if (!(error instanceof ConditionFailed) || attempt >= tries) throw error;
    }
  }
};

export const reviewRoutes = [
  implement(archive.listReviews, list),
  implement(archive.getReview, async (deps: ArchiveDeps, { caller, params }) => {
    const item = await load(deps, caller, params.id);
    return {
      ...(await withProgress(deps, item, caller)),
      findings: await deps.reviewFiles.findings(item.id),
    };
  }),
  implement(archive.listReviewFiles, async (deps: ArchiveDeps, { caller, params, query }) => {
    const item = await load(deps, caller, params.id);
    const page = await deps.reviewFiles.list(item.id, query.cursor);
    return { ...page, items: page.items.map((file) => ({ ...file, state: 'inspected' as const })) };
  }),
  implement(archive.returnReview, returnIt),
  implement(archive.acceptReview, accept),
  implement(archive.certifyReview, certify),
];
