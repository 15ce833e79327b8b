import { documents } from '@geoarchive/contract/routes.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { DocumentState } from '@geoarchive/frontend-shared/documents/DocumentState.tsx';
import { SaysFacts } from '@geoarchive/frontend-shared/documents/SaysFacts.tsx';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CasesOf } from '../cases/CasesOf.tsx';
import { DocumentActions } from '../documents/DocumentActions.tsx';

/** One paper: what it says, whether it holds, how often it was printed. */
const Document = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const { number = '' } = useParams();
  const query = useRead(documents.getDocument, { params: { number } });
  const found = query.data;
  return (
    <Page
      title={found === undefined ? number : `${say(documentKinds[found.kind].name)} ${found.number}`}
      back={{ to: '/documents', label: t('nav.documents') }}
      lead={found && <DocumentState of={found.state} />}
      actions={found && <DocumentActions of={found} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            {of.voided !== undefined && (
              <Alert
                type="error"
                showIcon
                className="ga-notice"
                title={t('documents.voidedBy', { by: of.voided.by, at: time(of.voided.at) })}
                description={
                  <>
                    {of.voided.reason}
                    {of.voided.replacedBy !== undefined && (
                      <>
                        {' '}
                        <Link to={`/documents/${of.voided.replacedBy}`}>
                          {t('documents.replacedBy', { number: of.voided.replacedBy })}
                        </Link>
                      </>
                    )}
                  </>
                }
              />
            )}
            <Panel title={t('documents.says')}>
              <SaysFacts says={of.says} />
            </Panel>
            <Panel title={t('documents.about')}>
              <Facts
                items={[
                  { label: t('documents.issuedAt'), value: time(of.issuedAt) },
                  { label: t('documents.code'), value: <code>{of.code}</code> },
                  { label: t('documents.prints'), value: formatCount(of.prints) },
                  { label: t('documents.sha256'), value: <code>{of.sha256}</code> },
                ]}
              />
            </Panel>
            {of.says.kind === 'no-data-receipt' && of.concerns !== undefined && (
              <p>
                <Link to={`/tasks/${of.concerns}`}>{t('taskPage.task')}</Link>
              </p>
            )}
            {of.depositId !== undefined && (
              <CasesOf of={of.depositId} about={{ kind: 'document', id: of.number }} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Document;
