import type { ListShape } from '@geoarchive/frontend-shared/list/url-state.ts';

/** What narrows a search, in the order shown. */
export const facets = ['dataClass', 'minerals', 'regions', 'node', 'fileFormats', 'access'] as const;
export type FacetName = (typeof facets)[number];
export const sorts = ['relevance', 'newest', 'formed'] as const;
export const searchShape: ListShape = { filters: facets, sorts };
