import type { Registered } from '@geoarchive/contract/organisations.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { organisationPath, useOrganisationWords } from './words.ts';

/** The columns of the register of organisations. They come by code: other orders would need all. */
export const useOrganisationColumns = (): Column<Registered>[] => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const { province } = useOrganisationWords();
  return useMemo(() => {
    const columns: Column<Registered>[] = [
      {
        key: 'name',
        heading: t('organisations.name'),
        text: ({ name }) => name,
        show: ({ code, name }) => <Link to={organisationPath(code)}>{name}</Link>,
        width: 230,
      },
      { key: 'code', heading: t('organisations.code'), text: ({ code }) => code, width: 150 },
      {
        key: 'creditCode',
        heading: t('organisations.fields.creditCode'),
        text: ({ creditCode }) => creditCode ?? '',
        width: 175,
      },
      {
        key: 'province',
        heading: t('organisations.fields.province'),
        text: (row) => (row.province === undefined ? '' : province(row.province)),
        width: 110,
      },
      {
        key: 'parent',
        heading: t('organisations.fields.parent'),
        text: ({ parent }) => parent ?? '',
        show: ({ parent }) => parent !== undefined && <Link to={organisationPath(parent)}>{parent}</Link>,
        width: 130,
      },
      {
        key: 'updatedAt',
        heading: t('registers.updatedAt'),
        text: ({ updatedAt }) => time(updatedAt),
        width: 150,
      },
    ];
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [t, time, province]);
};
