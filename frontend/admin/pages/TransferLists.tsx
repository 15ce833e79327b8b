import { transfers } from '@geoarchive/contract/routes.ts';
import type { TransferListBody } from '@geoarchive/contract/transfers.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataList } from '@geoarchive/frontend-shared/list/DataList.tsx';
import { useList } from '@geoarchive/frontend-shared/list/use-list.ts';
import { Segmented } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ArchiveSelect, useArchive } from '../archives/ArchiveSelect.tsx';
import { asked, type Way } from '../transfers/shows.ts';
import { useArchiveName } from '../transfers/words.tsx';

const useColumns = (): Column<TransferListBody>[] => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const archive = useArchiveName();
  return useMemo(
    () => [
      {
        key: 'number',
        heading: t('transfers.list'),
        text: (row) => row.number,
        show: (row) => <Link to={`/transfers/lists/${row.id}`}>{row.number}</Link>,
        width: 180,
      },
      { key: 'from', heading: t('transfers.from'), text: (row) => archive(row.node), width: 180 },
      { key: 'to', heading: t('transfers.to'), text: (row) => archive(row.to), width: 180 },
      {
        key: 'dossiers',
        heading: t('transfers.dossiers'),
        text: (row) => formatCount(row.items.length),
        order: (row) => row.items.length,
        numeric: true,
        width: 100,
      },
      {
        key: 'at',
        heading: t('transfers.sentAt'),
        text: (row) => time(row.at),
        order: (row) => row.at,
        width: 180,
      },
      { key: 'by', heading: t('transfers.by'), text: (row) => row.by, width: 120 },
    ],
    [t, time, archive],
  );
};

const List = ({ way }: { way: Way }) => {
  const { t } = useTranslation();
  const list = useList<TransferListBody, typeof transfers.listTransferLists>(
    transfers.listTransferLists,
    useColumns(),
    { query: { ...useArchive(), way } },
  );
  return (
    <DataList
      {...list}
      label={t('transfers.lists')}
      rowKey={({ id }) => id}
      empty={{ title: t('transfers.noLists'), hint: t(`transfers.emptyHint.${way}`) }}
    />
  );
};

/** The transfer lists that an archive sent, or that came in. */
const TransferLists = () => {
  const { t } = useTranslation();
  const { nodes } = useConfig();
  const archive = useArchive();
  const own = usePerson()?.node;
  const node = archive.node ?? own;
  const [params, setParams] = useSearchParams();
  const { way } = asked(params, nodes.find(({ code }) => code === node)?.province !== undefined);
  return (
    <Page
      title={t('transfers.lists')}
      back={{ to: '/transfers', label: t('nav.transfers') }}
      lead={t('transfers.listsLead')}
      actions={<ArchiveSelect />}
    >
      <Segmented
        className="ga-notice"
        aria-label={t('transfers.way')}
        value={way}
        options={(['out', 'in'] as const).map((value) => ({ value, label: t(`transfers.ways.${value}`) }))}
        onChange={(value) => setParams({ ...archive, way: value }, { replace: true })}
      />
      <List key={`${way} ${node ?? ''}`} way={way} />
    </Page>
  );
};
export default TransferLists;
