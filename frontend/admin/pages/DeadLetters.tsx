import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useListState } from '@geoarchive/frontend-shared/list/use-list-state.ts';
import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueueColumns } from '../operations/queue-columns.tsx';
import { useQueues } from '../operations/use-queues.ts';

const shape = { filters: ['plane'], sorts: ['name', 'plane', 'waiting', 'oldest'] };

/** What was put aside in every plane: where, how much, since when, and what people notice of it. */
const DeadLetters = () => {
  const { t } = useTranslation();
  const columns = useQueueColumns();
  const queues = useQueues();
  const [all, setAll] = useState(false);
  const [state, onChange] = useListState(shape);
  const source = useMemo(
    () => ({ ...queues, rows: queues.rows?.filter(({ waiting }) => all || waiting > 0) }),
    [queues, all],
  );
  return (
    <Page
      title={t('nav.deadLetters')}
      lead={t('letters.lead')}
      actions={
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          {t('letters.showAll')}
        </Checkbox>
      }
    >
      <DataList
        source={source}
        columns={columns}
        state={state}
        onChange={onChange}
        label={t('nav.deadLetters')}
        rowKey={({ plane, name }) => `${plane}/${name}`}
        empty={{ title: t('letters.empty'), hint: t('letters.emptyHint') }}
      />
    </Page>
  );
};
export default DeadLetters;
