import type { Day } from '../dates.ts';
import { keysOf } from '../keys.ts';
import { canMove, lifecycle, moveBetween } from '../lifecycle.ts';
import type { Bilingual } from '../text.ts';
import { type AskerKind, useAskers, useDeciders } from './codes.ts';

/** What can be charged for beside the data themselves, which are free. The list is ours; a deployment prices what it charges. */
export const charges = {
  'digital-copy': { zh: '电子文件复制', en: 'Copy of files' },
  'paper-copy': { zh: '纸质复印', en: 'Paper copy' },
  'large-print': { zh: '大幅面图件输出', en: 'Large print of a map' },
  scan: { zh: '扫描', en: 'Scan' },
  carrier: { zh: '存储介质', en: 'Carrier' },
  sampling: { zh: '岩心、标本取样', en: 'Sampling of core or specimens' },
  mailing: { zh: '邮寄', en: 'Mailing' },
} as const satisfies Record<string, Bilingual>;
export type Charge = keyof typeof charges;

export const chargeUnits = {
  file: { zh: '个文件', en: 'file' },
  page: { zh: '页', en: 'page' },
  sheet: { zh: '幅', en: 'sheet' },
  piece: { zh: '件', en: 'piece' },
  gigabyte: { zh: 'GB', en: 'GB' },
  parcel: { zh: '次', en: 'parcel' },
} as const satisfies Record<string, Bilingual>;
export type ChargeUnit = keyof typeof chargeUnits;

export const chargeCodes = keysOf(charges);
export const chargeUnitCodes = keysOf(chargeUnits);

/** How a payment reached the archive. */
export const payments = {
  transfer: { zh: '转账', en: 'Bank transfer' },
  card: { zh: '刷卡、扫码', en: 'Card or code' },
  cash: { zh: '现金', en: 'Cash' },
} as const satisfies Record<string, Bilingual>;
export const paymentCodes = keysOf(payments);

/** Bounds that keep every total an exact integer: lines × quantity × fen stays far below 2^53. */
export const priceLimits = { lines: 30, quantity: 100_000, fen: 100_000_000 } as const;

/** A price list (收费标准) with the days it counts on; prices are whole fen. */
export type PriceList = {
  version: string;
  from: Day;
  /** The last day; none where it counts until another begins. */
  until?: Day | undefined;
  items: readonly { charge: Charge; unit: ChargeUnit; fen: number }[];
};

/** The list that counts on a day: of those whose days it lies in, the one that began last. None: everything is free. */
export const priceListOn = (lists: readonly PriceList[], day: Day): PriceList | undefined =>
  lists
    .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .at(-1);

export type QuoteLine = { charge: Charge; unit: ChargeUnit; fen: number; quantity: number; sum: number };

/** Prices what is asked for by a list, in whole fen; a charge that the list does not have is named instead. */
export const priced = (
  list: PriceList,
  wanted: readonly { charge: Charge; quantity: number }[],
): { lines: QuoteLine[]; total: number } | { unknown: Charge } => {
  const lines: QuoteLine[] = [];
  for (const { charge, quantity } of wanted) {
    const item = list.items.find((one) => one.charge === charge);
    if (item === undefined) return { unknown: charge };
    lines.push({ ...item, quantity, sum: item.fen * quantity });
  }
  return { lines, total: lines.reduce((total, { sum }) => total + sum, 0) };
};

/** Fen as yuan with two decimals: by whole numbers, so that nothing is rounded. */
export const yuanOf = (fen: number): string =>
  `${Math.floor(fen / 100).toLocaleString('en')}.${String(fen % 100).padStart(2, '0')}`;

/** A quote (报价) of a request: the asker accepts or declines it before work starts. Another one stands in its place. */
export const quoteLifecycle = lifecycle({
  name: 'quote',
  initial: 'offered',
  states: {
    offered: { zh: '待确认', en: 'Offered' },
    accepted: { zh: '已接受，待缴费', en: 'Accepted, to be paid' },
    declined: { zh: '不接受', en: 'Declined' },
    waived: { zh: '免费', en: 'Free of charge' },
    paid: { zh: '已缴费', en: 'Paid' },
  },
  moves: {
    accept: {
      from: ['offered'],
      to: 'accepted',
      by: useAskers,
      event: 'CaseTold',
      label: { zh: '接受报价', en: 'Accept the quote' },
    },
    decline: {
      from: ['offered'],
      to: 'declined',
      by: useAskers,
      event: 'CaseTold',
      label: { zh: '不接受报价', en: 'Decline the quote' },
    },
    waive: {
      from: ['offered', 'declined'],
      to: 'waived',
      by: useDeciders,
      event: 'CaseTold',
      label: { zh: '免费提供', en: 'Free of charge' },
    },
    pay: {
      from: ['accepted'],
      to: 'paid',
      by: useDeciders,
      event: 'CaseTold',
      label: { zh: '登记缴费', en: 'Note the payment' },
    },
  },
});
export type QuoteState = keyof typeof quoteLifecycle.states;

/** How a quote begins: offered, or free of charge at once. Each quote of a request goes its own way; another one begins anew. */
export const quoteBegins = (free: boolean): QuoteState =>
  free ? quoteLifecycle.moves.waive.to : quoteLifecycle.initial;

/** How a quote stands after an answer of the asker; nothing where it is not open to that answer. */
export const quoteAnswered = (state: QuoteState, answer: 'accepted' | 'declined'): QuoteState | undefined => {
  const move = moveBetween(quoteLifecycle, state, answer);
  return move && quoteLifecycle.moves[move].to;
};

/** Whether the asker has agreed to it: no other quote stands in its place any more. */
export const isAgreed = (state: QuoteState): boolean =>
  canMove(quoteLifecycle, 'pay', state) || state === quoteLifecycle.moves.pay.to;

/**
 * Whether work may start: where nothing is priced, for the public interest (Regulation art. 18: free of charge), or when the asker
 * accepted what it costs, or nothing is charged.
 */
export const mayWork = (of: {
  list: PriceList | undefined;
  quote: { state: QuoteState } | undefined;
  askerKind: AskerKind;
}): boolean => {
  if (of.quote !== undefined) return of.quote.state !== 'offered' && of.quote.state !== 'declined';
  return of.list === undefined || of.askerKind === 'relief';
};
