import type { TermField } from '../fields.ts';
import { SearchQuery, type VisibleQuery } from '../query.ts';

export type Given = Omit<Partial<SearchQuery>, 'cursor'>;

const FACETS: TermField[] = ['node', 'dataClass', 'mineral', 'region', 'workDegree', 'format', 'formedYear'];

/** What people ask a catalogue for, for measuring. */
export const QUESTIONS = {
  'everything, newest first': { sort: 'published-desc', facets: FACETS },
  'a word in nearly every record': { text: '报告', facets: FACETS },
  'two words': { text: '新疆 金矿', facets: FACETS },
  'without spaces': { text: '新疆铜镍矿普查', facets: FACETS },
  'one character': { text: '金', facets: FACETS },
  phrase: { text: '"蚀变岩型"', facets: FACETS },
  'archive number': { text: 'd00001234' },
  'beginning of a sheet': { text: 'J50E001', facets: FACETS },
  'part of the map': { bbox: [85, 40, 90, 46], facets: FACETS },
  'words, place, filters': {
    text: '铜矿 详查',
    bbox: [80, 25, 110, 45],
    filters: { format: ['pdf'], workDegree: ['详查', '勘探'] },
    formed: { from: '1990-01-01' },
    facets: FACETS,
  },
  'nothing found': { text: '月球陨石坑', facets: FACETS },
} satisfies Record<string, Given>;

/** As an anonymous visitor asks it. */
export const questionOf = (given: Given): VisibleQuery => ({
  ...SearchQuery.parse(given),
  visible: [{ access: ['open', 'catalogue-only'] }],
});
