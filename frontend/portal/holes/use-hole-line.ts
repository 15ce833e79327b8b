import { headerTable } from '@geoarchive/domain/subsurface/header.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { cellText } from '@geoarchive/frontend-shared/subsurface/hole-words.ts';

const shown: ReadonlySet<string> = new Set(['project', 'holeType', 'mineral', 'finalDepth', 'finishedOn']);

/** What a list says of a hole in one line. */
export const useHoleLine = () => {
  const { say } = useLanguage();
  return (hole: object): string => {
    const said: Readonly<Record<string, unknown>> = { ...hole };
    return headerTable.columns
      .filter(({ key }) => shown.has(key))
      .flatMap((column) => {
        const value = said[column.key];
        return typeof value === 'string' || typeof value === 'number'
          ? [`${say(column.label)} ${cellText(column, value, say)}`]
          : [];
      })
      .join(' · ');
  };
};
