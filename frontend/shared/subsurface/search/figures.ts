import { declareSheet, type Sheet, type Values } from '@geoarchive/domain/sheets/sheet.ts';
import { number, words } from '@geoarchive/domain/subsurface/table.ts';
import type { ListState } from '../../list/url-state.ts';
import { facetValues } from './facet-words.ts';
import type { FacetCounts, HoleFacet } from './shape.ts';

/** What the national inventory counts holes by, then what lists know besides. */
export const dimensions: readonly HoleFacet[] = [
  'organisation',
  'industry',
  'workDegree',
  'mineral',
  'holeType',
  'depthClass',
  'formedYear',
  'region',
  'wellClass',
  'basin',
  'release',
  'node',
];
/** So many values a field is counted by; the API gives no more. */
export const mostValues = 200;

export type Figure = { value: string; count: number; share: number };
export type Dimension = { facet: HoleFacet; figures: Figure[] };

/**
 * Holes by each value of a field, with their share of all that is found. A field's own filter does not narrow its counts (one may choose a
 * second value), so that here only what was chosen is shown.
 */
const figuresOf = (facet: HoleFacet, counts: FacetCounts, total: number, state: ListState): Figure[] => {
  const chosen = state.filters[facet] ?? [];
  return facetValues(facet, counts, chosen)
    .filter(({ value }) => chosen.length === 0 || chosen.includes(value))
    .map(({ value, count }) => ({ value, count, share: total === 0 ? 0 : count / total }));
};

/** All fields that say something about what is found, and which share of the holes has each kind of children. */
export const dimensionsOf = (counts: FacetCounts, total: number, state: ListState): Dimension[] =>
  [...dimensions, 'part' as const]
    .map((facet) => ({ facet, figures: figuresOf(facet, counts, total, state) }))
    .filter(({ figures }) => figures.length > 0);

/** The figures as a sheet, to be taken along. */
export const figuresSheet: Sheet = declareSheet({
  id: 'hole-figures',
  version: 1,
  title: { zh: '钻孔统计', en: 'Figures of holes' },
  key: ['by', 'value'],
  columns: [
    { ...words('by', '统计项', 'By'), required: true },
    { ...words('value', '值', 'Value'), required: true },
    { ...number('count', '钻孔数', 'Holes'), required: true },
    number('share', '占比 (%)', 'Share (%)'),
  ],
  examples: [{ by: '孔深', value: '100–300 m', count: 12, share: 40 }],
});

const tenths = (share: number): number => Math.round(share * 1000) / 10;
export const figureRows = (
  of: readonly Dimension[],
  names: { facet: (facet: HoleFacet) => string; value: (facet: HoleFacet, value: string) => string },
): Values[] =>
  of.flatMap(({ facet, figures }) =>
    figures.map(({ value, count, share }) => ({
      by: names.facet(facet),
      value: names.value(facet, value),
      count,
      share: tenths(share),
    })),
  );
