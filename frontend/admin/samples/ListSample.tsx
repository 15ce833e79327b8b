import { reviewLifecycle } from '@geoarchive/domain/review.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import type { ListState } from '@geoarchive/frontend-shared/list/url-state.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failing, loading, ready, type SampleRow, sampleRows } from './data.ts';
import { sampleError, sampleForbidden } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

const many = 10_000;
const tones = { received: 'attention', accepted: 'good', returned: 'bad' } as const;

export const ListSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const [shown, setShown] = useState<ListState>({ q: '', sort: undefined, descending: false, filters: {} });
  const columns = useMemo((): Column<SampleRow>[] => {
    const name = (row: SampleRow) => say(reviewLifecycle.states[row.state]);
    return [
      { key: 'id', heading: t('samples.id'), text: (row) => row.id, width: 140 },
      { key: 'title', heading: t('samples.title2'), text: (row) => row.title, width: 220 },
      {
        key: 'state',
        heading: t('samples.state'),
        text: name,
        show: (row) => <StateTag tone={tones[row.state]}>{name(row)}</StateTag>,
        filter: (['received', 'accepted', 'returned'] as const).map((value) => ({
          value,
          label: say(reviewLifecycle.states[value]),
        })),
        filterBy: (row) => row.state,
        width: 140,
      },
      {
        key: 'bytes',
        heading: t('samples.size'),
        text: (row) => formatBytes(row.bytes),
        order: (row) => row.bytes,
        numeric: true,
        width: 120,
      },
      {
        key: 'day',
        heading: t('samples.day'),
        text: (row) => day(row.day),
        order: (row) => row.day,
        width: 130,
      },
    ];
  }, [t, say, day]);
  const source = useMemo(() => {
    if (state === 'loading') return loading;
    if (state === 'error') return failing(sampleError(t('samples.error'), t('samples.errorDetail')));
    if (state === 'forbidden') return failing(sampleForbidden);
    return ready(state === 'empty' ? [] : sampleRows(many));
  }, [state, t]);
  return (
    <DataList
      label={t('samples.list')}
      source={source}
      columns={columns}
      rowKey={(row) => row.id}
      state={shown}
      onChange={(change) => setShown((before) => ({ ...before, ...change }))}
      empty={{ title: t('samples.empty'), hint: t('samples.emptyHint') }}
    />
  );
};
