import * as contract from '@geoarchive/contract/custody-inspections.ts';
import { checklists } from '@geoarchive/domain/custody/checklists.ts';
import { inspectionLifecycle } from '@geoarchive/domain/custody/inspection.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { inspectionNumber } from '@geoarchive/domain/numbers.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { nextNumber } from '@geoarchive/platform/store/counter.ts';
import { ulid } from 'ulid';
import { authorityOf, expectCustodian, noSuchThing, reachOf, wrongField } from './access.ts';
import type { CustodyDeps, CustodyFiles } from './deps.ts';
import type { InspectionItem } from './inspection-store.ts';

type Deps = CustodyDeps & CustodyFiles;

/** Whether somebody acts for who has it carried out: the ministry for all, a province for its own. */
export const ordered = (deps: CustodyDeps, caller: Caller, { body }: InspectionItem): boolean =>
  caller.roles.includes('MINISTRY_ADMIN') ||
  (caller.roles.includes('PROVINCE_ADMIN') && authorityOf(deps, caller) === body.authority);

const onlyCustodian = ({ roles }: Caller): boolean =>
  !roles.some((role) => role === 'MINISTRY_ADMIN' || role === 'PROVINCE_ADMIN' || role === 'INSPECTOR');

const nothingYet: contract.InspectionResults = { answers: {}, findings: [] };

/** An inspection as this caller sees it; what inspectors have noted is the custodian's to read once they are done. */
export const shownInspection = (
  deps: CustodyDeps,
  caller: Caller,
  item: InspectionItem,
): contract.Inspection => {
  const { synced: _, ...of } = item.body;
  const { state, id, version } = item;
  const held = state === 'dispatched' && onlyCustodian(caller);
  const acts = ordered(deps, caller, item);
  return {
    ...of,
    ...(held ? { results: nothingYet, photos: [] } : {}),
    ...{ id, version, state },
    moves: acts
      ? (['dispatch', 'cancel', 'close'] as const).filter((move) =>
          inspectionLifecycle.moves[move].from.includes(state),
        )
      : [],
    mayInspect: state === 'dispatched' && caller.roles.includes('INSPECTOR') && caller.node === of.archive,
    late: (state === 'planned' || state === 'dispatched') && of.plannedOn < dayOf(deps.clock()),
  };
};

/** Whether somebody sees an inspection; a custodian its own from the day it is dispatched, a province those it ordered. */
const sees = (
  deps: CustodyDeps,
  caller: Caller,
  item: InspectionItem,
  reach: 'all' | ReadonlySet<string>,
) => {
  if (reach === 'all') return true;
  if (caller.roles.includes('PROVINCE_ADMIN')) return ordered(deps, caller, item);
  return reach.has(item.body.node) && item.state !== 'planned' && item.state !== 'cancelled';
};

export const loadInspection = async (
  deps: CustodyDeps,
  caller: Caller,
  id: string,
): Promise<InspectionItem> => {
  const [item, reach] = await Promise.all([deps.inspections.get(id), reachOf(deps, caller)]);
  if (item === undefined || !sees(deps, caller, item, reach)) throw noSuchThing();
  return item;
};

const list = async (deps: Deps, { caller, query }: Call<typeof contract.listInspections>) => {
  const { custodian, state, ...paging } = query;
  const reach = await reachOf(deps, caller);
  // A province sees what it ordered, of whomever; a custodian its own.
  const only = onlyCustodian(caller) && reach !== 'all' ? [...reach][0] : custodian;
  const newest = { ...paging, newestFirst: true };
  const page = await (only !== undefined
    ? deps.inspections.list('gsi2', `inspections#${only}`, newest)
    : state !== undefined
      ? deps.inspections.list('gsi3', `inspections-in#${state}`, newest)
      : deps.inspections.list('gsi1', 'inspections', newest));
  const items = page.items.filter(
    (item) =>
      sees(deps, caller, item, reach) &&
      (custodian === undefined || item.body.node === custodian) &&
      (state === undefined || item.state === state),
  );
  return { ...page, items: items.map((item) => shownInspection(deps, caller, item)) };
};

const plan = async (deps: Deps, { caller, body }: Call<typeof contract.planInspection>) => {
  expectCustodian(deps, body.custodian);
  const checklist = checklists.find(({ id }) => id === body.checklist);
  if (checklist === undefined)
    throw wrongField('checklist', '没有这个检查表。', 'There is no such checklist.');
  if (!deps.settings.nodes.some(({ code }) => code === body.archive))
    throw wrongField('archive', '没有这个馆藏机构。', 'There is no such archive.');
  if (!caller.roles.includes('MINISTRY_ADMIN') && authorityOf(deps, caller) !== body.authority)
    throw wrongField('authority', '只能以本省名义检查。', 'A province inspects in its own name only.');
  const now = deps.clock();
  const year = dayOf(now).slice(0, 4);
  const item = await againWhenRaced(async () => {
    const next = await nextNumber(deps.table, `inspection#${body.custodian}#${year}`);
    const number = inspectionNumber(body.custodian, year, next.value);
    const made = {
      ...body,
      ...{ node: body.custodian, number, checklistVersion: checklist.version, items: [...checklist.items] },
      ...{
        plannedBy: caller.name,
        results: nothingYet,
        photos: [],
        synced: [],
        rectifications: [],
        said: [],
      },
    };
    return deps.inspections.create(ulid(now.getTime()), made, {
      action: contract.planInspection.audit,
      by: caller,
      detail: { number },
      with: [next.take],
    });
  });
  return shownInspection(deps, caller, item);
};

/** Nothing it asked for may be open when it is closed. */
const expectRectified = async (deps: Deps, { body }: InspectionItem): Promise<void> => {
  const all = await Promise.all(body.rectifications.map((id) => deps.rectifications.get(id)));
  const open = all.filter((one) => one?.state !== 'accepted').length;
  if (open > 0)
    throw new Problem('rule-broken', {
      zh: `还有 ${open} 项整改未通过。`,
      en: `${open} rectifications are not accepted yet.`,
    });
};

const move = async (deps: Deps, { caller, params, body, ifMatch }: Call<typeof contract.moveInspection>) => {
  const item = await loadInspection(deps, caller, params.id);
  if (!ordered(deps, caller, item)) throw new Problem('forbidden');
  expectVersion(item, ifMatch);
  deps.inspections.expect(item, body.move);
  if (body.move === 'close') await expectRectified(deps, item);
  const at = deps.clock().toISOString();
  const said = [...item.body.said, { move: body.move, text: body.text, by: caller.name, at }];
  const { node, archive, number, plannedOn, title } = item.body;
  const state = inspectionLifecycle.moves[body.move].to;
  const moved = await deps.inspections.move(
    item,
    body.move,
    { ...item.body, said },
    {
      action: contract.moveInspection.audit,
      by: caller,
      detail: { move: body.move, text: body.text },
      events: [
        body.move === 'close'
          ? { type: 'InspectionClosed', data: { inspectionId: item.id, node } }
          : {
              type: 'InspectionMoved',
              data: { inspectionId: item.id, node, archive, state, number, title, plannedOn },
            },
      ],
    },
  );
  return shownInspection(deps, caller, moved);
};

export const inspectionRoutes = [
  implement(contract.listInspections, list),
  implement(contract.getInspection, async (deps: Deps, { caller, params }) =>
    shownInspection(deps, caller, await loadInspection(deps, caller, params.id)),
  ),
  implement(contract.planInspection, plan),
  implement(contract.moveInspection, move),
];
