import * as contract from '@geoarchive/contract/custody-holdings.ts';
import { agreed } from '@geoarchive/domain/custody/agreement.ts';
import { compare } from '@geoarchive/domain/custody/compare.ts';
import { holdingListLifecycle, mayHandIn } from '@geoarchive/domain/custody/holding.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { readCursor, toCursor } from '@geoarchive/platform/store/cursor.ts';
import * as z from 'zod';
import { bringerOf, decidesLists, expectReach, noSuchThing, reachOf, wrongField } from './access.ts';
import type { CustodyDeps } from './deps.ts';
import type { HoldingListItem } from './holding-list-store.ts';

/** What a caller may do with a list now, and as whom they bring it. */
const actsOn = async (deps: CustodyDeps, caller: Caller, { state, body }: HoldingListItem) => {
  const as = await bringerOf(deps, caller, body.node);
  const decides = as === 'authority' || (await decidesLists(deps, caller, body.node));
  const moves = movesFrom(holdingListLifecycle, state, caller.roles).filter((move) =>
    move === 'hand-in' ? as !== undefined && mayHandIn(as, body.broughtBy) : decides,
  );
  return { moves, as };
};

/** A list as this caller sees it. */
export const shownList = async (
  deps: CustodyDeps,
  caller: Caller,
  item: HoldingListItem,
): Promise<contract.HoldingList> => {
  const { id, version, state, body } = item;
  const { moves, as } = await actsOn(deps, caller, item);
  return {
    ...body,
    ...{ id, version, state, moves },
    mayImport: state === 'open' && as !== undefined,
    onBehalf: as === 'authority',
  };
};

/** A list within somebody's reach. */
export const loadList = async (
  deps: CustodyDeps,
  caller: Caller,
  of: { custodian: string; period: string },
): Promise<HoldingListItem> => {
  await expectReach(deps, caller, of.custodian);
  const item = await deps.holdingLists.of(of.custodian, of.period);
  if (item === undefined) throw noSuchThing();
  return item;
};

const list = async (deps: CustodyDeps, { caller, query }: Call<typeof contract.listHoldingLists>) => {
  const { custodian, ...paging } = query;
  const reach = await reachOf(deps, caller);
  const [only] = reach === 'all' ? [custodian] : reach.size === 1 ? [...reach] : [custodian];
  const page = await (only === undefined
    ? deps.holdingLists.list('gsi1', 'holding-lists', { ...paging, newestFirst: true })
    : deps.holdingLists.list('gsi2', `holding-lists#${only}`, { ...paging, newestFirst: true }));
  const items = page.items.filter(
    ({ body: { node } }) =>
      (reach === 'all' || reach.has(node)) && (custodian === undefined || node === custodian),
  );
  return { ...page, items: await Promise.all(items.map((item) => shownList(deps, caller, item))) };
};

const rows = async (deps: CustodyDeps, { caller, params, query }: Call<typeof contract.listHoldings>) => {
  await loadList(deps, caller, params);
  const { kind, condition, findings, ...paging } = query;
  const page = await deps.holdings.page(params, paging);
  const items = page.items.filter(
    (row) =>
      (kind === undefined || row.kind === kind) &&
      (condition === undefined || row.condition === condition) &&
      (findings === undefined || row.findings.length > 0),
  );
  return { ...page, items };
};

/** Rows of each list that are laid beside each other for a page. */
const perLook = 500;
const place = z.object({ after: z.string() });

const differences = async (
  deps: CustodyDeps,
  { caller, params, query }: Call<typeof contract.listHoldingDifferences>,
) => {
  await loadList(deps, caller, params);
  const before = await deps.holdingLists.before(params.custodian, params.period);
  if (before === undefined) return { items: [] };
  const after = readCursor(place, query.cursor)?.after;
  const [now, old] = await Promise.all([
    deps.holdings.behind(params, after, perLook),
    deps.holdings.behind({ ...params, period: before.body.period }, after, perLook),
  ]);
  const ends = [now, old].flatMap(({ rows: seen, more }) => (more ? (seen.at(-1)?.code ?? []) : []));
  const until = ends.toSorted()[0];
  const items = compare(now.rows, old.rows, until).flatMap(({ standing, ...one }) =>
    standing === 'same' || (query.standing !== undefined && query.standing !== standing)
      ? []
      : [{ standing, ...one }],
  );
  const cursor = until === undefined ? undefined : toCursor({ after: until });
  return { items, ...(cursor === undefined ? {} : { cursor }) };
};

