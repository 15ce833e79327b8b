import type { EventData } from '@geoarchive/contract/events.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';
import type { OwnCases } from './own-store.ts';

export type ToldDeps = { table: Table; clock: Clock; own: OwnCases };

/** Brings what the archive told of a case into the asker's view; old news changes nothing, whatever the order. */
export const caseTold = async (deps: ToldDeps, told: EventData<'CaseTold'>): Promise<void> => {
  const { id, node, asker, kind, subject } = told.facts;
  const { number, state, decision } = told.standing;
  const { taskId } = subject;
  const { organisation } = asker;
  if (organisation === undefined && asker.visitor !== true && asker.person === undefined)
    throw new Error(`Case ${id} was not asked from outside`);
  const { table, clock } = deps;
  await deps.own.tell(told, [
    // A visitor has no inbox: they look their case up by its code. Nor has a person: theirs is the list of requests.
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
