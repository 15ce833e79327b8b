import * as contract from '@geoarchive/contract/holes.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { columnPaper } from '../subsurface/column-paper.ts';
import type { SubsurfaceDeps } from '../subsurface/deps.ts';
import { loadHole } from '../subsurface/views.ts';

type Deps = SubsurfaceDeps & { fonts: () => Fonts | Promise<Fonts> };

const column = async (deps: Deps, { caller, params, query, time }: Call<typeof contract.printHoleColumn>) => {
  const { body } = await loadHole(deps, caller, params.id);
  const { children } = await deps.contents.get(body.content.sha256);
  return time('print', columnPaper({ header: body.header, children }, query, deps.fonts));
};

export const holeColumnRoutes = [implement(contract.printHoleColumn, column)];
