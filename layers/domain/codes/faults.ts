import type { Bilingual } from '../text.ts';
import type { CodeEntry } from './entry.ts';

const overlap = (one: CodeEntry, other: CodeEntry): boolean =>
  (one.from ?? '') <= (other.to ?? '9999') && (other.from ?? '') <= (one.to ?? '9999');

const clashes = (entries: readonly CodeEntry[], key: 'slug' | 'code'): CodeEntry[] =>
  [...Map.groupBy(entries, (entry) => entry[key])]
    .filter(([value]) => value !== '')
    .flatMap(([, same]) => same.filter((one, at) => same.slice(at + 1).some((other) => overlap(one, other))));

const said = (entry: CodeEntry, zh: string, en: string): Bilingual => ({
  zh: `${entry.name.zh}（${entry.slug}）${zh}`,
  en: `${entry.name.en} (${entry.slug}) ${en}`,
});

/** What a list may not say: periods that overlap or end before they begin, one code for two, references to nothing. */
export const listFaults = (entries: readonly CodeEntry[]): Bilingual[] => {
  const slugs = new Set(entries.map(({ slug }) => slug));
  return [
    ...clashes(entries, 'slug').map((entry) => said(entry, '的有效期重叠', 'has periods that overlap')),
    ...clashes(entries, 'code').map((entry) =>
      said(entry, '与另一条目同时使用同一代码', 'shares its code with another entry'),
    ),
    ...entries
      .filter(({ from, to }) => from !== undefined && to !== undefined && to < from)
      .map((entry) => said(entry, '的停用日早于启用日', 'ends before it begins')),
    ...entries
      .filter(({ slug, replacedBy = [] }) => replacedBy.some((next) => next === slug || !slugs.has(next)))
      .map((entry) => said(entry, '的接替条目不存在', 'is replaced by an entry that does not exist')),
    ...entries
      .filter(({ slug, parent }) => parent !== undefined && (parent === slug || !slugs.has(parent)))
      .map((entry) => said(entry, '的上级条目不存在', 'belongs to an entry that does not exist')),
  ];
};
