import { type CorsRule, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Settings } from '../settings.ts';

/** Origins of the submission site; CloudFront's own names when the deployment has no domain for it. */
function origins(settings: Settings): string[] {
  if (settings.kind === 'local') return ['http://127.0.0.1:*', 'http://localhost:*'];
  const { submit } = settings.domains;
  if (submit) return [`https://${submit.name}`];
  return [settings.partition === 'aws-cn' ? 'https://*.cloudfront.cn' : 'https://*.cloudfront.net'];
}

/** Lets the reader of the submission site fetch what its signed links name. */
export const readingCors = (settings: Settings): CorsRule[] => [
  {
    allowedOrigins: origins(settings),
    allowedMethods: [HttpMethods.GET, HttpMethods.HEAD],
    allowedHeaders: ['*'],
    exposedHeaders: ['Accept-Ranges', 'Content-Range', 'Content-Length', 'ETag'],
    maxAge: 3600,
  },
];

/** Lets the submission site put parts by signed links and read their checksums back. */
export const uploadCors = (settings: Settings): CorsRule[] => [
  {
    allowedOrigins: origins(settings),
    allowedMethods: [HttpMethods.PUT, HttpMethods.HEAD],
    allowedHeaders: ['*'],
    exposedHeaders: ['ETag', 'x-amz-checksum-sha256', 'x-amz-checksum-crc64nvme', 'x-amz-version-id'],
    maxAge: 3600,
  },
];
