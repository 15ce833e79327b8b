import type { PublicHole } from '@geoarchive/contract/hole-outside.ts';
import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { cellText } from '@geoarchive/frontend-shared/subsurface/hole-words.ts';
import { useTranslation } from 'react-i18next';

/** Words that say themselves what they are. */
const words = ['project', 'holeType', 'mineral'] as const;
type Said = Partial<Pick<PublicHole, (typeof words)[number] | 'finishedOn' | 'finalDepth'>>;

/** What a list says of a hole in one line: whose it is, of what kind, when it was finished and how deep it is. */
export const useHoleLine = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return (hole: Said): string =>
    [
      ...words.map((key) => {
        const column = headerTable.columns.find((one) => one.key === key);
        const value = hole[key];
        return column === undefined || value === undefined ? undefined : cellText(column, value, say);
      }),
      hole.finishedOn === undefined ? undefined : t('holes.finished', { day: day(hole.finishedOn) }),
      hole.finalDepth === undefined ? undefined : t('holes.deep', { metres: hole.finalDepth }),
    ]
      .filter((part) => part !== undefined)
      .join(' · ');
};
