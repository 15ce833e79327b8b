import type { Task } from '@geoarchive/contract/shared.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { timelinessOf } from '@geoarchive/domain/supervision/timeliness.ts';
import { useTranslation } from 'react-i18next';
import { sourceNames, taskStateNames } from '../codes/names.ts';
import { Facts } from '../detail/Facts.tsx';
import { StateTag } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';

const silent: readonly Task['state'][] = ['withdrawn', 'no-data'];

/** Whether a task is on time, in words, with the day that counts; nothing of one that is owed no more. */
const useTimeliness = (task: Task): { words: string; late: boolean } | undefined => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  if (silent.includes(task.state)) return undefined;
  const { until, overdueSince } = timelinessOf(task, dayOf(new Date()));
  if (overdueSince !== undefined)
    return {
      words: t(task.state === 'open' ? 'taskPage.overdueSince' : 'taskPage.cameLate', {
        day: day(overdueSince),
      }),
      late: true,
    };
  if (task.state !== 'open') return { words: t('taskPage.cameOnTime'), late: false };
  return {
    words: t(until === task.due ? 'taskPage.onTime' : 'taskPage.inCorrection', { day: day(until) }),
    late: false,
  };
};

/** What a task is, until when it is due and how it stands, for staff and submitters alike. */
export const TaskFacts = ({ of }: { of: Task }) => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const timeliness = useTimeliness(of);
  const { reminded } = of;
  return (
    <Facts
      items={[
        { label: t('tasks.number'), value: <code>{of.number}</code> },
        { label: t('tasks.state'), value: say(taskStateNames[of.state]) },
        {
          label: t('taskPage.released'),
          value:
            of.state !== 'no-data' || of.released === undefined
              ? undefined
              : t('taskPage.releasedBy', {
                  statement: of.released.statement,
                  paper: of.released.paper,
                  on: day(of.released.on),
                }),
        },
        { label: t('tasks.due'), value: day(of.due) },
        {
          label: t('taskPage.timeliness'),
          value: timeliness && (
            <StateTag tone={timeliness.late ? 'bad' : 'good'}>{timeliness.words}</StateTag>
          ),
        },
        {
          label: t('taskPage.handIns'),
          value:
            of.handIns === undefined || of.handIns.length === 0
              ? undefined
              : of.handIns.map(({ depositId, on, correctBy }) => (
                  <div key={`${depositId} ${on}`}>
                    {correctBy === undefined
                      ? day(on)
                      : t('taskPage.returnedUntil', { on: day(on), correctBy: day(correctBy) })}
                  </div>
                )),
        },
        {
          label: t('taskPage.reminded'),
          value:
            reminded &&
            t(reminded.stage < 0 ? 'taskPage.remindedAfter' : 'taskPage.remindedBefore', {
              days: Math.abs(reminded.stage),
              due: day(reminded.due),
            }),
        },
        { label: t('tasks.source'), value: say(sourceNames[of.source]) },
        { label: t('publication.licenceNumber'), value: of.licenceNumber },
        {
          label: t('publication.licenceEnd'),
          value: of.licenceEnd === undefined ? undefined : day(of.licenceEnd),
        },
        { label: t('tasks.organisation'), value: of.organisation },
        { label: t('publication.node'), value: of.node },
      ]}
    />
  );
};
