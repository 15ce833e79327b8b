import { disclosure } from '@geoarchive/contract/routes.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

type Proposal = {
  kind: 'overdue' | 'abnormal';
  overdueBy: number;
  text: string;
  node?: string;
  until?: string;
};
export type Progress = { done: number; of: number; failed: { organisation: string; error: unknown }[] };

/** Proposes a notice about one party after the other; one that cannot be is named, and holds up none. */
export const useProposals = () => {
  const api = useApi();
  const cache = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const propose = async (organisations: readonly string[], of: Proposal): Promise<void> => {
    const so: Progress = { done: 0, of: organisations.length, failed: [] };
    setProgress({ ...so });
    for (const organisation of organisations) {
      try {
        await api.call(disclosure.proposeNotice, { body: { ...of, organisation } });
      } catch (error) {
        so.failed.push({ organisation, error });
      }
      so.done += 1;
      setProgress({ ...so });
    }
    await cache.invalidateQueries({ queryKey: [disclosure.proposeNotice.module] });
  };
  return { progress, propose, busy: progress !== undefined && progress.done < progress.of };
};
