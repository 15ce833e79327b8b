import type { Bilingual } from '../text.ts';
import type { CodeEntry } from './entry.ts';

/** Lines of `slug|code|中文|English`, with the slug of what it belongs to as a fifth. */
export const entriesOf = (lines: string): CodeEntry[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [slug = '', code = '', zh = '', en = '', parent] = line.trim().split('|');
      return { slug, code, name: { zh, en }, ...(parent !== undefined && { parent }) };
    });

export const fromKnowledge: Bilingual = {
  zh: '名称据业内通行用法整理，官方代码未取得，代码留空。',
  en: 'Names as used in the field; the official codes were not obtained and are left empty.',
};
