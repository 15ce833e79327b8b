import type { S3Client } from '@aws-sdk/client-s3';
import { common, type Where } from './clients.ts';
import { lazy } from './lazy.ts';

/** Gives the client; `s3Client` has it only after it was fetched, tests have it at once. */
export type S3Source = () => S3Client | Promise<S3Client>;

/** The client with its commands, fetched when a call first touches an object: a quarter of an API's code, which many calls never need. */
export const lazyS3 = (client: S3Source) =>
  lazy(async () => ({ ...(await import('./s3.ts')), client: await client() }));

/** The client as a function in the cloud has it. With an endpoint set, it is path-style. */
export const s3Client = async (env: Where): Promise<S3Client> => {
  const { S3Client } = await import('./s3.ts');
  return new S3Client({ ...common(env), forcePathStyle: env.AWS_ENDPOINT_URL !== undefined });
};
