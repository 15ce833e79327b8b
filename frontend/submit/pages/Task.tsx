import { intake } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { DueProof } from '@geoarchive/frontend-shared/tasks/DueProof.tsx';
import { TaskFacts } from '@geoarchive/frontend-shared/tasks/TaskFacts.tsx';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CasesOfTask } from '../cases/CasesOfTask.tsx';
import { TaskPapers } from '../cases/TaskPapers.tsx';

const lookAgainMs = 20_000;

/** One task of the own organisation: until when and why, its papers, and the statements about it. */
const Task = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(intake.getOwnTask, { params: { id } }, { refreshMs: lookAgainMs });
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t('taskPage.task')}
      lead={found?.number}
      back={{ to: '/tasks', label: t('nav.tasks') }}
      actions={
        found?.depositId !== undefined ? (
          <Link to={`/deposits/${found.depositId}`}>{t('tasks.toDeposit')}</Link>
        ) : found?.state === 'open' ? (
          <Link to={`/new?task=${found.id}`}>{t('tasks.start')}</Link>
        ) : null
      }
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
            <TaskPapers id={of.id} />
            <CasesOfTask task={of} />
          </>
        )}
      </QueryView>
    </Page>
  );
};
export default Task;
