import type { ReactNode } from 'react';
import { Failed, Loading } from './states.tsx';

/** As much of a TanStack query as a view needs. */
export type Viewed<T> = {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
};

type Props<T> = { query: Viewed<T>; children: (data: T) => ReactNode; rows?: number };

/** Shows a query: loading, failed, or what came. Older data stays visible when a refresh fails. */
export const QueryView = <T,>({ query, children, rows = 6 }: Props<T>) => {
  if (query.data !== undefined)
    return (
      <>
        {query.error !== null && query.error !== undefined && (
          <Failed error={query.error} onRetry={() => query.refetch()} />
        )}
        {children(query.data)}
      </>
    );
  if (query.isPending) return <Loading rows={rows} />;
  return <Failed error={query.error} onRetry={() => query.refetch()} />;
};
