import type { EventData } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { isDecided } from '@geoarchive/domain/service/item.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { OwnCaseRow, OwnCases } from './own-store.ts';

export type ToldDeps = { table: Table; clock: Clock; own: OwnCases };

/** What of a request for use its asker is told by a notice, beside what they knew: one thing at most, the weightiest. */
const newsOf = (
  { standing, messages }: EventData<'CaseTold'>,
  known: OwnCaseRow | undefined,
): EventData<'UseUpdateSeen'>['news'] | undefined => {
  const before = known?.standing;
  const { state } = standing;
  if ((state === 'decided' || state === 'inadmissible') && state !== before?.state) return state;
  const { quote } = standing;
  if (quote?.state === 'offered' && quote.no !== before?.quote?.no) return 'quoted';
  if (quote?.state === 'paid' && before?.quote?.state !== 'paid') return 'paid';
  // What was refused on receipt is decided, too: nobody has told the asker yet.
  const now = standing.uses ?? [];
  const decided = (uses: typeof now) => uses.filter(({ state: of }) => isDecided(of)).length;
  // Where nothing is left the end of the request is told instead.
  if (decided(now) > decided(before?.uses ?? []) && decided(now) < now.length) return 'item-decided';
  if (!messages.some(({ from }) => from === 'archive')) return undefined;
  return state === 'waiting' ? 'asked' : 'written';
};

/** Brings what the archive told of a case into the asker's view; old news changes nothing, whatever the order. */
export const caseTold = async (deps: ToldDeps, told: EventData<'CaseTold'>): Promise<void> => {
  const { id, node, asker, kind, subject } = told.facts;
  const { number, state, decision } = told.standing;
  const { taskId } = subject;
  const { organisation } = asker;
  if (organisation === undefined && asker.visitor !== true && asker.person === undefined)
    throw new Error(`Case ${id} was not asked from outside`);
  const { table, clock } = deps;
  const news = asker.person === undefined ? undefined : newsOf(told, await deps.own.get(id));
  await deps.own.tell(told, [
    // A visitor has no inbox: they look their case up by its code.
    ...(news === undefined || asker.person === undefined
      ? []
      : [
          outboxWrite(table.name, clock, 'UseUpdateSeen', {
            ...{ caseId: id, person: asker.person, number, node, news },
            ...(decision && { outcome: decision.outcome }),
          }),
        ]),
    ...(organisation === undefined
      ? []
      : [
          outboxWrite(table.name, clock, 'CaseUpdateSeen', {
            caseId: id,
            organisation,
            number,
            state,
            ...(decision && { decided: { kind, node, taskId, outcome: decision.outcome } }),
          }),
        ]),
    auditWrite(table.name, clock, {
      about: id,
      action: 'case.told',
      by: { worker: 'project' },
      detail: { state, version: told.version },
      node,
    }),
  ]);
};
