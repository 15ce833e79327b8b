import type { Json } from '@geoarchive/domain/canonical.ts';
import { drawColumn } from '@geoarchive/drawings/column/column.ts';
import type { ColumnWish, DrawnHole } from '@geoarchive/drawings/column/hole.ts';
import type { Fonts } from '../fonts.ts';
import { spellEach } from '../glyphs.ts';
import { pdfOf } from '../pdf.ts';

const pointsPerMillimetre = 72 / 25.4;

/** The column of a hole as PDF, a page a sheet, in millimetres of the paper: printed at 100 % it is true to its scale. */
export const columnPdf = async (
  hole: DrawnHole,
  wish: ColumnWish & { paper: 'A4' | 'A3' },
  fonts: Fonts,
): Promise<Uint8Array> => {
  // Rows are plain values by their schema, with undefined where nothing is said; JSON drops those and changes nothing else.
  const plain: Json = JSON.parse(JSON.stringify(hole));
  const spelt = spellEach(plain, fonts.has, new Set());
  const { pages } = drawColumn(spelt as unknown as DrawnHole, wish);
  return pdfOf(
    {
      pageSize: wish.paper,
      pageMargins: 0,
      info: { title: `${hole.header.hole ?? ''} 1:${wish.scale}`.trim(), creationDate: new Date(0) },
      language: wish.language === 'zh' ? 'zh-CN' : 'en',
      content: pages.map(({ svg, width }, at) => ({
        svg,
        width: width * pointsPerMillimetre,
        absolutePosition: { x: 0, y: 0 },
        ...(at === 0 ? {} : { pageBreak: 'before' as const }),
      })),
      defaultStyle: { font: 'Noto' },
    },
    fonts,
  );
};
