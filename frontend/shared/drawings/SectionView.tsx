import { bottomOf } from '@geoarchive/drawings/column/hole.ts';
import { drawSection, type SectionWish } from '@geoarchive/drawings/section/draw.ts';
import { alongLine, type SectionHole } from '@geoarchive/drawings/section/line.ts';
import { Button, Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Rows } from '../detail/Rows.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { saveFile } from '../list/save-file.ts';
import { InWords } from './InWords.tsx';
import { Sheet } from './Sheet.tsx';

const spacings = ['true', 'equal'] as const satisfies readonly SectionWish['spacing'][];

/** Holes side by side with their strata joined; the same in words under it. */
export const SectionView = ({ holes }: { holes: readonly SectionHole[] }) => {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [spacing, setSpacing] = useState<SectionWish['spacing']>('true');
  const drawing = useMemo(() => drawSection(holes, { spacing, language }), [holes, spacing, language]);
  const { standing, azimuth } = useMemo(() => alongLine(holes), [holes]);
  const label = t('drawings.section');
  return (
    <>
      <div className="ga-tools">
        <Segmented<SectionWish['spacing']>
          aria-label={t('drawings.spacing')}
          value={spacing}
          onChange={setSpacing}
          options={spacings.map((value) => ({ value, label: t(`drawings.spacings.${value}`) }))}
        />
        <Button onClick={() => saveFile(`${label}.svg`, 'image/svg+xml', drawing.svg)}>
          {t('drawings.svg')}
        </Button>
      </div>
      {azimuth === undefined && <p className="ga-soft">{t('drawings.noPlaces')}</p>}
      <Sheet drawing={drawing} label={label} />
      <InWords title={t('drawings.sectionWords')}>
        {() => (
          <Rows
            label={t('drawings.sectionWords')}
            rows={standing}
            rowKey={({ hole, metres }) => `${hole.header.hole} ${metres}`}
            columns={[
              { key: 'hole', title: t('drawings.hole'), show: ({ hole }) => hole.header.hole },
              {
                key: 'metres',
                title: t('drawings.fromFirst'),
                show: ({ metres }) => (azimuth === undefined ? '' : metres.toFixed(1)),
              },
              {
                key: 'elevation',
                title: t('drawings.elevation'),
                show: ({ hole }) => hole.header.elevation?.toFixed(2),
              },
              { key: 'depth', title: t('drawings.md'), show: ({ hole }) => bottomOf(hole).toFixed(2) },
              {
                key: 'strata',
                title: t('drawings.strata'),
                show: ({ hole }) =>
                  [...new Set(hole.children.layers.flatMap(({ stratum }) => stratum ?? []))].join(', '),
              },
            ]}
          />
        )}
      </InWords>
    </>
  );
};
