import type { NoticeBody } from '@geoarchive/contract/disclosure.ts';
import { proposeNotice } from '@geoarchive/contract/disclosure.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { ulid } from 'ulid';
import type { Issuer } from '../supervision/chase-paper.ts';
import type { ChaseItem } from '../supervision/chase-store.ts';
import type { TaskItem } from '../supervision/chase-tasks.ts';
import type { DisclosureDeps } from './deps.ts';
import { itemOf } from './item.ts';

/**
 * The writes by which a fine, or a circular, proposes its public notice: for the transaction of the step. Whoever made the step is its
 * proposer, so somebody else publishes it. The grounds of the paper are not taken over: they may hold what is not for everybody.
 */
export const proposedByStep = (
  deps: Pick<DisclosureDeps, 'clock' | 'publicNotices'>,
  { id: chase, body }: ChaseItem,
  of: {
    kind: 'circular' | 'penalty';
    paper: string;
    amount?: number | undefined;
    tasks: readonly TaskItem[];
  },
  by: Issuer,
): Write[] => {
  const now = deps.clock();
  const id = ulid(now.getTime());
  const { node, organisation, organisationName } = body;
  const notice: NoticeBody = {
    ...{ node, organisation, chase, kind: of.kind, paper: of.paper, text: '' },
    ...(organisationName === undefined ? {} : { organisationName }),
    ...(of.amount === undefined || of.kind === 'circular' ? {} : { amount: of.amount }),
    items: of.tasks.map(itemOf),
    proposedBy: { sub: 'sub' in by ? by.sub : by.worker, name: by.name },
    proposedAt: now.toISOString(),
    suspendedBefore: false,
  };
  return deps.publicNotices.creation(id, notice, {
    action: proposeNotice.audit,
    by,
    detail: { kind: of.kind, organisation, paper: of.paper },
    events: [{ type: 'PublicNoticeProposed', data: { noticeId: id, node } }],
    with: [deps.publicNotices.claiming(id, notice)],
  });
};
