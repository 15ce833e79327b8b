import { Select } from 'antd';
import type { Column } from './column.ts';

type Props<Row> = {
  column: Column<Row>;
  value: readonly string[];
  onChange: (values: string[]) => void;
};

/** Narrows a list by the values of one column. */
export const FilterSelect = <Row,>({ column, value, onChange }: Props<Row>) => (
  <Select
    mode="multiple"
    showSearch={{ optionFilterProp: 'label' }}
    allowClear
    aria-label={column.heading}
    placeholder={column.heading}
    options={column.filter ?? []}
    value={[...value]}
    onChange={onChange}
    maxTagCount={1}
    style={{ minWidth: 150 }}
  />
);
