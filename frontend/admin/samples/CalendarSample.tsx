import { shippedTable } from '@geoarchive/domain/calendar/holidays.ts';
import { tableDays } from '@geoarchive/domain/calendar/table-edit.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useTranslation } from 'react-i18next';
import { Reckoning } from '../calendar/Reckoning.tsx';
import { YearGrid } from '../calendar/YearGrid.tsx';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

const year = 2026;
const shipped = shippedTable(year);
const marks = shipped === undefined ? [] : [tableDays(shipped)];

/** A year with its days off and worked weekends, and the count of days. */
export const CalendarSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  return (
    <>
      <Reckoning />
      <Panel title={t('samples.calendar')}>
        <QueryView query={frozen(state, state === 'empty' ? [] : marks, error)}>
          {(tables) => tables.map((table) => <YearGrid key={year} year={year} marks={table} />)}
        </QueryView>
      </Panel>
    </>
  );
};
