import type { Column } from '@geoarchive/frontend-shared/list/column.ts';
import { DataTable } from '@geoarchive/frontend-shared/list/DataTable.tsx';
import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHoleColumns } from './columns.tsx';
import type { Item } from './source.ts';
import { mostHoles } from './use-section.ts';

type Props = {
  items: readonly Item[];
  /** Holes that were chosen for a section, of this list or another. */
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
};
const asFound = { q: '', sort: undefined, descending: false, filters: {} };
const nothing = () => undefined;

/** Holes in the order in which they were found, each to be chosen for a section. */
export const HoleList = ({ items, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  const all = useHoleColumns();
  const columns = useMemo((): Column<Item>[] => {
    const choice: Column<Item> = {
      key: 'choice',
      heading: t('holes.choice'),
      text: () => '',
      show: ({ id, header }) => (
        <Checkbox
          aria-label={t('holes.choose', { hole: header.hole })}
          checked={chosen.includes(id)}
          disabled={chosen.length >= mostHoles && !chosen.includes(id)}
          onChange={({ target }) =>
            onChoose(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ),
      width: 50,
    };
    // They come in the order of the search; a table could only put those in order that are there so far.
    return [choice, ...all].map((column) => ({ ...column, sortable: false }));
  }, [all, chosen, onChoose, t]);
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
