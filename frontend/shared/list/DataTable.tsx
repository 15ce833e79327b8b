import { Table, type TableColumnType } from 'antd';
import type { Column } from './column.ts';
import type { ListState } from './url-state.ts';

type Props<Row> = {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  state: ListState;
  onSort: (sort: string | undefined, descending: boolean) => void;
};

/** From here on only the rows in sight are in the page. */
const virtualFrom = 200;
const virtualHeight = 560;

const columnOf = <Row,>(column: Column<Row>, state: ListState): TableColumnType<Row> => ({
  key: column.key,
  title: column.heading,
  width: column.width ?? 180,
  align: column.numeric === true ? 'right' : 'left',
  className: column.numeric === true ? 'ga-numeric' : '',
  render: (_, row) => (column.show ?? column.text)(row),
  sorter: column.sortable !== false,
  sortDirections: ['ascend', 'descend'],
  sortOrder: state.sort === column.key ? (state.descending ? 'descend' : 'ascend') : null,
});

/** The rows as a table; sorted by its headings, virtual when long. */
export const DataTable = <Row extends object>({
  label,
  rows,
  columns,
  rowKey,
  state,
  onSort,
}: Props<Row>) => {
  const virtual = rows.length > virtualFrom;
  const width = columns.reduce((sum, column) => sum + (column.width ?? 180), 0);
  return (
    <div className="ga-table">
      <Table<Row>
        size="small"
        aria-label={label}
        dataSource={rows}
        columns={columns.map((column) => columnOf(column, state))}
        rowKey={rowKey}
        pagination={false}
        virtual={virtual}
        scroll={virtual ? { x: width, y: virtualHeight } : { x: width }}
        showSorterTooltip={false}
        onChange={(_pages, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter;
          onSort(one?.order ? String(one.columnKey) : undefined, one?.order === 'descend');
        }}
      />
    </div>
  );
};
