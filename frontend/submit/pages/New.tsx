import { intake } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { usePages, useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { Failed, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { NewForm } from '../new/NewForm.tsx';
import { type DepositInput, fromTask } from '../new/values.ts';

const New = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const taskId = params.get('task');
  const tasks = useRows<Task>(usePages<Task, typeof intake.listTasks>(intake.listTasks), taskId !== null);
  const create = useWrite(intake.createDeposit);
  const task = tasks.rows?.find(({ id }) => id === taskId);
  const looking = taskId !== null && task === undefined;
  return (
    <Page title={t('nav.new')} lead={t('new.lead')} back={{ to: '/deposits', label: t('nav.deposits') }}>
      {looking && tasks.error !== null && <Failed error={tasks.error} onRetry={tasks.again} />}
      {looking && tasks.error === null && !tasks.complete && <Loading />}
      {(!looking || tasks.complete) && (
        <NewForm
          name={`new-${task?.id ?? 'free'}`}
          start={task === undefined ? {} : fromTask(task)}
          task={task}
          error={create.error}
          busy={create.isPending}
          onSend={async (input: DepositInput) => {
            const made = await create.mutateAsync({ body: input });
            await navigate(`/deposits/${made.id}`);
          }}
        />
      )}
    </Page>
  );
};
export default New;
