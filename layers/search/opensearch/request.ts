import { decodeCursor } from '../cursor.ts';
import { dayOf } from '../day.ts';
import { TERM_FIELDS, type TermField } from '../fields.ts';
import { parseText } from '../parse.ts';
import type { SearchQuery, Sort, Visible, VisibleQuery } from '../query.ts';
import { type Query, wordQuery } from './words.ts';

type Conditions = { readonly [F in TermField]?: readonly string[] | undefined };

const termFilters = (conditions: Conditions, but?: TermField): Query[] =>
  TERM_FIELDS.flatMap((field) => {
    const values = conditions[field];
    return values === undefined || field === but ? [] : [{ terms: { [`term.${field}`]: values } }];
  });

const everyFilter = (conditions: Conditions): Query[] =>
  TERM_FIELDS.flatMap((field) =>
    (conditions[field] ?? []).map((value) => ({ term: { [`term.${field}`]: value } })),
  );

const visibleFilter = (visible: Visible): Query =>
  visible.length === 0
    ? { match_none: {} }
    : {
        bool: {
          should: visible.map((conditions) => ({ bool: { filter: termFilters(conditions) } })),
          minimum_should_match: 1,
        },
      };

const boxFilter = ({ bbox }: SearchQuery): Query[] => {
  if (!bbox) return [];
  const [west, south, east, north] = bbox;
  const onLeft = { range: { west: { lte: east } } };
  const onRight = { range: { east: { gte: west } } };
  return [
    { range: { south: { lte: north } } },
    { range: { north: { gte: south } } },
    ...(west <= east
      ? [onLeft, onRight]
      : [{ bool: { should: [onLeft, onRight], minimum_should_match: 1 } }]),
  ];
};

const periodFilter = (field: string, period: SearchQuery['published']): Query[] =>
  period === undefined
    ? []
    : [
        // Says 'has such a date' also where both ends are open.
        { exists: { field } },
        {
          range: {
            [field]: {
              ...(period.from === undefined ? {} : { gte: dayOf(period.from) }),
              ...(period.to === undefined ? {} : { lte: dayOf(period.to) }),
            },
          },
        },
      ];

const ORDER: Record<Sort, Query[]> = {
  relevance: [{ _score: 'desc' }, { published: 'desc' }],
  'published-desc': [{ published: 'desc' }],
  'published-asc': [{ published: 'asc' }],
  'formed-desc': [{ formedDesc: 'desc' }],
  'formed-asc': [{ formedAsc: 'asc' }],
  'number-asc': [{ number: 'asc' }],
  'number-desc': [{ number: 'desc' }],
};

/** A field's own filter does not narrow its counts: each facet brings along the filters of the others. */
const facetQueries = ({ facets = [], facetSize, filters = {} }: SearchQuery): Query =>
  Object.fromEntries(
    facets.map((field) => [
      field,
      {
        filter: { bool: { filter: termFilters(filters, field) } },
        aggs: {
          values: {
            terms: { field: `term.${field}`, size: facetSize, shard_size: Math.max(1000, facetSize * 5) },
          },
        },
      },
    ]),
  );

/** The body of the `_search` request. Throws `InvalidCursor`. */
export const searchBody = (query: VisibleQuery): Query => {
  const after = decodeCursor(query);
  return {
    query: {
      bool: {
        ...wordQuery(parseText(query.text ?? '')),
        filter: [
          { term: { removed: false } },
          visibleFilter(query.visible),
          ...everyFilter(query.every ?? {}),
          ...boxFilter(query),
          ...periodFilter('published', query.published),
          ...periodFilter('formed', query.formed),
        ],
      },
    },
    post_filter: { bool: { filter: termFilters(query.filters ?? {}) } },
    aggs: facetQueries(query),
    sort: [...ORDER[query.sort], { id: 'asc' }],
    size: query.limit + 1,
    track_total_hits: 10_000,
    ...(after ? { search_after: after } : {}),
  };
};
