import { closureOf, pathOf } from '@geoarchive/domain/subsurface/curvature.ts';
import { bottomOf, type DrawnHole } from '@geoarchive/drawings/column/hole.ts';
import { drawDeviation } from '@geoarchive/drawings/deviation.ts';
import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../detail/Facts.tsx';
import { Rows } from '../detail/Rows.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { saveFile } from '../list/save-file.ts';
import { InWords } from './InWords.tsx';
import { Sheet } from './Sheet.tsx';

/** Where a hole goes: from above and from the side, and station by station, by minimum curvature. */
export const DeviationView = ({ hole }: { hole: DrawnHole }) => {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const name = hole.header.hole ?? '';
  const depth = Math.max(bottomOf(hole), 1);
  const path = useMemo(() => pathOf(hole.children.survey, hole.header), [hole]);
  const drawing = useMemo(
    () => drawDeviation({ hole: name, path, depth, language }),
    [name, path, depth, language],
  );
  const end = path.at(depth);
  const closure = closureOf(end);
  const label = t('drawings.deviationOf', { hole: name });
  return (
    <>
      <div className="ga-tools">
        <Button onClick={() => saveFile(`${label}.svg`, 'image/svg+xml', drawing.svg)}>
          {t('drawings.svg')}
        </Button>
      </div>
      {path.remarks.length > 0 && (
        <Alert
          type="info"
          className="ga-notice"
          title={t('drawings.remarks')}
          description={
            <ul className="ga-plain-list">
              {path.remarks.slice(0, 20).map((remark) => (
                <li key={`${remark.code} ${remark.depth}`}>{say(remark.text)}</li>
              ))}
            </ul>
          }
        />
      )}
      <Facts
        items={[
          { label: t('drawings.endTvd'), value: end.tvd.toFixed(2) },
          { label: t('drawings.endAway'), value: closure.distance.toFixed(2) },
          {
            label: t('drawings.endAzimuth'),
            value: closure.distance < 0.01 ? undefined : closure.azimuth.toFixed(1),
          },
        ]}
      />
      <Sheet drawing={drawing} label={label} />
      <InWords title={t('drawings.stations')}>
        {() => (
          <Rows
            label={t('drawings.stations')}
            rows={path.stations}
            rowKey={(station) => String(station.depth)}
            columns={[
              { key: 'md', title: t('drawings.md'), show: (row) => row.depth.toFixed(2) },
              {
                key: 'inclination',
                title: t('drawings.inclination'),
                show: (row) => row.inclination.toFixed(2),
              },
              { key: 'azimuth', title: t('drawings.azimuth'), show: (row) => row.azimuth.toFixed(2) },
              { key: 'tvd', title: t('drawings.tvd'), show: (row) => row.tvd.toFixed(2) },
              { key: 'north', title: t('drawings.north'), show: (row) => row.north.toFixed(2) },
              { key: 'east', title: t('drawings.east'), show: (row) => row.east.toFixed(2) },
              { key: 'severity', title: t('drawings.severity'), show: (row) => row.severity.toFixed(2) },
            ]}
          />
        )}
      </InWords>
    </>
  );
};
