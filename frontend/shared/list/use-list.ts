import { useMemo } from 'react';
import type { CallInput, Route } from '../api/context.ts';
import { usePages } from '../api/hooks.ts';
import type { Column } from './column.ts';
import { useRows } from './source.ts';
import { isNarrowed } from './url-state.ts';
import { useListState } from './use-list-state.ts';

type PagedRoute<Row, T extends Route> = T & {
  reply: { _output: { items: Row[]; cursor?: string | undefined } };
};

/** All a list over a paged route needs: its rows, and its state in the address. */
export const useList = <Row, T extends Route>(
  route: PagedRoute<Row, T>,
  columns: readonly Column<Row>[],
  input: CallInput<T> = {},
  tick: unknown = null,
  renew: { refreshMs?: number | false } = {},
) => {
  const shape = useMemo(
    () => ({
      filters: columns.filter((column) => column.filter !== undefined).map((column) => column.key),
      sorts: columns.filter((column) => column.sortable !== false).map((column) => column.key),
    }),
    [columns],
  );
  const [state, onChange] = useListState(shape);
  const pages = usePages<Row, T>(route, input, tick, renew);
  const source = useRows<Row>(pages, isNarrowed(state) || state.sort !== undefined);
  return { source, state, onChange, columns };
};
