import { evaluationBody } from '@geoarchive/contract/evaluation.ts';
import type { Clock } from '@geoarchive/domain/dates.ts';
import { evaluationLifecycle } from '@geoarchive/domain/reporting/evaluation.ts';
import { aggregates } from '@geoarchive/platform/store/aggregates.ts';
import type { Table } from '@geoarchive/platform/store/table.ts';

/** Evaluations (评估通报) of all units: few, all in one list by period. */
export const evaluationStore = (table: Table, clock: Clock) => {
  const store = aggregates({
    kind: 'evaluation',
    table,
    clock,
    schema: evaluationBody,
    lifecycle: evaluationLifecycle,
    lists: ({ body }) => ({ gsi1: { in: 'evaluations', by: body.period } }),
  });
  return {
    ...store,
    /** The newest hundred, newest period first. */
    async all() {
      return (await store.list('gsi1', 'evaluations', { limit: 100, newestFirst: true })).items;
    },
  };
};
export type EvaluationStore = ReturnType<typeof evaluationStore>;
export type EvaluationItem = NonNullable<Awaited<ReturnType<EvaluationStore['get']>>>;
