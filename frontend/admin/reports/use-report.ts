import type { AnnualReport } from '@geoarchive/contract/reporting-parts.ts';
import { reporting } from '@geoarchive/contract/routes.ts';
import { keyOf, useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useQuery } from '@tanstack/react-query';

const lookAgainMs = 1500;

/** A report, looked at again while its figures are being made. */
export const useReport = (id: string) => {
  const api = useApi();
  const input = { params: { id } };
  return useQuery<AnnualReport>({
    queryKey: keyOf(reporting.getAnnualReport, input),
    queryFn: ({ signal }) => api.call(reporting.getAnnualReport, { ...input, signal }),
    refetchInterval: ({ state: { data } }) => (data?.computing === true ? lookAgainMs : false),
  });
};