const move = async (
  deps: CustodyDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.moveHoldingList>,
) => {
  const item = await loadList(deps, caller, params);
  expectVersion(item, ifMatch);
  deps.holdingLists.expect(item, body.move);
  const { moves, as } = await actsOn(deps, caller, item);
  if (!moves.includes(body.move))
    throw body.move === 'hand-in' && as === 'authority'
      ? new Problem('forbidden', {
          zh: '这份清单由保管单位自己填报，由它报送；主管部门只能代为报送自己代为导入的清单。',
          en: 'Its custodian fills this list and hands it in; an authority hands in only what it imported for the custodian.',
        })
      : new Problem('forbidden');
  if (body.move === 'hand-in' && item.body.uncounted !== undefined)
    throw new Problem('wrong-state', {
      zh: '清单的导入还没有完成，或中途停止了。请等它完成；已停止的，请重新导入或撤销那次导入后再报送。',
      en: 'An import of the list runs, or stopped on its way: wait for it; where it stopped, import again or take it back first.',
    });
  if (body.move === 'hand-in' && item.body.figures.rows === 0)
    throw new Problem('rule-broken', {
      zh: '清单是空的，请先导入。',
      en: 'The list is empty: import it first.',
    });
  if (body.move === 'return' && body.text === '')
    throw wrongField('text', '请写明退回的理由。', 'State the reason for sending it back.');
  const onBehalf = body.move === 'hand-in' && as === 'authority';
  if (onBehalf && body.text === '')
    throw wrongField(
      'text',
      '代为报送请写明依据，如收到的纸质清单。',
      'State why you hand it in for the custodian, such as the list that came on paper.',
    );
  const { node, period } = item.body;
  const bound = (await deps.agreements.of(node)).filter((one) => agreed.includes(one.state));
  const authorities = [...new Set(bound.map(({ body: { authority } }) => authority))];
  const at = deps.clock().toISOString();
  const how = onBehalf ? { onBehalf } : {};
  const said = [...item.body.said, { move: body.move, text: body.text, by: caller.name, at, ...how }];
  const state = holdingListLifecycle.moves[body.move].to;
  const moved = await deps.holdingLists.move(
    item,
    body.move,
    { ...item.body, said, ...(body.move === 'hand-in' ? { handedInAt: at } : {}) },
    {
      action: contract.moveHoldingList.audit,
      by: caller,
      detail: { move: body.move, text: body.text, ...how },
      events: [
        {
          type: 'HoldingListMoved',
          data: { listId: item.id, node, authorities, period, state, onBehalf },
        },
      ],
    },
  );
  return shownList(deps, caller, moved);
};

const ties = async (deps: CustodyDeps, { caller, query }: Call<typeof contract.listTies>) => {
  const { of: tie, value, ...paging } = query;
  const [reach, page] = await Promise.all([
    reachOf(deps, caller),
    deps.holdings.tiedTo({ tie, value }, paging),
  ]);
  const items = page.items.filter(({ custodian }) => reach === 'all' || reach.has(custodian));
  return { ...page, items };
};

export const holdingListRoutes = [
  implement(contract.listHoldingLists, list),
  implement(contract.getHoldingList, async (deps: CustodyDeps, { caller, params }) =>
    shownList(deps, caller, await loadList(deps, caller, params)),
  ),
  implement(contract.listHoldings, rows),
  implement(contract.listHoldingDifferences, differences),
  implement(contract.moveHoldingList, move),
  implement(contract.listTies, ties),
];
