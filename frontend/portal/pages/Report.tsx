import { portal } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ReportForm } from '../report/ReportForm.tsx';
import { Sent } from '../report/Sent.tsx';

/** Reports an error in a record, or asks about it, without an account. */
const Report = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(portal.getRecord, { params: { id } });
  const [code, setCode] = useState<string>();
  const found = query.data;
  return (
    <Page
      title={t('report.title')}
      back={{ to: `/records/${id}`, label: t('record.title') }}
      lead={found && `${found.archiveNumber} ${found.title}`}
    >
      {code === undefined ? (
        <QueryView query={query}>
          {(record) => (
            <Panel>
              <ReportForm record={record} onSent={setCode} />
            </Panel>
          )}
        </QueryView>
      ) : (
        <Sent code={code} />
      )}
    </Page>
  );
};
export default Report;
