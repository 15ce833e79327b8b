import type { Json } from '@geoarchive/domain/canonical.ts';

/** Characters that shape or hide and need no glyph: blanks, joiners, selectors, direction marks. */
const silent = /^[\s\p{Cc}\p{Cf}\p{Variation_Selector}]$/u;
const kept = /^[\n\t]$/;

const spelt = (codePoint: number): string => `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;

type Has = (codePoint: number) => boolean;

/**
 * A text as our font can print it: a character that it has no glyph for (a rare name, an emoji) is spelt by its Unicode number,
 * so that nothing disappears from a paper or turns into an empty box. `missing` gathers them.
 */
export const spellMissing = (text: string, has: Has, missing: Set<string>): string =>
  Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (kept.test(character) || has(codePoint)) return character;
    if (silent.test(character)) return '';
    missing.add(character);
    return spelt(codePoint);
  }).join('');

const speltAll = (value: Json | undefined, spell: (text: string) => string): Json | undefined => {
  if (typeof value === 'string') return spell(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one: Json) => speltAll(one, spell) ?? null);
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, speltAll(held, spell)]));
};

/** Every text of a thing, spelt. */
export const spellEach = <T extends Json>(value: T, has: Has, missing: Set<string>): T =>
  // Only texts change, and into texts: the shape stays that of T.
  speltAll(value, (text) => spellMissing(text, has, missing)) as T;
