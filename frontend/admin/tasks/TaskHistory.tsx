import type { ReplyOf } from '@geoarchive/contract/route.ts';
import type { supervision } from '@geoarchive/contract/routes.ts';
import { Rows } from '@geoarchive/frontend-shared/detail/Rows.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { actionName } from '../audit/action-names.ts';

type Happened = ReplyOf<typeof supervision.getTask>['history'][number];

/** What happened to a task, newest first, with days and reasons. */
export const TaskHistory = ({ rows }: { rows: readonly Happened[] }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const days = ({ before, due, stage }: Happened): string[] => [
    ...(before === undefined && due === undefined
      ? []
      : [[before, due].flatMap((one) => (one === undefined ? [] : [day(one)])).join(' → ')]),
    ...(stage === undefined
      ? []
      : [t(stage < 0 ? 'taskPage.stageAfter' : 'taskPage.stageBefore', { days: Math.abs(stage) })]),
  ];
  return (
    <Rows
      label={t('registers.history')}
      rows={rows.map((row, at) => ({ ...row, key: `${at}` }))}
      rowKey={({ key }) => key}
      columns={[
        { key: 'at', title: t('registers.at'), show: ({ at }) => time(at), width: 160 },
        { key: 'by', title: t('registers.by'), show: ({ by }) => by, width: 140 },
        {
          key: 'action',
          title: t('registers.action'),
          show: ({ action }) => {
            const name = actionName(action);
            return name === undefined ? <code>{action}</code> : say(name);
          },
          width: 260,
        },
        {
          key: 'what',
          title: t('taskPage.what'),
          show: (row) => [...days(row), ...(row.reason === undefined ? [] : [row.reason])].join(' · '),
        },
      ]}
    />
  );
};
