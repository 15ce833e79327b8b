import type { Job } from '@geoarchive/contract/jobs.ts';
import { jobs } from '@geoarchive/contract/routes.ts';
import { isUnderWay } from '@geoarchive/domain/jobs.ts';
import { useQuery } from '@tanstack/react-query';
import { keyOf, useApi } from '../api/context.ts';

const lookAgainMs = 1000;

/** A job, looked at again each second while it is under way. */
export const useJob = (id: string | undefined) => {
  const api = useApi();
  const input = { params: { id: id ?? '' } };
  return useQuery<Job>({
    queryKey: keyOf(jobs.getJob, input),
    queryFn: ({ signal }) => api.call(jobs.getJob, { ...input, signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) =>
      data === undefined || isUnderWay(data.state) ? lookAgainMs : false,
  });
};
