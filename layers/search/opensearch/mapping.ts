import { TERM_FIELDS, TEXT_FIELDS } from '../fields.ts';

/** Raised with every change to the mapping or to the analysis of texts: it is part of the index's name. */
export const MAPPING_VERSION = 3;

/** The texts come as our own tokens, so OpenSearch only splits at spaces; the score is ours too, so no norms. */
const text = { type: 'text', analyzer: 'whitespace', norms: false } as const;
const keyword = { type: 'keyword' } as const;

/** Settings and mapping of the index. */
export const INDEX = {
  mappings: {
    dynamic: 'strict',
    _source: { enabled: false },
    properties: {
      id: keyword,
      removed: { type: 'boolean' },
      /** When a writer last wrote it, in milliseconds: what a rebuild has not met is left over. */
      seenAt: { type: 'long' },
      /** Days since 1970. A missing date stands last in either direction, hence one field for each. */
      published: { type: 'integer' },
      formed: { type: 'integer' },
      formedAsc: { type: 'integer' },
      formedDesc: { type: 'integer' },
      number: keyword,
      west: { type: 'double' },
      south: { type: 'double' },
      east: { type: 'double' },
      north: { type: 'double' },
      anywhere: text,
      text: {
        properties: Object.fromEntries(TEXT_FIELDS.map((field) => [field, { ...text, copy_to: 'anywhere' }])),
      },
      term: { properties: Object.fromEntries(TERM_FIELDS.map((field) => [field, keyword])) },
    },
  },
} as const;
