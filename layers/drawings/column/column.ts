import type { RockKind } from '@geoarchive/domain/subsurface/rock-classes.ts';
import { patternDefs } from '../patterns.ts';
import { type Drawing, drawing, type Mark } from '../svg.ts';
import { words } from '../words.ts';
import {
  bottomOfSheet,
  descriptions,
  graphic,
  leaders,
  numbers,
  placeOf,
  ruler,
  type Sheet,
  strata,
} from './body.ts';
import { foot, heads, legend, legendHeight, runningTitle, sayIn, titleBlock } from './frame.ts';
import { bottomOf, type ColumnWish, type DrawnHole } from './hole.ts';
import {
  footHeight,
  margin,
  millimetresPerMetre,
  papers,
  placesOf,
  type Stretch,
  scaleOf,
  stretchesOf,
} from './layout.ts';
import { type DrawnLayer, layersOf, rowsOf } from './rows.ts';
import { recovery, samples, water } from './side.ts';

export type Column = {
  pages: Drawing[];
  /** Metres of the hole in a metre of paper. */
  scale: number;
  /** Metres that are drawn. */
  depth: number;
};

/** Pages beyond which a column is not drawn to scale on paper: a smaller scale serves better. */
export const mostPages = 60;
/** How many pages a hole takes; without drawing it. */
export const pagesOf = (hole: DrawnHole, { scale, paper }: ColumnWish): number => {
  const bottom = Math.max(bottomOf(hole), 1);
  return stretchesOf(bottom, scaleOf(scale, bottom, paper, 0), paper).length;
};

type Whole = {
  hole: DrawnHole;
  wish: ColumnWish;
  layers: readonly DrawnLayer[];
  kinds: readonly RockKind[];
  scale: number;
  depth: number;
  pages: number;
};

const pageOf = (whole: Whole, stretch: Stretch, page: number, withLegend: boolean): Drawing => {
  const { hole, wish, layers, kinds, scale, depth, pages } = whole;
  const say = sayIn(wish.language);
  const sheet: Sheet = {
    hole,
    stretch,
    places: placesOf(hole, wish.paper),
    factor: millimetresPerMetre(scale),
  };
  const { width } = papers[wish.paper];
  const room = (placeOf(sheet, 'description')?.width ?? 0) - 2;
  const { factor } = sheet;
  const { rows, thin } = rowsOf({ layers, stretch, factor, width: room, continued: say(words.continued) });
  const end = bottomOfSheet(sheet);
  const below = withLegend ? legendHeight(kinds, width) : 0;
  const height = wish.paper === 'roll' ? end + below + footHeight + margin : papers[wish.paper].height;
  const marks: Mark[] = [
    patternDefs(kinds),
    ...(stretch.first
      ? titleBlock(hole.header, depth, scale, width, say)
      : [runningTitle(hole.header, width, say)]),
    ...heads(sheet.places, stretch.top, end, say),
    ...graphic(sheet, layers),
    ...ruler(sheet),
    ...leaders(sheet, rows),
    ...numbers(sheet, rows),
    ...descriptions(sheet, rows),
    ...strata(sheet, rows),
    ...recovery(sheet),
    ...samples(sheet),
    ...water(sheet),
    ...(withLegend ? legend(kinds, end + 1, width, say) : []),
    ...foot({ page, pages, thin, factor, scale, width, bottom: height - margin }, say),
  ];
  return drawing(width, height, `${hole.header.hole ?? ''} ${say(words.column)} 1:${scale}`, ...marks);
};

const legendPage = ({ hole, wish, kinds, scale, pages }: Whole): Drawing => {
  const say = sayIn(wish.language);
  const { width, height } = papers[wish.paper];
  return drawing(
    width,
    height,
    `${hole.header.hole ?? ''} ${say(words.legend)}`,
    patternDefs(kinds),
    runningTitle(hole.header, width, say),
    ...legend(kinds, margin + 10, width, say),
    ...foot(
      {
        page: pages,
        pages,
        thin: 0,
        factor: millimetresPerMetre(scale),
        scale,
        width,
        bottom: height - margin,
      },
      say,
    ),
  );
};

/**
 * The column of a hole to scale, in millimetres: one page after another, or one long sheet. Depths are those along the hole; elevations
 * follow its path. The column itself is true to scale everywhere; words move aside where layers are thin, with lines that lead to them.
 */
export const drawColumn = (hole: DrawnHole, wish: ColumnWish): Column => {
  const depth = Math.max(bottomOf(hole), 1);
  const layers = layersOf(hole.children.layers);
  const kinds = [...new Set(layers.map(({ kind }) => kind))];
  const { width, height } = papers[wish.paper];
  const below = legendHeight(kinds, width);
  const scale = scaleOf(wish.scale, depth, wish.paper, below);
  const stretches = stretchesOf(depth, scale, wish.paper);
  const last = stretches.at(-1);
  const end = last === undefined ? 0 : last.top + (last.to - last.from) * millimetresPerMetre(scale);
  const legendFits = end + below + footHeight + margin <= height;
  const pages = stretches.length + (legendFits ? 0 : 1);
  const whole: Whole = { hole, wish, layers, kinds, scale, depth, pages };
  const drawn = stretches.map((stretch, at) =>
    pageOf(whole, stretch, at + 1, legendFits && at === stretches.length - 1),
  );
  return { scale, depth, pages: legendFits ? drawn : [...drawn, legendPage(whole)] };
};
