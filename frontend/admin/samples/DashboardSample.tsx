import { Figures } from '@geoarchive/frontend-shared/dashboard/Figures.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

export const DashboardSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  const of = (value: number) => (state === 'empty' ? 0 : value);
  const list = '/samples?pattern=list&show=ready';
  return (
    <QueryView query={frozen(state, true, error)} rows={3}>
      {() => (
        <Figures
          items={[
            { label: t('samples.figureOpen'), value: of(128), to: list },
            { label: t('samples.figureLate'), value: of(3), to: list, attention: true },
            { label: t('samples.figureAll'), value: of(10_000), to: list },
          ]}
        />
      )}
    </QueryView>
  );
};
