import { DataTable } from '@geoarchive/frontend-shared/list/DataTable.tsx';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHoleColumns } from './columns.tsx';
import type { Item } from './source.ts';

const asFound = { q: '', sort: undefined, descending: false, filters: {} };
const nothing = () => undefined;

/** Holes in the order in which they were found. */
export const HoleList = ({ items }: { items: readonly Item[] }) => {
  const { t } = useTranslation();
  const all = useHoleColumns();
  // They come in the order of the search; a table could only put those in order that are there so far.
  const columns = useMemo(() => all.map((column) => ({ ...column, sortable: false })), [all]);
  return (
    <DataTable
      label={t('nav.holes')}
      rows={items}
      columns={columns}
      rowKey={({ id }) => id}
      state={asFound}
      onSort={nothing}
    />
  );
};
