import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { supervision } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { DueProof } from '@geoarchive/frontend-shared/tasks/DueProof.tsx';
import { TaskFacts } from '@geoarchive/frontend-shared/tasks/TaskFacts.tsx';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CasesOf } from '../cases/CasesOf.tsx';
import { Accuse } from '../chases/Accuse.tsx';
import { archiveReaders, caseReaders } from '../roles.ts';
import { DueActions } from '../tasks/DueActions.tsx';
import { TaskHistory } from '../tasks/TaskHistory.tsx';
import { TaskPapers } from '../tasks/TaskPapers.tsx';

type Found = ReplyOf<typeof supervision.getTask>;

const Deposits = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  if (of.deposits.length === 0) return <p className="ga-soft">{t('taskPage.noDeposits')}</p>;
  return of.deposits.map(({ depositId, standing }) => (
    <div key={depositId}>
      <p>
        <code>{depositId}</code> · {t(`taskPage.standings.${standing}`)}
      </p>
      <TaskPapers deposit={depositId} />
    </div>
  ));
};

const Content = ({ of }: { of: Found }) => {
  const { t } = useTranslation();
  const roles = usePerson()?.roles ?? [];
  const papers = reaches(archiveReaders, roles);
  const cases = reaches(caseReaders, roles);
  return (
    <>
      <div className="ga-columns">
        <Panel title={t('taskPage.facts')}>
          <TaskFacts of={of} />
        </Panel>
        <Panel
          title={t('proof.title')}
          extra={of.basis && <Link to={`/registers/${of.basis.registerId}`}>{t('taskPage.toRegister')}</Link>}
        >
          {of.basis === undefined && <p className="ga-soft">{t('taskPage.imported')}</p>}
          <DueProof of={of} />
        </Panel>
      </div>
      {papers && (
        <>
          <Panel title={t('taskPage.deposits')}>
            <Deposits of={of} />
          </Panel>
          <Panel title={t('taskPage.papers')}>
            <TaskPapers concerns={of.id} />
          </Panel>
        </>
      )}
      {cases && <CasesOf of={of.id} about={{ kind: 'task', id: of.id }} />}
      <Panel title={t('registers.history')}>
        <TaskHistory rows={of.history} />
      </Panel>
    </>
  );
};

/** One task: until when and why, what was handed in for it, what was decided and told, and the way to decide another day. */
const Task = () => {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useRead(supervision.getTask, { params: { id } });
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t('taskPage.task')}
      lead={found?.number}
      back={{ to: '/tasks', label: t('nav.tasks') }}
      actions={
        found && (
          <Flex gap={12} wrap>
            <Accuse task={found} />
            <DueActions task={found} />
          </Flex>
        )
      }
    >
      <QueryView query={query}>{(of) => <Content of={of} />}</QueryView>
    </Page>
  );
};
export default Task;
