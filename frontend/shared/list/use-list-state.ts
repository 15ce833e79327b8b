import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { formatListState, type ListShape, type ListState, parseListState } from './url-state.ts';

/** A list's words, sort and filters, read from and written to the address. */
export const useListState = (shape: ListShape): [ListState, (change: Partial<ListState>) => void] => {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => parseListState(params, shape), [params, shape]);
  const change = useCallback(
    (part: Partial<ListState>) =>
      setParams(
        (before) => {
          const next = formatListState({ ...parseListState(before, shape), ...part });
          // What the page itself keeps in the address stays.
          for (const [name, value] of before)
            if (!['q', 'sort', ...shape.filters].includes(name)) next.append(name, value);
          return next;
        },
        { replace: true },
      ),
    [setParams, shape],
  );
  return [state, change];
};
