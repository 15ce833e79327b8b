import * as contract from '@geoarchive/contract/holes.ts';
import type { Bar } from '@geoarchive/domain/publication.ts';
import type { HoleMove, HoleState } from '@geoarchive/domain/subsurface/release.ts';
import { holeLifecycle } from '@geoarchive/domain/subsurface/release.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { expectVersion } from '@geoarchive/platform/store/aggregates.ts';
import { ulid } from 'ulid';
import { ofNode } from '../archive/access.ts';
import type { SubsurfaceDeps } from './deps.ts';
import type { HoleItem } from './hole-store.ts';
import { barsOfHole, loadHole, viewOfHole } from './views.ts';

type PartKind = HoleItem['body']['releasedParts'][number];

const movedTo = (move: HoleMove): HoleState => holeLifecycle.moves[move].to;
const told = (id: string, move: HoleMove) => [
  { type: 'HoleMoved' as const, data: { holeId: id, state: movedTo(move) } },
];

/** Refuses what the law bars today: the header, or one of the kinds of children. */
const refuseBarred = async (
  deps: SubsurfaceDeps,
  item: HoleItem,
  parts: readonly PartKind[],
): Promise<void> => {
  const bars = await barsOfHole(deps, item);
  const barred: [string, Bar][] = [
    ...bars.header.map((bar): [string, Bar] => ['header', bar]),
    ...parts.flatMap((part) => (bars.parts[part] ?? []).map((bar): [string, Bar] => [part, bar])),
  ];
  const [first] = barred;
  if (first === undefined) return;
  throw new Problem(
    'rule-broken',
    { zh: `现在不能公开：${first[1].message.zh}`, en: `It cannot be published now: ${first[1].message.en}` },
    barred.map(([part, bar]) => ({ field: `body.parts.${part}`, message: bar.code })),
  );
};

const propose = async (
  deps: SubsurfaceDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.proposeHole>,
) => {
  const item = await loadHole(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const parts = [...new Set(body.parts)].filter((part) => item.body.counts[part] > 0);
  await refuseBarred(deps, item, parts);
  const proposal = {
    parts,
    by: caller.sub,
    byName: caller.name,
    at: deps.clock().toISOString(),
    reason: body.reason,
  };
  const moved = await deps.holes.move(
    item,
    'propose',
    { ...item.body, proposal },
    {
      action: contract.proposeHole.audit,
      by: caller,
      detail: { parts, reason: body.reason },
      events: told(item.id, 'propose'),
    },
  );
  return viewOfHole(deps, moved, caller);
};

const expectAnother = (item: HoleItem, sub: string): void => {
  if (item.state === 'proposed' && item.body.proposal?.by === sub)
    throw new Problem('forbidden', {
      zh: '提出人不能复核自己的公开申请，须由另一人复核。',
      en: 'Four eyes: whoever proposed a release cannot decide on it.',
    });
};

const approve = async (
  deps: SubsurfaceDeps,
  { caller, params, ifMatch }: Call<typeof contract.approveHole>,
) => {
  const item = await loadHole(deps, caller, params.id);
  expectVersion(item, ifMatch);
  expectAnother(item, caller.sub);
  const parts = item.body.proposal?.parts ?? [];
  if (item.state === 'proposed') await refuseBarred(deps, item, parts);
  const { proposal: _, ...rest } = item.body;
  const body = {
    ...rest,
    releasedParts: parts,
    releaseVersion: rest.releaseVersion + 1,
    bundleId: ulid(deps.clock().getTime()),
  };
  const moved = await deps.holes.move(item, 'approve', body, {
    action: contract.approveHole.audit,
    by: caller,
    detail: { parts },
    events: told(item.id, 'approve'),
  });
  return viewOfHole(deps, moved, caller);
};

const refuse = async (
  deps: SubsurfaceDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.refuseHole>,
) => {
  const item = await loadHole(deps, caller, params.id);
  expectVersion(item, ifMatch);
  expectAnother(item, caller.sub);
  const move = item.body.releasedAt === undefined ? 'refuse' : 'keep';
  const { proposal: _, ...rest } = item.body;
  const moved = await deps.holes.move(item, move, rest, {
    action: contract.refuseHole.audit,
    by: caller,
    detail: { reason: body.reason },
    events: told(item.id, move),
  });
  return viewOfHole(deps, moved, caller);
};

const withdraw = async (
  deps: SubsurfaceDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.withdrawHole>,
) => {
  const item = await loadHole(deps, caller, params.id);
  expectVersion(item, ifMatch);
  const moved = await deps.holes.move(
    item,
    'withdraw',
    {
      ...item.body,
      releaseVersion: item.body.releaseVersion + 1,
      bundleId: ulid(deps.clock().getTime()),
    },
    {
      action: contract.withdrawHole.audit,
      by: caller,
      detail: { reason: body.reason },
      events: told(item.id, 'withdraw'),
    },
  );
  return viewOfHole(deps, moved, caller);
};

/** Limits of kinds of children, and the dossier: what is public already is not changed by this, only by a withdrawal. */
const limit = async (
  deps: SubsurfaceDeps,
  { caller, params, body, ifMatch }: Call<typeof contract.setHoleLimits>,
) => {
  const item = await loadHole(deps, caller, params.id);
  expectVersion(item, ifMatch);
  if (body.dossierId !== undefined) {
    const dossier = ofNode(caller, await deps.dossiers.get(body.dossierId));
    if (dossier.body.node !== item.body.node) throw new Problem('not-found');
  }
  const { dossierId: _, ...rest } = item.body;
  const changed = await deps.holes.change(
    item,
    { ...rest, limits: body.limits, ...(body.dossierId === undefined ? {} : { dossierId: body.dossierId }) },
    {
      action: contract.setHoleLimits.audit,
      by: caller,
      detail: { limits: body.limits, dossierId: body.dossierId },
      events: [{ type: 'HolesRecorded', data: { holeIds: [item.id] } }],
    },
  );
  return viewOfHole(deps, changed, caller);
};

export const holeReleaseRoutes = [
  implement(contract.proposeHole, propose),
  implement(contract.approveHole, approve),
  implement(contract.refuseHole, refuse),
  implement(contract.withdrawHole, withdraw),
  implement(contract.setHoleLimits, limit),
];
