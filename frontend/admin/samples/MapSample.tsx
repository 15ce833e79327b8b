import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { sampleAreas } from './data.ts';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

const none: typeof sampleAreas = [];

export const MapSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  return (
    <QueryView query={frozen(state, state === 'empty' ? none : sampleAreas, error)}>
      {(areas) => <AreaMap label={t('samples.map')} areas={areas} />}
    </QueryView>
  );
};
