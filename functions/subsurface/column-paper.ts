import type { columnWish } from '@geoarchive/contract/hole-search.ts';
import type { Fonts } from '@geoarchive/documents/fonts.ts';
import type { DrawnHole } from '@geoarchive/drawings/column/hole.ts';
import { Problem } from '@geoarchive/platform/problem.ts';
import type * as z from 'zod';

type Wish = z.output<z.ZodObject<typeof columnWish>>;
const scaleOf = { fit: 'fit', '200': 200, '500': 500, '1000': 1000 } as const;

/** The column of a hole as PDF, true to scale. A scale that takes too many pages is refused with what to do. */
export const columnPaper = async (
  hole: DrawnHole,
  { scale, paper, language }: Wish,
  fonts: () => Fonts | Promise<Fonts>,
): Promise<Uint8Array> => {
  const wish = { scale: scaleOf[scale], paper, language };
  // Fetched when something is printed: a PDF writer and its fonts take longer to load than all the rest.
  const { mostPages, pagesOf } = await import('@geoarchive/drawings/column/column.ts');
  const pages = pagesOf(hole, wish);
  if (pages > mostPages)
    throw new Problem('invalid-input', {
      zh: `按 1:${scale} 需 ${pages} 页，超过 ${mostPages} 页，请选用较小的比例尺。`,
      en: `At 1:${scale} it takes ${pages} pages, more than ${mostPages}: choose a smaller scale.`,
    });
  const { columnPdf } = await import('@geoarchive/documents/reports/column.ts');
  return columnPdf(hole, wish, await fonts());
};
