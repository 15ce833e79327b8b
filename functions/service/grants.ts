import type { GrantDetail } from '@geoarchive/contract/service.ts';
import * as service from '@geoarchive/contract/service.ts';
import { addDays, dayOf } from '@geoarchive/domain/dates.ts';
import { canMove, movesFrom } from '@geoarchive/domain/lifecycle.ts';
import { useDeciders } from '@geoarchive/domain/service/codes.ts';
import { grantLifecycle, grantRefusals } from '@geoarchive/domain/service/grant.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { auditWrite } from '@geoarchive/platform/store/audit.ts';
import { ConditionFailed } from '@geoarchive/platform/store/table.ts';
import { nodeOf, ofNode } from '../archive/access.ts';
import type { ServiceDeps } from './deps.ts';
import type { GrantItem } from './grant-store.ts';
import { canBeAsked } from './received.ts';
import { movedAndTold } from './telling.ts';

/** Given at once, and not reviewed yet. */
const isOpen = ({ body: { review } }: GrantItem): boolean =>
  review !== undefined && review.done === undefined;
const decides = ({ roles }: Caller): boolean => useDeciders.some((role) => roles.includes(role));

const view = async (deps: ServiceDeps, item: GrantItem, caller: Caller): Promise<GrantDetail> => ({
  ...item.body,
  id: item.id,
  state: item.state,
  version: item.version,
  used: await deps.usage.usedOf(item.id),
  moves: movesFrom(grantLifecycle, item.state, caller.roles),
  reviews: isOpen(item) && item.body.grantedBy !== caller.sub && decides(caller),
});

const taken = async (
  deps: ServiceDeps,
  { caller, params, ifMatch }: { caller: Caller; params: { id: string }; ifMatch: number | undefined },
): Promise<GrantItem> => {
  const item = ofNode(caller, await deps.grants.get(params.id));
  expectVersion(item, ifMatch);
  return item;
};

const list = async (deps: ServiceDeps, { caller, query }: Call<typeof service.listGrants>) => {
  const page =
    query.request === undefined
      ? await deps.grants.list('gsi1', `grants#${nodeOf(caller)}`, { ...query, newestFirst: true })
      : await deps.grants.list('gsi2', `grants-of#${query.request}`, query);
  const reached = page.items.filter(
    ({ state, body }) =>
      (query.state === undefined || state === query.state) &&
      (query.review === undefined || (body.review !== undefined && body.review.done === undefined)) &&
      (caller.roles.includes('MINISTRY_ADMIN') || body.node === nodeOf(caller)),
  );
  return { ...page, items: await Promise.all(reached.map((item) => view(deps, item, caller))) };
};

/** More days, more reads, or both. What has ended stays so: its files are gone, and a new request is filed. */
const extend = async (deps: ServiceDeps, call: Call<typeof service.extendGrant>): Promise<GrantDetail> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  if (item.state !== 'active' && item.state !== 'preparing')
    throw new Problem('wrong-state', {
      zh: '许可已到期或收回，不能延期；请对方重新申请。',
      en: 'It has ended, so it cannot be extended: a new request is filed.',
    });
  if (!canBeAsked(await deps.dossiers.get(item.body.recordId), item.body.node))
    throw new Problem('rule-broken', {
      zh: '资料已不在公开目录，许可不能延期。',
      en: 'The record is not in the catalogue any more: the grant is not extended.',
    });
  const { until, allowed } = item.body;
  const more = { until: addDays(until, body.days), allowed: allowed + body.reads };
  const changed = await deps.grants.change(
    item,
    { ...item.body, ...more },
    {
      action: service.extendGrant.audit,
      by: caller,
      detail: { reason: body.reason, before: { until, allowed }, ...more },
      events: movedAndTold(item, 'extended', { until: more.until }),
    },
  );
  return view(deps, changed, caller);
};

/** Records a use in the reading room, within term and count; what is used by links is counted where they are given. */
const visit = async (deps: ServiceDeps, call: Call<typeof service.visitGrant>): Promise<GrantDetail> => {
  const { caller } = call;
  const item = await taken(deps, call);
  const { mode, until, allowed, node, recordId, purpose, askerKind, number } = item.body;
  const today = dayOf(deps.clock());
  if (mode !== 'on-site' || item.state !== 'active' || until < today)
    throw new Problem('wrong-state', {
      zh: '只有在有效期内的到馆阅览许可可以登记。',
      en: 'Only a grant to read on site is recorded, within its term.',
    });
  const fact = { node, day: today, recordId, way: mode, purpose, askerKind, bytes: 0 };
  try {
    await deps.table.transact([
      deps.usage.usingUpTo(item.id, allowed),
      deps.usage.adding(fact),
      auditWrite(deps.table.name, deps.clock, {
        about: item.id,
        action: service.visitGrant.audit,
        by: caller,
        detail: { number },
        node,
      }),
    ]);
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    throw new Problem('rule-broken', grantRefusals['grant-used-up']);
  }
  return view(deps, item, caller);
};

/**
 * Looks at what was given at once, after the fact: whoever granted it never reviews it. Objected, the grant is withdrawn if it still runs.
 */
const review = async (deps: ServiceDeps, call: Call<typeof service.reviewGrant>): Promise<GrantDetail> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  const { review: open, grantedBy } = item.body;
  if (open === undefined || open.done !== undefined)
    throw new Problem('wrong-state', {
      zh: '这项许可不需要事后复核，或已经复核。',
      en: 'It needs no review after the fact, or was reviewed already.',
    });
  if (grantedBy === caller.sub)
    throw new Problem('forbidden', {
      zh: '许可人不能复核自己的许可，须由另一人复核。',
      en: 'Four eyes: whoever granted it cannot review it.',
    });
  const done = { outcome: body.outcome, by: caller.name, at: deps.clock().toISOString(), text: body.text };
  const reviewed = { ...item.body, review: { ...open, done } };
  const told = {
    action: service.reviewGrant.audit,
    by: caller,
    detail: { outcome: body.outcome, text: body.text },
  };
  const runs = canMove(grantLifecycle, 'withdraw', item.state);
  const after =
    body.outcome === 'objected' && runs
      ? await deps.grants.move(
          item,
          'withdraw',
          { ...reviewed, ended: body.text },
          { ...told, events: movedAndTold(item, 'withdrawn') },
        )
      : await deps.grants.change(item, reviewed, told);
  return view(deps, after, caller);
};

const withdraw = async (
  deps: ServiceDeps,
  call: Call<typeof service.withdrawGrant>,
): Promise<GrantDetail> => {
  const { caller, body } = call;
  const item = await taken(deps, call);
  const moved = await deps.grants.move(
    item,
    'withdraw',
    { ...item.body, ended: body.reason },
    {
      action: service.withdrawGrant.audit,
      by: caller,
      detail: { reason: body.reason },
      events: movedAndTold(item, 'withdrawn'),
    },
  );
  return view(deps, moved, caller);
};

export const grantRoutes = [
  implement(service.listGrants, list),
  implement(service.getGrant, async (deps: ServiceDeps, { caller, params }) =>
    view(deps, ofNode(caller, await deps.grants.get(params.id)), caller),
  ),
  implement(service.extendGrant, extend),
  implement(service.withdrawGrant, withdraw),
  implement(service.reviewGrant, review),
  implement(service.visitGrant, visit),
];
