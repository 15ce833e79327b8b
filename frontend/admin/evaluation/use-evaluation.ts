import type { Evaluation } from '@geoarchive/contract/evaluation.ts';
import { evaluation } from '@geoarchive/contract/routes.ts';
import { keyOf, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useQuery } from '@tanstack/react-query';

const lookAgainMs = 1500;

/** An evaluation, looked at again while it is counted. */
export const useEvaluation = (id: string | undefined) => {
  const api = useApi();
  const input = { params: { id: id ?? '' } };
  return useQuery<Evaluation>({
    queryKey: keyOf(evaluation.getEvaluation, input),
    queryFn: ({ signal }) => api.call(evaluation.getEvaluation, { ...input, signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (data?.computing === true ? lookAgainMs : false),
  });
};
