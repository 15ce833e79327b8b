import type { Algorithm } from '../body/hashers.ts';

export type ChecksumType = 'FULL_OBJECT' | 'COMPOSITE';

/** `value` as S3 shows it: base64, with `-N` after it when composite. */
export type Checksum = { algorithm: Algorithm; type: ChecksumType; value: string };

/** A run of bytes of an object: one blob on disk. `checksum` is that of the part, in base64. */
export type Part = { number: number; size: number; blob: string; checksum?: string };

export type Retention = { mode: 'GOVERNANCE' | 'COMPLIANCE'; until: string };

/** What is kept about a version besides its bytes. */
export type ObjectMeta = {
  /** Headers given back as they came: content-type, cache-control, x-amz-meta-… */
  headers: Record<string, string>;
  checksum?: Checksum;
  multipart?: boolean;
  tags?: Record<string, string>;
  retention?: Retention;
  legalHold?: boolean;
};

export type Version = {
  id: number;
  bucket: string;
  key: string;
  versionId: string;
  latest: boolean;
  marker: boolean;
  size: number;
  etag: string;
  modified: Date;
  meta: ObjectMeta;
};

export type NewVersion = Omit<Version, 'id' | 'bucket' | 'latest' | 'versionId'> & { parts: Part[] };

export type Versioning = '' | 'Enabled' | 'Suspended';

export type Bucket = { name: string; created: Date; versioning: Versioning; objectLock: boolean };

export type UploadMeta = Pick<ObjectMeta, 'headers' | 'tags' | 'retention' | 'legalHold'> & {
  algorithm: Algorithm;
  checksumType: ChecksumType;
  /** Whether the client asked for the algorithm, or got S3's default. */
  asked: boolean;
};

export type Upload = { id: string; bucket: string; key: string; initiated: Date; meta: UploadMeta };

export type UploadedPart = Part & { etag: string; modified: Date };
