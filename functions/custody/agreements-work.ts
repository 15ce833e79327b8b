import { agreementNotice } from '@geoarchive/domain/custody/agreement.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import type { Work } from '../jobs/step.ts';
import { custodyTerms } from './access.ts';
import type { CustodyDeps } from './deps.ts';

/** Agreements told of in a step: three writes each. */
const perStep = 20;

/** How many agreements there are to look at. */
export const countAgreements = ({ table }: Pick<CustodyDeps, 'table'>): Promise<number> =>
  table.count('gsi1', 'custody-agreements');

/**
 * Tells both parties of agreements that end soon or have ended without a successor. What was told stands on the agreement in the
 * transaction that tells it, so nothing is told twice, and days on which the clock did not run are caught up.
 */
export const watchAgreements: Work<CustodyDeps> = async (deps) => {
  const today = dayOf(deps.clock());
  const { noticeDays } = custodyTerms(deps);
  const all = await deps.agreements.all();
  const due = all.flatMap((item) => {
    const days = agreementNotice({ ...item.body, state: item.state }, today, noticeDays);
    return days === undefined ? [] : [{ item, days }];
  });
  const some = due.slice(0, perStep);
  const finished = some.length === due.length;
  return {
    effect: some.flatMap(({ item, days }) => {
      const { end, node, number, authority, title } = item.body;
      return deps.agreements.changing(
        item,
        { ...item.body, noticed: { days, end } },
        {
          action: 'custody.remind-agreement',
          by: { worker: 'work' },
          detail: { days, end },
          events: [
            { type: 'AgreementDue', data: { agreementId: item.id, node, authority, number, title, end } },
          ],
        },
      );
    }),
    cursor: null,
    done: finished ? all.length : 0,
    counts: { reminded: some.length },
    finished,
  };
};
