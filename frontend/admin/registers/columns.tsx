import type { Register } from '@geoarchive/contract/supervision.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { organisationPath } from '../organisations/words.ts';
import { useRegisterWords } from './words.ts';

/** Who holds it now, by name where one is known. */
export const holderOf = ({ holder, holderName }: Register): string =>
  [holderName, holder].filter((part) => part !== undefined).join(' · ');

/** The columns of a list of registers; `kinds` where it holds several kinds. They come by number: other orders would need all. */
export const useRegisterColumns = (kinds: boolean): Column<Register>[] => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { term, happening, region } = useRegisterWords();
  return useMemo(() => {
    const columns: Column<Register>[] = [
      {
        key: 'number',
        heading: t('registers.number'),
        text: (row) => row.number,
        show: (row) => <Link to={`/registers/${row.id}`}>{row.number}</Link>,
        width: 190,
      },
      ...(kinds
        ? [
            {
              key: 'kind',
              heading: t('registers.kind'),
              text: (row: Register) => say(taskSourceNames[row.kind]),
              width: 110,
            },
          ]
        : []),
      { key: 'name', heading: t('registers.name'), text: (row) => row.name, width: 220 },
      {
        key: 'holder',
        heading: t('registers.holder'),
        text: holderOf,
        show: (row) =>
          row.holder !== undefined && <Link to={organisationPath(row.holder)}>{holderOf(row)}</Link>,
        width: 170,
      },
      {
        key: 'term',
        heading: t('registers.lastTerm'),
        text: ({ terms }) => {
          const last = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1);
          return last === undefined ? '' : term(last);
        },
        width: 190,
      },
      {
        key: 'regions',
        heading: t('registers.regions'),
        text: ({ regions }) => regions.map(region).join('、'),
        width: 140,
      },
      {
        key: 'happenings',
        heading: t('registers.happenings'),
        text: ({ happenings }) => happenings.map(happening).join('；'),
        width: 150,
      },
      { key: 'node', heading: t('publication.node'), text: (row) => row.node, width: 90 },
    ];
    return columns.map((column) => ({ ...column, sortable: false }));
  }, [t, say, kinds, term, happening, region]);
};
