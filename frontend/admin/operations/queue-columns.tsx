import { planeNames, planes } from '@geoarchive/domain/planes.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ageText } from './age.ts';
import type { QueueRow } from './use-queues.ts';

/** The columns of the list of dead-letter queues. */
export const useQueueColumns = (): Column<QueueRow>[] => {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  return useMemo(() => {
    const now = new Date();
    // What was looked at may not be all: then the oldest is at least this old.
    const age = ({ oldest, looked, waiting }: QueueRow) => {
      if (oldest === undefined) return '';
      const text = ageText(oldest, now, language);
      return looked < waiting ? t('letters.atLeast', { age: text }) : text;
    };
    return [
      {
        key: 'name',
        heading: t('letters.queue'),
        text: (row) => row.name,
        show: (row) => <Link to={`/dead-letters/${row.plane}/${row.name}`}>{row.name}</Link>,
        width: 130,
      },
      {
        key: 'plane',
        heading: t('letters.plane'),
        text: (row) => say(planeNames[row.plane]),
        filter: planes.map((value) => ({ value, label: say(planeNames[value]) })),
        filterBy: (row) => row.plane,
        width: 90,
      },
      {
        key: 'waiting',
        heading: t('letters.waiting'),
        text: (row) => formatCount(row.waiting),
        order: (row) => row.waiting,
        numeric: true,
        width: 80,
      },
      {
        key: 'oldest',
        heading: t('letters.oldest'),
        text: age,
        order: (row) => (row.oldest === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(row.oldest)),
        width: 120,
      },
      {
        key: 'impact',
        heading: t('letters.impact'),
        text: (row) => say(row.impact),
        sortable: false,
        width: 420,
      },
      {
        key: 'runbook',
        heading: t('letters.runbook'),
        text: (row) => row.name,
        show: (row) => <code>{`runbook.md#${row.name}`}</code>,
        sortable: false,
        width: 190,
      },
    ];
  }, [t, say, language]);
};
