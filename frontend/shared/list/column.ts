import type { ReactNode } from 'react';

/** A column of a list. `text` is what is searched, sorted (unless `order` says otherwise), filtered and exported. */
export type Column<Row> = {
  key: string;
  heading: string;
  text: (row: Row) => string;
  order?: (row: Row) => string | number;
  show?: (row: Row) => ReactNode;
  width?: number;
  numeric?: boolean;
  sortable?: boolean;
  /** Holds what one can do with a row: not in the export. */
  actions?: boolean;
  /** Values to narrow by, in the order shown. */
  filter?: { value: string; label: string }[];
  filterBy?: (row: Row) => string;
};
