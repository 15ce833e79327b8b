import { provinceSeats } from '@geoarchive/domain/geo/province-seats.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { formatCount, percent } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { MarkMap } from '@geoarchive/frontend-shared/map/MarkMap.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Cockpit } from './cockpit.ts';

/**
 * The provinces' archives at the seats of their provinces: as large as they have overdue tasks, coloured by their rate. The table of the
 * archives under it says the same.
 */
export const NodeMap = ({ of }: { of: Cockpit }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  // The figures come anew each minute; the map is drawn anew only when they have changed.
  const told = JSON.stringify(of.byNode);
  const marks = useMemo(() => {
    const lines: Cockpit['byNode'] = JSON.parse(told);
    return lines.flatMap(({ node, name, province = '', overdue, should, submitted }) => {
      const at = provinceSeats[province];
      if (at === undefined) return [];
      const rate = should === 0 ? '' : ` ${percent(submitted, should)}%`;
      return [
        {
          ...{ id: node, at, count: overdue },
          ...(should === 0 ? {} : { share: submitted / should }),
          text: `${say(provinces[province] ?? name)}${rate}\n${t('cockpit.late', { overdue: formatCount(overdue) })}`,
        },
      ];
    });
  }, [told, say, t]);
  if (marks.length === 0) return null;
  return (
    <MarkMap
      label={t('cockpit.map')}
      marks={marks}
      onPick={(node) => navigate(`/cockpit?node=${encodeURIComponent(node)}`)}
    >
      <p className="ga-soft">{t('cockpit.mapHint')}</p>
    </MarkMap>
  );
};
