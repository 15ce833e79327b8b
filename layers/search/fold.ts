import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Older forms that stand in the titles of old reports and in no conversion table. */
const OLD_FORMS = '鑛 矿|砿 矿|銕 铁';

/**
 * Only the character table is used (29 kB): the phrase tables correct what a reader sees, but would make the
 * folding of a character depend on its neighbours, and then index and query could disagree.
 */
const simplified = new Map(
  `${traditionalToSimplified}|${OLD_FORMS}`.split('|').flatMap((pair) => {
    const [from, to] = pair.split(' ');
    return from && to && from !== to ? [[from, to] as const] : [];
  }),
);

const simplify = (text: string): string => {
  let out = '';
  for (const char of text) out += simplified.get(char) ?? char;
  return out;
};

/** Marks go (é → e), so that people need not type them; composed again for scripts that are written in syllables. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC');

const once = (text: string): string => simplify(withoutMarks(text.normalize('NFKC').toLowerCase()));

const PLAIN = /^[\n\r\t -@[-~]*$/;

/**
 * The spelling under which texts are compared: width folded (NFKC), lower case, without diacritics, traditional
 * characters as simplified ones. Folding a folded text changes nothing.
 */
export const fold = (text: string): string => {
  if (PLAIN.test(text)) return text;
  let before = text;
  let after = once(text);
  // One step can open the way for another (a compatibility character whose plain form has a capital), never many.
  for (let step = 0; step < 4 && after !== before; step++) {
    before = after;
    after = once(after);
  }
  return after;
};
