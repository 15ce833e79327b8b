import { areaOf } from '@geoarchive/frontend-shared/list/asked-area.ts';
import type { ListShape, ListState } from '@geoarchive/frontend-shared/list/url-state.ts';

/** What narrows a search, in the order shown. */
export const facets = ['dataClass', 'minerals', 'regions', 'node', 'fileFormats', 'access'] as const;
export type FacetName = (typeof facets)[number];
export const sorts = ['relevance', 'newest', 'formed'] as const;
/** `bbox` is the area: west, south, east, north. */
export const searchShape: ListShape = { filters: [...facets, 'bbox'], sorts };

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
