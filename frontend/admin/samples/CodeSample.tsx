import type { CodeRow } from '@geoarchive/contract/codes.ts';
import { minerals } from '@geoarchive/domain/codes/minerals.ts';
import { workDegrees } from '@geoarchive/domain/codes/small-lists.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { CodeSelect } from '@geoarchive/frontend-shared/codes/CodeSelect.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import type { ListState } from '@geoarchive/frontend-shared/list/url-state.ts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeColumns } from '../codes/columns.tsx';
import { failing, loading, ready } from './data.ts';
import { sampleError, sampleForbidden } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

const rows: readonly CodeRow[] = workDegrees.entries.map(
  ({ replacedBy: _next, parent: _above, ...entry }) => ({
    ...entry,
    edited: false,
    below: 0,
  }),
);
const chosenBefore = workDegrees.entries[0]?.name.zh;

/** A code list in each of its states, and how its entries are chosen: several, one, one that is retired. */
export const CodeSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState<ListState>({ q: '', sort: undefined, descending: false, filters: {} });
  const [some, setSome] = useState<string | string[] | undefined>([t('samples.ownMineral')]);
  const [degree, setDegree] = useState<string | string[] | undefined>(chosenBefore);
  const columns = useCodeColumns({ today: dayOf(new Date()) });
  const source = () => {
    if (state === 'loading') return loading;
    if (state === 'error') return failing(sampleError(t('samples.error'), t('samples.errorDetail')));
    if (state === 'forbidden') return failing(sampleForbidden);
    return ready(state === 'empty' ? [] : rows);
  };
  return (
    <>
      <Panel title={t('samples.choosing')}>
        <div className="ga-fields">
          <div>
            <label htmlFor={`${id}m`} className="ga-label">
              {t('description.minerals')}
            </label>
            <CodeSelect
              id={`${id}m`}
              entries={minerals.entries}
              most={60}
              several
              value={some}
              onChange={setSome}
            />
          </div>
          <div>
            <label htmlFor={`${id}w`} className="ga-label">
              {t('description.workDegree')}
            </label>
            <CodeSelect
              id={`${id}w`}
              entries={workDegrees.entries}
              most={60}
              value={degree}
              onChange={setDegree}
            />
          </div>
        </div>
      </Panel>
      <DataList
        label={t('samples.codes')}
        source={source()}
        columns={columns}
        rowKey={(row) => row.slug}
        state={shown}
        onChange={(change) => setShown((before) => ({ ...before, ...change }))}
        empty={{ title: t('samples.empty'), hint: t('samples.emptyHint') }}
      />
    </>
  );
};
