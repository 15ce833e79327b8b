import { unreadable } from '../../unreadable.ts';
import type { Package } from './package.ts';
import { unescaped, xmlText } from './text.ts';

/** Texts of a block, and blocks that are held unpacked: some 65 000 texts at a time. */
const perBlock = 256;
const blocksAtHand = 256;

/**
 * The table of shared texts, packed: UTF-8 by blocks of 256, those last used unpacked. A table of Excel is in the order in which texts
 * first appear, so a sheet read from above needs few blocks at a time. Beyond `most` bytes the workbook is refused.
 */
export const stringTable = (most: number) => {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const packed: Uint8Array[] = [];
  const atHand = new Map<number, string[]>();
  let open: string[] = [];
  let bytes = 0;
  return {
    add(text: string): void {
      open.push(text);
      if (open.length < perBlock) return;
      // XML holds no NUL, so it can part texts; `_x0000_` is resolved after unpacking.
      const block = encoder.encode(open.join('\0'));
      bytes += block.length;
      if (bytes > most) throw unreadable('too-many-strings', { size: Math.round(most / 1024 / 1024) });
      packed.push(block);
      open = [];
    },
    get(index: number): string | undefined {
      const number = Math.floor(index / perBlock);
      if (number === packed.length) return open[index % perBlock];
      let block = atHand.get(number);
      if (block === undefined) {
        const found = packed[number];
        if (found === undefined) return undefined;
        block = decoder.decode(found).split('\0');
        const [oldest] = atHand.keys();
        if (atHand.size >= blocksAtHand && oldest !== undefined) atHand.delete(oldest);
      } else if (atHand.size >= blocksAtHand) atHand.delete(number);
      else return block[index % perBlock];
      // Last in line: the first one is the one not used longest.
      atHand.set(number, block);
      return block[index % perBlock];
    },
  };
};
export type StringTable = ReturnType<typeof stringTable>;

/** Reads the shared texts of a workbook; phonetic signs over them are left out. */
export const readStrings = async (
  zip: Package,
  name: string | undefined,
  most: number,
  longest: number,
): Promise<StringTable> => {
  const table = stringTable(most);
  if (name === undefined || !zip.has(name)) return table;
  let [text, wanted, phonetic] = ['', false, false];
  const told = {
    open: (tag: string, _: string, closed: boolean) => {
      if (tag === 'si') {
        text = '';
        if (closed) table.add('');
      } else if (tag === 't') wanted = !closed && !phonetic;
      else if (tag === 'rPh') phonetic = !closed;
    },
    close: (tag: string) => {
      if (tag === 'si') table.add(text);
      else if (tag === 't') wanted = false;
      else if (tag === 'rPh') phonetic = false;
    },
    text: (raw: string) => {
      if (!wanted) return;
      text += unescaped(xmlText(raw)).replaceAll('\0', '');
      if (text.length > longest) throw unreadable('damaged', { what: name });
    },
  };
  for await (const _ of zip.scan(name, told, undefined, longest));
  return table;
};
