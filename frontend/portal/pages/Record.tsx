import type { PublicRecord, RecordUsage } from '@geoarchive/contract/portal.ts';
import { portal } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { DescriptionFacts } from '@geoarchive/frontend-shared/detail/DescriptionFacts.tsx';
import type { Box } from '@geoarchive/frontend-shared/format/coordinates.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { AreaMap } from '@geoarchive/frontend-shared/map/AreaMap.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AddToBasket } from '../basket/AddToBasket.tsx';
import { Cite } from '../record/Cite.tsx';
import { Files } from '../record/Files.tsx';
import { Usage } from '../record/Usage.tsx';

const Location = ({ box, label }: { box: Box | undefined; label: string }) => {
  const { t } = useTranslation();
  const areas = useMemo(() => (box === undefined ? [] : [{ id: 'area', label: '', box }]), [box]);
  return (
    <Panel title={t('record.location')}>
      <AreaMap label={label} areas={areas} />
    </Panel>
  );
};

const Content = ({ record }: { record: PublicRecord & { usage?: RecordUsage | undefined } }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const { nodes } = useConfig();
  const node = nodes.find(({ code }) => code === record.node);
  return (
    <>
      <Files record={record} />
      <div className="ga-columns">
        <Panel title={t('record.description')}>
          <DescriptionFacts
            of={record}
            before={[
              { label: t('record.archiveNumber'), value: <strong>{record.archiveNumber}</strong> },
              { label: t('record.code'), value: <code>{record.code}</code> },
              { label: t('record.node'), value: node === undefined ? record.node : say(node.name) },
              { label: t('record.submitted'), value: day(record.submitted) },
              { label: t('record.published'), value: day(record.publishedAt) },
              { label: t('record.version'), value: record.version },
            ]}
          />
        </Panel>
        <div>
          <Location box={record.bbox} label={record.title} />
          <Cite record={record} />
          <Usage of={record.usage} />
        </div>
      </div>
    </>
  );
};

const Record = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(portal.getRecord, { params: { id } });
  return (
    <Page
      title={query.data?.title ?? t('record.title')}
      back={{ to: '/search', label: t('nav.search') }}
      actions={
        query.data !== undefined && (
          <>
            <AddToBasket record={query.data} />
            <Link to={`/records/${id}/report`}>
              <Button>{t('record.report')}</Button>
            </Link>
          </>
        )
      }
    >
      <QueryView query={query}>{(record) => <Content record={record} />}</QueryView>
    </Page>
  );
};
export default Record;
