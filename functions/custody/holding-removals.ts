import * as contract from '@geoarchive/contract/custody-holdings.ts';
import { recountDifference } from '@geoarchive/domain/custody/compare.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { bringerOf } from './access.ts';
import type { CustodyDeps } from './deps.ts';
import { addFigures, takeFigures } from './holding-figures.ts';
import type { HoldingListItem } from './holding-list-store.ts';
import { loadList, shownList } from './holding-lists.ts';
import { withTies } from './ties.ts';

type Of = { custodian: string; period: string };

/** The list, where this caller changes rows of it now: it is being filled, and no import is under way that counts it. */
const loadToChange = async (
  deps: CustodyDeps,
  caller: Caller,
  of: Of,
  ifMatch: number | undefined,
): Promise<HoldingListItem> => {
  const item = await loadList(deps, caller, of);
  expectVersion(item, ifMatch);
  if ((await bringerOf(deps, caller, of.custodian)) === undefined) throw new Problem('forbidden');
  if (item.state !== 'open')
    throw new Problem('wrong-state', {
      zh: '清单已报送，明细不能再移除或恢复；需要更正请由主管部门退回。',
      en: 'The list was handed in: rows are taken out or put back only after the authority has sent it back.',
    });
  if (item.body.uncounted !== undefined)
    throw new Problem('wrong-state', {
      zh: '清单的导入还没有完成，或中途停止了。请等它完成；已停止的，请重新导入或撤销那次导入。',
      en: 'An import of the list runs, or stopped on its way: wait for it; where it stopped, import again or take it back first.',
    });
  return item;
};

/** The differences of a list to the one before, after one of its rows came or went. */
const differencesAfter = async (
  deps: CustodyDeps,
  { body: { node, differences } }: HoldingListItem,
  code: string,
  change: { from?: contract.Holding; to?: contract.Holding },
) => {
  if (differences === undefined) return undefined;
  const old = await deps.holdings.many({ custodian: node, period: differences.before }, [code]);
  return recountDifference(differences, { before: old.get(code), from: change.from, to: change.to });
};

const remove = async (
  deps: CustodyDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.removeHolding>,
) => {
  const item = await loadToChange(deps, caller, params, ifMatch);
  const { code, reason } = body;
  const row = (await deps.holdings.many(params, [code])).get(code);
  if (row === undefined)
    throw new Problem('not-found', {
      zh: `清单中没有保管编号“${code}”，可能已被移除。`,
      en: `The list has no set "${code}": perhaps it was taken out already.`,
    });
  const differences = await differencesAfter(deps, item, code, { from: row });
  const changed = await deps.holdingLists.change(
    item,
    { ...item.body, figures: takeFigures(item.body.figures, row), differences },
    {
      action: contract.removeHolding.audit,
      by: caller,
      detail: { code, title: row.title, reason },
      with: deps.holdings.takingOut(params, {
        ...{ row, reason, by: caller.name },
        at: deps.clock().toISOString(),
      }),
    },
  );
  return shownList(deps, caller, changed);
};

const restore = async (
  deps: CustodyDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.restoreHolding>,
) => {
  const item = await loadToChange(deps, caller, params, ifMatch);
  const { code } = body;
  const [removed, present] = await Promise.all([
    deps.holdings.removed(params, code),
    deps.holdings.many(params, [code]),
  ]);
  if (present.has(code))
    throw new Problem('wrong-state', {
      zh: `保管编号“${code}”已在清单中，不能恢复。`,
      en: `The set "${code}" stands in the list already and is not put back.`,
    });
  if (removed === undefined)
    throw new Problem('not-found', {
      zh: `没有移除过保管编号“${code}”。`,
      en: `The set "${code}" was not taken out.`,
    });
  // What it is tied to may have come or gone meanwhile.
  const [row = removed.row] = await withTies(deps, [removed.row]);
  const differences = await differencesAfter(deps, item, code, { to: row });
  const changed = await deps.holdingLists.change(
    item,
    { ...item.body, figures: addFigures(item.body.figures, [row]), differences },
    {
      action: contract.restoreHolding.audit,
      by: caller,
      detail: { code, title: row.title },
      with: [deps.holdings.putting(params, row), deps.holdings.forgettingRemoved(params, code)],
    },
  );
  return shownList(deps, caller, changed);
};

const list = async (
  deps: CustodyDeps,
  { caller, params, query }: Call<typeof contract.listRemovedHoldings>,
) => {
  await loadList(deps, caller, params);
  const page = await deps.holdings.removedPage(params, query);
  const present = await deps.holdings.many(
    params,
    page.items.map(({ row }) => row.code),
  );
  // What was imported again is not missing any more.
  return { ...page, items: page.items.filter(({ row }) => !present.has(row.code)) };
};

export const holdingRemovalRoutes = [
  implement(contract.removeHolding, remove),
  implement(contract.listRemovedHoldings, list),
  implement(contract.restoreHolding, restore),
];
