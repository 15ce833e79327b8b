import type { Place } from './template/place.ts';

/**
 * An AWS-compatible endpoint that the stacks run on. It serves `services` (names as in signatures: dynamodb, sqs, sns, s3,
 * kms, cognito-idp); the local run stands in for what it does not. It knows no roles: all functions share one set of keys.
 */
export type GivenEndpoint = {
  url: string;
  services: ReadonlySet<string>;
  place: Place;
  credentials: { accessKeyId: string; secretAccessKey: string };
};
