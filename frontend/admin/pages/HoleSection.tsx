import { holes } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { SectionView } from '@geoarchive/frontend-shared/drawings/SectionView.tsx';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Empty, Failed, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostHoles, useChosenHoles, useHolesWhole } from '../holes/use-section.ts';

const offered = 20;
const fewest = 2;

/** Several holes along a line, their strata joined. The address names them, so that a section can be sent to a colleague. */
const HoleSection = () => {
  const { t } = useTranslation();
  const [chosen, choose] = useChosenHoles();
  const [words, setWords] = useState('');
  const found = useRead(holes.listHoles, { query: { q: words, limit: offered } }, { enabled: words !== '' });
  const { whole, pending, error } = useHolesWhole(chosen);
  const names = new Map([
    ...(found.data?.items ?? []).map(({ id, header }) => [id, header.hole] as const),
    ...whole.map(({ id, hole }) => [id, hole.header.hole] as const),
  ]);
  return (
    <Page
      title={t('holes.section')}
      lead={t('holes.sectionLead')}
      back={{ to: '/holes', label: t('nav.holes') }}
    >
      <Panel title={t('holes.sectionHoles')}>
        <Select
          mode="multiple"
          aria-label={t('holes.sectionHoles')}
          placeholder={t('holes.sectionAdd')}
          style={{ width: '100%' }}
          maxCount={mostHoles}
          value={chosen}
          onChange={choose}
          loading={found.isFetching}
          showSearch={{ filterOption: false, onSearch: setWords }}
          options={[...names].map(([value, label]) => ({ value, label }))}
        />
      </Panel>
      {error !== undefined && <Failed error={error} />}
      {chosen.length < fewest ? (
        <Empty title={t('holes.sectionEmpty')} hint={t('holes.sectionEmptyHint')} />
      ) : (
        <Panel title={t('holes.sectionDrawing')}>
          {pending && <Loading rows={3} />}
          {whole.length >= fewest && <SectionView holes={whole} />}
        </Panel>
      )}
    </Page>
  );
};
export default HoleSection;
