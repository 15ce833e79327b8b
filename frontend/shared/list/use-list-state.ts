import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import {
  changedParams,
  type ListChange,
  type ListShape,
  type ListState,
  parseListState,
} from './url-state.ts';

/** A list's words, sort and filters, read from and written to the address. */
export const useListState = (shape: ListShape): [ListState, (change: ListChange) => void] => {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => parseListState(params, shape), [params, shape]);
  // The router knows of a change only after the next render: a second one before it would undo the first.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const change = useCallback(
    (part: ListChange) => {
      latest.current = changedParams(latest.current, part, shape);
      setParams(latest.current, { replace: true });
    },
    [setParams, shape],
  );
  return [state, change];
};
