import type { Column } from './column.ts';
import type { ListState } from './url-state.ts';

const collator = new Intl.Collator('zh-CN', { numeric: true });
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));

/** The rows that match words (each must occur in some column) and filters, in the order asked for. */
export const arrange = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  state: ListState,
): Row[] => {
  const words = plain(state.q).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    for (const column of columns) {
      const wanted = state.filters[column.key];
      if (wanted !== undefined && !wanted.includes((column.filterBy ?? column.text)(row))) return false;
    }
    const all = plain(columns.map((column) => column.text(row)).join('\n'));
    return words.every((word) => all.includes(word));
  });
  const by = columns.find((column) => column.key === state.sort);
  if (by === undefined) return found;
  const value = by.order ?? by.text;
  const sign = state.descending ? -1 : 1;
  return found.sort((one, other) => sign * compare(value(one), value(other)));
};
