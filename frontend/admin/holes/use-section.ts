import { holes } from '@geoarchive/contract/routes.ts';
import { keyOf, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Holes of a section: more are not told apart on a screen. */
export const mostHoles = 12;

/** The holes that the address names: `?holes=id,id`. */
export const useChosenHoles = (): [string[], (ids: readonly string[]) => void] => {
  const [params, setParams] = useSearchParams();
  const named = params.get('holes') ?? '';
  const chosen = useMemo(
    () => [...new Set(named.split(',').filter((id) => id !== ''))].slice(0, mostHoles),
    [named],
  );
  const choose = (ids: readonly string[]) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (ids.length === 0) next.delete('holes');
        else next.set('holes', ids.join(','));
        return next;
      },
      { replace: true },
    );
  return [chosen, choose];
};

/** Each hole with what it has, as it is drawn; those that have come so far, and what failed. */
export const useHolesWhole = (ids: readonly string[]) => {
  const api = useApi();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: [...keyOf(holes.getHole, { params: { id } }), 'whole'],
      queryFn: async () => {
        const [view, { children }] = await Promise.all([
          api.call(holes.getHole, { params: { id } }),
          api.call(holes.getHoleContent, { params: { id } }),
        ]);
        return { id, place: view.place, hole: { header: view.header, children } };
      },
    })),
    combine: (results) => ({
      whole: results.flatMap(({ data }) => (data === undefined ? [] : [data])),
      pending: results.some(({ isPending }) => isPending),
      error: results.find(({ error }) => error !== null)?.error ?? undefined,
    }),
  });
};
