import { fold } from './fold.ts';

/** A longer run of letters is no word anybody types; cut alike in index and query. */
const LONGEST_TOKEN = 64;

// Letters and digits only: the scripts also hold signs, such as the radical ⺀, which nobody searches by.
const RUN =
  /[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]&&[\p{L}\p{N}]]+|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]]+/gv;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]/u;

/** A run of letters and digits of one kind of script: a word, a number, a code, or characters written without spaces. */
export type Run = { cjk: boolean; chars: string[]; text: string };

/** Splits a text into folded runs; everything that is neither letter nor digit only separates. */
export const runs = (text: string): Run[] =>
  Array.from(fold(text).matchAll(RUN), ([run]) => ({ cjk: CJK.test(run), chars: [...run], text: run }));

const word = (run: Run): string => run.chars.slice(0, LONGEST_TOKEN).join('');

/** The pairs of neighbouring characters: 金矿区 → 金矿, 矿区. Empty for a single character. */
export const pairs = (chars: readonly string[]): string[] =>
  chars.slice(1).map((char, i) => `${chars[i]}${char}`);

/**
 * The tokens of a text in their order, for the index. Chinese becomes overlapping pairs and, at the end of a run, its
 * last character alone: so every character begins exactly one token, and a single character is found as a prefix.
 */
export const tokens = (text: string): string[] =>
  runs(text).flatMap((run) => (run.cjk ? [...pairs(run.chars), run.chars.slice(-1).join('')] : [word(run)]));

/** Tokens that must follow each other; with `prefix` the last one may go on. */
export type Phrase = { tokens: string[]; prefix: boolean };

/** A code or number is searched from its beginning: `J50E` finds J50E001010. Words are not: `iron` is not `ironic`. */
const startsCode = (run: Run, parts: number): boolean =>
  !run.cjk && (run.chars.length >= 2 || parts > 1) && /\p{N}/u.test(run.text);

/** The phrase for text that must stand as typed. Undefined when nothing in it can be searched. */
export const phraseOf = (text: string): Phrase | undefined => {
  const all = runs(text);
  const last = all.at(-1);
  if (!last) return undefined;
  const before = tokens(text);
  if (!last.cjk) return { tokens: before, prefix: startsCode(last, all.length) };
  // In the document the run may go on, so its last character alone is only searched when there is nothing else.
  const alone = last.chars.length === 1;
  return { tokens: alone ? before : before.slice(0, -1), prefix: alone };
};

/** One of the phrases must occur. */
export type Group = Phrase[];

const pair = (token: string): Phrase => ({ tokens: [token], prefix: false });

/**
 * Characters typed without spaces may stand for several words: 新疆金矿 must also find 新疆某金矿. Each character has to
 * occur together with one of its neighbours: the first and the last pair, and of two that overlap at least one.
 */
const covering = (chars: readonly string[]): Group[] => {
  const all = pairs(chars);
  const inner = all.slice(1, -2).map((token, i) => [pair(token), pair(all[i + 2] ?? token)]);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  return first === last && all.length === 1 ? [[pair(first)]] : [[pair(first)], ...inner, [pair(last)]];
};

/** The conditions, all to be met, for words typed without quotes. `open` lets the last latin word go on. */
export const wordGroups = (text: string, open = false): Group[] => {
  const all = runs(text);
  const groups: Group[] = [];
  let latin: Run[] = [];
  const flush = (end: boolean) => {
    const last = latin.at(-1);
    if (last)
      groups.push([{ tokens: latin.map(word), prefix: startsCode(last, latin.length) || (end && open) }]);
    latin = [];
  };
  for (const run of all) {
    if (!run.cjk) latin.push(run);
    else {
      flush(false);
      groups.push(
        ...(run.chars.length === 1 ? [[{ tokens: [run.text], prefix: true }]] : covering(run.chars)),
      );
    }
  }
  flush(true);
  return groups;
};
