import type { CodeListHead } from '@geoarchive/contract/codes.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The code lists of the system: how many entries, from where, edited or not. */
const Codes = () => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const columns = useMemo((): Column<CodeListHead>[] => {
    const count = (key: keyof CodeListHead['counts']) => ({
      key,
      heading: t(`codes.counts.${key}`),
      text: (row: CodeListHead) => formatCount(row.counts[key]),
      order: (row: CodeListHead) => row.counts[key],
      numeric: true,
      width: 90,
    });
    return [
      {
        key: 'name',
        heading: t('codes.name'),
        text: (row) => say(row.name),
        show: (row) => <Link to={`/codes/${row.id}?standing=valid`}>{say(row.name)}</Link>,
        width: 150,
      },
      count('valid'),
      count('entries'),
      count('coded'),
      {
        key: 'edited',
        heading: t('codes.editedWhen'),
        text: ({ edited, fixed }) =>
          edited === undefined
            ? t(fixed === undefined ? 'codes.asShipped' : 'codes.isFixed')
            : t('codes.editedShort', { by: edited.by, at: time(edited.at) }),
        order: (row) => row.edited?.at ?? '',
        width: 170,
      },
      { key: 'source', heading: t('codes.source'), text: (row) => say(row.source), width: 330 },
    ];
  }, [t, say, time]);
  const list = useList<CodeListHead, typeof codes.listCodeLists>(codes.listCodeLists, columns);
  return (
    <Page title={t('nav.codes')} lead={t('codes.lead')}>
      <DataList
        {...list}
        label={t('nav.codes')}
        rowKey={(row) => row.id}
        empty={{ title: t('codes.empty'), hint: t('codes.emptyHint') }}
      />
    </Page>
  );
};
export default Codes;
