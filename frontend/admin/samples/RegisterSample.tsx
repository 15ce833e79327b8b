import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { DueProof } from '@geoarchive/frontend-shared/tasks/DueProof.tsx';
import { useTranslation } from 'react-i18next';
import { Outcomes } from '../registers/Outcomes.tsx';
import { frozen, sampleError } from './problems.ts';
import { sampleBases, sampleDecided, sampleOutcomes } from './registers.ts';
import type { SampleState } from './StatePicker.tsx';

/** Why a task is due when it is, and what an import of registers would do. */
export const RegisterSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  return (
    <QueryView query={frozen(state, state === 'empty' ? [] : sampleOutcomes, error)}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('registers.empty')} hint={t('registers.emptyHint')} />
        ) : (
          <>
            <Panel title={t('proof.title')}>
              {sampleBases.map((basis) => (
                <DueProof key={basis.subject} of={{ basis, decided: sampleDecided }} />
              ))}
            </Panel>
            <Panel title={t('import.preview')}>
              <Outcomes rows={rows} />
            </Panel>
          </>
        )
      }
    </QueryView>
  );
};
