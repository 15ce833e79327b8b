import type { StaffNotice } from '@geoarchive/contract/disclosure.ts';
import * as contract from '@geoarchive/contract/disclosure.ts';
import { disclosers, maySecond, publicNoticeLifecycle } from '@geoarchive/domain/disclosure/notice.ts';
import { movesFrom, statesOf } from '@geoarchive/domain/lifecycle.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { againWhenRaced } from '@geoarchive/platform/store/again.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import type { Write } from '@geoarchive/platform/store/table.ts';
import { askedNode, ofNode } from '../archive/access.ts';
import { chaseParties } from '../supervision/chase-preview.ts';
import type { SupervisionDeps } from '../supervision/context.ts';
import { correcting } from './correcting.ts';
import { deciding } from './deciding.ts';
import type { DisclosureDeps } from './deps.ts';
import type { NoticeItem } from './notice-store.ts';
import { proposing } from './propose.ts';

type Deps = DisclosureDeps & SupervisionDeps;

const load = async ({ publicNotices }: Deps, caller: Caller, id: string): Promise<NoticeItem> =>
  ofNode(caller, await publicNotices.get(id));

const isDiscloser = ({ roles }: Caller): boolean => disclosers.some((role) => roles.includes(role));

/** A notice with what this caller may do: whoever proposed it does not second it. */
const shown = ({ id, state, version, body }: NoticeItem, caller: Caller): StaffNotice => {
  const seconds = maySecond({ proposedBy: body.proposedBy.sub, by: caller.sub });
  const moves = movesFrom(publicNoticeLifecycle, state, caller.roles);
  return {
    ...body,
    ...{ id, state, version },
    moves: state === 'proposed' && !seconds ? [] : moves,
    mayCorrect: isDiscloser(caller) && (state === 'published' || state === 'suspended'),
  };
};

const list = async (deps: Deps, { caller, query }: Call<typeof contract.listStaffNotices>) => {
  const { state, organisation, node: asked, ...paging } = query;
  const newest = { ...paging, newestFirst: true };
  const node = askedNode(caller, asked);
  if (organisation !== undefined) {
    const page = await deps.publicNotices.list('gsi2', `public-notices-of#${organisation}`, newest);
    const everywhere = caller.roles.includes('MINISTRY_ADMIN') && asked === undefined;
    const items = page.items.filter(
      (item) => (everywhere || item.body.node === node) && (state === undefined || item.state === state),
    );
    return { ...page, items: items.map((item) => shown(item, caller)) };
  }
  const page = await (state === undefined
    ? deps.publicNotices.list('gsi1', `public-notices#${node}`, newest)
    : deps.publicNotices.list('gsi3', `public-notices#${node}#${state}`, newest));
  return { ...page, items: page.items.map((item) => shown(item, caller)) };
};

const count = async (deps: Deps, { caller, query }: Call<typeof contract.countStaffNotices>) => {
  const node = askedNode(caller, query.node);
  const counted = await Promise.all(
    statesOf(publicNoticeLifecycle).map(
      async (state) => [state, await deps.table.count('gsi3', `public-notices#${node}#${state}`)] as const,
    ),
  );
  const none = {
    ...{ proposed: 0, refused: 0, published: 0, suspended: 0, lifted: 0, withdrawn: 0 },
    ...{ replaced: 0, expired: 0 },
  };
  return { counts: { ...none, ...Object.fromEntries(counted) } };
};

const candidates = async (deps: Deps, { caller, query }: Call<typeof contract.listCandidates>) => {
  const node = askedNode(caller, query.node);
  const { items, more } = await chaseParties(deps, { node, overdueBy: query.overdueBy });
  const standing = await deps.publicNotices.standingOf(
    items.map(({ organisation }) => ({ kind: query.kind, node, organisation })),
  );
  return {
    items: items.map(({ running: _, ...party }, at) => {
      const one = standing[at];
      return { ...party, ...(one === undefined ? {} : { standing: one }) };
    }),
    more,
  };
};

const made = async (
  deps: Deps,
  caller: Caller,
  propose: () => Promise<{ id: string; writes: Write[] }>,
): Promise<StaffNotice> => {
  const id = await againWhenRaced(async () => {
    const proposed = await propose();
    await deps.table.transact(proposed.writes);
    return proposed.id;
  });
  return shown(await load(deps, caller, id), caller);
};

const move = async (deps: Deps, { caller, params, body, ifMatch }: Call<typeof contract.moveNotice>) => {
  await againWhenRaced(async () => {
    const item = await load(deps, caller, params.id);
    expectVersion(item, ifMatch);
    await deps.table.transact(await deciding(deps, item, body, caller, 'disclosure'));
  });
  return shown(await load(deps, caller, params.id), caller);
};

const correct = async (
  deps: Deps,
  { caller, params, body, ifMatch }: Call<typeof contract.correctNotice>,
) => {
  const item = await load(deps, caller, params.id);
  expectVersion(item, ifMatch);
  return made(deps, caller, () => correcting(deps, item, body, caller, contract.correctNotice.audit));
};

export const noticeRoutes = [
  implement(contract.listStaffNotices, list),
  implement(contract.countStaffNotices, count),
  implement(contract.listCandidates, candidates),
  implement(contract.proposeNotice, (deps: Deps, { caller, body }) =>
    made(deps, caller, () => proposing(deps, body, caller, contract.proposeNotice.audit)),
  ),
  implement(contract.getStaffNotice, async (deps: Deps, { caller, params }) =>
    shown(await load(deps, caller, params.id), caller),
  ),
  implement(contract.moveNotice, move),
  implement(contract.correctNotice, correct),
];
