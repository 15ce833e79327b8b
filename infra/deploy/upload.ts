import { CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { siteFile } from '../local/sites/files.ts';
import { uploadsOf } from './files.ts';
import type { SiteTarget } from './outputs.ts';

/** The one thing asked of CloudFront. */
export type Invalidator = { send(command: CreateInvalidationCommand): Promise<unknown> };
export type DeployClients = { s3: Pick<S3Client, 'send'>; cloudfront: Invalidator };

/**
 * Uploads a built site with its `/config.json`, then makes CloudFront ask for it anew. Files of earlier builds stay:
 * pages that are open still need them. Returns how many files went up.
 */
export async function uploadSite(
  { s3, cloudfront }: DeployClients,
  target: SiteTarget,
  folder: string,
  reference: string,
): Promise<number> {
  const put = (Key: string, Body: Uint8Array | string, ContentType: string, CacheControl: string) =>
    s3.send(new PutObjectCommand({ Bucket: target.bucket, Key, Body, ContentType, CacheControl }));
  const uploads = uploadsOf(folder);
  await put('config.json', target.config, 'application/json; charset=utf-8', 'no-cache');
  for (const { key, cacheControl } of uploads) {
    const file = await siteFile(folder, encodeURI(key));
    if (file === undefined) throw new Error(`${key} went away during the upload: build and upload again.`);
    await put(key, file.body, file.type, cacheControl);
  }
  await cloudfront.send(
    new CreateInvalidationCommand({
      DistributionId: target.distribution,
      InvalidationBatch: { CallerReference: reference, Paths: { Quantity: 1, Items: ['/*'] } },
    }),
  );
  return uploads.length + 1;
}
