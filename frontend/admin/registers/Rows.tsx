import { Table } from 'antd';
import type { ReactNode } from 'react';

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly { key: string; title: string; show: (row: Row) => ReactNode; width?: number }[];
};

/** A short table of things that belong to one thing: as they come, without search or order. */
export const Rows = <Row extends object>({ label, rows, rowKey, columns }: Props<Row>) => (
  <div className="ga-table">
    <Table<Row>
      size="small"
      aria-label={label}
      rowKey={rowKey}
      dataSource={[...rows]}
      pagination={false}
      columns={columns.map(({ key, title, show, width }) => ({
        key,
        title,
        render: (_, row) => show(row),
        ...(width === undefined ? {} : { width }),
      }))}
    />
  </div>
);
