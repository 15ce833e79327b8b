import { ProblemError } from '@geoarchive/contract/client.ts';
import type { Viewed } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import type { SampleState } from './StatePicker.tsx';

export const sampleError = (title: string, detail: string) =>
  new ProblemError({ type: 'sample', title, status: 503, detail, instance: 'req-0001' });
export const sampleForbidden = new ProblemError({ type: 'forbidden', title: 'Forbidden', status: 403 });

/** A query frozen in the state to show. */
export const frozen = <T>(state: SampleState, data: T, error: unknown): Viewed<T> => ({
  data: state === 'ready' || state === 'empty' ? data : undefined,
  error: state === 'error' ? error : state === 'forbidden' ? sampleForbidden : null,
  isPending: state === 'loading',
  refetch: () => undefined,
});
