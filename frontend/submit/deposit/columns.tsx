import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { formatBytes, formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { tones } from './state.ts';

const states = statesOf(depositLifecycle);

/** The columns of a list of deposits. */
export const useDepositColumns = (): Column<Deposit>[] => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'title',
        heading: t('description.title'),
        text: (row) => row.title,
        show: (row) => <Link to={`/deposits/${row.id}`}>{row.title}</Link>,
        width: 330,
      },
      {
        key: 'state',
        heading: t('deposit.state'),
        text: (row) => say(depositLifecycle.states[row.state]),
        show: (row) => <StateTag tone={tones[row.state]}>{say(depositLifecycle.states[row.state])}</StateTag>,
        filter: states.map((value) => ({ value, label: say(depositLifecycle.states[value]) })),
        filterBy: (row) => row.state,
        width: 120,
      },
      {
        key: 'files',
        heading: t('deposit.files'),
        text: (row) => formatCount(row.counts.registered),
        order: (row) => row.counts.registered,
        numeric: true,
        width: 90,
      },
      {
        key: 'bytes',
        heading: t('deposit.size'),
        text: (row) => formatBytes(row.counts.bytes),
        order: (row) => row.counts.bytes,
        numeric: true,
        width: 100,
      },
      {
        key: 'number',
        heading: t('deposit.numbers'),
        text: (row) => row.certificateNumber ?? row.archiveNumber ?? row.receipt?.number ?? '',
        width: 190,
      },
      {
        key: 'updated',
        heading: t('deposit.updated'),
        text: (row) => time(row.updatedAt),
        order: (row) => row.updatedAt,
        width: 160,
      },
    ],
    [t, say, time],
  );
};
