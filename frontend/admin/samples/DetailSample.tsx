import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { Findings } from '@geoarchive/frontend-shared/detail/Findings.tsx';
import { formatBox } from '@geoarchive/frontend-shared/format/coordinates.ts';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { sampleAreas, sampleFindings, sampleRows } from './data.ts';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

export const DetailSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  const [row] = sampleRows(1);
  const [area] = sampleAreas;
  return (
    <QueryView query={frozen(state, state === 'empty' ? null : row, error)}>
      {(found) =>
        found === null || found === undefined ? (
          <Empty title={t('samples.empty')} hint={t('samples.emptyHint')} />
        ) : (
          <>
            <Panel title={t('samples.detail')}>
              <Facts
                items={[
                  { label: t('samples.id'), value: <code>{found.id}</code> },
                  { label: t('samples.title2'), value: found.title },
                  { label: t('samples.size'), value: formatBytes(123_456_789) },
                  { label: t('samples.day'), value: day(found.day) },
                  { label: t('samples.area'), value: area === undefined ? undefined : formatBox(area.box) },
                ]}
              />
            </Panel>
            <Panel title={t('samples.findings')}>
              <Findings findings={sampleFindings} />
            </Panel>
          </>
        )
      }
    </QueryView>
  );
};
