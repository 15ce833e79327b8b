import type { StoredBar } from '@geoarchive/contract/bars.ts';
import * as contract from '@geoarchive/contract/bars.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { eligibilityOf } from '@geoarchive/domain/supervision/eligibility.ts';
import { timelinessOf } from '@geoarchive/domain/supervision/timeliness.ts';
import { isOwed } from '@geoarchive/domain/task.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { nodeOf } from '../archive/access.ts';
import { standingOf } from './bar-ending.ts';
import { type BarItem, shownBar } from './bar-store.ts';
import type { SupervisionDeps } from './context.ts';

/** Overdue tasks that an answer names; of more it says so. */
const named = 50;

const shown = ({ id, state, version, body }: BarItem): StoredBar => ({
  ...shownBar(id, state, body),
  version,
  ...(body.lifted === undefined ? {} : { lifted: body.lifted }),
});

const load = async ({ bars }: SupervisionDeps, id: string): Promise<BarItem> => {
  const found = await bars.get(id);
  if (found === undefined) throw new Problem('not-found');
  return found;
};

const list = async ({ bars }: SupervisionDeps, { query }: Call<typeof contract.listBars>) => {
  const { state, organisation, ...paging } = query;
  const newest = { ...paging, newestFirst: true };
  const found =
    organisation === undefined
      ? await bars.list('gsi3', `bars#${state}`, newest)
      : await bars.list('gsi2', `bars-of#${organisation}`, newest);
  return { ...found, items: found.items.map(shown) };
};

const get = async (deps: SupervisionDeps, { params }: Call<typeof contract.getBar>) => {
  const item = await load(deps, params.id);
  const tasks = await Promise.all(item.body.tasks.map(({ id }) => deps.tasks.get(id)));
  const standing = tasks.flatMap((found) => {
    if (found === undefined) return [];
    const { number, name, due, node } = found.body;
    return [{ id: found.id, state: found.state, number, name, due, node }];
  });
  return { ...shown(item), standing };
};

/** By the ministry, or by the authority whose circular or decision it rests on. */
const lift = async (
  deps: SupervisionDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.liftBar>,
) => {
  const item = await load(deps, params.id);
  if (!caller.roles.includes('MINISTRY_ADMIN') && nodeOf(caller) !== item.body.node)
    throw new Problem('forbidden', {
      zh: '只有作出通报（处罚）的主管部门或部级可以解除。',
      en: 'Only the authority that circulated or punished, or the ministry, may lift it.',
    });
  expectVersion(item, ifMatch);
  return shown(await deps.bars.lift(item, body.reason, caller));
};

/** The tasks of an organisation that are owed, and overdue today; from the oldest on. */
const overdueOf = async ({ tasks }: SupervisionDeps, organisation: string, today: string) => {
  const late = [];
  let cursor: string | undefined;
  do {
    const found = await tasks.list('gsi2', `tasks-of#${organisation}`, { cursor, limit: 100 });
    const due = found.items.filter(({ body }) => body.due < today);
    late.push(
      ...due.filter(
        ({ state, body }) =>
          isOwed(state) && timelinessOf({ ...body, state }, today).overdueSince !== undefined,
      ),
    );
    cursor = due.length < found.items.length || late.length > named ? undefined : found.cursor;
  } while (cursor !== undefined);
  return late;
};

/**
 * Answers by the rule, not by what was last written down: a bar whose last task was accepted a moment ago bars nobody. It holds in the
 * whole country, so every authority may ask about every party; each question is in the audit trail.
 */
const eligibility = async (deps: SupervisionDeps, { caller, query }: Call<typeof contract.eligibility>) => {
  const now = deps.clock();
  const today = dayOf(now);
  const { organisation, act } = query;
  const { items } = await deps.bars.list('gsi2', `bars-of#${organisation}`, {
    limit: 100,
    newestFirst: true,
  });
  const standing = await Promise.all(
    items
      .filter(({ state }) => state === 'in-force')
      .map(async (item) => ({ item, is: (await standingOf(deps, item)).is })),
  );
  const bars = standing.filter(({ is }) => is === 'in-force').map(({ item }) => item);
  const late = await overdueOf(deps, organisation, today);
  const answer = eligibilityOf(
    act,
    bars.map(({ body: { kind, from, until, cause } }) => ({ kind, from, until, paper: cause.number })),
    late.length,
  );
  await deps.table.transact([
    auditWrite(deps.table.name, deps.clock, {
      about: `eligibility#${organisation}`,
      action: contract.eligibility.audit,
      by: caller,
      node: caller.node === '' ? undefined : caller.node,
      detail: { organisation, act, may: answer.may, bars: bars.map(({ id }) => id) },
    }),
  ]);
  return {
    ...{ organisation, act, today, asOf: now.toISOString(), ...answer },
    bars: bars.map(({ id, state, body }) => shownBar(id, state, body)),
    overdue: late.slice(0, named).map(({ id, body: { number, name, due, node } }) => ({
      ...{ id, number, name, due, node },
    })),
    more: late.length > named,
  };
};

/** What a registry that keeps a list of its own asks after; a page that gave something is in the trail, an empty one in the log only. */
const changes = async (deps: SupervisionDeps, { caller, query }: Call<typeof contract.barChanges>) => {
  const { after, limit } = query;
  const found = await deps.bars.changesAfter(after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1)?.sequence ?? after;
  if (items.length > 0)
    await deps.table.transact([
      auditWrite(deps.table.name, deps.clock, {
        about: 'eligibility-changes',
        action: contract.barChanges.audit,
        by: caller,
        node: caller.node === '' ? undefined : caller.node,
        detail: { after, last },
      }),
    ]);
  return { items, last, more: found.length > limit, asOf: deps.clock().toISOString() };
};

export const barRoutes = [
  implement(contract.listBars, list),
  implement(contract.getBar, get),
  implement(contract.liftBar, lift),
  implement(contract.eligibility, eligibility),
  implement(contract.barChanges, changes),
];
