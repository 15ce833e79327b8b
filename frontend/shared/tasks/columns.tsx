import type { Task } from '@geoarchive/contract/shared.ts';
import { type TaskSource, taskSources } from '@geoarchive/domain/publication.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sourceNames, taskStateNames } from '../codes/names.ts';
import { StateTag, type Tone } from '../detail/StateTag.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import type { Column } from '../list/column.ts';
import { daysLeft, termWords, type Urgency, urgencyOf } from './due.ts';
import { ProofButton } from './ProofButton.tsx';

const states = ['open', 'handed-in', 'accepted', 'certified', 'no-data'] as const;
export const urgencyTones: Readonly<Record<Urgency, Tone>> = {
  late: 'bad',
  soon: 'attention',
  later: 'neutral',
  done: 'good',
};
const urgencies: Urgency[] = ['late', 'soon', 'later', 'done'];

/** The columns of a list of tasks. */
export const useTaskColumns = (): Column<Task>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(() => {
    const now = new Date();
    const source = (value: TaskSource) => say(sourceNames[value]);
    const urgency = (row: Task) =>
      t(`tasks.urgency.${termWords(row, now)}`, { days: Math.abs(daysLeft(row, now)) });
    return [
      { key: 'number', heading: t('tasks.number'), text: (row) => row.number, width: 140 },
      { key: 'name', heading: t('tasks.name'), text: (row) => row.name, width: 210 },
      {
        key: 'source',
        heading: t('tasks.source'),
        text: (row) => source(row.source),
        filter: taskSources.map((value) => ({ value, label: source(value) })),
        filterBy: (row) => row.source,
        width: 110,
      },
      {
        key: 'due',
        heading: t('tasks.due'),
        text: (row) => day(row.due),
        show: (row) => (
          <>
            {day(row.due)} <ProofButton task={row} />
          </>
        ),
        order: (row) => row.due,
        width: 125,
      },
      {
        key: 'urgency',
        heading: t('tasks.term'),
        text: urgency,
        show: (row) => <StateTag tone={urgencyTones[urgencyOf(row, now)]}>{urgency(row)}</StateTag>,
        filter: urgencies.map((value) => ({ value, label: t(`tasks.urgencyName.${value}`) })),
        filterBy: (row) => urgencyOf(row, now),
        order: (row) => daysLeft(row, now),
        width: 115,
      },
      {
        key: 'state',
        heading: t('tasks.state'),
        text: (row) => say(taskStateNames[row.state]),
        filter: states.map((value) => ({ value, label: say(taskStateNames[value]) })),
        filterBy: (row) => row.state,
        width: 95,
      },
    ];
  }, [t, say, day]);
};
