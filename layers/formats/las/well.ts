import type { LasContent } from './parse.ts';
import type { Item } from './section.ts';

/** The version number, 2 when it is not given. */
export const lasVersion = (content: LasContent) => {
  const text = content.version.find(({ mnemonic }) => mnemonic.toUpperCase() === 'VERS')?.value ?? '';
  return Number.parseFloat(text) || 2;
};

/** An item of the ~W section by any of its mnemonics. */
export const wellItem = (content: LasContent, ...mnemonics: string[]): Item | undefined =>
  content.well.find(({ mnemonic }) => mnemonics.includes(mnemonic.toUpperCase()));

/**
 * The value of an item of the ~W section. In LAS 1.2 the words stand behind the colon, except for the four
 * numbers; many files mix both, so the other side serves when one is empty.
 */
export function wellValue(content: LasContent, ...mnemonics: string[]): string | undefined {
  const item = wellItem(content, ...mnemonics);
  if (!item) return undefined;
  const number = /^(STRT|STOP|STEP|NULL)$/i.test(item.mnemonic);
  const old = lasVersion(content) < 2 && !number;
  const value = old ? item.description || item.value : item.value;
  return value === '' ? undefined : value;
}
