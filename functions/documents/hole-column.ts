import * as contract from '@geoarchive/contract/holes.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import { type Call, implement } from '@geoarchive/platform/call.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type { SubsurfaceDeps } from '../subsurface/deps.ts';
import { loadHole } from '../subsurface/views.ts';

type Deps = SubsurfaceDeps & { fonts: () => Fonts | Promise<Fonts> };

const scaleOf = { fit: 'fit', '200': 200, '500': 500, '1000': 1000 } as const;

const column = async (deps: Deps, { caller, params, query, time }: Call<typeof contract.printHoleColumn>) => {
  const { body } = await loadHole(deps, caller, params.id);
  const { children } = await deps.contents.get(body.content.sha256);
  const hole = { header: body.header, children };
  const wish = { scale: scaleOf[query.scale], paper: query.paper, language: query.language };
  // Fetched when something is printed: a PDF writer and its fonts take longer to load than all the rest.
  const { mostPages, pagesOf } = await import('@geoarchive/drawings/column/column.ts');
  const pages = pagesOf(hole, wish);
  if (pages > mostPages)
    throw new Problem('invalid-input', {
      zh: `按 1:${query.scale} 需 ${pages} 页，超过 ${mostPages} 页，请选用较小的比例尺。`,
      en: `At 1:${query.scale} it takes ${pages} pages, more than ${mostPages}: choose a smaller scale.`,
    });
  const { columnPdf } = await import('@geoarchive/documents/reports/column.ts');
  return time('print', columnPdf(hole, wish, await deps.fonts()));
};

export const holeColumnRoutes = [implement(contract.printHoleColumn, column)];
