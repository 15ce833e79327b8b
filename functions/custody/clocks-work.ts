import type { EventData, EventType } from '@geoarchive/contract/events.ts';
import { agreementNotice } from '@geoarchive/domain/custody/agreement.ts';
import { dueStage, overdue } from '@geoarchive/domain/custody/due.ts';
import { listDueDay, owesList, periodDue } from '@geoarchive/domain/custody/holding.ts';
import type { CustodySettings } from '@geoarchive/domain/custody/settings.ts';
import { type Day, dayOf } from '@geoarchive/domain/dates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { outboxWrite } from '@geoarchive/platform/store/outbox.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import type { Work } from '../jobs/step.ts';
import { custodyTerms } from './access.ts';
import type { AgreementItem } from './agreement-store.ts';
import type { CustodyDeps } from './deps.ts';

/** Things told of in a step: three writes each. */
const perStep = 20;

/** How many agreements there are to look at; what is due beside them shows when it is looked at. */
export const countAgreements = ({ table }: Pick<CustodyDeps, 'table'>): Promise<number> =>
  table.count('gsi1', 'custody-agreements');

type Looked = { deps: CustodyDeps; today: Day; terms: CustodySettings; agreements: AgreementItem[] };
/** What tells of a thing that is due. */
type Telling = Write[];

/** Agreements that end soon or have ended without a successor: what was told stands on the agreement. */
const ofAgreements = ({ deps, today, terms, agreements }: Looked): Telling[] =>
  agreements.flatMap((item) => {
    const days = agreementNotice({ ...item.body, state: item.state }, today, terms.noticeDays);
    if (days === undefined) return [];
    const { end, node, number, authority, title } = item.body;
    return [
      deps.agreements.changing(
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
      ),
    ];
  });

/** A thing that is due at a stage, and the event that tells of it. */
type Due<T extends EventType> = {
  id: string;
  node: string;
  due: Day;
  stage: number;
  action: string;
  type: T;
  data: EventData<T>;
};

/**
 * What was told stands beside the thing and not on it: a list that nobody began does not exist, and an inspection that changed would be a
 * conflict for the tablet that has it.
 */
const markOf = ({ id, due, stage }: Pick<Due<EventType>, 'id' | 'due' | 'stage'>) => ({
  pk: `custody-told#${id}`,
  sk: `${due}#${stage}`,
});

const tellingOf = <T extends EventType>({ table, clock }: CustodyDeps, of: Due<T>): Telling => [
  {
    Put: {
      TableName: table.name,
      Item: { ...markOf(of), at: clock().toISOString() },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  outboxWrite(table.name, clock, of.type, of.data),
  auditWrite(table.name, clock, {
    ...{ about: of.id, action: of.action, by: { worker: 'work' }, node: of.node },
    detail: { due: of.due, days: of.stage },
  }),
];

/** Those that were not told at their stage yet. */
const untold = async <T extends EventType>(deps: CustodyDeps, all: readonly Due<T>[]): Promise<Telling[]> => {
  const told = await deps.table.getMany(all.map(markOf));
  const known = new Set(told.map(({ pk, sk }) => `${pk} ${sk}`));
  return all
    .filter((one) => {
      const { pk, sk } = markOf(one);
      return !known.has(`${pk} ${sk}`);
    })
    .map((one) => tellingOf(deps, one));
};

/** Lists of the year that is asked for and not handed in, near their day or past it. */
const ofLists = async ({ deps, today, terms, agreements }: Looked): Promise<Telling[]> => {
  const period = periodDue(today, terms.listDue, terms.listNoticeDays);
  const due = listDueDay(period, terms.listDue);
  const stage = dueStage(due, today, terms.listNoticeDays);
  if (stage === undefined) return [];
  const lists = await deps.holdingLists.recent(period);
  const handedIn = new Set(
    lists
      .filter(({ state, body }) => state !== 'open' && body.period === period)
      .map(({ body }) => body.node),
  );
  const binding = agreements.filter(({ state, body: { start, end } }) =>
    owesList([{ state, start, end }], period),
  );
  const owing = [...new Set(binding.map(({ body }) => body.node))].filter((node) => !handedIn.has(node));
  return untold(
    deps,
    owing.map((node): Due<'HoldingListDue'> => {
      const own = binding.filter(({ body }) => body.node === node);
      const authorities = [...new Set(own.map(({ body }) => body.authority))];
      return {
        ...{ id: deps.holdingLists.idFor(node, period), node, due, stage },
        ...{ action: 'custody.remind-list', type: 'HoldingListDue' },
        data: { node, authorities, period, due, late: stage === overdue },
      };
    }),
  );
};

/** Inspections whose day has passed and which were neither done nor called off. */
const ofInspections = async ({ deps, today }: Looked): Promise<Telling[]> => {
  const open = await deps.inspections.allIn('planned', 'dispatched');
  return untold(
    deps,
    open
      .filter(({ body }) => body.plannedOn < today)
      .map(({ id, state, body }): Due<'InspectionLate'> => {
        const { node, archive, authority, number, title, plannedOn } = body;
        return {
          ...{ id, node, due: plannedOn, stage: overdue },
          ...{ action: 'custody.remind-inspection', type: 'InspectionLate' },
          data: {
            ...{ inspectionId: id, node, authority, number, title, plannedOn },
            // The inspectors of the archive know of it once it is dispatched.
            ...(state === 'dispatched' ? { archive } : {}),
          },
        };
      }),
  );
};

/** Rectifications that wait for their custodian, near their day or past it. */
const ofRectifications = async ({ deps, today, terms }: Looked): Promise<Telling[]> => {
  const open = await deps.rectifications.allIn('open');
  return untold(
    deps,
    open.flatMap(({ id, body }): Due<'RectificationDue'>[] => {
      const { node, archive, authority, number, due } = body;
      const stage = dueStage(due, today, terms.rectificationNoticeDays);
      if (stage === undefined) return [];
      return [
        {
          ...{ id, node, due, stage },
          ...{ action: 'custody.remind-rectification', type: 'RectificationDue' },
          data: {
            ...{ rectificationId: id, node, archive, authority, number, due },
            late: stage === overdue,
          },
        },
      ];
    }),
  );
};

/**
 * Tells of what is due in custody: agreements that end, lists owed, inspections not done, rectifications. What was told is kept in the
 * transaction that tells it, so nothing is told twice, and days on which the clock did not run are caught up.
 */
export const watchCustody: Work<CustodyDeps> = async (deps) => {
  const agreements = await deps.agreements.all();
  const of = { deps, today: dayOf(deps.clock()), terms: custodyTerms(deps), agreements };
  const found = await Promise.all([ofLists(of), ofInspections(of), ofRectifications(of)]);
  const due = [...ofAgreements(of), ...found.flat()];
  const some = due.slice(0, perStep);
  const finished = some.length === due.length;
  return {
    effect: some.flat(),
    cursor: null,
    done: finished ? agreements.length : 0,
    counts: { reminded: some.length },
    finished,
  };
};
