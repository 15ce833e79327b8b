import { type Group, phraseOf, wordGroups } from './analyse.ts';
import type { TextField } from './fields.ts';

/** One condition on the text of a record: all groups must be met, in `field` where one is named. */
export type Clause = { field: TextField | undefined; without: boolean; groups: Group[] };

const NAMES: Readonly<Record<string, TextField>> = {
  title: 'title',
  题名: 'title',
  标题: 'title',
  keyword: 'subject',
  subject: 'subject',
  关键词: 'subject',
  主题词: 'subject',
  矿产: 'subject',
  number: 'code',
  code: 'code',
  档号: 'code',
  图幅: 'code',
  author: 'author',
  作者: 'author',
  编著者: 'author',
  organisation: 'organisation',
  单位: 'organisation',
  形成单位: 'organisation',
  abstract: 'abstract',
  摘要: 'abstract',
  内容提要: 'abstract',
};

/** Sign, name of a field, then a quoted phrase (a quote that is not closed goes to the end) or a word. */
const PART = /([-－]?)(?:([\p{L}]+)[:：])?(?:["“”＂]([^"“”＂]*)(?:["“”＂]|$)|([^\s"“”＂]+))/gu;

const clauseOf = (match: RegExpMatchArray): Clause | undefined => {
  const [, sign, name, quoted, word] = match;
  const field = name === undefined ? undefined : NAMES[name.toLowerCase()];
  const known = name === undefined || field !== undefined;
  const text = quoted ?? word ?? '';
  // 1:50 000, http://…: a colon after something that names no field belongs to the word.
  const whole = known ? text : `${name}:${text}`;
  const phrase = quoted === undefined ? undefined : phraseOf(whole);
  const groups = phrase ? [[phrase]] : quoted === undefined ? wordGroups(whole, whole.endsWith('*')) : [];
  return groups.length === 0 ? undefined : { field, without: sign !== '', groups };
};

/**
 * Reads what a person typed: `金矿 新疆` (all words), `"铜镍矿床"` (as it stands), `-煤` (without), `title:普查`
 * or `题名:普查` (in a field), `geo*` (beginning). Never fails: what makes no sense is taken as words, signs are left out.
 */
export const parseText = (text: string): Clause[] =>
  [...text.matchAll(PART)].flatMap((match) => clauseOf(match) ?? []);
