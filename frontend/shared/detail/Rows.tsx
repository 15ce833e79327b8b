import { Table } from 'antd';
import type { ReactNode } from 'react';

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly { key: string; title: string; show: (row: Row) => ReactNode; width?: number }[];
  /** Rows on a page where there may be many. */
  perPage?: number;
};

/** A short table of things that belong to one thing: as they come, without search or order. */
export const Rows = <Row extends object>({ label, rows, rowKey, columns, perPage }: Props<Row>) => (
  <div className="ga-table ga-rows">
    <Table<Row>
      size="small"
      aria-label={label}
      rowKey={rowKey}
      dataSource={[...rows]}
      pagination={
        perPage === undefined
          ? false
          : { pageSize: perPage, showSizeChanger: false, hideOnSinglePage: true, size: 'small' }
      }
      columns={columns.map(({ key, title, show, width }) => ({
        key,
        title,
        render: (_, row) => show(row),
        ...(width === undefined ? {} : { width }),
      }))}
    />
  </div>
);
