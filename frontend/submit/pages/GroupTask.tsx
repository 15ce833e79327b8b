import { intake } from '@geoarchive/contract/routes.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { DocumentState } from '@geoarchive/frontend-shared/documents/DocumentState.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { DueProof } from '@geoarchive/frontend-shared/tasks/DueProof.tsx';
import { TaskFacts } from '@geoarchive/frontend-shared/tasks/TaskFacts.tsx';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

/** One task of a subsidiary: until when and why, and how its papers stand. Nothing can be done here. */
const GroupTask = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const { id = '' } = useParams();
  const query = useRead(intake.getGroupTask, { params: { id } });
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t('taskPage.task')}
      lead={found && t('group.of', { organisation: found.organisationName })}
      back={{ to: '/group', label: t('nav.group') }}
    >
      <QueryView query={query}>
        {(of) => (
          <>
            <div className="ga-columns">
              <Panel title={t('taskPage.facts')}>
                <TaskFacts of={of} />
              </Panel>
              <Panel title={t('proof.title')}>
                {of.basis === undefined && <p className="ga-soft">{t('taskPage.imported')}</p>}
                <DueProof of={of} />
              </Panel>
            </div>
            <Panel title={t('taskPage.papers')}>
              {of.papers.length === 0 ? (
                <p className="ga-soft">{t('taskPage.noPapers')}</p>
              ) : (
                <ul className="ga-rows">
                  {of.papers.map(({ number, kind, state, issuedAt }) => (
                    <li key={number}>
                      <strong>{say(documentKinds[kind].name)}</strong> <code>{number}</code>{' '}
                      <DocumentState of={state} /> <span className="ga-soft">{time(issuedAt)}</span>
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default GroupTask;
