import { useState } from 'react';
import type { RowSource } from './source.ts';
import type { ListState } from './url-state.ts';

const plain: ListState = { q: '', sort: undefined, descending: false, filters: {} };

/** The state of a list that is one of several on its page: not in the address, where they would share it. */
export const useOwnList = (): [ListState, (change: Partial<ListState>) => void] => {
  const [state, setState] = useState(plain);
  return [state, (change) => setState((before) => ({ ...before, ...change }))];
};

const nothing = () => undefined;
/** Rows that are all there. */
export const allOf = <Row>(rows: readonly Row[]): RowSource<Row> => ({
  rows,
  error: null,
  complete: true,
  loadingMore: false,
  more: nothing,
  again: nothing,
});
