import type { Package } from './package.ts';
import { attribute } from './text.ts';

/** Number formats without a code of their own that show a date (ECMA-376 18.8.30, those of Chinese and Japanese editions too). */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a format shows a day: a year, or a day beside a month, outside quotes, brackets and escapes. */
export const showsDate = (code: string): boolean => {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').toLowerCase();
  return /[ye]/.test(bare.replace(/general/g, '').replace(/[0#?]e[+-]?/g, '')) || /m.*d|d.*m/.test(bare);
};

/** For each style of a cell whether its numbers are dates. */
export const readStyles = async (zip: Package, name: string | undefined): Promise<readonly boolean[]> => {
  const own = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inside = false;
  if (name === undefined || !zip.has(name)) return dates;
  await zip.scanWhole(name, {
    open: (tag, attributes) => {
      if (tag === 'cellXfs') inside = true;
      if (tag === 'numFmt')
        own.set(
          Number(attribute(attributes, 'numFmtId')),
          showsDate(attribute(attributes, 'formatCode') ?? ''),
        );
      if (tag === 'xf' && inside) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        dates.push(own.get(id) ?? builtIn(id));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inside = false;
    },
  });
  return dates;
};
