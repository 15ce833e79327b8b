import type { HoleView } from '@geoarchive/contract/holes.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { movesFrom } from '@geoarchive/domain/lifecycle.ts';
import type { Bar } from '@geoarchive/domain/publication.ts';
import { type PartKind, partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import {
  barsToHeader,
  barsToPart,
  type DossierAxes,
  holeLifecycle,
} from '@geoarchive/domain/subsurface/release.ts';
import type { Caller } from '@geoarchive/platform/identity.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import { ofNode } from '../archive/access.ts';
import type { SubsurfaceDeps } from './deps.ts';
import type { HoleItem } from './hole-store.ts';

/** Why a hole's header, or a kind of its children, may not be public today. */
export type HoleBars = { header: Bar[]; parts: Partial<Record<PartKind, Bar[]>> };

/** What the dossier of a hole says about publication; nothing for a hole without one. */
const dossierOf = async (
  deps: Pick<SubsurfaceDeps, 'dossiers'>,
  { body }: HoleItem,
): Promise<DossierAxes | undefined> => {
  if (body.dossierId === undefined) return undefined;
  const found = await deps.dossiers.get(body.dossierId);
  if (found === undefined) throw new Error(`Dossier ${body.dossierId} is not here`);
  const { secrecy, protectedUntil, copyright, window, earlyConsent } = found.body;
  return { secrecy, protectedUntil, copyright, window, earlyConsent };
};

/** The bars of the law, by the one predicate of publication. A hole without a stated secrecy is internal: never public by default. */
export const barsOfHole = async (
  deps: Pick<SubsurfaceDeps, 'dossiers' | 'clock'>,
  item: HoleItem,
): Promise<HoleBars> => {
  const { header, counts, limits } = item.body;
  const dossier = await dossierOf(deps, item);
  const today = dayOf(deps.clock());
  const hole = { secrecy: header.secrecy ?? 'internal', protectedUntil: header.protectedUntil };
  const parts = partKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => [kind, barsToPart(hole, limits[kind] ?? {}, dossier, today)]);
  return { header: barsToHeader(hole, dossier, today), parts: Object.fromEntries(parts) };
};

export const loadHole = async (
  deps: Pick<SubsurfaceDeps, 'holes'>,
  caller: Caller,
  id: string,
): Promise<HoleItem> => {
  const item = ofNode(caller, await deps.holes.get(id));
  if (item.state === 'removed')
    throw new Problem('not-found', {
      zh: '该钻孔的导入已被撤销。',
      en: 'The import of this hole was taken back.',
    });
  return item;
};

export const viewOfHole = async (
  deps: Pick<SubsurfaceDeps, 'dossiers' | 'clock'>,
  item: HoleItem,
  caller: Caller,
): Promise<HoleView> => ({
  ...item.body,
  id: item.id,
  version: item.version,
  state: item.state,
  moves: movesFrom(holeLifecycle, item.state, caller.roles),
  bars: await barsOfHole(deps, item),
});
