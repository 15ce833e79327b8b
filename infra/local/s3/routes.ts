import type { Operation } from './context.ts';
import { getAttributes } from './ops/attributes.ts';
import { createBucket, deleteBucket, getLocation, headBucket, listBuckets } from './ops/buckets.ts';
import { completeUpload } from './ops/complete-upload.ts';
import { copyObject } from './ops/copy-object.ts';
import { copyPart } from './ops/copy-part.ts';
import { createUpload } from './ops/create-upload.ts';
import { deleteObject } from './ops/delete-object.ts';
import { deleteObjects } from './ops/delete-objects.ts';
import { getObject, headObject } from './ops/get-object.ts';
import { listObjects } from './ops/list-objects.ts';
import { listVersions } from './ops/list-versions.ts';
import { getNotification, putNotification } from './ops/notification.ts';
import { getLegalHold, getRetention, putLegalHold, putRetention } from './ops/object-lock.ts';
import { deleteTagging, getTagging, putTagging } from './ops/object-tagging.ts';
import { putObject } from './ops/put-object.ts';
import { deleteSetting, getSetting, putSetting, SETTINGS } from './ops/settings.ts';
import { uploadPart } from './ops/upload-part.ts';
import { abortUpload, listParts, listUploads } from './ops/uploads.ts';
import {
  getLockConfiguration,
  getVersioning,
  putLockConfiguration,
  putVersioning,
} from './ops/versioning.ts';

type Methods = Readonly<Record<string, Operation>>;
type Table = Readonly<Record<string, Methods>>;

const settings: Table = Object.fromEntries(
  Object.entries(SETTINGS).map(([kind, setting]) => [
    kind,
    { PUT: putSetting(kind, setting), GET: getSetting(kind, setting), DELETE: deleteSetting(kind, setting) },
  ]),
);

/** Operations on a bucket by the query parameter that names them; `''` is the bucket itself. */
const bucketRoutes: Table = {
  ...settings,
  versioning: { PUT: putVersioning, GET: getVersioning },
  'object-lock': { PUT: putLockConfiguration, GET: getLockConfiguration },
  notification: { PUT: putNotification, GET: getNotification },
  location: { GET: getLocation },
  uploads: { GET: listUploads },
  versions: { GET: listVersions },
  delete: { POST: deleteObjects },
  '': { PUT: createBucket, GET: listObjects, HEAD: headBucket, DELETE: deleteBucket },
};

const objectRoutes: Table = {
  uploads: { POST: createUpload },
  uploadId: { PUT: uploadPart, POST: completeUpload, GET: listParts, DELETE: abortUpload },
  attributes: { GET: getAttributes },
  retention: { PUT: putRetention, GET: getRetention },
  'legal-hold': { PUT: putLegalHold, GET: getLegalHold },
  tagging: { PUT: putTagging, GET: getTagging, DELETE: deleteTagging },
  '': { PUT: putObject, GET: getObject, HEAD: headObject, DELETE: deleteObject },
};

/** Subresources of S3 that are not built here: refused, never taken for the plain operation. */
const UNKNOWN = [
  'acl',
  'website',
  'replication',
  'accelerate',
  'requestPayment',
  'inventory',
  'metrics',
  'analytics',
  'policyStatus',
  'torrent',
  'restore',
  'select',
  'intelligent-tiering',
  'renameObject',
  'append',
  'metadataTable',
];

export type Place = { bucketName: string; key: string };

/** The operation of a request; undefined when the local S3 has none for it. */
export function route(
  method: string,
  { bucketName, key }: Place,
  query: ReadonlyMap<string, string>,
  isCopy: boolean,
): Operation | undefined {
  if (UNKNOWN.some((name) => query.has(name))) return undefined;
  if (bucketName === '') return method === 'GET' ? listBuckets : undefined;
  const table = key === '' ? bucketRoutes : objectRoutes;
  const name = Object.keys(table).find((n) => n !== '' && query.has(n)) ?? '';
  const operation = table[name]?.[method];
  if (isCopy && operation === putObject) return copyObject;
  if (isCopy && operation === uploadPart) return copyPart;
  return operation;
}
