import type { Reckoning } from '@geoarchive/contract/supervision-parts.ts';
import { occasionNames } from '@geoarchive/domain/supervision/occasions.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import type { TFunction } from 'i18next';

/** A reckoning of a due date in plain words: from what day, how many days of which kind, by when; then by which article and rule. */
export const reckoningWords = (
  { t, say }: { t: TFunction; say: (text: Bilingual) => string },
  { occasion, on, days, kind, rollsOver, calendar, due, reference, name, rule, version }: Reckoning,
): string => {
  const way = days === 0 ? 'sameDay' : days < 0 ? 'before' : 'after';
  const must = t(`proof.must.${way}`, { days: Math.abs(days), kind: t(`proof.kinds.${kind}`) });
  const reckoned = t('proof.reckoned', {
    occasion: say(occasionNames[occasion]),
    must: rollsOver ? t('proof.must.rollsOver', { must }) : must,
    reference: say(reference),
    name: say(name),
    ...{ on, due, rule, version },
  });
  const { off = [], work = [] } = calendar ?? {};
  const beside = [
    ...(off.length > 0 ? [t('proof.daysOff', { days: off.join('、') })] : []),
    ...(work.length > 0 ? [t('proof.daysWorked', { days: work.join('、') })] : []),
  ];
  return [reckoned, ...beside].join(' ');
};
