import type { Box } from '@geoarchive/frontend-shared/format/coordinates.ts';
import type { ListShape, ListState } from '@geoarchive/frontend-shared/list/url-state.ts';

/** What narrows a search, in the order shown. */
export const facets = ['dataClass', 'minerals', 'regions', 'node', 'fileFormats', 'access'] as const;
export type FacetName = (typeof facets)[number];
export const sorts = ['relevance', 'newest', 'formed'] as const;
/** `bbox` is the area: west, south, east, north. */
export const searchShape: ListShape = { filters: [...facets, 'bbox'], sorts };

/** The area of a search; undefined without one, and for an address that somebody wrote wrongly. */
export const areaOf = ({ filters }: ListState): Box | undefined => {
  const [west = NaN, south = NaN, east = NaN, north = NaN, ...more] = (filters['bbox']?.[0] ?? '')
    .split(',')
    .map(Number);
  const good =
    Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north;
  return good && more.length === 0 ? [west, south, east, north] : undefined;
};
export const withArea = ({ filters }: ListState, area: Box | undefined): ListState['filters'] => {
  const { bbox: _, ...others } = filters;
  return area === undefined ? others : { ...others, bbox: [area.join(',')] };
};

/** The question of a state as the routes take it, its filters by the routes' own names. */
export const soughtOf = (state: ListState) => {
  const { bbox: _, ...others } = state.filters;
  const bbox = areaOf(state);
  return {
    ...others,
    ...(state.q === '' ? {} : { q: state.q }),
    // A changeable copy: the contract's type is one.
    ...(bbox === undefined ? {} : { bbox: [...bbox] as [number, number, number, number] }),
  };
};
