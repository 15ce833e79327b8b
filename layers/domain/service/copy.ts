import { lifecycle } from '../lifecycle.ts';
import { type AskerKind, useDeciders } from './codes.ts';
import { type PriceList, priced, type QuoteLine } from './prices.ts';
import { readingRoom } from './reading.ts';

/** A request for copies (复制申请) of pages, made while they are read in the reading room. */
export const copyLifecycle = lifecycle({
  name: 'copy',
  initial: 'asked',
  states: {
    asked: { zh: '待审核', en: 'Asked for' },
    granted: { zh: '同意，待交付', en: 'Granted, to be handed over' },
    refused: { zh: '不同意', en: 'Refused' },
    handed: { zh: '已交付', en: 'Handed over' },
  },
  moves: {
    grant: {
      from: ['asked'],
      to: 'granted',
      by: useDeciders,
      event: 'CopyMoved',
      label: { zh: '同意复制', en: 'Grant the copy' },
    },
    refuse: {
      from: ['asked', 'granted'],
      to: 'refused',
      by: useDeciders,
      event: 'CopyMoved',
      label: { zh: '不同意复制', en: 'Refuse the copy' },
    },
    hand: {
      from: ['granted'],
      to: 'handed',
      by: readingRoom,
      event: 'CopyMoved',
      label: { zh: '登记交付', en: 'Record the handover' },
    },
  },
});
export type CopyState = keyof typeof copyLifecycle.states;

/** Bounds of one request; no rule gives a number. More is asked for as a copy of the file, by a request for use. */
export const copyLimits = { pages: 200, copies: 20 } as const;

const part = /^(\d{1,6})(?:[-–—~](\d{1,6}))?$/;

/** Pages as people write them (`1-3,5`, also with Chinese commas), in order and each once; nothing where it is no list of pages. */
export const pagesIn = (text: string): number[] | undefined => {
  const found = new Set<number>();
  for (const one of text.split(/[,，、;；\s]+/).filter((piece) => piece !== '')) {
    const [, first = '', last = first] = part.exec(one) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (first === '' || from < 1 || to < from || to - from >= copyLimits.pages) return undefined;
    for (let no = from; no <= to; no += 1) found.add(no);
    if (found.size > copyLimits.pages) return undefined;
  }
  return found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
};

/** Pages as text, those beside each other as a range: `1-3,5`. */
export const pagesText = (pages: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const no of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === no - 1) last[1] = no;
    else ranges.push([no, no]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
};

/** Sheets that are made: pages times copies. */
export const sheetsOf = (of: { pages: readonly number[]; copies: number }): number =>
  of.pages.length * of.copies;

/**
 * What copies cost by the price list, by the page; nothing where no list counts or it has no price for them, or where use is for the public
 * interest (Regulation art. 18: free of charge).
 */
export const copyCost = (
  list: PriceList | undefined,
  askerKind: AskerKind,
  of: { pages: readonly number[]; copies: number },
): { prices: string; lines: QuoteLine[]; total: number } | undefined => {
  if (list === undefined || askerKind === 'relief') return undefined;
  const found = priced(list, [{ charge: 'paper-copy', quantity: sheetsOf(of) }]);
  return 'unknown' in found ? undefined : { prices: list.version, ...found };
};
