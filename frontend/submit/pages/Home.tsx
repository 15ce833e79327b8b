import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import type { Task } from '@geoarchive/contract/shared.ts';
import { usePages } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { Figures } from '@geoarchive/frontend-shared/dashboard/Figures.tsx';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { type RowSource, useRows } from '@geoarchive/frontend-shared/list/source.ts';
import { UnreadNotices } from '@geoarchive/frontend-shared/notices/UnreadNotices.tsx';
import { Failed, Loading } from '@geoarchive/frontend-shared/states/states.tsx';
import { isLate, isSoon } from '@geoarchive/frontend-shared/tasks/due.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

const counts = (tasks: readonly Task[], deposits: readonly Deposit[]) => {
  const now = new Date();
  const inState = (...states: Deposit['state'][]) =>
    deposits.filter(({ state }) => states.includes(state)).length;
  return {
    late: tasks.filter((task) => isLate(task, now)).length,
    soon: tasks.filter((task) => isSoon(task, now)).length,
    returned: inState('returned'),
    preparing: inState('open', 'checking', 'checked'),
    waiting: inState('submitted', 'sealed', 'accepted'),
    certified: inState('certified'),
  };
};

const Numbers = ({ tasks, deposits }: { tasks: RowSource<Task>; deposits: RowSource<Deposit> }) => {
  const { t } = useTranslation();
  for (const source of [tasks, deposits])
    if (source.rows === undefined && source.error !== null)
      return <Failed error={source.error} onRetry={source.again} />;
  if (tasks.rows === undefined || deposits.rows === undefined) return <Loading rows={3} />;
  const n = counts(tasks.rows, deposits.rows);
  return (
    <Figures
      items={[
        { label: t('home.late'), value: n.late, to: '/tasks?urgency=late', attention: true },
        { label: t('home.soon'), value: n.soon, to: '/tasks?urgency=soon' },
        { label: t('home.returned'), value: n.returned, to: '/deposits?state=returned', attention: true },
        {
          label: t('home.preparing'),
          value: n.preparing,
          to: '/deposits?state=open&state=checking&state=checked',
        },
        {
          label: t('home.waiting'),
          value: n.waiting,
          to: '/deposits?state=submitted&state=sealed&state=accepted',
        },
        { label: t('home.certified'), value: n.certified, to: '/deposits?state=certified' },
      ]}
    />
  );
};

const Home = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const person = usePerson();
  const tasks = useRows<Task>(usePages<Task, typeof intake.listTasks>(intake.listTasks), true);
  const deposits = useRows<Deposit>(usePages<Deposit, typeof intake.listDeposits>(intake.listDeposits), true);
  return (
    <Page
      title={t('home.title', { name: person?.name ?? '' })}
      lead={t('home.lead')}
      actions={
        <Button type="primary" size="large" onClick={() => void navigate('/new')}>
          {t('nav.new')}
        </Button>
      }
    >
      <Numbers tasks={tasks} deposits={deposits} />
      <UnreadNotices />
      <Panel title={t('home.steps')}>
        <ol className="ga-plain-list">
          {(['secrecy', 'describe', 'files', 'report', 'handIn', 'certificate'] as const).map((step) => (
            <li key={step}>{t(`home.step.${step}`)}</li>
          ))}
        </ol>
      </Panel>
    </Page>
  );
};
export default Home;
