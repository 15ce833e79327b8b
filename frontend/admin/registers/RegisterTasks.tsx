import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { supervision } from '@geoarchive/contract/routes.ts';
import { taskStateNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { urgencyTones } from '@geoarchive/frontend-shared/tasks/columns.tsx';
import { DueProof } from '@geoarchive/frontend-shared/tasks/DueProof.tsx';
import { daysLeft, termWords, urgencyOf } from '@geoarchive/frontend-shared/tasks/due.ts';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Task = ReplyOf<typeof supervision.getRegister>['tasks'][number];

/** The tasks made from an entry, by due date, each with why it is due then. */
export const RegisterTasks = ({ tasks }: { tasks: readonly Task[] }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const now = new Date();
  if (tasks.length === 0) return <p className="ga-soft">{t('registers.noTasks')}</p>;
  return (
    <ul className="ga-rows">
      {tasks.map((task) => (
        <li key={task.id}>
          <Flex gap={12} align="center" wrap>
            <strong>
              <Link to={`/tasks/${task.id}`}>{task.name}</Link>
            </strong>
            <span className="ga-numeric">{t('registers.dueOn', { day: day(task.due) })}</span>
            {task.state === 'open' && (
              <StateTag tone={urgencyTones[urgencyOf(task, now)]}>
                {t(`tasks.urgency.${termWords(task, now)}`, { days: Math.abs(daysLeft(task, now)) })}
              </StateTag>
            )}
            <StateTag tone={task.state === 'withdrawn' ? 'neutral' : 'active'}>
              {say(taskStateNames[task.state])}
            </StateTag>
            <span className="ga-soft">
              {task.number} · {task.organisation} · {task.node}
            </span>
          </Flex>
          {task.basis !== undefined && (
            <details>
              <summary>{t('proof.title')}</summary>
              <DueProof of={task} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
};
