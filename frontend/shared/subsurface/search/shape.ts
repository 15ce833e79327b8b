import type { facetCounts, soughtDepths, soughtHoles } from '@geoarchive/contract/hole-search.ts';
import { holeFacets } from '@geoarchive/contract/hole-search.ts';
import type * as z from 'zod';
import { areaOf } from '../../list/asked-area.ts';
import type { ListShape, ListState } from '../../list/url-state.ts';

export type HoleFacet = (typeof holeFacets)[number];
export type FacetCounts = z.infer<typeof facetCounts>;
export const holeSorts = ['number', 'finished', 'newest', 'relevance'] as const;
type Asked = Partial<z.output<z.ZodObject<typeof soughtHoles & typeof soughtDepths>>>;
/** A question to either site's list of holes. */
export type HoleQuery = Asked & {
  sort?: (typeof holeSorts)[number];
  cursor?: string;
  limit?: number;
};

const bounds = ['finishedFrom', 'finishedTo', 'curveFrom', 'curveTo'] as const;
export type Bound = (typeof bounds)[number];
/** What a search of holes keeps in its address. */
export const holeSearchShape: ListShape = {
  filters: [...holeFacets, ...bounds, 'bbox'],
  sorts: holeSorts,
};

const day = /^\d{4}-\d{2}-\d{2}$/;
const metres = (text: string | undefined): number | undefined => {
  const value = Number(text);
  return text === undefined || Number.isNaN(value) || value < 0 || value > 20_000 ? undefined : value;
};
const dayIn = (text: string | undefined): string | undefined =>
  text !== undefined && day.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;

/** The one value of a bound, as it stands in the address. */
export const boundOf = ({ filters }: Pick<ListState, 'filters'>, bound: Bound): string =>
  filters[bound]?.[0] ?? '';

const said = <T extends object>(of: T): { [K in keyof T]?: NonNullable<T[K]> } => {
  const entries = Object.entries(of).filter(([, value]) => value !== undefined);
  // Only what is undefined was taken out.
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
};

/** The question of an address, as lists, figures and the map ask it; what somebody wrote wrongly is left out. */
export const soughtHolesOf = (state: ListState): Asked => {
  const { filters } = state;
  const bbox = areaOf(state);
  const facets = Object.fromEntries(
    holeFacets.flatMap((name) => (filters[name] === undefined ? [] : [[name, [...filters[name]]]])),
  );
  return {
    ...facets,
    ...said({
      q: state.q === '' ? undefined : state.q,
      // A changeable copy: the contract's type is one.
      bbox: bbox && ([...bbox] as [number, number, number, number]),
      finishedFrom: dayIn(filters['finishedFrom']?.[0]),
      finishedTo: dayIn(filters['finishedTo']?.[0]),
      curveFrom: metres(filters['curveFrom']?.[0]),
      curveTo: metres(filters['curveTo']?.[0]),
    }),
  };
};

/** The same question to the tiles of the map, which do not look at depths of curves. */
export const onMap = ({ curveFrom: _from, curveTo: _to, ...others }: Asked): Asked => others;

export const sortOf = ({ sort }: ListState): (typeof holeSorts)[number] =>
  holeSorts.find((one) => one === sort) ?? holeSorts[0];
