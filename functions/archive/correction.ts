import { dayOf } from '@geoarchive/domain/dates.ts';
import { correctionNumber } from '@geoarchive/domain/numbers.ts';
import { isStateSecret } from '@geoarchive/domain/secrecy.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { issuing, paperOf } from '../documents/issue.ts';
import type { ArchiveDeps } from './deps.ts';
import type { ReviewItem } from './review-store.ts';

/**
 * The writes that issue the notice of correction (补充修改通知单, domain.md §1.5) for a review that is returned: for the transaction
 * of the return.
 */
export const correctionNotice = async (
  deps: Pick<ArchiveDeps, 'clock' | 'table' | 'documents'>,
  { body }: ReviewItem,
  { reason, items, correctBy }: { reason: string; items: string[]; correctBy: string },
  caller: Caller,
): Promise<Write[]> => {
  const now = deps.clock();
  const { node, depositId, round, submitter, submitterName, secrecy, title, receipt } = body;
  const year = dayOf(now).slice(0, 4);
  const next = await nextNumber(deps.table, `correction#${node}#${year}`);
  const paper = paperOf({
    number: correctionNumber(node, year, next.value),
    node,
    depositId,
    issuedAt: now.toISOString(),
    says: {
      kind: 'correction-notice',
      ...(isStateSecret(secrecy) ? {} : { title }),
      submitter,
      ...(submitterName === undefined ? {} : { submitterName }),
      round,
      receipt: receipt.number,
      reason,
      items,
      correctBy,
      issuedBy: caller.name,
    },
  });
  return [next.take, ...issuing(deps.documents, paper, { by: caller, from: 'archive' })];
};
