import type { StoredBar } from '@geoarchive/contract/bars.ts';
import { barEndNames, barKindNames } from '@geoarchive/domain/supervision/bars.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export const partyOf = ({ organisation, organisationName }: StoredBar): string =>
  [organisationName, organisation].filter((part) => part !== undefined).join(' · ');

/** Why a bar ended, in words. */
export const useEndText = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return ({ ended }: StoredBar): string =>
    ended === undefined
      ? ''
      : `${day(ended.on)} ${ended.reason === 'lifted' ? t('bars.lifted') : say(barEndNames[ended.reason])}`;
};

/** The columns of a list of bars, the newest first. */
export const useBarColumns = (): Column<StoredBar>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  const end = useEndText();
  return useMemo(() => {
    const columns: Column<StoredBar>[] = [
      {
        key: 'party',
        heading: t('bars.party'),
        text: partyOf,
        show: (row) => <Link to={`/bars/${row.id}`}>{partyOf(row)}</Link>,
        width: 260,
      },
      { key: 'kind', heading: t('bars.kind'), text: ({ kind }) => say(barKindNames[kind]), width: 170 },
      { key: 'from', heading: t('bars.from'), text: ({ from }) => day(from), width: 120 },
      {
        key: 'until',
        heading: t('bars.until'),
        text: (row) => end(row) || (row.until === undefined ? t('bars.untilComplete') : day(row.until)),
        width: 220,
      },
      { key: 'paper', heading: t('bars.paper'), text: ({ cause }) => cause.number, width: 180 },
      { key: 'node', heading: t('publication.node'), text: ({ node }) => node, width: 90 },
    ];
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [t, say, day, end]);
};
