import type { HoleView } from '@geoarchive/contract/holes.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Some hundred metres to each side: a point alone shows nothing of where it is. */
const around = 0.02;

/** Where a hole is: as given, and in CGCS2000 with how that was derived and how far it may be trusted. */
export const HolePlace = ({ hole }: { hole: HoleView }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { place, noPlace, header } = hole;
  const { longitude, latitude } = place ?? {};
  const areas = useMemo(
    () =>
      longitude === undefined || latitude === undefined
        ? []
        : [
            {
              id: 'hole',
              label: '',
              box: [longitude - around, latitude - around, longitude + around, latitude + around] as const,
            },
          ],
    [longitude, latitude],
  );
  return (
    <Panel title={t('holes.place')}>
      {noPlace !== undefined && <p>{say(noPlace)}</p>}
      <Facts
        items={[
          { label: t('holes.longitude'), value: longitude?.toFixed(6) },
          { label: t('holes.latitude'), value: latitude?.toFixed(6) },
          { label: t('holes.method'), value: place && t(`holes.methods.${place.method}`) },
          { label: t('holes.accuracy'), value: place?.accuracyMetres || undefined },
          { label: t('holes.given'), value: header.crs },
        ]}
      />
      {place !== undefined && (
        <div style={{ marginTop: 14 }}>
          <AreaMap label={header.hole} areas={areas} />
        </div>
      )}
    </Panel>
  );
};
