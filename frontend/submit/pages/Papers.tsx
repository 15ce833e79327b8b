import { documents } from '@geoarchive/contract/routes.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { DocumentState } from '@geoarchive/frontend-shared/documents/DocumentState.tsx';
import { PrintButton } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { SaysFacts } from '@geoarchive/frontend-shared/documents/SaysFacts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OwnBars } from '../organisation/OwnBars.tsx';

const lookAgainMs = 30_000;

/** Demands, orders and penalties for the organisation: in full, to be printed and to be contested. */
const Papers = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const api = useApi();
  const query = useRead(documents.listLegalPapers, { query: { limit: 100 } }, { refreshMs: lookAgainMs });
  return (
    <Page title={t('nav.papers')} lead={t('legal.lead')}>
      <OwnBars />
      <QueryView query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('legal.empty')} hint={t('legal.emptyHint')} />
          ) : (
            items.map(({ number, kind, says, state, issuedAt, voided }) => (
              <Panel
                key={number}
                title={`${say(documentKinds[kind].name)} ${number}`}
                extra={
                  <Flex gap={12} align="center" wrap>
                    <Link
                      to={`/cases/new?about=document&id=${number}`}
                      aria-label={t('cases.contestPaper', { number })}
                    >
                      {t('cases.contest')}
                    </Link>
                    <PrintButton
                      number={number}
                      print={(body) => api.call(documents.printOwnDocument, { params: { number }, body })}
                    />
                  </Flex>
                }
              >
                {voided !== undefined && (
                  <Alert
                    type="error"
                    showIcon
                    className="ga-notice"
                    title={t('legal.voided', { at: time(voided.at) })}
                    description={voided.reason}
                  />
                )}
                <SaysFacts
                  says={says}
                  before={[
                    { label: t('documents.issuedAt'), value: time(issuedAt) },
                    { label: t('documents.state'), value: <DocumentState of={state} /> },
                  ]}
                />
              </Panel>
            ))
          )
        }
      </QueryView>
    </Page>
  );
};
export default Papers;
