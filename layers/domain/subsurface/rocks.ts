import { type RockKind, rockClasses } from './rock-classes.ts';
import { chineseWords, englishWords, rockCodes } from './rock-words.ts';

type Known = ReadonlyMap<string, RockKind>;
const isKind = (key: string): key is RockKind => Object.hasOwn(rockClasses, key);
const known = (words: Readonly<Partial<Record<RockKind, string>>>, between: string): Known =>
  new Map(
    Object.entries(words).flatMap(([kind, list]) =>
      isKind(kind) ? list.split(between).map((word) => [word, kind] as const) : [],
    ),
  );

const chinese = known(chineseWords, ' ');
const english = known(englishWords, '|');
const codes = known(rockCodes, ' ');
const longestChinese = Math.max(...[...chinese.keys()].map(({ length }) => length));
/** Words of an English name that are read as one: oil shale, fault breccia. */
const mostEnglish = 2;

/** Where a name goes on to what lies in between or beside: 灰岩夹泥岩 is a limestone. */
const chineseBreaks = /夹(?!矸)|互层|[与及和、，。；：,;:()（）/+]|局部|偶见|偶含|底部|顶部|上部|下部|其次/;
const englishBreaks = /\b(?:with|and|interbedded|intercalated|containing|locally|over|at)\b|[,;:()/+.]/;

/** The word that ends last, and of those the longest: the head of a Chinese name. */
const headOf = (clause: string): RockKind | undefined => {
  for (let end = clause.length; end > 0; end -= 1)
    for (let length = Math.min(longestChinese, end); length > 0; length -= 1) {
      const kind = chinese.get(clause.slice(end - length, end));
      if (kind !== undefined) return kind;
    }
  return undefined;
};

const singular = (word: string) => (english.has(word) ? word : word.replace(/s$/, ''));
const englishHeadOf = (clause: string): RockKind | undefined => {
  const words = clause.split(/[^a-z]+/).filter((word) => word !== '');
  for (let end = words.length; end > 0; end -= 1)
    for (let count = Math.min(mostEnglish, end); count > 0; count -= 1) {
      const kind = english.get(singular(words.slice(end - count, end).join(' ')));
      if (kind !== undefined) return kind;
    }
  return undefined;
};

const firstOf = (clauses: readonly string[], head: (clause: string) => RockKind | undefined) => {
  for (const clause of clauses) {
    const kind = head(clause);
    if (kind !== undefined) return kind;
  }
  return undefined;
};

/** What remarks in brackets do not decide: 花岗岩（强风化）, 泥岩(底板). */
const bare = (text: string) => text.replaceAll(/（[^（）]*）|\([^()]*\)/g, '');

const ofText = (text: string): RockKind | undefined => {
  const name = text.normalize('NFKC').toLowerCase();
  const exact = codes.get(name.trim());
  if (exact !== undefined) return exact;
  if (!/\p{Script=Han}/u.test(name)) return firstOf(bare(name).split(englishBreaks), englishHeadOf);
  const solid = name.replaceAll(/\s/g, '');
  return firstOf(bare(solid).split(chineseBreaks), headOf) ?? firstOf(solid.split(chineseBreaks), headOf);
};

/** What of a layer may name its rock. */
export type Named = {
  rock?: string | undefined;
  rockCode?: string | undefined;
  description?: string | undefined;
};

/**
 * The class of a layer's rock by its name, else its code, else the beginning of its description; `unknown` where none says it. Names are
 * free text in Chinese or English: the head of the first clause counts (含砾粗砂岩 is a sandstone, 泥岩夹砂岩 a mudstone).
 */
export const rockKindOf = ({ rock, rockCode, description }: Named): RockKind => {
  for (const text of [rock, rockCode, description?.slice(0, 40)]) {
    const kind = text === undefined ? undefined : ofText(text);
    if (kind !== undefined) return kind;
  }
  return 'unknown';
};
