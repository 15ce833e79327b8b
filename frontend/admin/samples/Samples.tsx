import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CalendarSample } from './CalendarSample.tsx';
import { CaseSample } from './CaseSample.tsx';
import { CodeSample } from './CodeSample.tsx';
import { DashboardSample } from './DashboardSample.tsx';
import { DetailSample } from './DetailSample.tsx';
import { DocumentSample } from './DocumentSample.tsx';
import { FormSample } from './FormSample.tsx';
import { JobSample } from './JobSample.tsx';
import { ListSample } from './ListSample.tsx';
import { MapSample } from './MapSample.tsx';
import { NoticeSample } from './NoticeSample.tsx';
import { RegisterSample } from './RegisterSample.tsx';
import { SheetSample } from './SheetSample.tsx';
import { type SampleState, StatePicker } from './StatePicker.tsx';

const patterns = {
  list: ListSample,
  detail: DetailSample,
  form: FormSample,
  dashboard: DashboardSample,
  map: MapSample,
  documents: DocumentSample,
  sheets: SheetSample,
  jobs: JobSample,
  notices: NoticeSample,
  cases: CaseSample,
  codes: CodeSample,
  calendar: CalendarSample,
  registers: RegisterSample,
};
const names = [
  'list',
  'detail',
  'form',
  'dashboard',
  'map',
  'documents',
  'sheets',
  'jobs',
  'notices',
  'cases',
  'codes',
  'calendar',
  'registers',
] as const;
const states: readonly string[] = ['ready', 'loading', 'empty', 'error', 'forbidden'];
const isState = (text: string): text is SampleState => states.includes(text);

/** Every page pattern in each of its states. */
const Samples = () => {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const asked = params.get('show') ?? 'ready';
  const state = isState(asked) ? asked : 'ready';
  const pattern = names.find((name) => name === params.get('pattern')) ?? 'list';
  const go = (next: Record<string, string>) =>
    setParams({ pattern, show: state, ...next }, { replace: true });
  return (
    <Page title={t('samples.title')} lead={t('samples.lead')}>
      <StatePicker value={state} onChange={(show) => go({ show })} />
      <Tabs
        activeKey={pattern}
        onChange={(key) => go({ pattern: key })}
        destroyOnHidden
        items={names.map((name) => {
          const Sample = patterns[name];
          return { key: name, label: t(`samples.${name}`), children: <Sample key={state} state={state} /> };
        })}
      />
    </Page>
  );
};
export default Samples;
