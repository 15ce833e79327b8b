import type { CodeRow } from '@geoarchive/contract/codes.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { standingOn, standings } from './standing.ts';

const tones = { valid: 'good', retired: 'neutral', coming: 'attention' } as const;

type Wanted = {
  today: string;
  /** Where the entries below one are; left out where a list is shown whole. */
  below?: ((slug: string) => string) | undefined;
  /** What can be done with an entry; left out for who may do nothing. */
  actions?: ((row: CodeRow) => ReactNode) | undefined;
};

/** The columns of a code list. */
export const useCodeColumns = ({ today, below, actions }: Wanted): Column<CodeRow>[] => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return useMemo(() => {
    const standing = (row: CodeRow) => standingOn(row, today);
    const called = (one: { slug: string; name: CodeRow['name'] }) => say(one.name);
    const columns: Column<CodeRow>[] = [
      { key: 'slug', heading: t('codes.slug'), text: (row) => row.slug, width: 170 },
      { key: 'code', heading: t('codes.code'), text: (row) => row.code, width: 90 },
      {
        key: 'zh',
        heading: t('codes.zh'),
        text: (row) => row.name.zh,
        show: (row) =>
          below !== undefined && row.below > 0 ? (
            <Link to={below(row.slug)}>{t('codes.withBelow', { name: row.name.zh, count: row.below })}</Link>
          ) : (
            row.name.zh
          ),
        width: 200,
      },
      { key: 'en', heading: t('codes.en'), text: (row) => row.name.en, width: 200 },
      {
        key: 'standing',
        heading: t('codes.standing'),
        text: (row) => t(`codes.standings.${standing(row)}`),
        show: (row) => (
          <>
            <StateTag tone={tones[standing(row)]}>{t(`codes.standings.${standing(row)}`)}</StateTag>
            {row.edited && <span className="ga-soft"> {t('codes.isEdited')}</span>}
          </>
        ),
        filter: standings.map((value) => ({ value, label: t(`codes.standings.${value}`) })),
        filterBy: standing,
        width: 130,
      },
      {
        key: 'from',
        heading: t('codes.from'),
        text: (row) => (row.from === undefined ? '' : day(row.from)),
        order: (row) => row.from ?? '',
        width: 120,
      },
      {
        key: 'to',
        heading: t('codes.to'),
        text: (row) => (row.to === undefined ? '' : day(row.to)),
        order: (row) => row.to ?? '',
        width: 120,
      },
      {
        key: 'replacedBy',
        heading: t('codes.replacedBy'),
        text: (row) => (row.replacedBy ?? []).map(called).join('、'),
        width: 140,
      },
      {
        key: 'parent',
        heading: t('codes.parent'),
        text: (row) => (row.parent === undefined ? '' : called(row.parent)),
        width: 150,
      },
    ];
    if (actions === undefined) return columns;
    const acts = {
      key: 'actions',
      heading: t('codes.actions'),
      text: () => '',
      actions: true,
      show: actions,
    };
    return [...columns, { ...acts, sortable: false, width: 170 }];
  }, [t, say, day, today, below, actions]);
};
