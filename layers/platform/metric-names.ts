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
  /** Count: files inspected. */
  filesInspected: 'FilesInspected',
  /** Bytes: bytes hashed by the fixity worker. */
  bytesHashed: 'BytesHashed',
  /** Count: files copied into the archive and found equal. */
  filesCopied: 'FilesCopied',
  /** Count: copies that differ from their source. */
  copiesRefused: 'CopiesRefused',
  /** Count: bundles taken into the portal. */
  bundlesIngested: 'BundlesIngested',
  /** Count: bundles refused because signature, order or content is wrong. */
  bundlesRefused: 'BundlesRefused',
  /** Count: records put into or removed from the search index. */
  recordsIndexed: 'RecordsIndexed',
} as const;

export type MetricName = (typeof metricNames)[keyof typeof metricNames];
