import type { CORSRule, Event, LifecycleRule, QueueConfiguration } from '@aws-sdk/client-s3';
import type { BucketProperties } from './bucket-schema.ts';

/** CloudFormation and S3's own API name the same things differently; these turn the former into the latter. */
export const corsRules = (bucket: BucketProperties): CORSRule[] | undefined =>
  bucket.CorsConfiguration?.CorsRules.map(({ Id, ExposedHeaders, MaxAge, ...rule }) => ({
    ...rule,
    ...(Id !== undefined && { ID: Id }),
    ...(ExposedHeaders && { ExposeHeaders: ExposedHeaders }),
    ...(MaxAge !== undefined && { MaxAgeSeconds: MaxAge }),
  }));

export const lifecycleRules = (bucket: BucketProperties): LifecycleRule[] | undefined =>
  bucket.LifecycleConfiguration?.Rules.map(({ Id, Prefix, ExpirationInDays, ...rule }) => ({
    Status: rule.Status,
    Filter: { Prefix: Prefix ?? '' },
    ...(Id !== undefined && { ID: Id }),
    ...(ExpirationInDays !== undefined && { Expiration: { Days: ExpirationInDays } }),
    ...(rule.AbortIncompleteMultipartUpload && {
      AbortIncompleteMultipartUpload: rule.AbortIncompleteMultipartUpload,
    }),
    ...(rule.NoncurrentVersionExpiration && {
      NoncurrentVersionExpiration: {
        NoncurrentDays: rule.NoncurrentVersionExpiration.NoncurrentDays,
        ...(rule.NoncurrentVersionExpiration.NewerNoncurrentVersions !== undefined && {
          NewerNoncurrentVersions: rule.NoncurrentVersionExpiration.NewerNoncurrentVersions,
        }),
      },
    }),
  }));

export const queueConfigurations = (bucket: BucketProperties): QueueConfiguration[] | undefined =>
  bucket.NotificationConfiguration?.QueueConfigurations.map(({ Event, Queue, Filter }) => ({
    QueueArn: Queue,
    // A template may name any event; S3 refuses what it does not know.
    Events: [Event as Event],
    ...(Filter && {
      Filter: {
        Key: {
          FilterRules: Filter.S3Key.Rules.map(({ Name, Value }) => ({
            Name: Name.toLowerCase() === 'prefix' ? ('prefix' as const) : ('suffix' as const),
            Value,
          })),
        },
      },
    }),
  }));
