import type { CaseEvidence } from '@geoarchive/contract/case-parts.ts';
import { cases } from '@geoarchive/contract/routes.ts';
import { caseKinds, subjectKinds } from '@geoarchive/domain/cases/kinds.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { CaseStateTag } from '@geoarchive/frontend-shared/cases/CaseStateTag.tsx';
import { Conversation } from '@geoarchive/frontend-shared/cases/Conversation.tsx';
import { Outcome } from '@geoarchive/frontend-shared/cases/Outcome.tsx';
import { useStatementFacts } from '@geoarchive/frontend-shared/cases/statement-facts.tsx';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { OpenLink } from '@geoarchive/frontend-shared/files/OpenLink.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { OwnActions } from '../cases/OwnActions.tsx';

const lookAgainMs = 10_000;

/** One case of the own organisation: how it stands, what was said, what can be done. */
const Case = () => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const statement = useStatementFacts();
  const { id = '' } = useParams();
  const api = useApi();
  const query = useRead(cases.getOwnCase, { params: { id } }, { refreshMs: lookAgainMs });
  const found = query.data;
  const fromArchive = ({ id: evidence, name }: CaseEvidence) => (
    <OpenLink path={name} link={() => api.call(cases.openOwnEvidence, { params: { id, evidence } })} />
  );
  return (
    <Page
      title={found === undefined ? t('cases.case') : `${found.number ?? ''} ${found.title}`.trim()}
      back={{ to: '/cases', label: t('nav.cases') }}
      lead={found && <CaseStateTag of={found.state} />}
      actions={found && <OwnActions of={found} />}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            {of.number === undefined && (
              <Alert type="info" showIcon className="ga-notice" title={t('cases.onItsWayNotice')} />
            )}
            {of.state === 'waiting' && (
              <Alert type="warning" showIcon className="ga-notice" title={t('cases.waitingNotice')} />
            )}
            <Outcome of={of} evidence={fromArchive} />
            <Panel title={t('cases.facts')}>
              <Facts
                items={[
                  { label: t('cases.kind'), value: say(caseKinds[of.kind].name) },
                  {
                    label: t('cases.subject'),
                    value:
                      of.subject.depositId === undefined ? (
                        of.subject.kind === 'task' ? (
                          <Link to={`/tasks/${of.subject.id}`}>{of.subject.label}</Link>
                        ) : (
                          of.subject.label || say(subjectKinds[of.subject.kind])
                        )
                      ) : (
                        <Link to={`/deposits/${of.subject.depositId}`}>{of.subject.label}</Link>
                      ),
                  },
                  {
                    label: t('cases.against'),
                    value: of.against && <Link to={`/cases/${of.against.id}`}>{of.against.number}</Link>,
                  },
                  ...statement(of.statement),
                  { label: t('cases.openedAt'), value: `${time(of.openedAt)} · ${of.openedBy}` },
                  { label: t('cases.due'), value: of.due === undefined ? undefined : day(of.due) },
                ]}
              />
            </Panel>
            <Panel title={t('cases.conversation')}>
              <Conversation
                messages={of.messages}
                evidence={(one, from) => (from === 'archive' ? fromArchive(one) : one.name)}
              />
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Case;
