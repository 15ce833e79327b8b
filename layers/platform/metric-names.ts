/**
 * The names under which functions emit metrics and dashboards and alarms read them: one list, so that neither
 * side can drift. The unit is in each comment; all are emitted with the dimension `service`
 * (the function's name) through Powertools, as `POWERTOOLS_METRICS_NAMESPACE` says.
 */
export const metricNamespace = 'GeoArchive';

export const metricNames = {
  /** Count: requests answered, by the API functions. */
  requests: 'Requests',
  /** Count: requests answered with a problem of the caller's making (4xx). */
  refusals: 'Refusals',
  /** Milliseconds: time from the start of a call to its answer. */
  duration: 'CallDuration',
  /** Count: messages handled without error, by the workers. */
  handled: 'MessagesHandled',
  /** Count: messages handed back to their queue. */
  failed: 'MessagesFailed',
  /** Count: events published by a relay. */
  published: 'EventsPublished',
  /** Seconds: age of the oldest event still in the outbox, emitted by each sweep (0 when it is empty). */
  outboxAge: 'OutboxAge',
  /** Count: a scheduled job ran to its end. */
  jobDone: 'JobDone',
  /** Count: reviews whose acceptance is stalled, emitted by each run of the archive's clocks. */
  stalled: 'StalledReviews',
  /** Count: prepared counts of tasks that differed from what was counted afresh, emitted at the end of each recount. */
  tallyRepairs: 'TallyRepairs',
  /** Count: bundles of a door whose number is missing for too long, emitted by each run of the receiving side's clocks. */
  missing: 'MissingBundles',
} as const;

export type MetricName = (typeof metricNames)[keyof typeof metricNames];
