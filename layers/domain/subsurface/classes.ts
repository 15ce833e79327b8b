import type { Bilingual } from '../text.ts';

/** Classes of depth for lists and figures. [DES]: the bounds of the national inventory are not known. */
export const depthClasses = {
  'to-100': { zh: '100 m 以浅', en: 'to 100 m' },
  '100-300': { zh: '100–300 m', en: '100–300 m' },
  '300-500': { zh: '300–500 m', en: '300–500 m' },
  '500-1000': { zh: '500–1000 m', en: '500–1 000 m' },
  '1000-2000': { zh: '1000–2000 m', en: '1 000–2 000 m' },
  '2000-4000': { zh: '2000–4000 m', en: '2 000–4 000 m' },
  'over-4000': { zh: '4000 m 以深', en: 'over 4 000 m' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type DepthClass = keyof typeof depthClasses;

const bounds: readonly (readonly [DepthClass, number])[] = [
  ['to-100', 100],
  ['100-300', 300],
  ['300-500', 500],
  ['500-1000', 1000],
  ['1000-2000', 2000],
  ['2000-4000', 4000],
];
/** The class of a final depth in metres; the upper bound belongs to the class. */
export const depthClassOf = (metres: number): DepthClass =>
  bounds.find(([, most]) => metres <= most)?.[0] ?? 'over-4000';
