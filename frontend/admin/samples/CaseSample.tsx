import type { OwnCase } from '@geoarchive/contract/cases.ts';
import { ContestPanel } from '@geoarchive/frontend-shared/cases/ContestPanel.tsx';
import { Conversation } from '@geoarchive/frontend-shared/cases/Conversation.tsx';
import { Outcome } from '@geoarchive/frontend-shared/cases/Outcome.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

const id = '01KAHZ6YB8Q5T2W9X3C7V4N6M1';
const at = '2026-11-22T02:00:00.000Z';

/** The panel of a page that can be contested, a conversation with a note, and a decision. */
export const CaseSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  const title = t('samples.caseTitle');
  const one: OwnCase = {
    id,
    kind: 'objection',
    node: 'NGA',
    title,
    subject: { kind: 'deposit', label: 'HZ-NGA-2026-000001' },
    asker: { organisation: 'MINE', name: 'MINE' },
    openedAt: at,
    openedBy: 'MINE',
    number: 'AJ-NGA-2026-000001',
    state: 'decided',
    decision: { outcome: 'partly', reasons: t('samples.caseAnswer'), by: 'NGA', at, evidence: [] },
  };
  const message = { at, text: title, evidence: [], internal: false };
  const query = frozen(state, { items: state === 'empty' ? [] : [one] }, error);
  return (
    <>
      <ContestPanel query={query} action={<Button>{t('cases.open')}</Button>} />
      <QueryView query={query}>
        {({ items }) =>
          items.map((shown) => (
            <Panel key={shown.id} title={t('cases.conversation')}>
              <Outcome of={shown} />
              <Conversation
                messages={[
                  { ...message, id: 'asker', from: 'asker', by: 'MINE' },
                  { ...message, id: 'note', from: 'archive', by: 'NGA', internal: true },
                ]}
              />
            </Panel>
          ))
        }
      </QueryView>
    </>
  );
};
