import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column.ts';
import { FilterSelect } from './FilterSelect.tsx';
import type { ListState } from './url-state.ts';

type Props<Row> = {
  columns: readonly Column<Row>[];
  state: ListState;
  onChange: (change: Partial<ListState>) => void;
  count: ReactNode;
  onExport: () => void;
};

/** Search words, filters, the count and the export over a list. */
export const ListTools = <Row,>({ columns, state, onChange, count, onExport }: Props<Row>) => {
  const { t } = useTranslation();
  return (
    <search className="ga-tools ga-no-print">
      <Input.Search
        key={state.q}
        defaultValue={state.q}
        allowClear
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        onSearch={(q) => onChange({ q: q.trim() })}
        style={{ width: 260 }}
      />
      {columns
        .filter((column) => column.filter !== undefined)
        .map((column) => (
          <FilterSelect
            key={column.key}
            column={column}
            value={state.filters[column.key] ?? []}
            onChange={(values) => onChange({ filters: { ...state.filters, [column.key]: values } })}
          />
        ))}
      <div className="ga-tools-end">
        <span className="ga-soft ga-numeric" role="status">
          {count}
        </span>
        <Button icon={<DownloadOutlined />} onClick={onExport}>
          {t('list.export')}
        </Button>
      </div>
    </search>
  );
};
