import type { Bilingual } from '../text.ts';

/** What the feed of changes (变更流水) says of a bar: it began, ended by rule, or was lifted by decision. */
export const barChangeNames = {
  began: { zh: '开始限制', en: 'Began' },
  ended: { zh: '限制终止', en: 'Ended' },
  lifted: { zh: '决定解除', en: 'Lifted by decision' },
} as const satisfies Record<string, Bilingual>;
export type BarChangeKind = keyof typeof barChangeNames;
const isKind = (name: string): name is BarChangeKind => Object.hasOwn(barChangeNames, name);
export const barChangeKinds: readonly BarChangeKind[] = Object.keys(barChangeNames).filter(isKind);
