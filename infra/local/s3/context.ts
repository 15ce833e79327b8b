import type { IncomingMessage } from 'node:http';
import type { PayloadMode } from '../sigv4/payload.ts';
import type { Blobs } from './store/blobs.ts';
import type { Bucket, Version } from './store/model.ts';
import type { Store } from './store/store.ts';

/** One signed request to the local S3, taken apart, with what its operation may use. */
export type Context = {
  method: string;
  bucketName: string;
  key: string;
  query: ReadonlyMap<string, string>;
  /** A header by lower-case name; `x-amz-*` may stand in the query of a presigned URL instead. */
  header(name: string): string | undefined;
  raw: IncomingMessage;
  payload: PayloadMode;
  requestId: string;
  region: string;
  store: Store;
  blobs: Blobs;
  now(): Date;
  /** `arn:…:s3:::bucket` or `arn:…:s3:::bucket/key` */
  arn(bucket: string, key?: string): string;
  /** Whether the caller's role allows the action. */
  may(action: string, arn: string): boolean;
  /** Throws AccessDenied unless the role allows the action on this request's object (or bucket, without a key). */
  need(action: string, arn?: string): void;
  /** The bucket of the request. Throws NoSuchBucket. */
  bucket(): Bucket;
  /** Journals the notifications of an event; to be called inside the transaction that writes the object. */
  record(event: string, version: Version): void;
  /** Starts the delivery of what was journalled. */
  deliver(): void;
};

/** `body` of a HEAD answer is never sent. */
export type Reply = {
  status: number;
  headers?: Record<string, string | undefined>;
  body?: string | AsyncIterable<Buffer>;
};

export type Operation = (ctx: Context) => Reply | Promise<Reply>;
